internal import X12Diagnostics
internal import X12Models
internal import X12Text

extension ClaimPayment {
    /// What tells a claim at its payer: the provider's number and the payer's.
    var claimKey: UInt64 {
        var key = SeenKeys.Key()
        key.add(patientControlNumber?.trimmedEnd ?? "")
        key.add(payerClaimControlNumber?.trimmedEnd ?? "")
        return key.value
    }

    /// What all adjustments are, in any order and however they are spread over lines; with the signs turned for a
    /// claim that is taken back. `nil` when an amount is not known.
    var adjustmentKey: UInt64? {
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

/// Payments of claims, each to be found again by what takes it back.
///
/// A claim's number stands for several payments where a correction keeps it, so the amount tells which of them it is.
private struct PaidClaims<Value: Sendable>: Sendable {
    /// A payment: its amount, and what is to be compared.
    struct Paid: Sendable {
        let amount: ExactDecimal?
        let value: Value
    }

    /// The last payment by its claim; those before it, where the amount is another, by claim and amount.
    private var paid = RecentValues<Paid>()

    mutating func note(_ value: Value, of claim: UInt64, _ amount: ExactDecimal?) {
        if let last = paid[claim], last.amount?.magnitude != amount?.magnitude {
            paid[Self.key(claim, last.amount)] = last
        }
        paid[claim] = Paid(amount: amount, value: value)
    }

    /// The payment of a claim that has the amount which is taken back; the last one where none has.
    func payment(of claim: UInt64, _ amount: ExactDecimal?) -> Paid? {
        guard let last = paid[claim], last.amount?.magnitude != amount?.magnitude else { return paid[claim] }
        return paid[Self.key(claim, amount)] ?? last
    }

    private static func key(_ claim: UInt64, _ amount: ExactDecimal?) -> UInt64 {
        var key = SeenKeys.Key()
        key.add("\(claim)")
        key.add(amount?.magnitude)
        return key.value
    }
}

/// What was taken back against the adjustments of what was paid.
struct ReversedAdjustments: RuleAccumulator {
    static let span = RuleSpan.input

    /// A claim's payment.
    struct Excerpt: Sendable {
        let claim: UInt64
        let amount: ExactDecimal
        let adjustments: UInt64
        let isReversal: Bool
        /// What it takes back, where a remittance has it that the input is compared with.
        let original: RemittanceLevels.Original?
    }

    private var paid = PaidClaims<UInt64>()

    init() {}

    static func excerpt(of payment: ClaimPayment, _ levels: RemittanceLevels) -> Excerpt? {
        guard let amount = payment.paymentAmount, let adjustments = payment.adjustmentKey else { return nil }
        return Excerpt(
            claim: payment.claimKey, amount: amount, adjustments: adjustments, isReversal: payment.isReversal,
            original: levels.original(of: payment))
    }

    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings) {
        guard excerpt.isReversal else {
            return paid.note(excerpt.adjustments, of: excerpt.claim, excerpt.amount)
        }
        // A payment of another amount is not the one that is taken back: it may be the correction.
        if let known = paid.payment(of: excerpt.claim, excerpt.amount) {
            if known.amount?.magnitude == excerpt.amount.magnitude, known.value != excerpt.adjustments {
                findings.add(at: "")
            }
        } else if let original = excerpt.original,
            original.payment.paid?.magnitude == excerpt.amount.magnitude,
            let adjustments = original.payment.adjustmentContent, adjustments != excerpt.adjustments
        {
            findings.add("before", at: "", detail: original.file)
        }
    }
}

/// What was taken back against the charge of what was paid.
struct ReversedCharges: RuleAccumulator {
    static let span = RuleSpan.input

    /// A claim's payment.
    struct Excerpt: Sendable {
        let claim: UInt64
        let amount: ExactDecimal?
        let charge: ExactDecimal
        let isReversal: Bool
        /// What it takes back, where a remittance has it that the input is compared with.
        let original: RemittanceLevels.Original?
    }

    private var charged = PaidClaims<ExactDecimal>()

    init() {}

    static func excerpt(of payment: ClaimPayment, _ levels: RemittanceLevels) -> Excerpt? {
        payment.chargeAmount.map {
            Excerpt(
                claim: payment.claimKey, amount: payment.paymentAmount, charge: $0,
                isReversal: payment.isReversal, original: levels.original(of: payment))
        }
    }

    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings) {
        guard excerpt.isReversal else {
            return charged.note(excerpt.charge, of: excerpt.claim, excerpt.amount)
        }
        if let known = charged.payment(of: excerpt.claim, excerpt.amount)?.value {
            guard known.magnitude != excerpt.charge.magnitude else { return }
            findings.add(at: "chargeAmount", found: excerpt.charge, expected: -known)
        } else if let original = excerpt.original, let charge = original.payment.charge,
            charge.magnitude != excerpt.charge.magnitude
        {
            findings.add(
                "before", at: "chargeAmount", found: excerpt.charge, expected: -charge, detail: original.file)
        }
    }
}
