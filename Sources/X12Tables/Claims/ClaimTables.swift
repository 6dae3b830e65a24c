internal import X12Models

/// The tables of professional claims (837P).
struct ClaimTables {
    static let descriptions = [
        claims.description, lines.description, otherPayers.description, otherPayments.description,
        adjustments.description,
    ]

    private var claims: TableFile<ClaimRow> = TableFile(Self.claims)
    private var lines: TableFile<ClaimLineRow> = TableFile(Self.lines)
    private var otherPayers: TableFile<OtherPayerRow> = TableFile(Self.otherPayers)
    private var otherPayments: TableFile<OtherPaymentRow> = TableFile(Self.otherPayments)
    private var adjustments: TableFile<OtherAdjustmentRow> = TableFile(Self.adjustments)
    private var levels = ClaimLevels(SetPlace(), ClaimHeader())
    private var count = 0

    /// Begins a transaction set.
    mutating func begin(_ place: SetPlace, _ header: ClaimHeader) {
        levels = ClaimLevels(place, header)
        count = 0
        claims.begin()
        lines.begin()
        otherPayers.begin()
        otherPayments.begin()
        adjustments.begin()
    }

    mutating func open(_ level: BillingProvider) {
        levels.billingProvider = level
        levels.subscriber = nil
        levels.patient = nil
    }

    mutating func open(_ level: Subscriber) {
        levels.subscriber = level
        levels.patient = nil
    }

    mutating func open(_ level: Patient) { levels.patient = level }

    mutating func write(_ claim: Claim) {
        count += 1
        let row = ClaimRow(key: levels.place.key(of: count), levels, claim)
        claims.write(row)
        for (index, other) in claim.otherSubscribers.enumerated() {
            otherPayers.write(OtherPayerRow(claim: row, position: index + 1, subscriber: other))
            writeAdjustments(of: other, at: index + 1, row)
        }
        for (index, line) in claim.serviceLines.enumerated() {
            lines.write(ClaimLineRow(claim: row, position: index + 1, line: line))
            writePayments(of: line, at: index + 1, row)
        }
    }

    private mutating func writeAdjustments(of other: OtherSubscriber, at payer: Int, _ row: ClaimRow) {
        for (index, adjustment) in other.adjustments.enumerated() {
            adjustments.write(
                OtherAdjustmentRow(
                    claim: row, payerPosition: payer, payerIdentifier: other.payer?.identifier, line: nil,
                    paymentPosition: nil, position: index + 1, adjustment: adjustment))
        }
    }

    private mutating func writePayments(of line: ServiceLine, at position: Int, _ row: ClaimRow) {
        for (index, payment) in line.adjudications.enumerated() {
            otherPayments.write(
                OtherPaymentRow(claim: row, line: position, position: index + 1, adjudication: payment))
            for (number, adjustment) in payment.adjustments.enumerated() {
                adjustments.write(
                    OtherAdjustmentRow(
                        claim: row, payerPosition: nil, payerIdentifier: payment.payerIdentifier,
                        line: position, paymentPosition: index + 1, position: number + 1,
                        adjustment: adjustment))
            }
        }
    }

    mutating func drain<Failure: Error>(
        over limit: Int, into sink: (TableDescription, [UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        try claims.drain(over: limit, into: sink)
        try lines.drain(over: limit, into: sink)
        try otherPayers.drain(over: limit, into: sink)
        try otherPayments.drain(over: limit, into: sink)
        try adjustments.drain(over: limit, into: sink)
    }
}
