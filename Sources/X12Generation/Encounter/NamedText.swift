public import X12Models

/// A value under a name, such as that of a field in a payer's template.
public struct NamedText: ModelPart {
    /// The name.
    public var name: String?
    /// The value.
    public var value: String?

    /// An empty one.
    public init() {}

    /// Walks the properties.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(0, "name", &name)
        visitor.text(0, "value", &value)
    }
}
