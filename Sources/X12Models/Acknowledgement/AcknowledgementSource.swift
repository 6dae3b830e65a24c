/// Who answers, a payer or a clearinghouse, and when the claims came in: level 2000A of the 277CA.
public struct AcknowledgementSource: BlockPart {
    /// The level's place in the hierarchy (HL); it has no parent.
    public var hierarchicalLevel: HierarchicalLevel?
    /// Who answers (2100A).
    public var organization: AcknowledgingOrganization?
    /// What was received, and when (2200A).
    public var receipt: AcknowledgementReceipt?
    /// What came with it and has no place above; `nil` when everything has.
    @Boxed public var carried: Carried?

    /// An empty level.
    public init() {}

    /// Walks level 2000A.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("HL", "20") {
            visitor.part("hierarchicalLevel", &hierarchicalLevel)
            visitor.leave()
        }
        visitor.loop("2100A", "organization", &organization)
        visitor.loop("2200A", "receipt", &receipt)
    }
}
