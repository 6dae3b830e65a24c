import X12Text

/// Chooses between the two views of an outline while compiling, as ``ModelVisitor/visitsProperties`` asks.
protocol OutlineView {
    static var visitsProperties: Bool { get }
}

/// X12: every place.
enum SegmentOutline: OutlineView {
    static var visitsProperties: Bool { false }
}

/// JSON: every property.
enum PropertyOutline: OutlineView {
    static var visitsProperties: Bool { true }
}

/// Walks through empty parts and notes what it is shown.
struct OutlineVisitor<View: OutlineView>: ModelVisitor {
    private var visits: [ModelOutline.Visit] = []
    private var loops: [String]
    private var segment: SegmentKey?
    private var path = ""
    /// Position of the element in front of the group being walked.
    private var base = 0
    /// Position of the composite being walked; 0 outside.
    private var compositeElement = 0

    private init(loops: [String]) { self.loops = loops }

    static func visits<Part: ModelPart>(of part: Part, loop: String) -> [ModelOutline.Visit] {
        var visitor = Self(loops: loop.isEmpty ? [] : [loop])
        var part = part
        part.walk(&visitor)
        return visitor.visits
    }

    static var visitsProperties: Bool { View.visitsProperties }
    static var decodes: Bool { false }

    mutating func enter(_ key: SegmentKey) -> Bool {
        precondition(segment == nil, "a segment begins inside another")
        segment = key
        return true
    }

    mutating func leave() {
        precondition(segment != nil, "a segment ends that did not begin")
        segment = nil
    }

    mutating func constant(_ element: Int, _ component: Int, _ value: StaticString) {
        if View.visitsProperties { return }
        note(element, component, .constant(value.description), path)
    }

    mutating func text(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout String?) {
        note(element, component, .text, joined(name))
    }

    mutating func decimal(
        _ element: Int, _ component: Int, _ name: StaticString, _ value: inout ExactDecimal?
    ) {
        note(element, component, .decimal, joined(name))
    }

    mutating func integer(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout Int?) {
        note(element, component, .integer, joined(name))
    }

    mutating func date(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout CalendarDate?) {
        note(element, component, .date, joined(name))
    }

    mutating func time(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout ClockTime?) {
        note(element, component, .time, joined(name))
    }

    mutating func period(
        _ qualifier: Int, _ element: Int, _ name: StaticString, _ value: inout DateTimePeriod?
    ) {
        if !View.visitsProperties { note(qualifier, 0, .periodFormat, joined(name)) }
        note(element, 0, .period, joined(name))
    }

    mutating func texts(_ elements: ClosedRange<Int>, _ name: StaticString, _ values: inout [String]) {
        for element in View.visitsProperties ? elements.lowerBound...elements.lowerBound : elements {
            note(element, 0, .listedText, joined(name) + "[]")
        }
    }

    mutating func repetitions(_ element: Int, _ name: StaticString, _ values: inout [String]) {
        note(element, 0, .repetitions, joined(name) + "[]")
    }

    mutating func flag(_ name: StaticString, _ value: inout Bool) { note(0, 0, .flag, joined(name)) }

    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part?) {
        compositeElement = base + element
        walk(Part.self, at: joined(name))
        compositeElement = 0
    }

    mutating func composites<Part: ModelPart>(
        _ elements: ClosedRange<Int>, _ name: StaticString, _ parts: inout [Part]
    ) {
        for element in View.visitsProperties ? elements.lowerBound...elements.lowerBound : elements {
            compositeElement = base + element
            walk(Part.self, at: joined(name) + "[]")
        }
        compositeElement = 0
    }

    mutating func groups<Part: ModelPart>(
        _ start: Int, stride: Int, count: Int, _ name: StaticString, _ parts: inout [Part]
    ) {
        let outer = base
        for index in 0..<(View.visitsProperties ? 1 : count) {
            base = outer + start - 1 + index * stride
            walk(Part.self, at: joined(name) + "[]")
        }
        base = outer
    }

    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part?) {
        walk(Part.self, at: joined(name))
    }

    mutating func segments<Part: ModelPart>(_ key: SegmentKey, _ name: StaticString, _ parts: inout [Part]) {
        guard enter(key) else { return }
        walk(Part.self, at: joined(name) + "[]")
        leave()
    }

    mutating func loop<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ part: inout Part?
    ) {
        loops.append(Self.named(identifier, inside: loops.last))
        walk(Part.self, at: joined(name))
        loops.removeLast()
    }

    mutating func loops<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ parts: inout [Part]
    ) {
        loops.append(Self.named(identifier, inside: loops.last))
        walk(Part.self, at: joined(name) + "[]")
        loops.removeLast()
    }

    // MARK: - Places and paths

    private mutating func walk<Part: ModelPart>(_ part: Part.Type, at inner: String) {
        let outer = path
        path = inner
        var empty = part.init()
        empty.walk(&self)
        path = outer
    }

    private func joined(_ name: StaticString) -> String {
        path.isEmpty ? name.description : "\(path).\(name)"
    }

    /// A loop's identifier, the letter of an open one taken from the loop around it.
    private static func named(_ identifier: StaticString, inside outer: String?) -> String {
        let name = identifier.description
        guard name.hasSuffix("*"), let letter = outer?.last else { return name }
        return String(name.dropLast()) + String(letter)
    }

    private mutating func note(_ element: Int, _ component: Int, _ kind: ModelOutline.Kind, _ path: String) {
        let hasPlace = kind != .flag
        let isComponent = compositeElement > 0 && hasPlace
        visits.append(
            ModelOutline.Visit(
                loops: loops,
                segment: hasPlace ? segment.map { Self.text($0.packed & 0xFFFF_FFFF) } ?? "" : "",
                code: hasPlace ? segment.map { Self.text($0.packed >> 32) } ?? "" : "",
                element: isComponent ? compositeElement : hasPlace ? base + element : 0,
                component: isComponent ? element : component,
                kind: kind, path: path))
    }

    private static func text(_ packed: UInt64) -> String {
        SegmentIdentifier(packed: UInt32(truncatingIfNeeded: packed)).description
    }
}
