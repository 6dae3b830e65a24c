/// An identifier, and which payer gave it: REF of the providers of a claim or a line.
public struct PayerSpecificIdentifier: ModelPart {
    /// What the identifier is (REF01: `0B` state licence, `1G` UPIN, `G2` commercial number, `LU` location).
    public var qualifier: String?
    /// The identifier (REF02, 1 to 50 characters).
    public var value: String?
    /// The payer that gave it (REF04), on lines only; nil when the payer of the claim did.
    public var otherPayer: OtherPayerReference?

    /// An empty identifier.
    public init() {}

    /// Walks the elements of a REF that has been entered.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "qualifier", &qualifier)
        visitor.text(2, "value", &value)
        visitor.composite(4, "otherPayer", &otherPayer)
    }
}
