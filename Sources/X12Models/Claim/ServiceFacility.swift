/// Where the services of a claim took place: loop 2310C.
public struct ServiceFacility: ModelPart, NationallyIdentifiedProvider {
    /// The name of the laboratory or facility (NM103, 1 to 60 characters).
    public var organizationName: String?
    /// What the identifier is (NM108: `XX` NPI); nil for a facility that has none.
    public var identifierQualifier: String?
    /// The facility's NPI (NM109).
    public var identifier: String?
    /// The facility's address (N3, N4).
    public var address: Address?
    /// More identifiers, up to three (REF01: `0B` state licence, `G2` commercial number, `LU` location).
    public var secondaryIdentifiers: [Identifier] = []
    /// Telephone, for property and casualty claims (PER).
    public var contact: Contact?

    /// An empty facility.
    public init() {}

    /// Walks loop 2310C.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "77") {
            visitor.constant(1, "77")
            visitor.constant(2, "2")
            visitor.text(3, "organizationName", &organizationName)
            visitor.text(8, "identifierQualifier", &identifierQualifier)
            visitor.text(9, "identifier", &identifier)
            visitor.leave()
        }
        visitor.part("address", &address)
        visitor.segments(SegmentKey("REF", "0B"), "secondaryIdentifiers", &secondaryIdentifiers)
        if visitor.enter("PER", "IC", if: contact != nil) {
            visitor.constant(1, "IC")
            visitor.part("contact", &contact)
            visitor.leave()
        }
    }
}
