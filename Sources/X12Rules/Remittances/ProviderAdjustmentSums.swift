internal import X12Models
internal import X12Text

extension ClaimPayment {
    /// What the claim's interest comes to (AMT of `I`); `nil` where it has none.
    var interest: MoneySum? {
        var sum: MoneySum?
        for index in supplementalAmounts.indices where supplementalAmounts[index].qualifier == "I" {
            var known = sum ?? MoneySum()
            known.add(supplementalAmounts[index].amount)
            sum = known
        }
        return sum
    }
}

extension RemittanceTrailer {
    /// What interest is paid, or taken back (PLB of `L6`).
    var interest: MoneySum {
        var sum = MoneySum()
        for index in providerAdjustments.indices where providerAdjustments[index].reason == .interestOwed {
            sum.add(providerAdjustments[index].amount)
        }
        return sum
    }
}

/// Interest of claims against interest that is paid.
struct InterestSum: RuleAccumulator {
    static let span = RuleSpan.transactionSet

    /// What is needed of each part.
    enum Excerpt: Sendable {
        /// AMT of `I`.
        case claim(MoneySum)
        /// The sum of PLB of `L6`, and which of the adjustments is the first of them.
        case end(MoneySum, first: Int?)
    }

    private var owed = MoneySum()
    private var paid = MoneySum()
    /// Whether the place of an adjustment that stands before claims is kept.
    private var isKept = false

    init() {}

    static func excerpt(of payment: ClaimPayment, _ levels: RemittanceLevels) -> Excerpt? {
        payment.interest.map { .claim($0) }
    }

    static func excerpt(of trailer: RemittanceTrailer) -> Excerpt? {
        .end(
            trailer.interest, first: trailer.providerAdjustments.firstIndex { $0.reason == .interestOwed })
    }

    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings) {
        switch excerpt {
        case .claim(let sum): owed.add(sum)
        case .end(let sum, let first):
            paid.add(sum)
            let place = first.map { "providerAdjustments[\($0)].amount" }
            guard findings.isEndOfSet else {
                if let place, !isKept {
                    findings.keep(place)
                    isKept = true
                }
                return
            }
            guard let owed = owed.value, let paid = paid.value, paid != -owed else { return }
            let detail = paid == owed ? "; the sign is turned" : ""
            if isKept {
                findings.addAtKept("sum", found: paid, expected: -owed, detail: detail)
            } else if let place {
                findings.add("sum", at: place, found: paid, expected: -owed, detail: detail)
            } else {
                findings.add("missing", at: "providerAdjustments", found: .amount(owed))
            }
        }
    }
}

/// Balances that are carried from one payment to the next.
struct ForwardedBalances: RuleAccumulator {
    static let span = RuleSpan.input

    /// What is needed of each part.
    enum Excerpt: Sendable {
        case payment(ExactDecimal?)
        /// PLB of `FB`: which of the adjustments, its number and amount.
        case end([(index: Int, number: UInt64, amount: ExactDecimal)])
    }

    private var payment: ExactDecimal?
    /// What was carried forward, by its number.
    private var forwarded = RecentValues<ExactDecimal>()

    init() {}

    static func excerpt(of header: RemittanceHeader) -> Excerpt? { .payment(header.payment.amount) }

    static func excerpt(of trailer: RemittanceTrailer) -> Excerpt? {
        var balances: [(index: Int, number: UInt64, amount: ExactDecimal)] = []
        for (index, adjustment) in trailer.providerAdjustments.enumerated()
        where adjustment.reason == .forwardingBalance {
            guard let amount = adjustment.amount else { continue }
            var key = SeenKeys.Key()
            key.add(adjustment.identifier ?? "")
            balances.append((index, key.value, amount))
        }
        return balances.isEmpty ? nil : .end(balances)
    }

    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings) {
        switch excerpt {
        case .payment(let amount): payment = amount
        case .end(let balances):
            for balance in balances {
                let path = "providerAdjustments[\(balance.index)].amount"
                if balance.amount.isNegative {
                    forwarded[balance.number] = balance.amount
                    if let payment, payment > .zero {
                        findings.add("paid", at: path, found: .amount(balance.amount))
                    }
                } else if let known = forwarded[balance.number], known != -balance.amount {
                    findings.add("amount", at: path, found: balance.amount, expected: -known)
                }
            }
        }
    }
}

/// Claims of a set that are adjusted as if they were none of it.
struct AdjustedClaims: RuleAccumulator {
    static let span = RuleSpan.transactionSet

