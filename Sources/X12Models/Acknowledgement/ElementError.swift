/// An element in error: loop 2110 of the 999.
public struct ElementError: ModelPart {
    /// Where in the segment it stands (IK401).
    public var position: ElementPosition?
    /// The number of the data element (IK402: `1065`).
    public var dataElement: String?
    /// What is wrong with it (IK403: `1` missing, `7` no such code, `I6` no code of the guide).
    public var errorCode: String?
    /// The value as it was sent (IK404, 1 to 99 characters); nil when it is missing or may not be shown.
    public var badValue: String?
    /// What made it necessary, or forbade it (CTX, up to 10).
    public var triggers: [SituationalTrigger] = []

    /// An empty error.
    public init() {}

    /// Walks loop 2110.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("IK4") {
            visitor.composite(1, "position", &position)
            visitor.text(2, "dataElement", &dataElement)
            visitor.text(3, "errorCode", &errorCode)
            visitor.text(4, "badValue", &badValue)
            visitor.leave()
        }
        visitor.segments(SegmentKey("CTX", "SITUATIONAL TRIGGER"), "triggers", &triggers)
    }
}
