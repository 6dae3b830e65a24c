/// A patient: loop 2100D of the 277CA.
public struct AcknowledgedPatient: ModelPart {
    /// Last name (NM103, 1 to 60 characters).
    public var lastName: String?
    /// First name (NM104).
    public var firstName: String?
    /// Middle name or initial (NM105).
    public var middleName: String?
    /// Name suffix (NM107), such as `JR`.
    public var suffix: String?
    /// What kind of identifier follows (NM108: `MI` member, `II` health).
    public var identifierQualifier: String?
    /// The identifier (NM109, 2 to 80 characters).
    public var identifier: String?

    /// An empty patient.
    public init() {}

    /// Walks loop 2100D.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "QC") {
            visitor.constant(1, "QC")
            visitor.constant(2, "1")
            visitor.text(3, "lastName", &lastName)
            visitor.text(4, "firstName", &firstName)
            visitor.text(5, "middleName", &middleName)
            visitor.text(7, "suffix", &suffix)
            visitor.text(8, "identifierQualifier", &identifierQualifier)
            visitor.text(9, "identifier", &identifier)
            visitor.leave()
        }
    }
}
