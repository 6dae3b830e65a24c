/// A billing provider with everything its claims share: level 2000A.
public struct BillingProvider: BlockPart {
    /// The level's place in the hierarchy (HL); it has no parent.
    public var hierarchicalLevel: HierarchicalLevel?
    /// The provider's specialty (2000A PRV03, a ten-character taxonomy code).
    public var taxonomyCode: String?
    /// The currency of all amounts (CUR02, ISO 4217); nil means United States dollars.
    public var currencyCode: String?
    /// Who bills: name, NPI, address, tax number (2010AA).
    public var provider: BillingProviderDetails?
    /// Where payments go when not to the provider's address (2010AB).
    @Boxed public var payToAddress: PayToAddress?
    /// The health plan that claims its money back (2010AC); only in subrogation demands.
    @Boxed public var payToPlan: PayToPlan?
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
        if visitor.enter("PRV", "BI", if: taxonomyCode != nil) {
            visitor.constant(1, "BI")
            visitor.constant(2, "PXC")
            visitor.text(3, "taxonomyCode", &taxonomyCode)
            visitor.leave()
        }
        if visitor.enter("CUR", "85", if: currencyCode != nil) {
            visitor.constant(1, "85")
            visitor.text(2, "currencyCode", &currencyCode)
            visitor.leave()
        }
        visitor.loop("2010AA", "provider", &provider)
        visitor.loop("2010AB", "payToAddress", &$payToAddress)
        visitor.loop("2010AC", "payToPlan", &$payToPlan)
    }
}
