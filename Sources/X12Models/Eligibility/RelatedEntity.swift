/// Somebody else who has to do with a benefit, such as another payer or the primary care provider: loop 2120C or
/// 2120D of a 271.
public struct RelatedEntity: ModelPart {
    /// What the party is (NM101).
    public var role: EntityRole?
    /// A person or an organization (NM102).
    public var entityType: EntityType?
    /// A person's last name, or an organization's name (NM103, 1 to 60 characters).
    public var lastOrOrganizationName: String?
    /// A person's first name (NM104, 1 to 35 characters).
    public var firstName: String?
    /// A person's middle name or initial (NM105, 1 to 25 characters).
    public var middleName: String?
    /// A person's name suffix (NM107, 1 to 10 characters).
    public var suffix: String?
    /// What the identifier is (NM108: `XX` NPI, `PI` payer, `MI` member, `XV` plan, `FI` tax number and more).
    public var identifierQualifier: String?
    /// The identifier (NM109, 2 to 80 characters).
    public var identifier: String?
    /// What the party is to the patient (NM110: `01` parent, `02` child, `27` domestic partner, `41` spouse, `48`
    /// employee, `65` other, `72` unknown).
    public var relationship: String?
    /// The party's address (N3, N4).
    public var address: RelatedEntityAddress?
    /// How to reach the party, up to three (PER).
    public var contacts: [Contact] = []
    /// A provider's part in the care, and its specialty (PRV).
    public var provider: EligibilityProvider?

    /// An empty party.
    public init() {}

    /// Walks loop 2120C or 2120D.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "13") {
            visitor.code(1, "role", &role)
            visitor.code(2, "entityType", &entityType)
            visitor.text(3, "lastOrOrganizationName", &lastOrOrganizationName)
            visitor.text(4, "firstName", &firstName)
            visitor.text(5, "middleName", &middleName)
            visitor.text(7, "suffix", &suffix)
            visitor.text(8, "identifierQualifier", &identifierQualifier)
            visitor.text(9, "identifier", &identifier)
            visitor.text(10, "relationship", &relationship)
            visitor.leave()
        }
        visitor.part("address", &address)
        visitor.segments(SegmentKey("PER", "IC"), "contacts", &contacts)
        visitor.provider(&provider)
    }
}
