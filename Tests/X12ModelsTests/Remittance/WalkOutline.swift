import X12Models
import X12Text

/// What the walk of empty parts visits: segments in order, and each element with the kind of its value.
struct WalkOutline: ModelVisitor {
    static var visitsProperties: Bool { false }
    static var decodes: Bool { true }

    /// A segment of a loop; the transaction set itself has no loop identifier.
    struct Segment: Hashable {
        var loop: String
        var key: UInt64
    }

    /// An element or component of a segment.
    struct Place: Hashable {
        var segment: Segment
        var element: Int
        var component: Int
    }

    /// What kind of value is at a place.
    enum Kind: Equatable {
        case text, decimal, integer, date, time, composite
        case constant(String)
    }

    private(set) var segments: [Segment] = []
    private(set) var kinds: [Place: [Kind]] = [:]
    private var loop = ""
    private var isInSegment = false
    private var offset = 0
    private var compositeElement: Int?

    /// Walks an empty part that stands in this loop.
    mutating func visit<Part: ModelPart>(_ type: Part.Type, in loop: String = "") {
        let outer = self.loop
        self.loop = loop
        var part = Part()
        part.walk(&self)
        self.loop = outer
    }

    private mutating func note(_ element: Int, _ component: Int, _ kind: Kind) {
        precondition(isInSegment, "an element outside a segment")
        guard let segment = segments.last else { return }
        let place =
            if let compositeElement {
                Place(segment: segment, element: compositeElement, component: element)
            } else {
                Place(segment: segment, element: offset + element, component: component)
            }
        kinds[place, default: []].append(kind)
    }

    mutating func enter(_ key: SegmentKey) -> Bool {
        precondition(!isInSegment, "a segment inside a segment")
        isInSegment = true
        segments.append(Segment(loop: loop, key: key.packed))
        return true
    }

    mutating func leave() {
        precondition(isInSegment, "no segment to leave")
        isInSegment = false
    }

    mutating func constant(_ element: Int, _ component: Int, _ value: StaticString) {
        note(element, component, .constant("\(value)"))
    }

    mutating func text(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout String?) {
        note(element, component, .text)
    }

    mutating func decimal(
        _ element: Int, _ component: Int, _ name: StaticString, _ value: inout ExactDecimal?
    ) {
        note(element, component, .decimal)
    }

    mutating func integer(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout Int?) {
        note(element, component, .integer)
    }

    mutating func date(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout CalendarDate?) {
        note(element, component, .date)
    }

    mutating func time(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout ClockTime?) {
        note(element, component, .time)
    }

    mutating func period(
        _ qualifier: Int, _ element: Int, _ name: StaticString, _ value: inout DateTimePeriod?
    ) {
        note(qualifier, 0, .text)
        note(element, 0, .text)
    }

    mutating func texts(_ elements: ClosedRange<Int>, _ name: StaticString, _ values: inout [String]) {
        for element in elements { note(element, 0, .text) }
    }

    mutating func repetitions(_ element: Int, _ name: StaticString, _ values: inout [String]) {
        note(element, 0, .text)
    }

    mutating func flag(_ name: StaticString, _ value: inout Bool) {}

    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part?) {
        note(element, 0, .composite)
        compositeElement = offset + element
        visit(Part.self, in: loop)
        compositeElement = nil
    }

    mutating func composites<Part: ModelPart>(
        _ elements: ClosedRange<Int>, _ name: StaticString, _ parts: inout [Part]
    ) {
        for element in elements {
            var part: Part?
            composite(element, name, &part)
        }
    }

    mutating func groups<Part: ModelPart>(
        _ start: Int, stride: Int, count: Int, _ name: StaticString, _ parts: inout [Part]
    ) {
        for index in 0..<count {
            offset = start + stride * index - 1
            visit(Part.self, in: loop)
        }
        offset = 0
    }

    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part?) {
        visit(Part.self, in: loop)
    }

    mutating func segments<Part: ModelPart>(_ key: SegmentKey, _ name: StaticString, _ parts: inout [Part]) {
        _ = enter(key)
        visit(Part.self, in: loop)
        leave()
    }

    mutating func loop<Part: ModelPart>(_ identifier: StaticString, _ name: StaticString, _ part: inout Part?)
    {
        visit(Part.self, in: "\(identifier)")
    }

    mutating func loops<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ parts: inout [Part]
    ) {
        visit(Part.self, in: "\(identifier)")
    }
}
