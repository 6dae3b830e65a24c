/// Who bills: loop 2010AA.
public struct BillingProviderDetails: ModelPart, NationallyIdentifiedProvider {
    /// A person or an organization (NM102).
    public var entityType: EntityType?
    /// Last name, or the name of the organization (NM103, 1 to 60 characters).
    public var lastOrOrganizationName: String?
    /// First name (NM104); nil for an organization.
    public var firstName: String?
    /// Middle name or initial (NM105).
    public var middleName: String?
    /// What follows the name, such as `JR` (NM107).
    public var suffix: String?
    /// What the identifier is (NM108: `XX` NPI); nil for a provider who has none.
    public var identifierQualifier: String?
    /// The provider's NPI (NM109).
    public var identifier: String?
    /// The street address (N3, N4); not a post office box.
    public var address: Address?
    /// The tax number (REF01: `EI` employer number, `SY` social security number).
    public var taxIdentifier: Identifier?
    /// Licence and UPIN, one of each (REF01: `0B` state licence, `1G` UPIN).
    public var licenses: [Identifier] = []
    /// Whom the payer may call, up to two (PER).
    public var contacts: [Contact] = []

    /// An empty billing provider.
    public init() {}

    /// Walks loop 2010AA.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "85") {
            visitor.constant(1, "85")
            visitor.code(2, "entityType", &entityType)
            visitor.text(3, "lastOrOrganizationName", &lastOrOrganizationName)
            visitor.text(4, "firstName", &firstName)
            visitor.text(5, "middleName", &middleName)
            visitor.text(7, "suffix", &suffix)
            visitor.text(8, "identifierQualifier", &identifierQualifier)
            visitor.text(9, "identifier", &identifier)
            visitor.leave()
        }
        visitor.part("address", &address)
        if visitor.enter("REF", "EI", if: taxIdentifier != nil) {
            visitor.part("taxIdentifier", &taxIdentifier)
            visitor.leave()
        }
        visitor.segments(SegmentKey("REF", "0B"), "licenses", &licenses)
        visitor.segments(SegmentKey("PER", "IC"), "contacts", &contacts)
    }
}
