/// Who knows about the coverage, mostly a payer: level 2000A of an inquiry (270) or a response (271).
public struct InformationSource: BlockPart {
    /// The level's place in the hierarchy (HL); it has no parent.
    public var hierarchicalLevel: HierarchicalLevel?
    /// Why the whole inquiry could not be handled, up to nine (2000A AAA); in responses alone.
    public var requestValidations: [RequestValidation] = []
    /// Who it is (2100A).
    public var party: InformationSourceDetails?
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
        visitor.segments(SegmentKey("AAA"), "requestValidations", &requestValidations)
        visitor.loop("2100A", "party", &party)
    }
}
