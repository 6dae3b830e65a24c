/// Another payer's numbers for the rendering provider: loop 2330D.
public struct OtherPayerRenderingProvider: ModelPart {
    /// A person or an organization (NM102).
    public var entityType: EntityType?
    /// The numbers, up to three (REF01: `0B` state licence, `1G` UPIN, `G2` commercial number, `LU`
    /// location).
    public var secondaryIdentifiers: [Identifier] = []

    /// An empty provider.
    public init() {}

    /// Walks loop 2330D.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "82") {
            visitor.constant(1, "82")
            visitor.code(2, "entityType", &entityType)
            visitor.leave()
        }
        visitor.segments(SegmentKey("REF", "0B"), "secondaryIdentifiers", &secondaryIdentifiers)
    }
}
