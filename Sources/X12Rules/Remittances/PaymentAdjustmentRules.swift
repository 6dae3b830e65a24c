internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// Adjustments of claims and lines (CAS): how they are put down, and who bears them.
enum PaymentAdjustmentRules {
    static let all: [Rule] = [nothing, spread, repeated, groups]

    static let nothing = Rule(
        "835-CAS-ZERO", level: 3, .remittance,
        demand: "an adjustment takes off some amount, or some units",
        reason: "one of nothing explains nothing, and hides those that do",
        faults: [
            Fault(
                .warning, "{at} ({name}) is 0, and no units are taken off", help: "skip it when posting")
        ],
        source: RuleSource(.high, "RFI-396"), sent: ["2100 CAS", "2110 CAS"],
        examples: [
            RuleExample(.takeback, "CAS*CO*45*15~", "CAS*CO*45*15**253*0~", at: "CAS06"),
            RuleExample(.claimAndLine, "CAS*PR*3*25~", "CAS*PR*3*25**1*0~", at: "CAS06"),
        ],
        check: .claimPayment { payment, _, findings in
            payment.forEachAdjustmentList { adjustments, path in
                for index in adjustments.indices
                where adjustments[index].amount == .zero && (adjustments[index].quantity ?? .zero) == .zero {
                    findings.add(at: path() + "[\(index)].amount")
                }
            }
        })

    static let spread = Rule(
        "835-CAS-SIX", level: 2, .remittance,
        demand: "adjustments of a group fill one CAS, from left to right, before another one is begun",
        reason: "readers that take the first CAS of a group alone lose the others",
        faults: [
            Fault(
                "begun", .error, "{at} begins another CAS of {found}, though the one before has room",
                help: "read all of them; they count"),
            Fault(
                "gap", .error, "{at} has an empty place between its adjustments",
                help: "read those behind the gap as well; they count", elementError: "2"),
        ],
        source: RuleSource(.medium, "RFI-213"), sent: ["2100 CAS", "2110 CAS"],
        silentAfter: ["835-CAS-DUP"],
        examples: [
            RuleExample(
                .takeback, "CAS*CO*45*15~", "CAS*CO*45*10~\nCAS*CO*253*5~", at: "CAS01", fault: "begun"),
            RuleExample(
                .takeback, "CAS*CO*45*15~", "CAS*CO*45*10*****253*5~", at: "CAS05", fault: "gap"),
        ],
        check: .claimPayment { payment, _, findings in
            payment.forEachAdjustmentList { adjustments, path in
                guard adjustments.count > 1 else { return }
                for index in adjustments.indices.dropFirst() {
                    let adjustment = adjustments[index]
                    if adjustment.beginsSegment, adjustment.group == adjustments[index - 1].group {
                        findings.add(
                            "begun", at: path() + "[\(index)].group", found: .code(adjustment.group ?? ""))
                    }
                }
                let gap = adjustments.indices.dropLast().first {
                    adjustments[$0].reason == nil && adjustments[$0].amount == nil
                }
                if let gap { findings.add("gap", at: path() + "[\(gap)]") }
            }
        })

    static let repeated = Rule(
        "835-CAS-DUP", level: 3, .remittance,
        demand: "a group with a reason comes once for a line, and once for a claim",
        reason: "two of a kind look like one that was counted twice",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found} with the same group as before: {detail}",
                help: "where claim and line add up, both count; else one of them is a copy")
        ],
        source: RuleSource(.medium, "RFI-213"), sent: ["2100 CAS", "2110 CAS"],
        examples: [
            RuleExample(.takeback, "CAS*CO*45*15~", "CAS*CO*45*10**45*5~", at: "CAS05")
        ],
        check: .claimPayment { payment, _, findings in
            payment.forEachAdjustmentList { adjustments, path in
                guard adjustments.count > 1 else { return }
                for index in adjustments.indices.dropFirst() {
                    let adjustment = adjustments[index]
                    guard let reason = adjustment.reason, let group = adjustment.group else { continue }
                    let isRepeated = adjustments[..<index].contains {
                        $0.reason == reason && $0.group == group
                    }
                    guard isRepeated else { continue }
                    findings.add(
                        at: path() + "[\(index)].reason", found: .code(reason), detail: "\(group) \(reason)")
                }
            }
        })

    static let groups = Rule(
        "835-GROUP-MEANING", level: 5, .remittance,
        demand: "deductible, coinsurance and copayment (reasons 1, 2 and 3) are the patient's (group PR)",
        reason: "what stands under CO or PI must not be billed to the patient",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found}, but reason {detail} is what a patient owes (PR)",
                help: "do not bill the patient before the payer has said who owes it")
        ],
        source: RuleSource(.high, "RFI-2048"), sent: ["2100 CAS", "2110 CAS"],
        examples: [
            RuleExample(
                .claimAndLine, "*500*365*25*12*ICN20*11*1~\nCAS*PR*3*25~",
                "*500*365**12*ICN20*11*1~\nCAS*CO*3*25~",
                at: "CAS01")
        ],
        check: .claimPayment { payment, _, findings in
            payment.forEachAdjustmentList { adjustments, path in
                for index in adjustments.indices {
                    guard let reason = adjustments[index].reason, patientReasons.contains(reason),
                        let group = adjustments[index].group, group == "CO" || group == "PI"
                    else { continue }
                    findings.add(at: path() + "[\(index)].group", found: .code(group), detail: reason)
                }
            }
        })

    /// Deductible, coinsurance, copayment.
    private static let patientReasons: Set<String> = ["1", "2", "3"]
}

extension ClaimPayment {
    /// Goes through the adjustments of the claim and of each line, with what leads there.
    func forEachAdjustmentList(_ body: ([Adjustment], () -> String) -> Void) {
        if !adjustments.isEmpty { body(adjustments) { "adjustments" } }
        for line in serviceLines.indices where !serviceLines[line].adjustments.isEmpty {
            body(serviceLines[line].adjustments) { "serviceLines[\(line)].adjustments" }
        }
    }
}
