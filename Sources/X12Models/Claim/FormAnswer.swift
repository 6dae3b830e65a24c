public import X12Text

/// The answer to one question of a form: FRM. At least one of the answers is sent.
public struct FormAnswer: ModelPart {
    /// The question's number or letter (FRM01, 1 to 20 characters).
    public var question: String?
    /// Yes or no (FRM02: `Y`, `N`, `W` not applicable).
    public var yesNo: String?
    /// An answer in words (FRM03, 1 to 50 characters).
    public var text: String?
    /// A date as the answer (FRM04).
    public var date: CalendarDate?
    /// A percentage as the answer (FRM05).
    public var percent: ExactDecimal?

    /// An empty answer.
    public init() {}

    /// Walks the elements of an FRM that has been entered.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "question", &question)
        visitor.text(2, "yesNo", &yesNo)
        visitor.text(3, "text", &text)
        visitor.date(4, "date", &date)
        visitor.decimal(5, "percent", &percent)
    }
}
