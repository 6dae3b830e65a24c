internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// Sums of a claim: its charge and its lines' charges.
enum ClaimBalanceRules {
    static let all: [Rule] = [chargeTotal]

    static let chargeTotal = Rule(
        "837P-BAL-CLM02", level: 3, .claim,
        demand: "the claim's charge (CLM02) is the sum of its lines' charges (SV102), to the cent",
        reason:
            "a payer adds the lines up; where the claim says another total it cannot know which is right, and rejects",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, but the service lines add up to {expected}: {detail}",
                help: "correct the total, or the line that is missing, doubled or mistyped",
                statuses: ["A7:400", "A7:178"])
        ],
        source: RuleSource(
            .high, "two open validators, two public vendor edits; the pair of statuses is a judgement"),
        examples: [RuleExample(.officeVisit, "CLM*PCN0001*180*", "CLM*PCN0001*999*", at: "CLM02")],
        check: .claim { claim, context, findings in
            guard let charge = claim.chargeAmount, let total = context.lineTotal,
                !charge.isWithin(findings.tolerance, of: total)
            else { return }
            findings.add(at: "chargeAmount", found: charge, expected: total, detail: lineCharges(of: claim))
        })

    /// The most lines that a finding names.
    private static let mostLines = 12

    /// `line 1 120, line 2 60`
    private static func lineCharges(of claim: Claim) -> String {
        var parts: [String] = []
        for (index, line) in claim.serviceLines.prefix(mostLines).enumerated() {
            parts.append("line \(line.number ?? index + 1) \(line.chargeAmount ?? .zero)")
        }
        let more = claim.serviceLines.count - parts.count
        if more > 0 { parts.append("and \(more) more") }
        return parts.joined(separator: ", ")
    }
}
