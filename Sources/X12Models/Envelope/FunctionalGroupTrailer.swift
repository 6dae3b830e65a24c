/// A functional group's end: GE.
public struct FunctionalGroupTrailer: BlockPart {
    /// How many transaction sets the group holds (GE01).
    public var transactionSetCount: Int?
    /// The group control number, that of GS06 (GE02).
    public var controlNumber: String?
    /// What came with the trailer and has no place above.
    @Boxed public var carried: Carried?

    /// An empty trailer.
    public init() {}

    /// Walks GE.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        guard visitor.enter("GE") else { return }
        visitor.integer(1, "transactionSetCount", &transactionSetCount)
        visitor.text(2, "controlNumber", &controlNumber)
        visitor.leave()
    }
}
