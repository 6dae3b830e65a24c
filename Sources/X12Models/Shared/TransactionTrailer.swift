/// The end of a transaction set: SE.
public struct TransactionTrailer: BlockPart {
    /// How many segments the set has, ST and SE among them (SE01, up to 10 digits).
    public var segmentCount: Int?
    /// The set's control number, the same as in its header (SE02, 4 to 9 characters).
    public var controlNumber: String?
    /// What came with it and has no place above; `nil` when everything has.
    @Boxed public var carried: Carried?

    /// An empty trailer.
    public init() {}

    /// Walks SE.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("SE") {
            visitor.integer(1, "segmentCount", &segmentCount)
            visitor.text(2, "controlNumber", &controlNumber)
            visitor.leave()
        }
    }
}
