/// A property of a model whose value cannot be written, for who knows where the value came from.
package struct RefusedProperty: Sendable {
    /// The property's name, as JSON has it.
    package let name: String
    /// How many values it may have; `nil` when one of them holds a delimiter or a line end.
    package let most: Int?

    /// Names a property.
    package init(_ name: String, most: Int? = nil) {
        self.name = name
        self.most = most
    }
}
