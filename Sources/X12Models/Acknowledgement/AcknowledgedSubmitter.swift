/// Who sent the claims: loop 2100B of the 277CA.
public struct AcknowledgedSubmitter: ModelPart {
    /// A person or an organization (NM102).
    public var entityType: EntityType?
    /// Last name, or the name of the organization (NM103, 1 to 60 characters).
    public var lastOrOrganizationName: String?
    /// First name (NM104); nil for an organization.
    public var firstName: String?
    /// Middle name or initial (NM105).
    public var middleName: String?
    /// The number by which the submitter is known (NM109, 2 to 80 characters).
    public var identifier: String?

    /// An empty submitter.
    public init() {}

    /// Walks loop 2100B.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "41") {
            visitor.constant(1, "41")
            visitor.code(2, "entityType", &entityType)
            visitor.text(3, "lastOrOrganizationName", &lastOrOrganizationName)
            visitor.text(4, "firstName", &firstName)
            visitor.text(5, "middleName", &middleName)
            visitor.constant(8, "46")
            visitor.text(9, "identifier", &identifier)
            visitor.leave()
        }
    }
}
