public import X12Models

/// A billing provider under a key that encounters name it by.
public struct NamedBillingProvider: ModelPart {
    /// The key, unique in the practice file.
    public var key: String?
    /// What stands under the key (2000A).
    public var billingProvider: BillingProvider?

    /// An empty entry.
    public init() {}

    /// Walks the properties.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(0, "key", &key)
        visitor.part("billingProvider", &billingProvider)
    }
}
