public import X12Text

/// What became of a batch of claims: loop 2200B of the 277CA.
public struct BatchAcknowledgement: ModelPart {
    /// The submitter's own name for the batch, the BHT03 of its claims (TRN02, 1 to 50 characters).
    public var batchIdentifier: String?
    /// What became of it, one at least (STC).
    public var statuses: [StatusReport] = []
    /// How many claims were accepted (QTY of `90`).
    public var acceptedCount: ExactDecimal?
    /// How many claims were rejected (QTY of `AA`).
    public var rejectedCount: ExactDecimal?
    /// What the accepted claims charge (AMT of `YU`).
    public var acceptedAmount: ExactDecimal?
    /// What the rejected claims charge (AMT of `YY`).
    public var rejectedAmount: ExactDecimal?

    /// An empty acknowledgement.
    public init() {}

    /// Walks loop 2200B.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("TRN", "2") {
            visitor.constant(1, "2")
            visitor.text(2, "batchIdentifier", &batchIdentifier)
            visitor.leave()
        }
        visitor.segments(SegmentKey("STC"), "statuses", &statuses)
        visitor.quantity("90", "acceptedCount", &acceptedCount)
        visitor.quantity("AA", "rejectedCount", &rejectedCount)
        visitor.amount("YU", "acceptedAmount", &acceptedAmount)
        visitor.amount("YY", "rejectedAmount", &rejectedAmount)
    }
}
