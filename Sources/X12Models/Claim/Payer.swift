/// Who is asked to pay: loop 2010BB.
public struct Payer: ModelPart {
    /// The payer's name (NM103, 1 to 60 characters).
    public var organizationName: String?
    /// What the identifier is (NM108: `PI` payer number, `XV` national plan identifier).
    public var identifierQualifier: String?
    /// The payer's identifier (NM109, 2 to 80 characters).
    public var identifier: String?
    /// The payer's address (N3, N4).
    public var address: Address?
    /// More identifiers of the payer, up to three (REF01: `2U` payer number, `EI` tax number, `FY` claim
    /// office, `NF` NAIC).
    public var secondaryIdentifiers: [Identifier] = []
    /// Numbers this payer gave the billing provider, up to two (REF01: `G2` commercial number, `LU`
    /// location).
    public var billingProviderIdentifiers: [Identifier] = []

    /// An empty payer.
    public init() {}

    /// Walks loop 2010BB.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "PR") {
            visitor.constant(1, "PR")
            visitor.constant(2, "2")
            visitor.text(3, "organizationName", &organizationName)
            visitor.text(8, "identifierQualifier", &identifierQualifier)
            visitor.text(9, "identifier", &identifier)
            visitor.leave()
        }
        visitor.part("address", &address)
        visitor.segments(SegmentKey("REF", "2U"), "secondaryIdentifiers", &secondaryIdentifiers)
        visitor.segments(SegmentKey("REF", "G2"), "billingProviderIdentifiers", &billingProviderIdentifiers)
    }
}
