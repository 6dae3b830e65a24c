/// Whom a service was bought from: loop 2420B.
public struct PurchasedServiceProvider: ModelPart, NationallyIdentifiedProvider {
    /// A person or an organization (NM102).
    public var entityType: EntityType?
    /// What the identifier is (NM108: `XX` NPI); nil for a provider who has none.
    public var identifierQualifier: String?
    /// The provider's NPI (NM109).
    public var identifier: String?
    /// More identifiers, up to 20 (REF01: `0B` state licence, `1G` UPIN, `G2` commercial number).
    public var secondaryIdentifiers: [PayerSpecificIdentifier] = []

    /// An empty provider.
    public init() {}

    /// Walks loop 2420B.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "QB") {
            visitor.constant(1, "QB")
            visitor.code(2, "entityType", &entityType)
            visitor.text(8, "identifierQualifier", &identifierQualifier)
            visitor.text(9, "identifier", &identifier)
            visitor.leave()
        }
        visitor.segments(SegmentKey("REF", "0B"), "secondaryIdentifiers", &secondaryIdentifiers)
    }
}
