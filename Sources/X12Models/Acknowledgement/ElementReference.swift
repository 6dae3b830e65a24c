/// Which data element of the dictionary is meant: composite C999 of the 999 (CTX06).
public struct ElementReference: ModelPart {
    /// The number of the data element, or of the composite where a component is meant (C999-1: `C023`, up to 4 characters).
    public var number: String?
    /// The number of the component's data element (C999-2: `1325`, up to 4 characters).
    public var componentNumber: String?

    /// An empty reference.
    public init() {}

    /// Walks the components.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "number", &number)
        visitor.text(2, "componentNumber", &componentNumber)
    }
}
