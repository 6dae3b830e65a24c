internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// How adjustments of other payers are put down.
extension CoordinationBalanceRules {
    static let zeroAdjustment = Rule(
        "837P-COB-CAS-NONZERO", level: 3, .claim,
        demand:
            "an adjustment is of some amount, and a group's adjustments fill a CAS before another is begun",
        reason: "an adjustment of nothing says nothing, and each level has room for five CAS alone",
        faults: [
            Fault(
                "zero", .warning, "{at} ({name}) is 0",
                help: "leave adjustments of nothing out", statuses: ["A7:519"]),
            Fault(
                "group", .warning, "{at} begins a CAS of group {found}, though an earlier one has room",
                help: "put up to six reasons of a group into one CAS", statuses: ["A7:519"]),
        ],
        source: RuleSource(.high, "RFI-1865, guide maps; an error in the catalogue, warnings by ruling"),
        sent: ["2320 CAS", "2430 CAS"],
        examples: [
            RuleExample(
                .secondaryByLine, "CAS*CO*45*50~", "CAS*CO*45*50**253*0~", at: "CAS06", fault: "zero"),
            RuleExample(
                .secondaryByLine, "CAS*CO*45*50~", "CAS*CO*45*40~\nCAS*CO*253*10~", at: "CAS01",
                fault: "group"),
            RuleExample(
                .secondaryByLine, "CAS*CO*45*20~\nCAS*PR*2*20~",
                "CAS*CO*45*15~\nCAS*PR*2*20~\nCAS*CO*253*5~", at: "CAS01", fault: "group"),
        ],
        check: .claim { claim, _, findings in
            for index in claim.otherSubscribers.indices {
                check(claim.otherSubscribers[index].adjustments, "otherSubscribers[\(index)]", &findings)
            }
            for index in claim.serviceLines.indices {
                for place in claim.serviceLines[index].adjudications.indices {
                    check(
                        claim.serviceLines[index].adjudications[place].adjustments,
                        "serviceLines[\(index)].adjudications[\(place)]", &findings)
                }
            }
        })

    /// How many adjustments a CAS has room for.
    private static let roomInSegment = 6

    private static func check(
        _ adjustments: [Adjustment], _ path: @autoclosure () -> String, _ findings: inout RuleFindings
    ) {
        guard adjustments.count > 1 else {
            if adjustments.first?.amount == .zero {
                findings.add("zero", at: path() + ".adjustments[0].amount")
            }
            return
        }
        // How many adjustments the last CAS of each group has; a group that is begun again and again is told once.
        var filled: [(group: String?, count: Int, isTold: Bool)] = []
        for index in adjustments.indices {
            let group = adjustments[index].group
            let place = filled.firstIndex { $0.group == group } ?? filled.count
            if place == filled.count { filled.append((group, 0, false)) }
            let isZero = adjustments[index].amount == .zero
            if isZero { findings.add("zero", at: path() + ".adjustments[\(index)].amount") }
            let count = filled[place].count
            let goesOn =
                index > 0 && adjustments[index - 1].group == group && !adjustments[index].beginsSegment
            filled[place].count = goesOn && count < roomInSegment ? count + 1 : 1
            if !goesOn, !isZero, 1..<roomInSegment ~= count, !filled[place].isTold {
                filled[place].isTold = true
                findings.add(
                    "group", at: path() + ".adjustments[\(index)].group", found: .code(group ?? ""))
            }
        }
    }
}