    /// What is needed of each part.
    enum Excerpt: Sendable {
        /// A claim: the provider's number and the payer's.
        case claim(UInt64, UInt64, isReversal: Bool)
        /// Adjustments that are not of a kind for the payment as a whole.
        case end([(index: Int, reason: String, number: UInt64)])
    }

    private var paid = SeenKeys()
    private var reversed = RecentValues<Bool>()

    init() {}

    static func excerpt(of payment: ClaimPayment, _ levels: RemittanceLevels) -> Excerpt? {
        .claim(
            key(payment.patientControlNumber ?? ""), key(payment.payerClaimControlNumber ?? ""),
            isReversal: payment.isReversal)
    }

    static func excerpt(of trailer: RemittanceTrailer) -> Excerpt? {
        var adjustments: [(index: Int, reason: String, number: UInt64)] = []
        for (index, adjustment) in trailer.providerAdjustments.enumerated() {
            guard let reason = adjustment.reason, let number = adjustment.identifier,
                reason == .overpaymentRecovery || reason == .adjustment
            else { continue }
            adjustments.append((index, reason.rawValue, key(number)))
        }
        return adjustments.isEmpty ? nil : .end(adjustments)
    }

    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings) {
        switch excerpt {
        case .claim(let number, let payerNumber, let isReversal):
            if isReversal {
                // What is taken back here may be deferred by PLB.
                reversed[number] = true
                reversed[payerNumber] = true
            } else {
                _ = paid.insert(number)
                _ = paid.insert(payerNumber)
            }
        case .end(let adjustments):
            for adjustment in adjustments
            where reversed[adjustment.number] == nil && paid.contains(adjustment.number) {
                findings.add(
                    at: "providerAdjustments[\(adjustment.index)].reason", found: .code(adjustment.reason))
            }
        }
    }

    private static func key(_ text: String) -> UInt64 {
        var key = SeenKeys.Key()
        key.add(text)
        return key.value
    }
}

/// Sums by provider against the claims below.
struct SummarySums: RuleAccumulator {
    static let span = RuleSpan.transactionSet

    /// What is needed of each part.
    enum Excerpt: Sendable {
        /// TS304 and TS305; `nil` where there is no TS3.
        case group(count: ExactDecimal?, charge: ExactDecimal?)
        /// CLP03.
        case claim(ExactDecimal?)
        case end
    }

    private var said: (count: ExactDecimal?, charge: ExactDecimal?)?
    private var count = 0
    private var charges = MoneySum()

    init() {}

    static func excerpt(of group: RemittanceGroup) -> Excerpt? {
        .group(count: group.providerSummary?.claimCount, charge: group.providerSummary?.chargeAmount)
    }

    static func excerpt(of payment: ClaimPayment, _ levels: RemittanceLevels) -> Excerpt? {
        levels.group?.providerSummary == nil ? nil : .claim(payment.chargeAmount)
    }

    static func excerpt(of trailer: RemittanceTrailer) -> Excerpt? { .end }

    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings) {
        switch excerpt {
        case .group(let count, let charge):
            close(&findings)
            guard count != nil || charge != nil else { return }
            said = (count, charge)
            findings.keep("providerSummary.claimCount")
            findings.keep("providerSummary.chargeAmount", as: 1)
        case .claim(let charge):
            count += 1
            charges.add(charge)
        case .end: if findings.isEndOfSet { close(&findings) }
        }
    }

    private mutating func close(_ findings: inout RuleFindings) {
        defer { (said, count, charges) = (nil, 0, MoneySum()) }
        guard let said else { return }
        if let number = said.count, number != ExactDecimal(significand: Int64(count), scale: 0) {
            findings.addAtKept("count", found: .count(number), expected: ["\(count)"])
        } else if let charge = said.charge, let sum = charges.value, charge != sum {
            findings.addAtKept("charge", from: 1, found: charge, expected: sum)
        }
    }
}

/// Numbers of a set's groups.
struct GroupNumbers: RuleAccumulator {
    static let span = RuleSpan.transactionSet

    typealias Excerpt = Int

    private var last: Int?

    init() {}

    static func excerpt(of group: RemittanceGroup) -> Int? { group.number }

    mutating func add(_ number: Int, to findings: inout RuleFindings) {
        if let last, number <= last { findings.add(at: "number", found: .count(number)) }
        last = number
    }
}
