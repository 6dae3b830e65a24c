public import X12Text

/// A date with the qualifier that says what happened then: a repeating DTM.
public struct QualifiedDate: ModelPart {
    /// What the date is (DTM01: `232` and `233` statement from and to; `472` service, `150` and `151` service
    /// from and to).
    public var qualifier: String?
    /// The date (DTM02).
    public var date: CalendarDate?

    /// An empty date.
    public init() {}

    /// Walks DTM01 and DTM02.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "qualifier", &qualifier)
        visitor.date(2, "date", &date)
    }
}

extension [QualifiedDate] {
    /// The first date whose qualifier is one of these, in the order in which they are asked for.
    func first(of qualifiers: String...) -> CalendarDate? {
        for qualifier in qualifiers {
            if let found = first(where: { $0.qualifier == qualifier }) { return found.date }
        }
        return nil
    }
}

extension ModelVisitor {
    /// `DTM` whose qualifier has one value here: the date alone is the property.
    @inline(__always)
    mutating func day(_ code: StaticString, _ name: StaticString, _ value: inout CalendarDate?) {
        if value == nil, skipsAbsent { return }
        guard enter("DTM", code) else { return }
        constant(1, code)
        date(2, name, &value)
        leave()
    }
}
