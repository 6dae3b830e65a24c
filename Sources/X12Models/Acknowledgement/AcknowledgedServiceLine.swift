public import X12Text

/// A service line for which a claim was rejected: loop 2220D of the 277CA.
public struct AcknowledgedServiceLine: ModelPart {
    /// What was done (SVC01).
    public var procedure: Procedure?
    /// What was charged (SVC02).
    public var chargeAmount: ExactDecimal?
    /// The revenue code (SVC04), of institutional claims.
    public var revenueCode: String?
    /// How many units were billed (SVC07).
    public var unitCount: ExactDecimal?
    /// What is wrong with the line, one at least (STC).
    public var statuses: [StatusReport] = []
    /// The provider's own number of the line, or the line's number in its claim (REF02 of `FJ`).
    public var lineItemControlNumber: String?
    /// The number of the prescription (REF02 of `XZ`).
    public var prescriptionNumber: String?
    /// The day or days of the service (DTP of `472`).
    public var serviceDate: DateTimePeriod?

    /// An empty line.
    public init() {}

    /// Walks loop 2220D.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("SVC") {
            visitor.composite(1, "procedure", &procedure)
            visitor.decimal(2, "chargeAmount", &chargeAmount)
            visitor.text(4, "revenueCode", &revenueCode)
            visitor.decimal(7, "unitCount", &unitCount)
            visitor.leave()
        }
        visitor.segments(SegmentKey("STC"), "statuses", &statuses)
        visitor.reference("FJ", "lineItemControlNumber", &lineItemControlNumber)
        visitor.reference("XZ", "prescriptionNumber", &prescriptionNumber)
        visitor.dated("472", "serviceDate", &serviceDate)
    }
}
