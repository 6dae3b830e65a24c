/// A segment in error: loop 2100 of the 999.
public struct SegmentError: ModelPart {
    /// The segment's identifier (IK301); of a missing segment, the one that is missing.
    public var segment: String?
    /// Where it stands in its transaction set, ST being 1 (IK302).
    public var position: Int?
    /// The loop it stands in, four characters at most: `2010` for 2010AA (IK303).
    public var loop: String?
    /// What is wrong with it (IK304: `3` missing, `8` its elements).
    public var errorCode: String?
    /// What made it necessary, or forbade it (CTX of `SITUATIONAL TRIGGER`, up to 9).
    public var triggers: [SituationalTrigger] = []
    /// Whose it is: the claim, the payment, the subscriber (the other CTX).
    public var businessUnit: BusinessUnit?
    /// What is wrong with its elements (loop 2110).
    public var elementErrors: [ElementError] = []

    /// An empty error.
    public init() {}

    /// Walks loop 2100.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("IK3") {
            visitor.text(1, "segment", &segment)
            visitor.integer(2, "position", &position)
            visitor.text(3, "loop", &loop)
            visitor.text(4, "errorCode", &errorCode)
            visitor.leave()
        }
        visitor.segments(SegmentKey("CTX", "SITUATIONAL TRIGGER"), "triggers", &triggers)
        if visitor.enter("CTX", "TRN02") {
            visitor.composite(1, "businessUnit", &businessUnit)
            visitor.leave()
        }
        visitor.loops("2110", "elementErrors", &elementErrors)
    }
}
