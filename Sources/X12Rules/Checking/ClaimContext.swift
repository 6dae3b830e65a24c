internal import X12Models
public import X12Text

/// What stands around a claim, and what rules ask of it again and again, worked out once.
public struct ClaimContext: Sendable {
    /// The levels above.
    public let levels: ClaimLevels
    /// What the lines' charges come to; `nil` when there is no line, or a line's charge is not known.
    public let lineTotal: ExactDecimal?
    /// The earliest day of service on any line.
    public let firstServiceDay: CalendarDate?
    /// The latest day of service on any line.
    public let lastServiceDay: CalendarDate?
    /// Which lines of business the procedures of its lines belong to.
    let services: ServiceKind

    /// What stands around a claim; no initialiser, which would be given a copy of the claim.
    static func around(_ claim: Claim, under levels: ClaimLevels) -> ClaimContext {
        var total = MoneySum()
        var first: CalendarDate?
        var last: CalendarDate?
        var services: ServiceKind = []
        for index in claim.serviceLines.indices {
            total.add(claim.serviceLines[index].chargeAmount)
            if let code = claim.serviceLines[index].procedure?.code {
                services.formUnion(ServiceKind(of: code))
            }
            guard let date = claim.serviceLines[index].serviceDate else { continue }
            if let day = date.firstDay, first.map({ day < $0 }) ?? true { first = day }
            if let day = date.lastDay, last.map({ $0 < day }) ?? true { last = day }
        }
        return ClaimContext(
            levels: levels, lineTotal: claim.serviceLines.isEmpty ? nil : total.value, firstServiceDay: first,
            lastServiceDay: last, services: services)
    }

    /// The day the input was received.
    public var received: CalendarDate? { levels.received }
}
