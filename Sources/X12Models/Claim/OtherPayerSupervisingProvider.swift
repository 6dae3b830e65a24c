/// Another payer's numbers for the supervising provider: loop 2330F.
public struct OtherPayerSupervisingProvider: ModelPart {
    /// Always a person (NM102: `1`); the segment has no other value, so it is kept.
    public var entityType: EntityType?
    /// The numbers, up to three (REF01: `0B` state licence, `1G` UPIN, `G2` commercial number, `LU`
    /// location).
    public var secondaryIdentifiers: [Identifier] = []

    /// An empty provider.
    public init() {}

    /// Walks loop 2330F.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "DQ") {
            visitor.constant(1, "DQ")
            visitor.code(2, "entityType", &entityType)
            visitor.leave()
        }
        visitor.segments(SegmentKey("REF", "0B"), "secondaryIdentifiers", &secondaryIdentifiers)
    }
}
