public import X12Text

/// What was received, and when: loop 2200A of the 277CA.
public struct AcknowledgementReceipt: ModelPart {
    /// The answering organization's own number of what it received (TRN02, 1 to 50 characters).
    public var traceNumber: String?
    /// The day the claims were received (DTP of `050`).
    public var receiptDate: DateTimePeriod?
    /// The day they were looked at (DTP of `009`).
    public var processDate: DateTimePeriod?

    /// An empty receipt.
    public init() {}

    /// Walks loop 2200A.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("TRN", "1") {
            visitor.constant(1, "1")
            visitor.text(2, "traceNumber", &traceNumber)
            visitor.leave()
        }
        visitor.dated("050", "receiptDate", &receiptDate)
        visitor.dated("009", "processDate", &processDate)
    }
}
