/// A person or organization that a claim payment names: NM1 of `IL`, `74`, `82` and `GB` in loop 2100.
public struct PaymentParty: ModelPart {
    /// A person or an organization (NM102).
    public var entityType: EntityType?
    /// A person's last name, or an organization's name (NM103, 1 to 60 characters).
    public var lastOrOrganizationName: String?
    /// A person's first name (NM104, 1 to 35 characters).
    public var firstName: String?
    /// A person's middle name or initial (NM105, 1 to 25 characters).
    public var middleName: String?
    /// A person's name suffix (NM107, 1 to 10 characters), such as `JR`.
    public var suffix: String?
    /// What kind of identifier follows (NM108: `MI` member, `II` health, `FI` tax number, `C` the insured's
    /// changed number; of a provider `XX` NPI, `BD` and `BS` Blue Cross and Blue Shield, `MC` Medicaid, `PC`
    /// commercial, `SL` state licence, `UP` UPIN).
    public var identifierQualifier: String?
    /// The identifier (NM109, 2 to 80 characters).
    public var identifier: String?

    /// An empty party.
    public init() {}

    /// Walks NM102 to NM109.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.code(2, "entityType", &entityType)
        visitor.text(3, "lastOrOrganizationName", &lastOrOrganizationName)
        visitor.text(4, "firstName", &firstName)
        visitor.text(5, "middleName", &middleName)
        visitor.text(7, "suffix", &suffix)
        visitor.text(8, "identifierQualifier", &identifierQualifier)
        visitor.text(9, "identifier", &identifier)
    }
}
