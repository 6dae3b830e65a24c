internal import X12Text

/// Notes the names of a part's own properties, not of those inside.
struct PropertyNames: ModelVisitor {
    private var names: [String] = []

    private init() {}

    /// The names, in the guide's order.
    static func of<Part: ModelPart>(_ type: Part.Type) -> [String] {
        var visitor = PropertyNames()
        var empty = Part()
        empty.walk(&visitor)
        return visitor.names
    }

    static var visitsProperties: Bool { true }
    static var decodes: Bool { false }

    private mutating func note(_ name: StaticString) { names.append(name.description) }

    mutating func enter(_ key: SegmentKey) -> Bool { true }
    mutating func leave() {}
    mutating func constant(_ element: Int, _ component: Int, _ value: StaticString) {}

    mutating func text(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout String?) {
        note(name)
    }

    mutating func decimal(
        _ element: Int, _ component: Int, _ name: StaticString, _ value: inout ExactDecimal?
    ) {
        note(name)
    }

    mutating func integer(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout Int?) {
        note(name)
    }

    mutating func date(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout CalendarDate?) {
        note(name)
    }

    mutating func time(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout ClockTime?) {
        note(name)
    }

    mutating func period(
        _ qualifier: Int, _ element: Int, _ name: StaticString, _ value: inout DateTimePeriod?
    ) {
        note(name)
    }

    mutating func texts(_ elements: ClosedRange<Int>, _ name: StaticString, _ values: inout [String]) {
        note(name)
    }

    mutating func repetitions(_ element: Int, _ name: StaticString, _ values: inout [String]) { note(name) }

    mutating func flag(_ name: StaticString, _ value: inout Bool) { note(name) }

    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part?) {
        note(name)
    }

    mutating func composites<Part: ModelPart>(
        _ elements: ClosedRange<Int>, _ name: StaticString, _ parts: inout [Part]
    ) {
        note(name)
    }

    mutating func groups<Part: ModelPart>(
        _ start: Int, stride: Int, count: Int, _ name: StaticString, _ parts: inout [Part]
    ) {
        note(name)
    }

    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part?) { note(name) }

    mutating func segments<Part: ModelPart>(_ key: SegmentKey, _ name: StaticString, _ parts: inout [Part]) {
        note(name)
    }

    mutating func loop<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ part: inout Part?
    ) {
        note(name)
    }

    mutating func loops<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ parts: inout [Part]
    ) {
        note(name)
    }
}
