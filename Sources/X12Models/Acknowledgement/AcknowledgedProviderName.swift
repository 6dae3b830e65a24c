/// A billing provider: loop 2100C of the 277CA.
public struct AcknowledgedProviderName: ModelPart {
    /// A person or an organization (NM102).
    public var entityType: EntityType?
    /// Last name, or the name of the organization (NM103, 1 to 60 characters).
    public var lastOrOrganizationName: String?
    /// First name (NM104); nil for an organization.
    public var firstName: String?
    /// Middle name or initial (NM105).
    public var middleName: String?
    /// Name suffix (NM107), such as `JR`.
    public var suffix: String?
    /// What kind of identifier follows (NM108: `XX` NPI, `FI` tax number, `SV` provider number).
    public var identifierQualifier: String?
    /// The identifier (NM109, 2 to 80 characters).
    public var identifier: String?

    /// An empty provider.
    public init() {}

    /// Walks loop 2100C.
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
    }
}
