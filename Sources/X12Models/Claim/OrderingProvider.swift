/// Who ordered a service or an item: loop 2420E.
public struct OrderingProvider: ModelPart, NationallyIdentifiedProvider {
    /// Last name (NM103, 1 to 60 characters).
    public var lastName: String?
    /// First name (NM104).
    public var firstName: String?
    /// Middle name or initial (NM105).
    public var middleName: String?
    /// What follows the name, such as `JR` (NM107).
    public var suffix: String?
    /// What the identifier is (NM108: `XX` NPI); nil for a provider who has none.
    public var identifierQualifier: String?
    /// The provider's NPI (NM109).
    public var identifier: String?
    /// The provider's address (N3, N4).
    public var address: Address?
    /// More identifiers, up to 20 (REF01: `0B` state licence, `1G` UPIN, `G2` commercial number).
    public var secondaryIdentifiers: [PayerSpecificIdentifier] = []
    /// Whom the payer may call about the order (PER).
    public var contact: Contact?

    /// An empty provider.
    public init() {}

    /// Walks loop 2420E.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "DK") {
            visitor.constant(1, "DK")
            visitor.constant(2, "1")
            visitor.text(3, "lastName", &lastName)
            visitor.text(4, "firstName", &firstName)
            visitor.text(5, "middleName", &middleName)
            visitor.text(7, "suffix", &suffix)
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
