public import X12Text

/// A date with the qualifier that says what it is: a DTP that has several meanings in one place.
public struct QualifiedPeriod: ModelPart {
    /// What the date is (DTP01, three digits).
    public var qualifier: String?
    /// The day, or the first and last day (DTP03).
    public var period: DateTimePeriod?

    /// An empty period.
    public init() {}

    /// Walks the elements of a DTP that has been entered.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "qualifier", &qualifier)
        visitor.period(2, 3, "period", &period)
    }
}
