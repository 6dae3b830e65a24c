/// Where in a segment an element stands: composite C030 of the 999 (IK401, CTX05).
public struct ElementPosition: ModelPart {
    /// The element's position, from 1 (C030-1).
    public var element: Int?
    /// The component's position, from 1 (C030-2); nil when the whole element is meant.
    public var component: Int?
    /// The repetition, from 1 (C030-3); nil when the element does not repeat.
    public var repetition: Int?

    /// An empty position.
    public init() {}

    /// Walks the components.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.integer(1, "element", &element)
        visitor.integer(2, "component", &component)
        visitor.integer(3, "repetition", &repetition)
    }
}
