public import X12Text

/// What became of a billing provider's claims: loop 2200C of the 277CA.
public struct ProviderAcknowledgement: ModelPart {
    /// A number for the provider's claims; `0` where there is none (TRN02, 1 to 50 characters).
    public var traceNumber: String?
    /// What became of all of the provider's claims, where something did (STC).
    public var statuses: [StatusReport] = []
    /// Up to three more identifiers of the provider (REF01: `0B`, `1G`, `G2`, `LU`, `SY`, `TJ`).
    public var identifiers: [Identifier] = []
    /// How many claims were accepted (QTY of `QA`).
    public var acceptedCount: ExactDecimal?
    /// How many claims were rejected (QTY of `QC`).
    public var rejectedCount: ExactDecimal?
    /// What the accepted claims charge (AMT of `YU`).
    public var acceptedAmount: ExactDecimal?
    /// What the rejected claims charge (AMT of `YY`).
    public var rejectedAmount: ExactDecimal?

    /// An empty acknowledgement.
    public init() {}

    /// Walks loop 2200C.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("TRN", "1") {
            visitor.constant(1, "1")
            visitor.text(2, "traceNumber", &traceNumber)
            visitor.leave()
        }
        visitor.segments(SegmentKey("STC"), "statuses", &statuses)
        visitor.segments(SegmentKey("REF", "0B"), "identifiers", &identifiers)
        visitor.quantity("QA", "acceptedCount", &acceptedCount)
        visitor.quantity("QC", "rejectedCount", &rejectedCount)
        visitor.amount("YU", "acceptedAmount", &acceptedAmount)
        visitor.amount("YY", "rejectedAmount", &rejectedAmount)
    }
}
