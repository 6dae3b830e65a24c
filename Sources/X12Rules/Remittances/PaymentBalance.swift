internal import X12Models
internal import X12Text

/// The payment of a remittance against its claims and provider adjustments.
struct PaymentBalance: RuleAccumulator {
    static let span = RuleSpan.transactionSet

    /// What is needed of each part.
    enum Excerpt: Sendable {
        /// BPR02.
        case payment(ExactDecimal?)
        /// CLP04, by how much it is more than it should be by the claim's own amounts, and the claim's interest (AMT of I);
        /// predeterminations (CLP02 is 25) pay nothing and count for nothing.
        case claim(ExactDecimal?, excess: ExactDecimal?, interest: MoneySum?)
        /// The sum of the PLB amounts of a stretch, and of those of interest (L6); a set has several where PLB stands before
        /// claims.
        case end(MoneySum, interest: MoneySum)
    }

    private var payment: ExactDecimal?
    private var claims = MoneySum()
    private var adjustments = MoneySum()
    /// What claims that do not add up, or take back with the wrong sign, are paid more than they should be, taken together.
    private var excess = MoneySum()
    /// The interest of claims, and what PLB has of it.
    private var interest = (owed: MoneySum(), told: MoneySum())

    init() {}

    static func excerpt(of header: RemittanceHeader) -> Excerpt? { .payment(header.payment.amount) }

    static func excerpt(of payment: ClaimPayment, _ levels: RemittanceLevels) -> Excerpt? {
        guard payment.status != .predetermination else { return nil }
        let excess = payment.excess
        return .claim(
            payment.paymentAmount, excess: excess == .zero ? nil : excess, interest: payment.interest)
    }

    static func excerpt(of trailer: RemittanceTrailer) -> Excerpt? {
        var sum = MoneySum()
        for index in trailer.providerAdjustments.indices {
            let adjustment = trailer.providerAdjustments[index]
            if adjustment.reason != nil || adjustment.amount != nil { sum.add(adjustment.amount) }
        }
        return .end(sum, interest: trailer.interest)
    }

    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings) {
        switch excerpt {
        case .payment(let amount):
            payment = amount
            findings.keep("payment.amount")
        case .claim(let amount, let claimExcess, let owed):
            claims.add(amount)
            if let claimExcess { excess.add(claimExcess) }
            if let owed { interest.owed.add(owed) }
        case .end(let stretch, let told):
            adjustments.add(stretch)
            interest.told.add(told)
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
            return "; by this differ the claims that do not add up, or are taken back with the wrong sign"
        }
        if let owed = interest.owed.value, let told = interest.told.value,
            let missing = told.adding(owed), missing != .zero, due.adding(missing) == payment
        {
            return "; with the claims' interest of \(owed) (AMT of I) in PLB of L6, negative, it adds up"
        }
        // The commonest mistake of all: PLB was taken for what is added.
        return paid.adding(adjusted) == payment ? "; with the signs of PLB turned it adds up" : ""
    }
}

extension ClaimPayment {
    /// By how much it is paid more than its charge and adjustments come to, or than what takes back a claim may be.
    fileprivate var excess: ExactDecimal? {
        guard let paid = paymentAmount else { return nil }
        return isReversal && paid > .zero ? paid.adding(paid) : due.flatMap { paid.subtracting($0) }
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
