public import X12Text

extension ModelVisitor {
    /// Begins the segment with this identifier and, where several share it, this first code.
    @inlinable
    @inline(__always)
    public mutating func enter(_ identifier: StaticString, _ code: StaticString = "") -> Bool {
        enter(SegmentKey(identifier, code))
    }

    /// Begins a segment that has one value besides its constants, where that is present or the visitor is shown absent ones
    /// too (``skipsAbsent``).
    @inline(__always)
    mutating func enter(
        _ identifier: StaticString, _ code: StaticString = "", if isPresent: @autoclosure () -> Bool
    ) -> Bool {
        if skipsAbsent, !isPresent() { return false }
        return enter(SegmentKey(identifier, code))
    }

    /// A constant element that is not a component.
    @inline(__always)
    public mutating func constant(_ element: Int, _ value: StaticString) { constant(element, 0, value) }

    /// Text of an element that is not a component.
    @inline(__always)
    public mutating func text(_ element: Int, _ name: StaticString, _ value: inout String?) {
        text(element, 0, name, &value)
    }

    /// Text that a program always expects; empty when it was not sent.
    public mutating func text(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout String) {
        var sent = value.isEmpty ? nil : Optional(value)
        text(element, component, name, &sent)
        if Self.changes { value = sent ?? "" }
    }

    /// Text, of an element that is not a component, that a program always expects; empty when not sent.
    @inline(__always)
    public mutating func text(_ element: Int, _ name: StaticString, _ value: inout String) {
        text(element, 0, name, &value)
    }

    /// A code with a type of its own.
    @inline(__always)
    public mutating func code<Code: CodeValue>(
        _ element: Int, _ component: Int, _ name: StaticString, _ value: inout Code?
    ) {
        var sent = value?.rawValue
        text(element, component, name, &sent)
        if Self.changes { value = sent.map(Code.init(rawValue:)) }
    }

    /// A code with a type of its own, of an element that is not a component.
    @inline(__always)
    public mutating func code<Code: CodeValue>(
        _ element: Int, _ name: StaticString, _ value: inout Code?
    ) {
        code(element, 0, name, &value)
    }

    /// The repetitions of one element, codes with a type of their own.
    public mutating func codes<Code: CodeValue>(
        _ element: Int, _ name: StaticString, _ values: inout [Code]
    ) {
        var sent = values.map { $0.rawValue }
        repetitions(element, name, &sent)
        if Self.changes { values = sent.map(Code.init(rawValue:)) }
    }

    /// A decimal of an element that is not a component.
    @inline(__always)
    public mutating func decimal(_ element: Int, _ name: StaticString, _ value: inout ExactDecimal?) {
        decimal(element, 0, name, &value)
    }

    /// A whole number of an element that is not a component.
    @inline(__always)
    public mutating func integer(_ element: Int, _ name: StaticString, _ value: inout Int?) {
        integer(element, 0, name, &value)
    }

    /// A number that counts parts is a whole number like others, for who does not count them anew.
    @inline(__always)
    public mutating func ordinal(_ element: Int, _ name: StaticString, _ value: inout Int?) {
        integer(element, 0, name, &value)
    }

    /// A date of an element that is not a component.
    @inline(__always)
    public mutating func date(_ element: Int, _ name: StaticString, _ value: inout CalendarDate?) {
        date(element, 0, name, &value)
    }

    /// A time of an element that is not a component.
    @inline(__always)
    public mutating func time(_ element: Int, _ name: StaticString, _ value: inout ClockTime?) {
        time(element, 0, name, &value)
    }
}
