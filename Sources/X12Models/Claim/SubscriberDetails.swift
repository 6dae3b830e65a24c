public import X12Text

/// Who the subscriber is: loop 2010BA.
public struct SubscriberDetails: ModelPart {
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
    /// Date of birth (DMG02).
    public var birthDate: DateTimePeriod?
    /// Gender (DMG03: `F`, `M`, `U` unknown).
    public var gender: String?
    /// Social security number (REF02 with `SY`).
    public var socialSecurityNumber: String?
    /// The number of a property and casualty claim (REF02 with `Y4`, up to 50 characters).
    public var propertyCasualtyClaimNumber: String?
    /// Telephone of a property and casualty subscriber (PER).
    public var contact: Contact?

    /// An empty subscriber.
    public init() {}

    /// Walks loop 2010BA.
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
        if visitor.enter("DMG") {
            visitor.period(1, 2, "birthDate", &birthDate)
            visitor.text(3, "gender", &gender)
            visitor.leave()
        }
        visitor.reference("SY", "socialSecurityNumber", &socialSecurityNumber)
        visitor.reference("Y4", "propertyCasualtyClaimNumber", &propertyCasualtyClaimNumber)
        if visitor.enter("PER", "IC", if: contact != nil) {
            visitor.constant(1, "IC")
            visitor.part("contact", &contact)
            visitor.leave()
        }
    }
}
