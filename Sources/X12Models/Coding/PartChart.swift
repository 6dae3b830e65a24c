internal import X12Text

/// Walks through an empty part and writes down, for each segment, through which inner parts a walk comes to it.
///
/// A decoder that knows it steps over an inner part at once when the segment that comes next is none of its own
/// (``RuleFacts/parts``): most of the parts that a claim can have are absent.
struct PartChart: ModelVisitor {
    static var visitsProperties: Bool { false }
    static var decodes: Bool { false }

    private let map: ModelMap
    private var loop: Int32
    /// The inner parts around what is walked, inside the part of the loop.
    private var around: [PartIdentity] = []

    /// Charts a part that stands for a loop, and all parts inside.
    static func draw<Part: ModelPart>(_ empty: Part, loop: Int32, _ map: ModelMap) {
        var chart = PartChart(map: map, loop: loop)
        var empty = empty
        empty.walk(&chart)
    }

    private init(map: ModelMap, loop: Int32) {
        self.map = map
        self.loop = loop
    }

    mutating func enter(_ key: SegmentKey) -> Bool {
        let rule = map.rule(in: loop, key)
        guard rule >= 0 else { return true }
        map.rules[Int(rule)].parts =
            switch around.count {
            case 0: (.none, .none)
            case 1: (around[0], .none)
            case 2: (around[0], around[1])
            default: (.any, .any)
            }
        return true
    }

    mutating func leave() {}
    mutating func constant(_ element: Int, _ component: Int, _ value: StaticString) {}
    mutating func text(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout String?) {}
    mutating func decimal(
        _ element: Int, _ component: Int, _ name: StaticString, _ value: inout ExactDecimal?
    ) {}
    mutating func integer(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout Int?) {}
    mutating func date(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout CalendarDate?) {
    }
    mutating func time(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout ClockTime?) {}
    mutating func period(
        _ qualifier: Int, _ element: Int, _ name: StaticString, _ value: inout DateTimePeriod?
    ) {}
    mutating func texts(_ elements: ClosedRange<Int>, _ name: StaticString, _ values: inout [String]) {}
    mutating func repetitions(_ element: Int, _ name: StaticString, _ values: inout [String]) {}
    mutating func flag(_ name: StaticString, _ value: inout Bool) {}
    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part?) {}
    mutating func composites<Part: ModelPart>(
        _ elements: ClosedRange<Int>, _ name: StaticString, _ parts: inout [Part]
    ) {}
    mutating func groups<Part: ModelPart>(
        _ start: Int, stride: Int, count: Int, _ name: StaticString, _ parts: inout [Part]
    ) {}

    mutating func segments<Part: ModelPart>(_ key: SegmentKey, _ name: StaticString, _ parts: inout [Part]) {
        _ = enter(key)
    }

    // MARK: - Parts

    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part?) {
        around.append(PartIdentity(Part.self))
        var empty = Part()
        empty.walk(&self)
        around.removeLast()
    }

    mutating func loop<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ part: inout Part?
    ) {
        walk(Part.self, in: identifier)
    }

    mutating func loops<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ parts: inout [Part]
    ) {
        walk(Part.self, in: identifier)
    }

    private mutating func walk<Part: ModelPart>(_ type: Part.Type, in identifier: StaticString) {
        let outer = (loop, around)
        loop = map.loop(ModelMap.pack(identifier), in: loop)
        around = []
        var empty = Part()
        empty.walk(&self)
        (loop, around) = outer
    }
}
