/// Who the subscriber of another insurance is: loop 2330A.
public struct OtherSubscriberDetails: ModelPart {
    /// A person, or an organization such as an employer (NM102).
    public var entityType: EntityType?
    /// Last name, or the name of the organization (NM103, 1 to 60 characters).
    public var lastOrOrganizationName: String?
    /// First name (NM104).
    public var firstName: String?
    /// Middle name or initial (NM105).
    public var middleName: String?
    /// What follows the name, such as `JR` (NM107).
    public var suffix: String?
    /// What the identifier is (NM108: `MI` member number, `II` unique health identifier).
    public var identifierQualifier: String?
    /// The number on the insurance card (NM109, 2 to 80 characters).
    public var memberIdentifier: String?
    /// The subscriber's address (N3, N4).
    public var address: Address?
    /// Social security number (REF02 with `SY`).
    public var socialSecurityNumber: String?

    /// An empty subscriber.
    public init() {}

    /// Walks loop 2330A.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "IL") {
            visitor.constant(1, "IL")
            visitor.code(2, "entityType", &entityType)
            visitor.text(3, "lastOrOrganizationName", &lastOrOrganizationName)
            visitor.text(4, "firstName", &firstName)
            visitor.text(5, "middleName", &middleName)
            visitor.text(7, "suffix", &suffix)
            visitor.text(8, "identifierQualifier", &identifierQualifier)
            visitor.text(9, "memberIdentifier", &memberIdentifier)
            visitor.leave()
        }
        visitor.part("address", &address)
        visitor.reference("SY", "socialSecurityNumber", &socialSecurityNumber)
    }
}
