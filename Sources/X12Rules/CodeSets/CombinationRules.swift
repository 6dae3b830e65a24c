internal import X12Diagnostics
internal import X12Grammar
internal import X12Models

/// Adjustment reasons, groups and remarks against the table of those that go together.
enum CombinationRules {
    static let all: [Rule] = [combination]

    static let combination = Rule(
        "835-CORE-COMBO", level: 5, .remittance,
        demand:
            "a reason that the table of CORE speaks of (CAS02) stands with a group and a remark that the table has beside it",
        reason:
            "group, reason and remark together say whether to correct, appeal, bill the patient or write off",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found}, which the table does not combine with {detail}",
                help: "go by the remark; ask the payer where group, reason and remark contradict each other")
        ],
        source: RuleSource(
            .high,
            "CORE-360. The table is not shipped: without your own copy (x12 codes load combinations) nothing is said"
        ),
        silentAfter: ["835-CARC-RARC"],
        examples: [
            RuleExample(
                .takeback, "LQ*HE*N30~", "LQ*HE*N130~", at: "CAS02", preparing: [remark],
                codes: .example(.combination, "96", "96-CO-N30")),
            RuleExample(
                .takeback, "CAS*CO*96*15~", "CAS*PI*96*15~", at: "CAS02", preparing: [remark],
                codes: .example(.combination, "96", "96-CO-N30")),
        ],
        check: .claimPayment { payment, _, findings in
            // What is taken back repeats what was once said.
            guard let codes = findings.codes, !codes.editions(of: .combination).isEmpty, !payment.isReversal
            else { return }
            let ofClaim = payment.remarks.filter { !$0.isEmpty }
            // A reason of the claim may be explained on any of its lines.
            let all = ofClaim + payment.serviceLines.flatMap(remarks)
            if let (place, words) = stranger(payment.adjustments, all, codes) {
                add("adjustments[\(place)]", payment.adjustments[place], words, &findings)
            }
            for index in payment.serviceLines.indices {
                let line = payment.serviceLines[index]
                guard let (place, words) = stranger(line.adjustments, remarks(line) + ofClaim, codes) else {
                    continue
                }
                add("serviceLines[\(index)].adjustments[\(place)]", line.adjustments[place], words, &findings)
            }
        })

    @Sendable
    private static func remarks(_ line: ServicePayment) -> [String] {
        line.remarks.compactMap { $0.qualifier == "HE" ? $0.code : nil }
    }

    private static let remark = RuleExample.Change(
        "CAS*CO*45*15~\nREF*6R*L2~", "CAS*CO*96*15~\nREF*6R*L2~\nLQ*HE*N30~")

    /// The first adjustment that the table has not, with what it stands with.
    private static func stranger(
        _ adjustments: [Adjustment], _ remarks: [String], _ codes: CodeSets
    ) -> (place: Int, words: String)? {
        for (place, adjustment) in adjustments.enumerated() {
            guard let reason = adjustment.reason, let group = adjustment.group,
                codes.has(reason, in: .combination), !codes.has("\(reason)-\(group)", in: .combination),
                !remarks.contains(where: { codes.has("\(reason)-\(group)-\($0)", in: .combination) })
            else { continue }
            let beside = remarks.isEmpty ? "no remark" : remarks.joined(separator: ", ")
            return (place, "\(group) and \(beside)")
        }
        return nil
    }

    private static func add(
        _ path: String, _ adjustment: Adjustment, _ words: String, _ findings: inout RuleFindings
    ) {
        findings.add(at: path + ".reason", found: .code(adjustment.reason ?? ""), detail: words)
    }
}
