/// Where payments are sent: loop 2010AB.
public struct PayToAddress: ModelPart {
    /// A person or an organization (NM102).
    public var entityType: EntityType?
    /// The address (N3, N4).
    public var address: Address?

    /// An empty address.
    public init() {}

    /// Walks loop 2010AB.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "87") {
            visitor.constant(1, "87")
            visitor.code(2, "entityType", &entityType)
            visitor.leave()
        }
        visitor.part("address", &address)
    }
}
