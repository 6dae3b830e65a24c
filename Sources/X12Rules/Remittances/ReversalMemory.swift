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
    }

    private var paid = PaidClaims<UInt64>()

    init() {}

    static func excerpt(of payment: ClaimPayment, _ levels: RemittanceLevels) -> Excerpt? {
        guard let amount = payment.paymentAmount, let adjustments = payment.adjustmentKey else { return nil }
        return Excerpt(
            claim: payment.claimKey, amount: amount, adjustments: adjustments, isReversal: payment.isReversal)
    }

    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings) {
        guard excerpt.isReversal else {
            return paid.note(excerpt.adjustments, of: excerpt.claim, excerpt.amount)
        }
        // A payment of another amount is not the one that is taken back: it may be the correction.
        guard let known = paid.payment(of: excerpt.claim, excerpt.amount),
            known.amount?.magnitude == excerpt.amount.magnitude, known.value != excerpt.adjustments
        else { return }
        findings.add(at: "")
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
    }

    private var charged = PaidClaims<ExactDecimal>()

    init() {}

    static func excerpt(of payment: ClaimPayment, _ levels: RemittanceLevels) -> Excerpt? {
        payment.chargeAmount.map {
            Excerpt(
                claim: payment.claimKey, amount: payment.paymentAmount, charge: $0,
                isReversal: payment.isReversal)
        }
    }

    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings) {
        guard excerpt.isReversal else {
            return charged.note(excerpt.charge, of: excerpt.claim, excerpt.amount)
        }
        guard let known = charged.payment(of: excerpt.claim, excerpt.amount)?.value,
            known.magnitude != excerpt.charge.magnitude
        else { return }
        findings.add(at: "chargeAmount", found: excerpt.charge, expected: -known)
    }
}

/// Corrections that came before what they correct was taken back, and claims that were paid again.
struct CorrectionOrder: RuleAccumulator {
    static let span = RuleSpan.input

    /// What is needed of each part.
    enum Excerpt: Sendable {
        case set(payer: UInt64, trace: UInt64?)
        case payment(Payment, isReversal: Bool)
    }

    /// A claim's payment.
    struct Payment: Sendable {
        /// The provider's number alone: a correction has another number of the payer's, or the same.
        let claim: UInt64
        let payerNumber: UInt64
        let charge: ExactDecimal
        let amount: ExactDecimal?
        /// What tells that a payment is the same again; `nil` where it may come again.
        let content: UInt64?
    }

    private var paid = RecentValues<(payment: Payment, set: Int, trace: UInt64?)>()
    private var set = 0
    private var payer: UInt64 = 0
    private var trace: UInt64?

    init() {}

    static func excerpt(of header: RemittanceHeader) -> Excerpt? {
        var payer = SeenKeys.Key()
        payer.add(header.trace.payerIdentifier ?? "")
        return .set(payer: payer.value, trace: header.traceKey)
    }

    static func excerpt(of payment: ClaimPayment, _ levels: RemittanceLevels) -> Excerpt? {
        guard let charge = payment.chargeAmount, let number = payment.patientControlNumber, number != "0"
        else { return nil }
        var claim = SeenKeys.Key()
        claim.add(number)
        var payer = SeenKeys.Key()
        payer.add(payment.payerClaimControlNumber ?? "")
        let part = Payment(
            claim: claim.value, payerNumber: payer.value, charge: charge, amount: payment.paymentAmount,
            content: payment.contentKey)
        return .payment(part, isReversal: payment.isReversal)
    }

    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings) {
        switch excerpt {
        case .set(let payer, let trace):
            set += 1
            self.payer = payer
            self.trace = trace
        case .payment(let payment, isReversal: false):
            let payment = payment.made(by: payer)
            if let content = payment.content, let known = paid[payment.claim],
                known.payment.content == content, !isCopy(known.set, known.trace)
            {
                findings.add("again", at: "paymentAmount", found: payment.amount.map { .amount($0) })
            }
            paid[payment.claim] = (payment, set, trace)
        case .payment(let reversal, isReversal: true):
            guard let (known, knownSet, knownTrace) = paid[reversal.claim] else { return }
            paid[reversal.claim] = (known.takenBack, knownSet, knownTrace)
            guard known.charge == -reversal.charge else { return }
            // The same number of the payer's and the same amount is the payment itself, which comes before what takes it back.
            if known.payerNumber != reversal.payerNumber {
                // In another set it may be the payment itself too: payers give what takes it back a number of its own.
                if knownSet == set { findings.add(at: "") }
            } else if let amount = reversal.amount, let before = known.amount,
                amount.magnitude != before.magnitude
            {
                findings.add("amount", at: "paymentAmount", found: amount, expected: -before)
            }
        }
    }

    /// Whether the set at hand has the trace number of another one: that a remittance came twice is told of it as a whole.
    private func isCopy(_ knownSet: Int, _ knownTrace: UInt64?) -> Bool {
        knownSet != set && trace != nil && knownTrace == trace
    }
}

extension CorrectionOrder.Payment {
    /// The payment as one payer's: the next one may pay the same amount.
    fileprivate func made(by payer: UInt64) -> Self { with(content: content.map { $0 ^ payer }) }

    /// The same payment after a reversal: it may come again.
    fileprivate var takenBack: Self { with(content: nil) }

    private func with(content: UInt64?) -> Self {
        Self(claim: claim, payerNumber: payerNumber, charge: charge, amount: amount, content: content)
    }
}

extension ClaimPayment {
    /// What tells that a payment is one that was made before: numbers, amounts, dates and lines; `nil` where nothing is paid,
    /// or the payer's number, which tells parts of a claim apart, is missing, or one payer passes it on to the next.
    fileprivate var contentKey: UInt64? {
        guard let amount = paymentAmount, amount > .zero, let number = payerClaimControlNumber,
            status == .processedAsPrimary || status == .processedAsSecondary || status == .processedAsTertiary
        else { return nil }
        var key = SeenKeys.Key()
        key.add(number)
        key.add(status?.rawValue ?? "")
        key.add(chargeAmount)
        key.add(amount)
        for date in statementDates { key.add(date.date) }
        for index in serviceLines.indices {
            let line = serviceLines[index]
            key.add(line.procedure.code ?? "")
            for modifier in line.procedure.modifiers { key.add(modifier) }
            for date in line.serviceDates { key.add(date.date) }
            key.add(line.lineItemControlNumber ?? "")
            key.add(line.chargeAmount)
            key.add(line.paymentAmount)
        }
        return key.value
    }
}
