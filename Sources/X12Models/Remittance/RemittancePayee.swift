/// Who is paid: loop 1000B of the 835.
public struct RemittancePayee: ModelPart {
    /// The payee's name (N102, 1 to 60 characters).
    public var name: String?
    /// What kind of identifier follows (N103: `XX` NPI, `FI` tax number, `XV` national plan identifier).
    public var identifierQualifier: String?
    /// The payee's identifier (N104, 2 to 80 characters).
    public var identifier: String?
    /// Where the payee is (N3, N4); nil when the payer does not say.
    public var address: Address?
    /// More identifiers (REF01: `TJ` tax number, `PQ` payee number, `0B` state licence, `D3` pharmacy).
    public var additionalIdentifiers: [Identifier] = []
    /// How the remittance is delivered apart from this set (RDM).
    public var delivery: RemittanceDelivery?

    /// An empty payee.
    public init() {}

    /// Walks loop 1000B.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("N1", "PE") {
            visitor.constant(1, "PE")
            visitor.text(2, "name", &name)
            visitor.text(3, "identifierQualifier", &identifierQualifier)
            visitor.text(4, "identifier", &identifier)
            visitor.leave()
        }
        visitor.part("address", &address)
        visitor.segments(SegmentKey("REF", "0B"), "additionalIdentifiers", &additionalIdentifiers)
        visitor.part("delivery", &delivery)
    }
}
