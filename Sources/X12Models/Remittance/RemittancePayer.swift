/// Who pays: loop 1000A of the 835.
public struct RemittancePayer: ModelPart {
    /// The payer's name (N102, 1 to 60 characters).
    public var name: String?
    /// What kind of identifier follows (N103: `XV` national plan identifier).
    public var identifierQualifier: String?
    /// The payer's identifier (N104, 2 to 80 characters).
    public var identifier: String?
    /// Where the payer is (N3, N4).
    public var address: Address?
    /// Up to four more identifiers (REF01: `2U` payer number, `EO` submitter number, `HI` industry number,
    /// `NF` insurance regulator's number).
    public var additionalIdentifiers: [Identifier] = []
    /// Whom to ask about business matters (PER01 `CX`); one that says nothing where only the code was sent.
    public var businessContact: Contact?
    /// Whom to ask about this transaction set; one at least (PER01 `BL`).
    public var technicalContacts: [Contact] = []
    /// Address of the payer's policies on the web (PER04 of `IC`).
    public var webSite: String?

    /// An empty payer.
    public init() {}

    /// Walks loop 1000A.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("N1", "PR") {
            visitor.constant(1, "PR")
            visitor.text(2, "name", &name)
            visitor.text(3, "identifierQualifier", &identifierQualifier)
            visitor.text(4, "identifier", &identifier)
            visitor.leave()
        }
        visitor.part("address", &address)
        visitor.segments(SegmentKey("REF", "2U"), "additionalIdentifiers", &additionalIdentifiers)
        visitor.segment(SegmentKey("PER", "CX"), "businessContact", &businessContact)
        visitor.segments(SegmentKey("PER", "BL"), "technicalContacts", &technicalContacts)
        if visitor.enter("PER", "IC", if: webSite != nil) {
            visitor.constant(1, "IC")
            visitor.constant(3, "UR")
            visitor.text(4, "webSite", &webSite)
            visitor.leave()
        }
    }
}
