/// The payer or clearinghouse that answers claims: loop 2100A of the 277CA.
public struct AcknowledgingOrganization: ModelPart {
    /// What it is (NM101: `PR` payer, `AY` clearinghouse).
    public var entity: String?
    /// Its name (NM103, 1 to 60 characters).
    public var name: String?
    /// What kind of identifier follows (NM108: `46` electronic, `FI` tax number, `PI` payer, `XV` plan).
    public var identifierQualifier: String?
    /// Its identifier (NM109, 2 to 80 characters).
    public var identifier: String?

    /// An empty organization.
    public init() {}

    /// Walks loop 2100A.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "AY") {
            visitor.text(1, "entity", &entity)
            visitor.constant(2, "2")
            visitor.text(3, "name", &name)
            visitor.text(8, "identifierQualifier", &identifierQualifier)
            visitor.text(9, "identifier", &identifier)
            visitor.leave()
        }
    }
}
