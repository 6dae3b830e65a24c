/// Who sent the patient: loop 2310A of a claim, 2420F of a line.
public struct ReferringProvider: ModelPart, NationallyIdentifiedProvider {
    /// What the provider is (NM101: `DN` referring provider, `P3` primary care provider).
    public var role: String?
    /// Last name (NM103, 1 to 60 characters).
    public var lastName: String?
    /// First name (NM104).
    public var firstName: String?
    /// Middle name or initial (NM105).
    public var middleName: String?
    /// What follows the name, such as `JR` (NM107).
    public var suffix: String?
    /// What the identifier is (NM108: `XX` NPI); nil for a provider who has none.
    public var identifierQualifier: String?
    /// The provider's NPI (NM109).
    public var identifier: String?
    /// More identifiers, up to three on a claim, 20 on a line (REF01: `0B` state licence, `1G` UPIN, `G2`
    /// commercial number).
    public var secondaryIdentifiers: [PayerSpecificIdentifier] = []

    /// An empty provider.
    public init() {}

    /// Walks the loop.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "DN") {
            visitor.text(1, "role", &role)
            visitor.constant(2, "1")
            visitor.text(3, "lastName", &lastName)
            visitor.text(4, "firstName", &firstName)
            visitor.text(5, "middleName", &middleName)
            visitor.text(7, "suffix", &suffix)
            visitor.text(8, "identifierQualifier", &identifierQualifier)
            visitor.text(9, "identifier", &identifier)
            visitor.leave()
        }
        visitor.segments(SegmentKey("REF", "0B"), "secondaryIdentifiers", &secondaryIdentifiers)
    }
}
