/// A billing provider whose claims are answered, with their totals: level 2000C of the 277CA.
public struct AcknowledgedProvider: BlockPart {
    /// The level's place in the hierarchy (HL).
    public var hierarchicalLevel: HierarchicalLevel?
    /// Who billed; one, as a rule (2100C).
    public var names: [AcknowledgedProviderName] = []
    /// What became of the provider's claims, with their totals (2200C).
    public var claims: ProviderAcknowledgement?
    /// What came with it and has no place above; `nil` when everything has.
    @Boxed public var carried: Carried?

    /// An empty level.
    public init() {}

    /// Walks level 2000C.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("HL", "19") {
            visitor.part("hierarchicalLevel", &hierarchicalLevel)
            visitor.leave()
        }
        visitor.loops("2100C", "names", &names)
        visitor.loop("2200C", "claims", &claims)
    }
}
