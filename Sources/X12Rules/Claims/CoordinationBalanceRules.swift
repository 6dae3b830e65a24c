internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// Coordination of benefits: what earlier payers paid and took off against what was charged.
enum CoordinationBalanceRules {
    static let all: [Rule] = [line, paid, claim, adjustmentTwice, nonCovered, liability, zeroAdjustment]

    static let line = Rule(
        "837P-COB-LINE-BAL", level: 3, .claim,
        demand:
            "for each payer that decided on a line, the line's charge (SV102) is what it paid (SVD02) and took off (CAS)",
        reason:
            "the next payer works from these sums; where they do not add up it cannot tell what is left to pay",
        faults: [
            Fault(
                .error, "the line's charge is {found}, but this payer paid and took off {expected}: {detail}",
                help:
                    "copy payment and adjustments of the line from the payer's remittance, all of them and none twice",
                statuses: ["A7:672", "A7:643"])
        ],
        source: RuleSource(.high, "RFI-1294, two public vendor edits; the statuses were verified"),
        sent: ["2430"],
        silentAfter: ["837P-BAL-CLM02"],
        reliesOn: ["2430 SVD", "2430 CAS"],
        examples: [RuleExample(.secondaryByLine, "CAS*CO*45*50~", "CAS*CO*45*40~", at: "SVD02")],
        check: .claim { claim, _, findings in
            for index in claim.serviceLines.indices where !claim.serviceLines[index].adjudications.isEmpty {
                check(claim.serviceLines[index], index, &findings)
            }
        })

    /// Checks the line for each payer once, at the first decision of the payer.
    private static func check(_ line: ServiceLine, _ index: Int, _ findings: inout RuleFindings) {
        guard let charge = line.chargeAmount else { return }
        for first in line.adjudications.indices {
            guard let payer = line.adjudications[first].payerIdentifier,
                !line.adjudications[..<first].contains(where: { $0.payerIdentifier == payer })
            else { continue }
            var paid = MoneySum()
            var adjusted = MoneySum()
            for place in first..<line.adjudications.count
            where line.adjudications[place].payerIdentifier == payer {
                paid.add(line.adjudications[place].paidAmount)
                adjusted.add(line.adjudications[place].adjustments.total)
            }
            guard let paid = paid.value, let adjusted = adjusted.value, let sum = paid.adding(adjusted),
                !charge.isWithin(findings.tolerance, of: sum)
            else { continue }
            findings.add(
                at: "serviceLines[\(index)].adjudications[\(first)].paidAmount", found: charge, expected: sum,
                detail: "paid \(paid), adjusted \(adjusted)")
        }
    }

