/// Claims that a payer lists together, with their sums: loop 2000 of the 835 without its claims.
///
/// Payers group by provider, place and fiscal period, or not at all.
public struct RemittanceGroup: BlockPart {
    /// Number of the group in its transaction set (LX01).
    public var number: Int?
    /// Sums of the group's claims by provider and fiscal period (TS3), for Medicare Part A.
    @Boxed public var providerSummary: ProviderSummary?
    /// Sums by which inpatient claims were priced (TS2), for Medicare Part A.
    @Boxed public var providerSupplementalSummary: ProviderSupplementalSummary?
    /// What came with it and has no place above; `nil` when everything has.
    @Boxed public var carried: Carried?

    /// An empty group.
    public init() {}

    /// Walks LX, TS3 and TS2.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("LX") {
            visitor.integer(1, "number", &number)
            visitor.leave()
        }
        visitor.part("providerSummary", &$providerSummary)
        visitor.part("providerSupplementalSummary", &$providerSupplementalSummary)
    }
}
