/// Who sent the claims, and what became of them all: level 2000B of the 277CA.
public struct AcknowledgementReceiver: BlockPart {
    /// The level's place in the hierarchy (HL).
    public var hierarchicalLevel: HierarchicalLevel?
    /// Who sent the claims (2100B).
    public var submitter: AcknowledgedSubmitter?
    /// What became of the batch, with its totals (2200B).
    public var batch: BatchAcknowledgement?
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
        visitor.loop("2100B", "submitter", &submitter)
        visitor.loop("2200B", "batch", &batch)
    }
}
