/// A health plan that paid and now claims its money back: loop 2010AC.
public struct PayToPlan: ModelPart {
    /// The plan's name (NM103, 1 to 60 characters).
    public var organizationName: String?
    /// What the identifier is (NM108: `PI` payer number, `XV` national plan identifier).
    public var identifierQualifier: String?
    /// The plan's identifier (NM109, 2 to 80 characters).
    public var identifier: String?
    /// The plan's address (N3, N4).
    public var address: Address?
    /// Another identifier (REF01: `2U` payer number, `FY` claim office, `NF` NAIC).
    public var secondaryIdentifier: Identifier?
    /// The plan's tax number (REF02 with `EI`).
    public var taxIdentifier: String?

    /// An empty plan.
    public init() {}

    /// Walks loop 2010AC.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "PE") {
            visitor.constant(1, "PE")
            visitor.constant(2, "2")
            visitor.text(3, "organizationName", &organizationName)
            visitor.text(8, "identifierQualifier", &identifierQualifier)
            visitor.text(9, "identifier", &identifier)
            visitor.leave()
        }
        visitor.part("address", &address)
        if visitor.enter("REF", "2U", if: secondaryIdentifier != nil) {
            visitor.part("secondaryIdentifier", &secondaryIdentifier)
            visitor.leave()
        }
        visitor.reference("EI", "taxIdentifier", &taxIdentifier)
    }
}
