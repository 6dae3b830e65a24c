/// The value that makes a segment or element necessary, or forbids it: CTX of `SITUATIONAL TRIGGER` in the 999.
public struct SituationalTrigger: ModelPart {
    /// The identifier of the segment that holds it (CTX02).
    public var segment: String?
    /// Where that segment stands in its transaction set, ST being 1 (CTX03).
    public var segmentPosition: Int?
    /// The loop that segment stands in, four characters at most (CTX04).
    public var loop: String?
    /// Which of its elements it is (CTX05); nil when the segment itself is meant.
    public var position: ElementPosition?
    /// The number of that element in the dictionary (CTX06).
    public var reference: ElementReference?

    /// An empty trigger.
    public init() {}

    /// Walks the elements of a CTX that has been entered.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.constant(1, 1, "SITUATIONAL TRIGGER")
        visitor.text(2, "segment", &segment)
        visitor.integer(3, "segmentPosition", &segmentPosition)
        visitor.text(4, "loop", &loop)
        visitor.composite(5, "position", &position)
        visitor.composite(6, "reference", &reference)
    }
}
