/// Name, identifiers, address and specialty of who asks: loop 2100B.
public struct InformationReceiverDetails: ModelPart {
    /// What the receiver is (NM101: `1P` provider, `2B` third-party administrator, `36` employer, `80` hospital,
    /// `FA` facility, `GP` gateway provider, `P5` plan sponsor, `PR` payer).
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
    /// What the identifier is (NM108: `XX` NPI, `SV` service provider number, `FI` tax number, `PI` payer, `PP`
    /// pharmacy, `XV` plan, `24` employer's number, `34` social security number).
    public var identifierQualifier: String?
    /// The identifier (NM109, 2 to 80 characters).
    public var identifier: String?
    /// More identifiers, up to nine (2100B REF).
    public var identifiers: [ReceiverIdentifier] = []
    /// The receiver's address (N3, N4).
    public var address: Address?
    /// Why the receiver was not answered, up to nine (2100B AAA); in responses alone.
    public var requestValidations: [RequestValidation] = []
    /// The receiver's part in the care, and its specialty (2100B PRV).
    public var provider: EligibilityProvider?

    /// An empty receiver.
    public init() {}

    /// Walks loop 2100B.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "1P") {
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
        visitor.segments(SegmentKey("REF", "0B"), "identifiers", &identifiers)
        visitor.part("address", &address)
        visitor.segments(SegmentKey("AAA"), "requestValidations", &requestValidations)
        visitor.provider(&provider)
    }
}