    static let paid = Rule(
        "837P-COB-PAID-BAL", level: 3, .claim,
        demand:
            "what a payer paid (AMT*D) is what it paid on lines (SVD02) less what it took off the claim as a whole (2320 CAS)",
        reason:
            "the next payer takes the sum off what it pays; a wrong one costs the provider the difference",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, but the payer's lines come to {expected}: {detail}",
                help:
                    "copy the payment from the payer's remittance (CLP04), and each adjustment where it stands there",
                statuses: ["A7:672", "A7:183:PR"])
        ],
        source: RuleSource(.high, "RFI-1294, RFI-1137"),
        sent: ["2430"],
        silentAfter: ["837P-BAL-CLM02", "837P-COB-LINE-BAL", "837P-COB-NO-DUP-ADJ", "837P-COB-SVD01"],
        reliesOn: ["2400 LX", "2430 SVD"],
        examples: [RuleExample(.secondaryByLine, "AMT*D*110~", "AMT*D*115~", at: "AMT02")],
        check: .claim { claim, _, findings in
            for index in claim.otherSubscribers.indices {
                guard let sent = claim.otherSubscribers[index].payerPaidAmount,
                    let sums = OtherPayerSums(claim, index), sums.hasLines, let due = sums.paidByLines,
                    !sent.isWithin(findings.tolerance, of: due)
                else { continue }
                let adjusted = sums.claimAdjustments.value ?? .zero
                findings.add(
                    at: "otherSubscribers[\(index)].payerPaidAmount", found: sent, expected: due,
                    detail: "\(sums.paidOnLines.value ?? .zero) on lines, less \(adjusted) on the claim")
            }
        })

    static let claim = Rule(
        "837P-COB-CLM-BAL", level: 3, .claim,
        demand:
            "for a payer that decided on the claim as a whole, the charge (CLM02) is what it paid (AMT*D) and took off (2320 CAS)",
        reason:
            "the next payer works from these sums; where they do not add up it cannot tell what is left to pay",
        faults: [
            Fault(
                .error,
                "the claim's charge is {found}, but this payer paid and took off {expected}: {detail}",
                help:
                    "copy payment and adjustments from the payer's remittance; what it decided by lines goes into loops 2430",
                statuses: ["A7:672", "A7:400"]),
            Fault(
                "lines", .warning,
                "the claim's charge is {found}, but this payer paid and took off {expected}: no decision (2430) on {detail}",
                help:
                    "send a loop 2430 for each line that the payer decided on, also for one that it refused (SVD02 is 0)",
                statuses: ["A7:672", "A7:400"]),
        ],
        source: RuleSource(.high, "RFI-1294, RFI-1115; verified by computing"),
        sent: ["2320"],
        silentAfter: [
            "837P-BAL-CLM02", "837P-COB-LINE-BAL", "837P-COB-NO-DUP-ADJ", "837P-COB-A8", "837P-COB-SVD01",
        ],
        examples: [
            RuleExample(.secondaryByClaim, "CAS*CO*45*70~", "CAS*CO*45*60~", at: "AMT02"),
            RuleExample(
                .secondaryByLine,
                "\nSVD*PRIMID*0*HC:85025**1~\nCAS*CO*45*80~\nDTP*573*D8*20260115~", "", at: "AMT02",
                fault: "lines",
                preparing: [
                    RuleExample.Change("AMT*D*110~", "AMT*D*80~"),
                    RuleExample.Change(
                        "SVD*PRIMID*30*HC:85025**1~\nCAS*CO*45*50~",
                        "SVD*PRIMID*0*HC:85025**1~\nCAS*CO*45*80~"),
                ]),
        ],
        check: .claim { claim, _, findings in
            guard let charge = claim.chargeAmount else { return }
            for index in claim.otherSubscribers.indices {
                guard let paid = claim.otherSubscribers[index].payerPaidAmount,
                    let sums = OtherPayerSums(claim, index)
                else { continue }
                guard !sums.hasLines else {
                    checkUndecided(claim, sums, paid: paid, charge, &findings)
                    continue
                }
                guard let adjusted = sums.claimAdjustments.value, let sum = paid.adding(adjusted),
                    !charge.isWithin(findings.tolerance, of: sum)
                else { continue }
                findings.add(
                    at: "otherSubscribers[\(index)].payerPaidAmount", found: charge, expected: sum,
                    detail: "paid \(paid), adjusted \(adjusted)")
            }
        })

    /// Reports the lines that a payer, which decided by lines, has left undecided, where the claim's sum shows that they matter.
    ///
    /// Where the lines do not come to what the payer paid, that is what is reported.
    private static func checkUndecided(
        _ claim: Claim, _ sums: OtherPayerSums, paid: ExactDecimal, _ charge: ExactDecimal,
        _ findings: inout RuleFindings
    ) {
        guard let due = sums.paidByLines, paid.isWithin(findings.tolerance, of: due),
            let onClaim = sums.claimAdjustments.value, let onLines = sums.lineAdjustments.value,
            let sum = paid.adding(onClaim)?.adding(onLines), !charge.isWithin(findings.tolerance, of: sum)
        else { return }
        let payer = claim.otherSubscribers[sums.index].payer?.identifier
        var lines: [String] = []
        for (index, line) in claim.serviceLines.enumerated()
        where line.chargeAmount != .zero
            && !line.adjudications.contains(where: { $0.payerIdentifier == payer })
        {
            lines.append("\(line.number ?? index + 1)")
        }
        guard !lines.isEmpty else { return }
        let most = 12
        let more = lines.count > most ? " and \(lines.count - most) more" : ""
        findings.add(
            "lines", at: "otherSubscribers[\(sums.index)].payerPaidAmount", found: charge, expected: sum,
            detail: (lines.count == 1 ? "line " : "lines ") + lines.prefix(most).joined(separator: ", ")
                + more)
    }

    static let adjustmentTwice = Rule(
        "837P-COB-NO-DUP-ADJ", level: 3, .claim,
        demand: "an adjustment stands at the claim or at a line, never at both",
        reason: "counted twice, it makes the claim look adjusted by more than was charged",
        faults: [
            Fault(
                .error,
                "the adjustment {detail} stands at the claim and at a line; without it at the claim the payment adds up",
                help: "leave it at the level where the remittance has it",
                statuses: ["A7:672", "A7:521"])
        ],
        source: RuleSource(.high, "RFI-358, RFI-689"),
        sent: ["2430"],
        examples: [
            RuleExample(
                .secondaryByLine, "SBR*P*18*******CI~\nAMT*D*110~",
                "SBR*P*18*******CI~\nCAS*PR*2*20~\nAMT*D*110~", at: "CAS03")
        ],
        check: .claim { claim, _, findings in
            for index in claim.otherSubscribers.indices
            where !claim.otherSubscribers[index].adjustments.isEmpty {
                checkTwice(claim, index, &findings)
            }
        })

    private static func checkTwice(_ claim: Claim, _ index: Int, _ findings: inout RuleFindings) {
        let subscriber = claim.otherSubscribers[index]
        guard let sent = subscriber.payerPaidAmount, let sums = OtherPayerSums(claim, index), sums.hasLines,
            let due = sums.paidByLines, !sent.isWithin(findings.tolerance, of: due)
        else { return }
        let payer = subscriber.payer?.identifier
        let onLines = claim.serviceLines.flatMap { line in
            line.adjudications.filter { $0.payerIdentifier == payer }.flatMap(\.adjustments)
        }
        let twice = subscriber.adjustments.indices.filter { place in
            let adjustment = subscriber.adjustments[place]
            return onLines.contains {
                $0.group == adjustment.group && $0.reason == adjustment.reason
                    && $0.amount == adjustment.amount
            }
        }
        guard let first = twice.first else { return }
        var rest = MoneySum()
        rest.add(due)
        for place in twice { rest.add(subscriber.adjustments[place].amount) }
        guard let rest = rest.value, sent.isWithin(findings.tolerance, of: rest) else { return }
        let adjustment = subscriber.adjustments[first]
        findings.add(
            at: "otherSubscribers[\(index)].adjustments[\(first)].amount",
            detail: "\(adjustment.group ?? "") \(adjustment.reason ?? "") \(adjustment.amount ?? .zero)")
    }

    static let nonCovered = Rule(
        "837P-COB-A8", level: 3, .claim,
        demand:
            "a payer that is known not to cover the claim has the whole charge as non-covered (AMT*A8), and no decision beside it",
        reason: "the amount stands in place of a decision; with one beside it, it is doubtful which holds",
        faults: [
            Fault(
                "amount", .error, "{at} ({name}) is {found}, must be the claim's charge, {expected}",
                help: "send CLM02 in AMT*A8, or what the payer decided in place of it", statuses: ["A7:596"]),
            Fault(
                "decision", .error,
                "{at} says that the payer does not cover the claim, but a decision of it is sent too",
                help: "send the decision alone (AMT*D, CAS, 2430), or AMT*A8 alone", statuses: ["A7:596"]),
            Fault(
                "date", .warning,
                "{at} ({name}) is the day of a decision, but AMT*A8 stands in place of one",
                help: "leave DTP*573 out of loop 2330B, or send what the payer decided", statuses: ["A7:596"]),
        ],
        source: RuleSource(.medium, "front matter of the guide"),
        sent: ["2320 AMT A8"],
        examples: [
            RuleExample(
                .secondaryByClaim, "AMT*A8*200~", "AMT*A8*50~", at: "AMT02", fault: "amount",
                preparing: denial),
            RuleExample(
                .secondaryByClaim, "AMT*A8*200~", "CAS*CO*45*90~\nAMT*D*110~\nAMT*A8*200~", at: "AMT02",
                fault: "decision", preparing: denial),
            RuleExample(
                .secondaryByClaim, "PI*PRIMID~", "PI*PRIMID~\nDTP*573*D8*20260115~", at: "DTP03",
                fault: "date",
                preparing: denial),
        ],
        check: .claim { claim, _, findings in
            for index in claim.otherSubscribers.indices {
                guard let amount = claim.otherSubscribers[index].nonCoveredAmount else { continue }
                let path = "otherSubscribers[\(index)].nonCoveredAmount"
                let payer = claim.otherSubscribers[index].payer?.identifier
                let hasLines = claim.serviceLines.contains { line in
                    line.adjudications.contains { $0.payerIdentifier == payer }
                }
                if claim.otherSubscribers[index].payerPaidAmount != nil || hasLines
                    || !claim.otherSubscribers[index].adjustments.isEmpty
                {
                    findings.add("decision", at: path)
                } else if let charge = claim.chargeAmount, amount != charge {
                    findings.add("amount", at: path, found: amount, expected: charge)
                } else if claim.otherSubscribers[index].payer?.paymentDate != nil {
                    findings.add("date", at: "otherSubscribers[\(index)].payer.paymentDate")
                }
            }
        })

    private static let denial = [
        RuleExample.Change("CAS*CO*45*70~\nCAS*PR*2*20~\nAMT*D*110~", "AMT*A8*200~"),
        RuleExample.Change("PI*PRIMID~\nDTP*573*D8*20260115~", "PI*PRIMID~"),
    ]

    static let liability = Rule(
        "837P-COB-EAF", level: 3, .claim,
        demand:
            "what the patient still owes (AMT*EAF) is sent at the claim or at its lines, between nothing and the charge",
        reason: "the next payer decides about it; sent at both levels it counts twice",
        faults: [
            Fault(
                "both", .warning, "{at} ({name}) is sent at the line and at the claim",
                help: "send it at the lines where the payer decided by lines, else at the claim",
                statuses: ["A7:639"]),
            Fault(
                "range", .warning, "{at} ({name}) is {found}, must be between 0 and the charge of {expected}",
                help: "send what the patient owes after this payer", statuses: ["A7:639"]),
        ],
        source: RuleSource(.high, "RFI-985, RFI-1517"),
        sent: ["2320 AMT EAF", "2430 AMT EAF"],
        examples: [
            RuleExample(
                .secondaryByLine, "AMT*D*110~", "AMT*D*110~\nAMT*EAF*20~", at: "AMT02", fault: "both",
                preparing: [owed]),
            RuleExample(
                .secondaryByLine, "AMT*EAF*20~", "AMT*EAF*200~", at: "AMT02", fault: "range",
                preparing: [owed]),
        ],
        check: .claim { claim, _, findings in
            for index in claim.otherSubscribers.indices {
                let amount = claim.otherSubscribers[index].remainingPatientLiability
                if let amount, let charge = claim.chargeAmount, amount.isNegative || charge < amount {
                    findings.add(
                        "range", at: "otherSubscribers[\(index)].remainingPatientLiability", found: amount,
                        expected: charge)
                }
                let payer = claim.otherSubscribers[index].payer?.identifier
                checkLines(claim, payer, isOnClaim: amount != nil, &findings)
            }
        })

    private static let owed = RuleExample.Change(
        "CAS*PR*2*20~\nDTP*573*D8*20260115~", "CAS*PR*2*20~\nDTP*573*D8*20260115~\nAMT*EAF*20~")

    private static func checkLines(
        _ claim: Claim, _ payer: String?, isOnClaim: Bool, _ findings: inout RuleFindings
    ) {
        for index in claim.serviceLines.indices {
            for place in claim.serviceLines[index].adjudications.indices
            where claim.serviceLines[index].adjudications[place].payerIdentifier == payer {
                guard
                    let amount = claim.serviceLines[index].adjudications[place].remainingPatientLiability
                else { continue }
                let path = "serviceLines[\(index)].adjudications[\(place)].remainingPatientLiability"
                if isOnClaim { return findings.add("both", at: path) }
                guard let charge = claim.serviceLines[index].chargeAmount,
                    amount.isNegative || charge < amount
                else { continue }
                findings.add("range", at: path, found: amount, expected: charge)
            }
        }
    }
}
