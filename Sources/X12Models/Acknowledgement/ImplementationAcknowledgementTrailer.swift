/// What became of the answered group, and the end of the acknowledgement (999, AK9 and SE).
public struct ImplementationAcknowledgementTrailer: BlockPart {
    /// Whether the group was accepted (AK901).
    public var status: AcknowledgementStatus?
    /// How many transaction sets the group said it held (AK902, its GE01).
    public var includedSetCount: Int?
    /// How many transaction sets were received (AK903).
    public var receivedSetCount: Int?
    /// How many of them were accepted, with or without errors (AK904).
    public var acceptedSetCount: Int?
    /// What is wrong with the group itself, up to five codes (AK905 to AK909: `5` the count is off).
    public var errorCodes: [String] = []
    /// How many segments the acknowledgement has, ST and SE included (SE01).
    public var segmentCount: Int?
    /// The control number of the acknowledgement (SE02), the same as in its header.
    public var controlNumber: String?
    /// What came with it and has no place above; `nil` when everything has.
    @Boxed public var carried: Carried?

    /// An empty trailer.
    public init() {}

    /// Walks AK9 and SE.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("AK9") {
            visitor.code(1, "status", &status)
            visitor.integer(2, "includedSetCount", &includedSetCount)
            visitor.integer(3, "receivedSetCount", &receivedSetCount)
            visitor.integer(4, "acceptedSetCount", &acceptedSetCount)
            visitor.texts(5...9, "errorCodes", &errorCodes)
            visitor.leave()
        }
        if visitor.enter("SE") {
            visitor.integer(1, "segmentCount", &segmentCount)
            visitor.text(2, "controlNumber", &controlNumber)
            visitor.leave()
        }
    }
}
