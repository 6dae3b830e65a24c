/// A line's authorization or referral number, and which payer gave it: REF with `G1` or `9F` of loop 2400.
public struct PayerSpecificNumber: ModelPart {
    /// The number (REF02, 1 to 50 characters).
    public var value: String?
    /// The payer that gave it (REF04); nil when the payer of the claim did.
    public var otherPayer: OtherPayerReference?

    /// An empty number.
    public init() {}

    /// Walks the elements of a REF that has been entered.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(2, "value", &value)
        visitor.composite(4, "otherPayer", &otherPayer)
    }
}
