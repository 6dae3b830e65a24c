/// Text in a format that a regulation prescribes: K3.
public struct FixedFormatInformation: ModelPart {
    /// The text (K301, 1 to 80 characters).
    public var text: String?

    /// An empty text.
    public init() {}

    /// Walks the elements of a K3 that has been entered.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "text", &text)
    }
}
