internal import X12Grammar
internal import X12Parser
internal import X12Text

/// Finds the property that a segment or one of its elements is read into: the other way round of ``PlaceFinder``.
///
/// It walks an empty part, goes into the loops that the segment stands in and no others, and notes the path where it
/// comes to the element. Where the element is none of the properties, the path of the part around has to do.
struct PathFinder: ModelVisitor {
    static var visitsProperties: Bool { false }
    static var decodes: Bool { false }

    private let chart: BlockChart
    private let map: ModelMap
    private let target: PartPlace
    private let targetRule: Int32
    /// The segments of its kind in its loop, and which of them the target is, from 0.
    private let alike: [Int]
    private let occurrence: Int
    /// The loops from the block's own to the target's, each with its instance and its number in its parent, from 0.
    private let chain: [Link]
    /// How many of them the walk has entered.
    private var depth = 1
    private var path = ""
    private var isEntered = false
    /// Elements in front of the group, and the composite, being walked.
    private var offset = 0
    private var composite = 0
    /// The list that is packed into segments, and how many of its entries stand in those before.
    private var packed: (list: String, before: Int)?
    private var found: String?
    /// The path of the part that is nearest around.
    private var nearest: String?

    /// A loop around the target.
    struct Link {
        let loop: Int32
        let number: Int
    }

    /// A finder of the property at a place; `nil` where the segment was not placed.
    init?(_ place: PartPlace, _ chart: BlockChart, _ map: ModelMap, isLoopless: Bool) {
        let placement = chart.segments[place.segment].placement
        guard placement.rule >= 0, isLoopless || chart.segments[0].placement.rule >= 0,
            let chain = Self.chain(to: place.segment, chart, map)
        else { return nil }
        self.chart = chart
        self.map = map
        self.chain = chain
        target = place
        targetRule = placement.rule
        alike = chart.segments(of: [Int(placement.rule)], in: placement.loopInstance)
        occurrence = alike.place(of: place.segment)
    }

    /// The property's path from the part on, or that of the part around; empty for the part itself.
    mutating func find<Part: ModelPart>(_ empty: Part) -> String {
        var part = empty
        part.walk(&self)
        return found ?? nearest ?? path
    }

    // MARK: - Loops

    /// The loops from the outermost to that of a segment; `nil` when it stands in another part.
    private static func chain(to target: Int, _ chart: BlockChart, _ map: ModelMap) -> [Link]? {
        let outermost = Int32(chart.outermost)
        var links: [Link] = []
        var loop = map.rules[Int(chart.segments[target].placement.rule)].loop
        var index = target
        while loop != outermost {
            guard loop > 0 else { return nil }
            let (opener, number) = chart.opener(of: Int(loop), upTo: index)
            links.insert(Link(loop: loop, number: max(0, number - 1)), at: 0)
            index = opener
            loop = map.parents[Int(loop)]
        }
        return [Link(loop: outermost, number: 0)] + links
    }

    /// The next loop of the chain, when a walk means it by an identifier.
    private func next(_ identifier: StaticString) -> Link? {
        guard found == nil, depth < chain.count,
            map.loop(ModelMap.pack(identifier), in: chain[depth - 1].loop) == chain[depth].loop
        else { return nil }
        return chain[depth]
    }

    mutating func loop<Part: ModelPart>(_ identifier: StaticString, _ name: StaticString, _ part: inout Part?)
    {
        guard let link = next(identifier), link.number == 0 else { return }
        follow(name.utf8CodeUnitCount == 0 ? path : joined(name), Part.self)
    }

