internal import X12Models
internal import X12Text

/// The payment of a remittance against its claims and provider adjustments.
struct PaymentBalance: RuleAccumulator {
    static let span = RuleSpan.transactionSet

    /// What is needed of each part.
    enum Excerpt: Sendable {
        /// BPR02.
        case payment(ExactDecimal?)
        /// CLP04, and by how much it is more than the claim's own charge and adjustments come to; predeterminations
        /// (CLP02 is 25) pay nothing and count for nothing.
        case claim(ExactDecimal?, excess: ExactDecimal?)
        /// The sum of the PLB amounts of a stretch; a set has several where PLB stands before claims.
        case end(MoneySum)
    }

    private var payment: ExactDecimal?
    private var claims = MoneySum()
    private var adjustments = MoneySum()
    /// What claims that do not add up are paid more than they should be, taken together.
    private var excess = MoneySum()

    init() {}

    static func excerpt(of header: RemittanceHeader) -> Excerpt? { .payment(header.payment.amount) }

    static func excerpt(of payment: ClaimPayment, _ levels: RemittanceLevels) -> Excerpt? {
        guard payment.status != .predetermination else { return nil }
        let excess = payment.due.flatMap { payment.paymentAmount?.subtracting($0) }
        return .claim(payment.paymentAmount, excess: excess == .zero ? nil : excess)
    }

    static func excerpt(of trailer: RemittanceTrailer) -> Excerpt? {
        var sum = MoneySum()
        for index in trailer.providerAdjustments.indices {
            let adjustment = trailer.providerAdjustments[index]
            if adjustment.reason != nil || adjustment.amount != nil { sum.add(adjustment.amount) }
        }
        return .end(sum)
    }

    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings) {
        switch excerpt {
        case .payment(let amount):
            payment = amount
            findings.keep("payment.amount")
        case .claim(let amount, let claimExcess):
            claims.add(amount)
            if let claimExcess { excess.add(claimExcess) }
        case .end(let stretch):
            adjustments.add(stretch)
            guard findings.isEndOfSet, let payment, let paid = claims.value, let adjusted = adjustments.value,
                let due = paid.subtracting(adjusted), !payment.isWithin(findings.tolerance, of: due)
            else { return }
            let hint = hint(payment, paid: paid, adjusted: adjusted, due: due)
            findings.addAtKept(found: payment, expected: due, detail: "\(paid) less \(adjusted)\(hint)")
        }
    }

    /// What the payment would add up with, where one thing explains the whole difference.
    private func hint(
        _ payment: ExactDecimal, paid: ExactDecimal, adjusted: ExactDecimal, due: ExactDecimal
    ) -> String {
        if let excess = excess.value, excess != .zero, due.subtracting(excess) == payment {
            return "; this is what the claims that do not add up differ by, and it adds up when they do"
        }
        // The commonest mistake of all: PLB was taken for what is added.
        return paid.adding(adjusted) == payment ? "; with the signs of PLB turned it adds up" : ""
    }
}

/// Amounts without which a payment cannot be added up.
struct UnknownAmounts: RuleAccumulator {
    static let span = RuleSpan.transactionSet

    /// What is needed of each part.
    enum Excerpt: Sendable {
        case payment(ExactDecimal?)
        /// A claim of which it is not known what was paid.
        case unknownClaim
        /// How many provider adjustments have no amount.
        case end(Int)
    }

    private var payment: ExactDecimal?
    private var claims = 0
    private var adjustments = 0

    init() {}

    static func excerpt(of header: RemittanceHeader) -> Excerpt? { .payment(header.payment.amount) }

    static func excerpt(of payment: ClaimPayment, _ levels: RemittanceLevels) -> Excerpt? {
        payment.paymentAmount == nil && payment.status != .predetermination ? .unknownClaim : nil
    }

    static func excerpt(of trailer: RemittanceTrailer) -> Excerpt? {
        .end(trailer.providerAdjustments.count { $0.reason != nil && $0.amount == nil })
    }

    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings) {
        switch excerpt {
        case .payment(let amount):
            payment = amount
            findings.keep("payment.amount")
        case .unknownClaim: claims += 1
        case .end(let stretch):
            adjustments += stretch
            guard findings.isEndOfSet, let payment, claims + adjustments > 0 else { return }
            var parts: [String] = []
            if claims > 0 { parts.append("CLP04 of \(claims == 1 ? "a claim" : "\(claims) claims")") }
            if adjustments > 0 {
                parts.append("\(adjustments == 1 ? "an amount" : "\(adjustments) amounts") of PLB")
            }
            findings.addAtKept(
                found: .amount(payment), detail: parts.joined(separator: " and ") + " cannot be read")
        }
    }
}
