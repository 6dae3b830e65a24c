internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// Sums of a remittance: line, claim, payment.
enum RemittanceBalanceRules {
    static let all: [Rule] = [line, claim, payment]

    static let line = Rule(
        "835-BAL-LINE", level: 3, .remittance,
        demand: "what is paid on a line (SVC03) is its charge (SVC02) less its adjustments (CAS)",
        reason: "a line that does not add up cannot be posted: nobody knows who owes the difference",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, but the charge less adjustments is {expected}: {detail}",
                help: "do not post the line; ask the payer for a corrected remittance")
        ],
        source: RuleSource(.high, "base standard's balancing; several open validators"),
        examples: [RuleExample(.takeback, "CAS*CO*45*15~", "CAS*CO*45*16~", at: "SVC03")],
        check: .claimPayment { payment, _, findings in
            for index in payment.serviceLines.indices {
                let service = payment.serviceLines[index]
                guard let charge = service.chargeAmount, let paid = service.paymentAmount else { continue }
                let adjustments = service.adjustments.total
                guard let total = adjustments.value, let due = charge.subtracting(total),
                    !paid.isWithin(findings.tolerance, of: due)
                else { continue }
                findings.add(
                    at: "serviceLines[\(index)].paymentAmount", found: paid, expected: due,
                    detail: "\(charge) less \(total)")
            }
        })

    static let claim = Rule(
        "835-BAL-CLAIM", level: 3, .remittance,
        demand:
            "what is paid on a claim (CLP04) is its charge (CLP03) less all adjustments of claim and lines (CAS)",
        reason: "a claim that does not add up cannot be posted: nobody knows who owes the difference",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, but the charge less adjustments is {expected}: {detail}",
                help: "do not post the claim; ask the payer for a corrected remittance")
        ],
        source: RuleSource(.high, "base standard's balancing; several open validators"),
        silentAfter: ["835-BAL-LINE"],
        examples: [RuleExample(.takeback, "*180*125*20*", "*190*125*20*", at: "CLP04")],
        check: .claimPayment { payment, _, findings in
            guard let charge = payment.chargeAmount, let paid = payment.paymentAmount else { return }
            var sum = payment.adjustments.total
            for index in payment.serviceLines.indices {
                sum.add(payment.serviceLines[index].adjustments.total)
            }
            guard let total = sum.value, let due = charge.subtracting(total),
                !paid.isWithin(findings.tolerance, of: due)
            else { return }
            findings.add(at: "paymentAmount", found: paid, expected: due, detail: "\(charge) less \(total)")
        })

    static let payment = Rule(
        "835-BAL-TXN", level: 3, .remittance,
        demand: "the payment (BPR02) is what its claims are paid (CLP04) less its provider adjustments (PLB)",
        reason: "money in the bank and money posted differ by exactly what is wrong here",
        faults: [
            Fault(
                .error,
                "{at} ({name}) is {found}, but claims less provider adjustments come to {expected}: {detail}",
                help:
                    "compare with the bank before posting; a positive PLB amount takes money away, a negative adds"
            )
        ],
        source: RuleSource(.high, "base standard's balancing; several open validators"),
        examples: [RuleExample(.takeback, "OLDCLM77*25~", "OLDCLM77*77~", at: "BPR02")],
        check: .accumulated(PaymentBalance.self))
}

extension [Adjustment] {
    /// What adjustments come to; not known when one has no amount.
    var total: MoneySum {
        var sum = MoneySum()
        for index in indices { sum.add(self[index].amount) }
        return sum
    }
}

/// The payment of a remittance against its claims and provider adjustments.
struct PaymentBalance: RuleAccumulator {
    static let span = RuleSpan.transactionSet

    /// What is needed of each part.
    enum Excerpt: Sendable {
        /// BPR02.
        case payment(ExactDecimal?)
        /// CLP04; predeterminations (CLP02 is 25) pay nothing and count for nothing.
        case claim(ExactDecimal?)
        /// The sum of all PLB amounts.
        case end(MoneySum)
    }

    private var payment: ExactDecimal?
    private var claims = MoneySum()

    init() {}

    static func excerpt(of header: RemittanceHeader) -> Excerpt? { .payment(header.payment.amount) }

    static func excerpt(of payment: ClaimPayment, _ levels: RemittanceLevels) -> Excerpt? {
        payment.status == .predetermination ? nil : .claim(payment.paymentAmount)
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
        case .claim(let amount): claims.add(amount)
        case .end(let adjustments):
            guard let payment, let paid = claims.value, let adjusted = adjustments.value,
                let due = paid.subtracting(adjusted), !payment.isWithin(findings.tolerance, of: due)
            else { return }
            findings.addAtKept(found: payment, expected: due, detail: "\(paid) less \(adjusted)")
        }
    }
}
