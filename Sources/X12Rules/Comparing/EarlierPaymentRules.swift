internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// A claim to the next payer: whether the payment that it rests on is one to rest on.
enum EarlierPaymentRules {
    static let all: [Rule] = [standing, balanced] + EarlierAmountRules.all

    static let standing = Rule(
        "X-SEC-REVERSED", level: 3, .claim,
        demand:
            "a claim to the next payer rests on a payment that stands: not on one that was taken back (CLP02 22), foretold (25), or that its payer has passed on itself (19, 20, 21)",
        reason: "the next payer would pay on what was never paid, or get the same claim twice",
        faults: [
            Fault(
                "reversed", .error,
                "{at} tells of a payer whose last word on the claim takes its payment back (CLP02 is {found})",
                help: "wait for the correction, and send what it says", statuses: ["A7:286"]),
            Fault(
                "foretold", .error,
                "{at} tells of a payer that has only foretold what it would pay (CLP02 is {found})",
                help: "send the claim when the service was given and the payer has decided",
                statuses: ["A7:286"]),
            Fault(
                "forwarded", .error,
                "{at} tells of a payer that has passed the claim on to the next one (CLP02 is {found})",
                help: "send nothing; should the next payer not answer, ask it whether it got the claim",
                statuses: ["A7:770"]),
        ],
        source: RuleSource(.high, "follows from what the statuses mean"), sent: ["2320"],
        needsCounterparts: true,
        examples: [
            RuleExample(
                .secondaryByLine, "CLM*PCN1001*200*", "CLM*PCN1101*200*", at: "SBR", fault: "reversed",
                counterpart: .unfinishedPayments),
            RuleExample(
                .secondaryByLine, "CLM*PCN1001*200*", "CLM*PCN1102*200*", at: "SBR", fault: "foretold",
                counterpart: .unfinishedPayments),
            RuleExample(
                .secondaryByClaim, "CLM*PCN1001*200*", "CLM*PCN1103*200*", at: "SBR", fault: "forwarded",
                counterpart: .unfinishedPayments),
        ],
        check: .claim { claim, context, findings in
            // The last payment is the one that counts: a reversal is followed by its correction.
            guard let status = claim.earlierPayment(in: context)?.status else { return }
            let fault: String
            switch status {
            case .reversal: fault = "reversed"
            case .predetermination: fault = "foretold"
            case .processedAsPrimaryForwarded, .processedAsSecondaryForwarded, .processedAsTertiaryForwarded:
                fault = "forwarded"
            default: return
            }
            findings.add(fault, at: "otherSubscribers[0]", found: .code(status.rawValue))
        })

    static let balanced = Rule(
        "X-SEC-BAL-FIRST", level: 3, .claim,
        demand:
            "a claim to the next payer rests on a payment that adds up (CLP04, SVC03) and is of the charges that the claim has (SVC02 is SV102)",
        reason: "what does not add up cannot be told to the next payer so that it does",
        faults: [
            Fault(
                "sum", .error, "{at} tells of a payment that does not add up in the remittance: {detail}",
                help: "ask the payer for a corrected remittance before sending the claim on",
                statuses: ["A7:400"]),
            Fault(
                "charge", .error, "{at} ({name}) is {found}, but the remittance is of a charge of {expected}",
                help: "send the line as it was sent to the payer before", statuses: ["A7:178"]),
        ],
        source: RuleSource(.high, "follows from the sums of both files"), sent: ["2320"],
        needsCounterparts: true, silentAfter: ["X-SEC-REVERSED"],
        examples: [
            RuleExample(
                .secondaryByClaim, "CLM*PCN1001*200*", "CLM*PCN1104*200*", at: "SBR", fault: "sum",
                counterpart: .unfinishedPayments),
            RuleExample(
                .secondaryByClaim,
                "HC:99213*120*UN*1***1~\nDTP*472*D8*20260105~\nREF*6R*L1~\nLX*2~\nSV1*HC:85025*80*",
                "HC:99213*130*UN*1***1~\nDTP*472*D8*20260105~\nREF*6R*L1~\nLX*2~\nSV1*HC:85025*70*",
                at: "SV102", fault: "charge",
                preparing: [
                    RuleExample.Change("CLM*PCN1001*200*", "CLM*PCN1105*200*"),
                    RuleExample.Change("20260105~\nLX*2~", "20260105~\nREF*6R*L1~\nLX*2~"),
                ],
                counterpart: .unfinishedPayments),
        ],
        check: .claim { claim, context, findings in
            guard let payment = claim.earlierPayment(in: context) else { return }
            if let difference = payment.difference {
                return findings.add("sum", at: "otherSubscribers[0]", detail: difference)
            }
            for index in claim.serviceLines.indices {
                guard let number = claim.serviceLines[index].references?.lineItemControlNumber,
                    let sent = claim.serviceLines[index].chargeAmount,
                    let charge = payment.line(numbered: number)?.charge, charge.magnitude != sent
                else { continue }
                findings.add(
                    "charge", at: "serviceLines[\(index)].chargeAmount", found: sent, expected: charge)
                return
            }
        })
}

extension Claim {
    /// Whether it tells of what one payer has decided; of several, nobody can say whose remittance is at hand.
    private var tellsOfOneDecision: Bool {
        guard otherSubscribers.count == 1 else { return false }
        return otherSubscribers[0].hasDecidedOnClaim || serviceLines.contains { !$0.adjudications.isEmpty }
    }

    /// What the payer that it tells of said last in the remittances at hand, by their days of payment; the answers of payers
    /// behind that one to the same claim are passed over.
    func earlierPayment(in context: ClaimContext) -> PaidClaim? {
        guard tellsOfOneDecision, let counterparts = context.levels.counterparts else { return nil }
        let later = Self.later[otherSubscribers[0].payerResponsibility?.rawValue ?? ""] ?? []
        let payments = counterparts.payments(patientControlNumber)
        return (payments.count > 1 ? payments.byDay ?? payments : payments).last { payment in
            payment.status.map { !later.contains($0) } ?? true
        }
    }

    /// The statuses of payers behind one in the sequence (SBR01).
    private static let later: [String: Set<ClaimPaymentStatus>] = [
        "P": [
            .processedAsSecondary, .processedAsTertiary, .processedAsSecondaryForwarded,
            .processedAsTertiaryForwarded,
        ],
        "S": [.processedAsTertiary, .processedAsTertiaryForwarded],
    ]
}
