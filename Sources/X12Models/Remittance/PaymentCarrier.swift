/// Another payer that a claim payment names: NM1 of `TT` and `PR` in loop 2100.
public struct PaymentCarrier: ModelPart {
    /// The payer's name (NM103, 1 to 60 characters).
    public var organizationName: String?
    /// What kind of identifier follows (NM108: `PI` payer, `XV` national plan, `NI` insurance regulator, `FI`
    /// tax number, `PP` pharmacy processor, `AD` Blue Cross and Blue Shield plan).
    public var identifierQualifier: String?
    /// The payer's identifier (NM109, 2 to 80 characters).
    public var identifier: String?

    /// An empty payer.
    public init() {}

    /// Walks NM102 to NM109.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.constant(2, "2")
        visitor.text(3, "organizationName", &organizationName)
        visitor.text(8, "identifierQualifier", &identifierQualifier)
        visitor.text(9, "identifier", &identifier)
    }
}
