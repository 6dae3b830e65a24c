/// Another payer's numbers for the billing provider: loop 2330G.
public struct OtherPayerBillingProvider: ModelPart {
    /// A person or an organization (NM102).
    public var entityType: EntityType?
    /// The numbers, up to two (REF01: `G2` commercial number, `LU` location).
    public var secondaryIdentifiers: [Identifier] = []

    /// An empty provider.
    public init() {}

    /// Walks loop 2330G.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "85") {
            visitor.constant(1, "85")
            visitor.code(2, "entityType", &entityType)
            visitor.leave()
        }
        visitor.segments(SegmentKey("REF", "G2"), "secondaryIdentifiers", &secondaryIdentifiers)
    }
}
