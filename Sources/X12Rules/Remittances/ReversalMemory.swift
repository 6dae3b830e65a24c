internal import X12Models
internal import X12Text

extension ClaimPayment {
    /// What tells a claim at its payer: the provider's number and the payer's.
    fileprivate var claimKey: UInt64 {
        var key = SeenKeys.Key()
        key.add(patientControlNumber ?? "")
        key.add(payerClaimControlNumber ?? "")
        return key.value
    }

    /// What all adjustments are, in any order and however they are spread over lines; with the signs turned for a
    /// claim that is taken back. `nil` when an amount is not known.
    fileprivate var adjustmentKey: UInt64? {
        var sum: UInt64 = 0
        var isKnown = true
        forEachAdjustment { adjustment in
            guard let amount = adjustment.amount else {
                isKnown = false
                return
            }
            var key = SeenKeys.Key()
            key.add(adjustment.group ?? "")
            key.add(adjustment.reason ?? "")
            key.add(isReversal ? -amount : amount)
            sum &+= key.value
        }
        return isKnown ? sum : nil
    }
}

/// What was taken back against the adjustments of what was paid.
struct ReversedAdjustments: RuleAccumulator {
    static let span = RuleSpan.input

    /// A claim's payment.
    struct Excerpt: Sendable {
        let claim: UInt64
        let adjustments: UInt64
        let isReversal: Bool
    }

    private var paid = RecentValues<UInt64>()

    init() {}

    static func excerpt(of payment: ClaimPayment, _ levels: RemittanceLevels) -> Excerpt? {
        payment.adjustmentKey.map {
            Excerpt(claim: payment.claimKey, adjustments: $0, isReversal: payment.isReversal)
        }
    }

    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings) {
        guard excerpt.isReversal else {
            paid[excerpt.claim] = excerpt.adjustments
            return
        }
        if let known = paid[excerpt.claim], known != excerpt.adjustments { findings.add(at: "") }
    }
}

/// What was taken back against the charge of what was paid.
struct ReversedCharges: RuleAccumulator {
    static let span = RuleSpan.input

    /// A claim's payment.
    struct Excerpt: Sendable {
        let claim: UInt64
        let charge: ExactDecimal
        let isReversal: Bool
    }

    private var charged = RecentValues<ExactDecimal>()

    init() {}

    static func excerpt(of payment: ClaimPayment, _ levels: RemittanceLevels) -> Excerpt? {
        payment.chargeAmount.map {
            Excerpt(claim: payment.claimKey, charge: $0, isReversal: payment.isReversal)
        }
    }

    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings) {
        guard excerpt.isReversal else {
            charged[excerpt.claim] = excerpt.charge
            return
        }
        guard let known = charged[excerpt.claim], known.magnitude != excerpt.charge.magnitude else { return }
        findings.add(at: "chargeAmount", found: excerpt.charge, expected: -known)
    }
}

/// Corrections that came before what they correct was taken back.
struct CorrectionOrder: RuleAccumulator {
    static let span = RuleSpan.transactionSet

    /// A claim's payment.
    struct Excerpt: Sendable {
        /// The provider's number alone: a correction has another number of the payer's.
        let claim: UInt64
        let payerNumber: UInt64
        let charge: ExactDecimal
        let isReversal: Bool
    }

    /// A payment by its claim: the payer's number and the charge.
    private struct Paid: Sendable {
        let payerNumber: UInt64
        let charge: ExactDecimal
    }

    private var paid = RecentValues<Paid>()

    init() {}

    static func excerpt(of payment: ClaimPayment, _ levels: RemittanceLevels) -> Excerpt? {
        guard let charge = payment.chargeAmount, let number = payment.patientControlNumber, number != "0"
        else { return nil }
        var claim = SeenKeys.Key()
        claim.add(number)
        var payer = SeenKeys.Key()
        payer.add(payment.payerClaimControlNumber ?? "")
        return Excerpt(
            claim: claim.value, payerNumber: payer.value, charge: charge, isReversal: payment.isReversal)
    }

    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings) {
        guard excerpt.isReversal else {
            paid[excerpt.claim] = Paid(payerNumber: excerpt.payerNumber, charge: excerpt.charge)
            return
        }
        // The same number of the payer's is the payment itself, which comes before what takes it back.
        guard let known = paid[excerpt.claim], known.payerNumber != excerpt.payerNumber,
            known.charge == -excerpt.charge
        else { return }
        findings.add(at: "")
    }
}
