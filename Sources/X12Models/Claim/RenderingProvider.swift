/// Who treated the patient: loop 2310B of a claim, 2420A of a line.
public struct RenderingProvider: ModelPart, NationallyIdentifiedProvider {
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
    /// The provider's specialty (PRV03, a ten-character taxonomy code).
    public var taxonomyCode: String?
    /// More identifiers, up to four on a claim, 20 on a line (REF01: `0B` state licence, `1G` UPIN, `G2`
    /// commercial number, `LU` location).
    public var secondaryIdentifiers: [PayerSpecificIdentifier] = []

    /// An empty provider.
    public init() {}

    /// Walks loop 2310B or 2420A.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "82") {
            visitor.constant(1, "82")
            visitor.code(2, "entityType", &entityType)
            visitor.text(3, "lastOrOrganizationName", &lastOrOrganizationName)
            visitor.text(4, "firstName", &firstName)
            visitor.text(5, "middleName", &middleName)
            visitor.text(7, "suffix", &suffix)
            visitor.text(8, "identifierQualifier", &identifierQualifier)
            visitor.text(9, "identifier", &identifier)
            visitor.leave()
        }
        if visitor.enter("PRV", "PE", if: taxonomyCode != nil) {
            visitor.constant(1, "PE")
            visitor.constant(2, "PXC")
            visitor.text(3, "taxonomyCode", &taxonomyCode)
            visitor.leave()
        }
        visitor.segments(SegmentKey("REF", "0B"), "secondaryIdentifiers", &secondaryIdentifiers)
    }
}
