/// An interchange's end: IEA.
public struct InterchangeTrailer: BlockPart {
    /// How many functional groups the interchange holds (IEA01).
    public var functionalGroupCount: Int?
    /// The interchange control number, that of ISA13 (IEA02).
    public var controlNumber: String?
    /// What came with the trailer and has no place above.
    @Boxed public var carried: Carried?

    /// An empty trailer.
    public init() {}

    /// Walks IEA.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        guard visitor.enter("IEA") else { return }
        visitor.integer(1, "functionalGroupCount", &functionalGroupCount)
        visitor.text(2, "controlNumber", &controlNumber)
        visitor.leave()
    }
}
