/// A form with the answers to its questions: loop 2440.
public struct SupportingForm: ModelPart {
    /// Which list names the form (LQ01: `UT` Medicare's certificates, `AS` forms).
    public var qualifier: String?
    /// The form (LQ02, 1 to 30 characters).
    public var identifier: String?
    /// The answers, 1 to 99 (FRM).
    public var answers: [FormAnswer] = []

    /// An empty form.
    public init() {}

    /// Walks loop 2440.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("LQ", "AS") {
            visitor.text(1, "qualifier", &qualifier)
            visitor.text(2, "identifier", &identifier)
            visitor.leave()
        }
        visitor.segments(SegmentKey("FRM"), "answers", &answers)
    }
}
