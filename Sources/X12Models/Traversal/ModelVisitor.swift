public import X12Text

/// What looks at a model part while it is walked through.
///
/// Positions are the guide's: element from 1, component from 1 or 0 for the whole element. Inside a
/// composite (``composite(_:_:_:)``) "element" is the component; inside a group of elements
/// (``groups(_:stride:count:_:_:)``) positions count from the group's start. Names are JSON's.
public protocol ModelVisitor {
    /// Whether properties (JSON) are visited rather than segments (X12).
    ///
    /// Adjustments, for one, are a flat list as properties and triplets of CAS as segments.
    static var visitsProperties: Bool { get }
    /// Whether values are filled in (from X12, from JSON) rather than shown.
    static var decodes: Bool { get }

    /// Begins a segment; its elements follow when the answer is true, then ``leave()``.
    mutating func enter(_ key: SegmentKey) -> Bool
    /// Ends the segment that was begun.
    mutating func leave()

    /// An element that has one value here, which the model therefore does not hold (`NM101` = `85`).
    mutating func constant(_ element: Int, _ component: Int, _ value: StaticString)
    /// Text, and codes without a type of their own.
    mutating func text(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout String?)
    /// Money, rates, quantities.
    mutating func decimal(
        _ element: Int, _ component: Int, _ name: StaticString, _ value: inout ExactDecimal?)
    /// A whole number.
    mutating func integer(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout Int?)
    /// A date, CCYYMMDD.
    mutating func date(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout CalendarDate?)
    /// A time of day.
    mutating func time(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout ClockTime?)
    /// A date, range or time (element 1251) with its format qualifier (element 1250) at `qualifier`.
    mutating func period(
        _ qualifier: Int, _ element: Int, _ name: StaticString, _ value: inout DateTimePeriod?)
    /// Neighbouring elements of one meaning (remark codes MOA03 to MOA07); an empty text is a gap.
    mutating func texts(_ elements: ClosedRange<Int>, _ name: StaticString, _ values: inout [String])
    /// The repetitions of one element; an empty text is an empty repetition.
    mutating func repetitions(_ element: Int, _ name: StaticString, _ values: inout [String])

    /// A mark that only properties have: X12 says it by how segments are laid out.
    mutating func flag(_ name: StaticString, _ value: inout Bool)

    /// A composite element as a part of its own.
    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part?)
    /// Neighbouring composites of one meaning (HI01 to HI12); an empty part is a gap.
    mutating func composites<Part: ModelPart>(
        _ elements: ClosedRange<Int>, _ name: StaticString, _ parts: inout [Part])
    /// Runs of `stride` elements of one meaning, up to `count` of them from `start` on (PER03 to PER08).
    mutating func groups<Part: ModelPart>(
        _ start: Int, stride: Int, count: Int, _ name: StaticString, _ parts: inout [Part])

    /// Properties that belong together under a name, from elements or segments right here.
    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part?)
    /// A segment that may repeat; each part walks through one occurrence's elements (it does not enter).
    mutating func segments<Part: ModelPart>(
        _ key: SegmentKey, _ name: StaticString, _ parts: inout [Part])
    /// A loop that occurs at most once.
    mutating func loop<Part: ModelPart>(_ identifier: StaticString, _ name: StaticString, _ part: inout Part?)
    /// A loop that may repeat.
    mutating func loops<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ parts: inout [Part])
}

extension ModelVisitor {
    /// Begins the segment with this identifier and, where several share it, this first code.
    @inlinable
    @inline(__always)
    public mutating func enter(_ identifier: StaticString, _ code: StaticString = "") -> Bool {
        enter(SegmentKey(identifier, code))
    }

    /// A constant element that is not a component.
    public mutating func constant(_ element: Int, _ value: StaticString) { constant(element, 0, value) }

    /// Text of an element that is not a component.
    public mutating func text(_ element: Int, _ name: StaticString, _ value: inout String?) {
        text(element, 0, name, &value)
    }

    /// Text that a program always expects; empty when it was not sent.
    public mutating func text(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout String) {
        var sent = value.isEmpty ? nil : Optional(value)
        text(element, component, name, &sent)
        value = sent ?? ""
    }

    /// Text, of an element that is not a component, that a program always expects; empty when not sent.
    public mutating func text(_ element: Int, _ name: StaticString, _ value: inout String) {
        text(element, 0, name, &value)
    }

    /// A code with a type of its own.
    public mutating func code<Code: CodeValue>(
        _ element: Int, _ component: Int, _ name: StaticString, _ value: inout Code?
    ) {
        var sent = value?.rawValue
        text(element, component, name, &sent)
        value = sent.map(Code.init(rawValue:))
    }

    /// A code with a type of its own, of an element that is not a component.
    public mutating func code<Code: CodeValue>(
        _ element: Int, _ name: StaticString, _ value: inout Code?
    ) {
        code(element, 0, name, &value)
    }

    /// A decimal of an element that is not a component.
    public mutating func decimal(_ element: Int, _ name: StaticString, _ value: inout ExactDecimal?) {
        decimal(element, 0, name, &value)
    }

    /// A whole number of an element that is not a component.
    public mutating func integer(_ element: Int, _ name: StaticString, _ value: inout Int?) {
        integer(element, 0, name, &value)
    }

    /// A date of an element that is not a component.
    public mutating func date(_ element: Int, _ name: StaticString, _ value: inout CalendarDate?) {
        date(element, 0, name, &value)
    }

    /// A time of an element that is not a component.
    public mutating func time(_ element: Int, _ name: StaticString, _ value: inout ClockTime?) {
        time(element, 0, name, &value)
    }

    /// A part that a program always expects; empty when nothing of it was sent.
    public mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part) {
        var sent = Optional(part)
        self.part(name, &sent)
        part = sent ?? Part()
    }

    /// A required composite; empty when it was not sent.
    public mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part)
    {
        var sent = Optional(part)
        composite(element, name, &sent)
        part = sent ?? Part()
    }

    /// A required loop; empty when it was not sent.
    public mutating func loop<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ part: inout Part
    ) {
        var sent = Optional(part)
        loop(identifier, name, &sent)
        part = sent ?? Part()
    }

    /// `REF` whose qualifier has one value here: the identifier alone is the property.
    public mutating func reference(_ code: StaticString, _ name: StaticString, _ value: inout String?) {
        guard enter("REF", code) else { return }
        constant(1, code)
        text(2, name, &value)
        leave()
    }

    /// `AMT` whose qualifier has one value here: the amount alone is the property.
    public mutating func amount(_ code: StaticString, _ name: StaticString, _ value: inout ExactDecimal?) {
        guard enter("AMT", code) else { return }
        constant(1, code)
        decimal(2, name, &value)
        leave()
    }

    /// `QTY` whose qualifier has one value here: the quantity alone is the property.
    public mutating func quantity(_ code: StaticString, _ name: StaticString, _ value: inout ExactDecimal?) {
        guard enter("QTY", code) else { return }
        constant(1, code)
        decimal(2, name, &value)
        leave()
    }

    /// `DTP` whose qualifier has one value here: the date alone is the property.
    public mutating func dated(_ code: StaticString, _ name: StaticString, _ value: inout DateTimePeriod?) {
        guard enter("DTP", code) else { return }
        constant(1, code)
        period(2, 3, name, &value)
        leave()
    }
}
