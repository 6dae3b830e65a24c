/// The patient as the claim named them: NM1 of `QC` in loop 2100.
public struct PaymentPatient: ModelPart {
    /// A patient is always a person (NM102: `1`).
    public var entityType: EntityType?
    /// Last name (NM103, 1 to 60 characters).
    public var lastName: String?
    /// First name (NM104, 1 to 35 characters).
    public var firstName: String?
    /// Middle name or initial (NM105, 1 to 25 characters).
    public var middleName: String?
    /// Name suffix (NM107, 1 to 10 characters), such as `JR`.
    public var suffix: String?
    /// What kind of identifier follows (NM108: `MI` member, `34` social security, `HN` Medicare, `II` health,
    /// `MR` Medicaid).
    public var identifierQualifier: String?
    /// The patient's identifier (NM109, 2 to 80 characters).
    public var identifier: String?

    /// An empty patient.
    public init() {}

    /// Walks NM102 to NM109.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.code(2, "entityType", &entityType)
        visitor.text(3, "lastName", &lastName)
        visitor.text(4, "firstName", &firstName)
        visitor.text(5, "middleName", &middleName)
        visitor.text(7, "suffix", &suffix)
        visitor.text(8, "identifierQualifier", &identifierQualifier)
        visitor.text(9, "identifier", &identifier)
    }
}
