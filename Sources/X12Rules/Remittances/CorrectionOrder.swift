internal import X12Models
internal import X12Text

/// Corrections that came before what they correct was taken back, and claims that were paid again: in the input, or in it and
/// in a remittance that it is compared with.
struct CorrectionOrder: RuleAccumulator {
    static let span = RuleSpan.input

    /// What is needed of each part.
    enum Excerpt: Sendable {
        case set(payer: UInt64, trace: UInt64?)
        /// With what it takes back, where a remittance has it that the input is compared with.
        case reversal(Payment, of: RemittanceLevels.Original?)
        /// With the file that has it too, among those that the input is compared with.
        case payment(Payment, paidIn: String?)
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

    private var claims = RecentValues<PaidClaimNumber>()
    private var set = 0
    private var payer: UInt64 = 0
    private var trace: UInt64?

    init() {}

    static func excerpt(of header: RemittanceHeader) -> Excerpt? {
        .set(payer: header.payerKey, trace: header.traceKey)
    }

    static func excerpt(of payment: ClaimPayment, _ levels: RemittanceLevels) -> Excerpt? {
        guard let charge = payment.chargeAmount, let number = payment.patientControlNumber, number != "0"
        else { return nil }
        var claim = SeenKeys.Key()
        claim.add(number)
        var payer = SeenKeys.Key()
        payer.add(payment.payerClaimControlNumber ?? "")
        let content = payment.contentKey
        let part = Payment(
            claim: claim.value, payerNumber: payer.value, charge: charge, amount: payment.paymentAmount,
            content: content)
        return payment.isReversal
            ? .reversal(part, of: levels.original(of: payment))
            : .payment(part, paidIn: levels.fileOfEarlierPayment(number, content))
    }

    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings) {
        switch excerpt {
        case .set(let payer, let trace):
            set += 1
            self.payer = payer
            self.trace = trace
        case .payment(let payment, let file): add(payment, paidIn: file, to: &findings)
        case .reversal(let payment, let original): takeBack(payment, original, to: &findings)
        }
    }

    private mutating func add(_ payment: Payment, paidIn file: String?, to findings: inout RuleFindings) {
        // The next payer may pay the same amount.
        let content = payment.content.map { $0 ^ payer }
        var claim = claims[payment.claim] ?? PaidClaimNumber()
        if let known = claim.made(content) {
            // That a remittance came twice is told of it as a whole.
            let isCopy = known.set != set && trace != nil && known.trace == trace
            if !isCopy { tell("again", payment, &findings) }
        } else if let file, !claim.wasTakenBack {
            tell("before", payment, &findings, detail: file)
        }
        claim.note(payment, PaidClaimNumber.Made(content: content, set: set, trace: trace))
        claims[payment.claim] = claim
    }

    private func tell(
        _ fault: String, _ payment: Payment, _ findings: inout RuleFindings, detail: String = ""
    ) {
        findings.add(
            fault, at: "paymentAmount", found: payment.amount.map { .amount($0) }, detail: detail)
    }

    private mutating func takeBack(
        _ reversal: Payment, _ original: RemittanceLevels.Original?, to findings: inout RuleFindings
    ) {
        var claim = claims[reversal.claim] ?? PaidClaimNumber()
        claim.takeBack()
        claims[reversal.claim] = claim
        guard let known = claim.last else { return compare(reversal, original, &findings) }
        guard known.charge == -reversal.charge else { return }
        // The same number of the payer's and the same amount is the payment itself, which comes before what takes it back.
        if known.payerNumber != reversal.payerNumber {
            // In another set it may be the payment itself too: payers give what takes it back a number of its own.
            if claim.made.set == set { findings.add(at: "") }
        } else if let amount = reversal.amount, let before = known.amount,
            amount.magnitude != before.magnitude
        {
            findings.add("amount", at: "paymentAmount", found: amount, expected: -before)
        }
    }
}

extension CorrectionOrder {
    /// Holds what is taken back against what was paid of it in another remittance.
    private func compare(
        _ reversal: Payment, _ original: RemittanceLevels.Original?, _ findings: inout RuleFindings
    ) {
        guard let original, original.payment.charge == -reversal.charge, let amount = reversal.amount,
            let paid = original.payment.paid, paid.magnitude != amount.magnitude
        else { return }
        findings.add("taken", at: "paymentAmount", found: amount, expected: -paid, detail: original.file)
    }
}

/// What was paid under a claim's number in an input.
struct PaidClaimNumber: Sendable {
    /// What tells a payment that is made again.
    struct Made: Sendable {
        /// Its content; `nil` where it may come again.
        var content: UInt64?
        /// The transaction set it was made in, and that one's trace number.
        var set = 0
        var trace: UInt64?
    }

    /// The last payment; `nil` where the input only takes back what was paid in another one.
    private(set) var last: CorrectionOrder.Payment?
    private(set) var made = Made()
    /// What was made before the last one, of parts of a claim that take turns.
    private var earlier: [Made] = []
    /// Whether anything was taken back: what was paid in other inputs may come again.
    private(set) var wasTakenBack = false

    /// The most payments that are remembered beside the last one.
    private static let mostEarlier = 16

    /// The payment of a content, where one was made and nothing was taken back since.
    func made(_ content: UInt64?) -> Made? {
        guard let content else { return nil }
        return made.content == content ? made : earlier.first { $0.content == content }
    }

    mutating func note(_ payment: CorrectionOrder.Payment, _ made: Made) {
        if self.made.content != nil, self.made.content != made.content {
            earlier.removeAll { $0.content == made.content }
            if earlier.count == Self.mostEarlier { earlier.removeFirst() }
            earlier.append(self.made)
        }
        last = payment
        self.made = made
    }

    /// Which of several payments a reversal takes back nobody can say for sure: each may come again.
    mutating func takeBack() {
        made.content = nil
        earlier = []
        wasTakenBack = true
    }
}
