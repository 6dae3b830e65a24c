/// The element, and the values of it, that tell a segment from its siblings: `REF01 in EI|SY`.
public struct Discriminator: Sendable, Equatable {
    /// The element's position.
    public var element: Int
    /// The component's position; 0 when the element is not a composite.
    public var component: Int
    /// The values; never empty.
    public var values: [String]

    /// Creates a discriminator.
    public init(element: Int, component: Int, values: [String]) {
        self.element = element
        self.component = component
        self.values = values
    }
}
