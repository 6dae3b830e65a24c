/// Name, identifier and contacts of who knows about the coverage: loop 2100A.
public struct InformationSourceDetails: ModelPart {
    /// What the source is (NM101: `PR` payer, `2B` third-party administrator, `36` employer, `GP` gateway
    /// provider, `P5` plan sponsor).
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
    /// What the identifier is (NM108: `PI` payer, `XV` plan, `NI` NAIC, `FI` tax number, `46` electronic
    /// identification, `24` employer's number, `XX` NPI).
    public var identifierQualifier: String?
    /// The identifier (NM109, 2 to 80 characters).
    public var identifier: String?
    /// Whom to ask, up to three (2100A PER); in responses alone.
    public var contacts: [Contact] = []
    /// Why the source could not answer, up to nine (2100A AAA); in responses alone.
    public var requestValidations: [RequestValidation] = []

    /// An empty source.
    public init() {}

    /// Walks loop 2100A.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "2B") {
            visitor.code(1, "role", &role)
            visitor.code(2, "entityType", &entityType)
            visitor.text(3, "lastOrOrganizationName", &lastOrOrganizationName)
            visitor.text(4, "firstName", &firstName)
            visitor.text(5, "middleName", &middleName)
            visitor.text(7, "suffix", &suffix)
            visitor.text(8, "identifierQualifier", &identifierQualifier)
            visitor.text(9, "identifier", &identifier)
            visitor.leave()
        }
        visitor.segments(SegmentKey("PER", "IC"), "contacts", &contacts)
        visitor.segments(SegmentKey("AAA"), "requestValidations", &requestValidations)
    }
}
