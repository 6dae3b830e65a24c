/// Another payer's numbers for a referring provider: loop 2330C.
public struct OtherPayerReferringProvider: ModelPart {
    /// What the provider is (NM101: `DN` referring provider, `P3` primary care provider).
    public var role: String?
    /// The numbers, up to three (REF01: `0B` state licence, `1G` UPIN, `G2` commercial number).
    public var secondaryIdentifiers: [Identifier] = []

    /// An empty provider.
    public init() {}

    /// Walks loop 2330C.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "DN") {
            visitor.text(1, "role", &role)
            visitor.constant(2, "1")
            visitor.leave()
        }
        visitor.segments(SegmentKey("REF", "0B"), "secondaryIdentifiers", &secondaryIdentifiers)
    }
}
