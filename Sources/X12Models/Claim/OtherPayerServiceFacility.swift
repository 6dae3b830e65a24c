/// Another payer's numbers for the service facility: loop 2330E.
public struct OtherPayerServiceFacility: ModelPart {
    /// Always an organization (NM102: `2`); the segment has no other value, so it is kept.
    public var entityType: EntityType?
    /// The numbers, up to three (REF01: `0B` state licence, `G2` commercial number, `LU` location).
    public var secondaryIdentifiers: [Identifier] = []

    /// An empty facility.
    public init() {}

    /// Walks loop 2330E.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "77") {
            visitor.constant(1, "77")
            visitor.code(2, "entityType", &entityType)
            visitor.leave()
        }
        visitor.segments(SegmentKey("REF", "0B"), "secondaryIdentifiers", &secondaryIdentifiers)
    }
}
