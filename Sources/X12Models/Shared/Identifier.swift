/// An identifier with the qualifier that says what it is: a repeating REF.
public struct Identifier: ModelPart {
    /// What the identifier is (REF01: `G2` commercial number, `0B` state licence).
    public var qualifier: String?
    /// The identifier (REF02, 1 to 50 characters).
    public var value: String?

    /// An empty identifier.
    public init() {}

    /// Walks the elements of a REF that has been entered.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "qualifier", &qualifier)
        visitor.text(2, "value", &value)
    }
}
