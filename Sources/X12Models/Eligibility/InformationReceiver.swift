/// Who asks about the coverage, mostly a provider: level 2000B of an inquiry (270) or a response (271).
public struct InformationReceiver: BlockPart {
    /// The level's place in the hierarchy (HL).
    public var hierarchicalLevel: HierarchicalLevel?
    /// Who it is (2100B).
    public var party: InformationReceiverDetails?
    /// What came with it and has no place above; `nil` when everything has.
    @Boxed public var carried: Carried?

    /// An empty level.
    public init() {}

    /// Walks level 2000B.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("HL", "21") {
            visitor.part("hierarchicalLevel", &hierarchicalLevel)
            visitor.leave()
        }
        visitor.loop("2100B", "party", &party)
    }
}
