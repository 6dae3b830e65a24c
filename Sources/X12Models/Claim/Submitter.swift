/// Who sends the claims: loop 1000A. Often a clearinghouse or a billing service.
public struct Submitter: ModelPart {
    /// A person or an organization (NM102).
    public var entityType: EntityType?
    /// Last name, or the name of the organization (NM103, 1 to 60 characters).
    public var lastOrOrganizationName: String?
    /// First name (NM104); nil for an organization.
    public var firstName: String?
    /// Middle name or initial (NM105).
    public var middleName: String?
    /// The number by which the receiver knows the submitter (NM109, 2 to 80 characters).
    public var identifier: String?
    /// Whom the receiver may call about the file, one or two (PER).
    public var contacts: [Contact] = []

    /// An empty submitter.
    public init() {}

    /// Walks loop 1000A.
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
        visitor.segments(SegmentKey("PER", "IC"), "contacts", &contacts)
    }
}