    mutating func loops<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ parts: inout [Part]
    ) {
        guard let link = next(identifier) else { return }
        follow("\(joined(name))[\(link.number)]", Part.self)
    }

    private mutating func follow<Part: ModelPart>(_ inner: String, _ type: Part.Type) {
        depth += 1
        nearest = inner
        walk(type, at: inner)
        depth -= 1
    }

    private mutating func walk<Part: ModelPart>(_ type: Part.Type, at inner: String) {
        let outer = path
        path = inner
        var part = Part()
        part.walk(&self)
        path = outer
    }

    private func joined(_ name: StaticString) -> String {
        path.isEmpty ? name.description : "\(path).\(name)"
    }

    // MARK: - Segments

    /// Whether the walk means the target's kind of segment by a key, in the target's loop.
    private func isTarget(_ key: SegmentKey) -> Bool {
        found == nil && depth == chain.count && map.rules[Int(targetRule)].key == key.packed
    }

    mutating func enter(_ key: SegmentKey) -> Bool {
        guard isTarget(key), occurrence == 0 else { return false }
        isEntered = true
        nearest = path
        if target.element == 0 { found = path }
        return found == nil
    }

    mutating func leave() { isEntered = false }

    mutating func segments<Part: ModelPart>(_ key: SegmentKey, _ name: StaticString, _ parts: inout [Part]) {
        guard isTarget(key) else { return }
        let list = joined(name)
        var number = occurrence
        if let layout = Part.self as? any PackedList.Type {
            number = entriesBefore(layout)
            packed = (list, number)
        }
        let inner = "\(list)[\(number)]"
        nearest = inner
        if target.element == 0 {
            found = inner
        } else {
            isEntered = true
            walk(Part.self, at: inner)
            isEntered = false
        }
        packed = nil
    }

    /// How many entries of a packed list stand in the segments before the target.
    private func entriesBefore(_ layout: any PackedList.Type) -> Int {
        occurrence > 0 ? chart.entryEnds(of: alike, layout.count)[occurrence - 1] : 0
    }

    // MARK: - Parts of segments

    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part?) {
        guard found == nil else { return }
        walk(Part.self, at: joined(name))
    }

    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part?) {
        composite(element, at: joined(name), Part.self)
    }

    private mutating func composite<Part: ModelPart>(_ element: Int, at inner: String, _ type: Part.Type) {
        guard isEntered, found == nil, composite == 0, element + offset == target.element else { return }
        guard target.component > 0 else {
            found = inner
            return
        }
        // Pointers are a list whose entries are the components.
        if type == DiagnosisPointers.self {
            found = "\(inner)[\(target.component - 1)]"
            return
        }
        composite = element + offset
        walk(type, at: inner)
        composite = 0
        if found == nil { found = inner }
    }

    mutating func composites<Part: ModelPart>(
        _ elements: ClosedRange<Int>, _ name: StaticString, _ parts: inout [Part]
    ) {
        let element = target.element - offset
        guard elements.contains(element) else { return }
        composite(element, at: "\(joined(name))[\(element - elements.lowerBound)]", Part.self)
    }

    mutating func groups<Part: ModelPart>(
        _ start: Int, stride: Int, count: Int, _ name: StaticString, _ parts: inout [Part]
    ) {
        let distance = target.element - offset - start
        guard isEntered, found == nil, distance >= 0, distance < stride * count else { return }
        let number = distance / stride
        let outer = offset
        offset = outer + start - 1 + number * stride
        let inner =
            packed.map { "\($0.list)[\($0.before + number)]" } ?? "\(joined(name))[\(number)]"
        nearest = inner
        walk(Part.self, at: inner)
        offset = outer
    }

    // MARK: - Elements

    /// Notes a path when the walk has come to the target's element, or component.
    private mutating func note(_ element: Int, _ component: Int, _ path: String) {
        guard isEntered, found == nil else { return }
        let isHere =
            composite > 0
            ? element == target.component
            : element + offset == target.element && (component == 0 || component == max(1, target.component))
        if isHere { found = path }
    }

    mutating func constant(_ element: Int, _ component: Int, _ value: StaticString) {
        note(element, component, path)
    }

    mutating func text(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout String?) {
        note(element, component, joined(name))
    }

    mutating func decimal(
        _ element: Int, _ component: Int, _ name: StaticString, _ value: inout ExactDecimal?
    ) {
        note(element, component, joined(name))
    }

    mutating func integer(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout Int?) {
        note(element, component, joined(name))
    }

    mutating func date(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout CalendarDate?) {
        note(element, component, joined(name))
    }

    mutating func time(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout ClockTime?) {
        note(element, component, joined(name))
    }

    mutating func period(
        _ qualifier: Int, _ element: Int, _ name: StaticString, _ value: inout DateTimePeriod?
    ) {
        note(qualifier, 0, joined(name))
        note(element, 0, joined(name))
    }

    mutating func flag(_ name: StaticString, _ value: inout Bool) {}

    mutating func texts(_ elements: ClosedRange<Int>, _ name: StaticString, _ values: inout [String]) {
        for (number, element) in elements.enumerated() { note(element, 0, "\(joined(name))[\(number)]") }
    }

    mutating func repetitions(_ element: Int, _ name: StaticString, _ values: inout [String]) {
        note(element, 0, "\(joined(name))[\(max(1, target.repetition) - 1)]")
    }
}
