public import X12Text

/// What became of a batch, a provider's claims, a claim or a line: STC of the 277CA.
///
/// Each level uses a part of it: the date stands with batch and claim, the amount not with a line, the message with
/// claim and line.
public struct StatusReport: ModelPart {
    /// The status (STC01).
    public var status: ClaimStatusCode?
    /// Since when it holds (STC02).
    public var effectiveDate: CalendarDate?
    /// Whether that is a rejection (STC03).
    public var action: StatusAction?
    /// What was charged (STC04).
    public var chargeAmount: ExactDecimal?
    /// A second status that belongs to the first (STC10).
    public var secondStatus: ClaimStatusCode?
    /// A third status that belongs to the first (STC11).
    public var thirdStatus: ClaimStatusCode?
    /// What else there is to say (STC12, 1 to 264 characters).
    public var message: String?

    /// An empty report.
    public init() {}

    /// All statuses that were given, in the order sent.
    public var statuses: [ClaimStatusCode] { [status, secondStatus, thirdStatus].compactMap(\.self) }

    /// Walks the elements of an STC that has been entered.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.composite(1, "status", &status)
        visitor.date(2, "effectiveDate", &effectiveDate)
        visitor.code(3, "action", &action)
        visitor.decimal(4, "chargeAmount", &chargeAmount)
        visitor.composite(10, "secondStatus", &secondStatus)
        visitor.composite(11, "thirdStatus", &thirdStatus)
        visitor.text(12, "message", &message)
    }
}
