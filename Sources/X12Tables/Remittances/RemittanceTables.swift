internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// The tables of remittances (835).
///
/// The amounts of a remittance add up over the tables: what claims were paid, reversals and corrections among them,
/// less the provider adjustments, is the payment.
struct RemittanceTables {
    static let descriptions = [
        payments.description, claims.description, lines.description, adjustments.description,
        providerAdjustments.description,
    ]

    private var payments: TableFile<PaymentRow> = TableFile(Self.payments)
    private var claims: TableFile<ClaimPaymentRow> = TableFile(Self.claims)
    private var lines: TableFile<PaymentLineRow> = TableFile(Self.lines)
    private var adjustments: TableFile<PaymentAdjustmentRow> = TableFile(Self.adjustments)
    private var providerAdjustments: TableFile<ProviderAdjustmentRow> = TableFile(Self.providerAdjustments)
    private var payment = PaymentRow(SetPlace(), RemittanceHeader(), repeats: nil)
    private var group: RemittanceGroup?
    private var count = 0
    /// What the rows of this remittance add up to; `nil` once one of them has no amount.
    private var sum = MoneySum()
    private var isOpen = false
    /// The claims of this remittance that were reversed, as hashes of their numbers.
    private var reversed: Set<Int> = []

    /// A remittance that takes back more than this is none.
    private static let mostReversals = 1 << 20

    /// Begins a transaction set; `repeats` is the key of a payment before it that was the same.
    mutating func begin(_ place: SetPlace, _ header: RemittanceHeader, repeats: String?) {
        payment = PaymentRow(place, header, repeats: repeats)
        group = nil
        count = 0
        sum = MoneySum()
        isOpen = true
        reversed.removeAll()
        payments.begin()
        claims.begin()
        lines.begin()
        adjustments.begin()
        providerAdjustments.begin()
        payments.write(payment)
    }

    /// Ends the transaction set, if one is open.
    ///
    /// - Returns: the payment, where its rows do not add up to it.
    mutating func end() -> TableLosses.UnbalancedPayment? {
        guard isOpen else { return nil }
        isOpen = false
        let amount = payment.header.payment.amount
        guard amount == nil || sum.value != amount else { return nil }
        return TableLosses.UnbalancedPayment(key: payment.place.key, amount: amount, sum: sum.value)
    }

    mutating func open(_ level: RemittanceGroup) { group = level }

    /// Writes a claim payment.
    ///
    /// - Returns: it, where its rows do not add up.
    mutating func write(_ claim: ClaimPayment) throws(X12Error) -> TableLosses.UnbalancedClaim? {
        count += 1
        let row = ClaimPaymentRow(
            key: payment.place.key(of: count), payment, group, claim, try kind(of: claim))
        claims.write(row)
        // What a predetermination foresees is not paid.
        if claim.status != .predetermination { sum.add(claim.paymentAmount) }
        write(claim.adjustments, of: nil, row)
        for (index, line) in claim.serviceLines.enumerated() {
            lines.write(PaymentLineRow(claim: row, position: index + 1, line: line))
            write(line.adjustments, of: index + 1, row)
        }
        let due = Self.due(claim)
        // A payment that is not known leaves that of the whole remittance unknown, which is told.
        guard let paid = claim.paymentAmount, paid != due else { return nil }
        return TableLosses.UnbalancedClaim(key: row.key, paid: paid, due: due)
    }

    /// The charge less all adjustments; `nil` where one of them is not known.
    private static func due(_ claim: ClaimPayment) -> ExactDecimal? {
        var rest = claim.chargeAmount
        func take(_ list: [Adjustment]) {
            for index in list.indices {
                rest = rest.flatMap { rest in list[index].amount.flatMap { rest.subtracting($0) } }
            }
        }
        take(claim.adjustments)
        for index in claim.serviceLines.indices { take(claim.serviceLines[index].adjustments) }
        return rest
    }

    private mutating func kind(of claim: ClaimPayment) throws(X12Error) -> ClaimPaymentRow.Kind {
        let number = claim.patientControlNumber.hashValue
        if claim.status == .reversal {
            guard reversed.count < Self.mostReversals else {
                throw X12Error(
                    .limitPassed, "a remittance takes back more than \(Self.mostReversals) claim payments")
            }
            reversed.insert(number)
            return .reversal
        }
        return reversed.contains(number) ? .correction : .payment
    }

    private mutating func write(_ list: [Adjustment], of line: Int?, _ row: ClaimPaymentRow) {
        for (index, adjustment) in list.enumerated() {
            adjustments.write(
                PaymentAdjustmentRow(claim: row, line: line, position: index + 1, adjustment: adjustment))
        }
    }

    mutating func write(_ trailer: RemittanceTrailer) {
        for (index, adjustment) in trailer.providerAdjustments.enumerated() {
            providerAdjustments.write(
                ProviderAdjustmentRow(payment: payment, position: index + 1, adjustment: adjustment))
            sum.add(adjustment.amount.map { -$0 })
        }
    }

    mutating func drain<Failure: Error>(
        over limit: Int, into sink: (TableDescription, [UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        try payments.drain(over: limit, into: sink)
        try claims.drain(over: limit, into: sink)
        try lines.drain(over: limit, into: sink)
        try adjustments.drain(over: limit, into: sink)
        try providerAdjustments.drain(over: limit, into: sink)
    }
}
