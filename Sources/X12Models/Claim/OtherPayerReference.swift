/// Names one of the claim's other payers: composite C040 in REF04.
public struct OtherPayerReference: ModelPart {
    /// The other payer's identifier, as in its 2330B NM109 (REF04-2, 1 to 50 characters).
    public var identifier: String?

    /// An empty reference.
    public init() {}

    /// Walks the components of REF04.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.constant(1, "2U")
        visitor.text(2, "identifier", &identifier)
    }
}
