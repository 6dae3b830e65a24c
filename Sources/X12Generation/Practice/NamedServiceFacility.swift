public import X12Models

/// A place of service under a key that encounters name it by.
public struct NamedServiceFacility: ModelPart {
    /// The key, unique in the practice file.
    public var key: String?
    /// What stands under the key (2310C).
    public var serviceFacility: ServiceFacility?

    /// An empty entry.
    public init() {}

    /// Walks the properties.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(0, "key", &key)
        visitor.part("serviceFacility", &serviceFacility)
    }
}
