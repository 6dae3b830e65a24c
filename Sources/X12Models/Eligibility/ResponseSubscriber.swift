/// The person whose insurance is told of: level 2000C of a response (271), without the benefits.
public struct ResponseSubscriber: BlockPart {
    /// The level's place in the hierarchy (HL).
    public var hierarchicalLevel: HierarchicalLevel?
    /// Numbers by which the inquiry is found again, up to three (TRN).
    public var traces: [TraceNumber] = []
    /// Who it is (2100C).
    public var person: ResponseSubscriberDetails?
    /// What came with it and has no place above; `nil` when everything has.
    @Boxed public var carried: Carried?

    /// An empty level.
    public init() {}

    /// Walks HL and TRN, and as properties the person too; as X12 the benefits stand inside of the person's loop,
    /// so it is walked where they are.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("HL", "22") {
            visitor.part("hierarchicalLevel", &hierarchicalLevel)
            visitor.leave()
        }
        visitor.segments(SegmentKey("TRN", "1"), "traces", &traces)
        if Visitor.visitsProperties { visitor.part("person", &person) }
    }
}
