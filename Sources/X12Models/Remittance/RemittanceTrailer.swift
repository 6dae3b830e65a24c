/// What ends a remittance: adjustments that belong to no claim, and the count of segments (PLB, SE).
public struct RemittanceTrailer: BlockPart {
    /// Amounts taken from or added to the payment as a whole (PLB), in the order sent.
    public var providerAdjustments: [ProviderAdjustment] = []
    /// How many segments the set has, ST and SE included (SE01).
    public var segmentCount: Int?
    /// Control number of the transaction set (SE02, 4 to 9 characters), the same as in the header.
    public var controlNumber: String?
    /// What came with it and has no place above; `nil` when everything has.
    @Boxed public var carried: Carried?

    /// An empty trailer.
    public init() {}

    /// Walks PLB and SE.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.providerAdjustments("providerAdjustments", &providerAdjustments)
        if visitor.enter("SE") {
            visitor.integer(1, "segmentCount", &segmentCount)
            visitor.text(2, "controlNumber", &controlNumber)
            visitor.leave()
        }
    }
}
