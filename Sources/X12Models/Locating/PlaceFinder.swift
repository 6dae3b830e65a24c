internal import X12Grammar
internal import X12Parser
internal import X12Text

/// Finds the segment and element of one property, by following its path through the walk of an empty part.
///
/// Only the parts that the path leads through are walked, and a segment is looked up only when the walk has come to
/// the path's end. So it costs nothing but for a property that somebody asks about.
struct PlaceFinder: ModelVisitor {
    static var visitsProperties: Bool { false }
    static var decodes: Bool { false }

    private let chart: BlockChart
    private let map: ModelMap
    private var path: PropertyPath
    /// How many steps of the path lead to the part being walked.
    private var depth = 0
    /// The loop being walked, and its instance.
    private var loop: Int32
    private var instance: Int32
    /// The block's own loop.
    private let outermost: Int32
    /// What the walk has entered: the key, and which of the segments with it.
    private var key: SegmentKey?
    private var occurrence = 0
    /// Elements in front of the group, and the composite, being walked.
    private var offset = 0
    private var composite = 0
    private var found: PartPlace?
    /// Whether the first segment that was sent will do: the path ends at a part of several.
    private var takesAny = false
    /// What comes nearest around, should the property's own segment not be there.
    private var nearest = 0

    init(_ path: String, _ chart: BlockChart, _ map: ModelMap) {
        self.chart = chart
        self.map = map
        self.path = PropertyPath(path)
        loop = Int32(chart.outermost)
        instance = chart.segments[0].placement.loopInstance
        outermost = loop
    }

    /// The place; of the segment nearest around when the property was not sent.
    mutating func find<Part: ModelPart>(_ empty: Part) -> PartPlace {
        var part = empty
        part.walk(&self)
        if let found { return found }
        var place = PartPlace(segment: nearest)
        place.isExact = false
        return place
    }

    // MARK: - Steps

    /// The list number of the next step when it has this name; -1 for a step without a number, `nil` otherwise.
    private func step(_ name: StaticString) -> Int? {
        guard found == nil, depth < path.steps.count else { return nil }
        let step = path.steps[depth]
        guard step.name.utf8.count == name.utf8CodeUnitCount, name.description == step.name else {
            return nil
        }
        return step.index ?? -1
    }

    private var isLast: Bool { depth == path.steps.count - 1 }

    private mutating func descend<Part: ModelPart>(_ type: Part.Type) {
        depth += 1
        var part = Part()
        part.walk(&self)
        depth -= 1
    }

    // MARK: - Segments

    mutating func enter(_ key: SegmentKey) -> Bool {
        self.key = key
        occurrence = 0
        if takesAny, found == nil, let first = all(key).first { found = PartPlace(segment: first) }
        return found == nil
    }

    mutating func leave() { key = nil }

    /// The index of the entered segment, if it was sent.
    private func entered() -> Int? {
        guard let key else { return nil }
        return all(key).dropFirst(occurrence).first
    }

    /// The indices of the segments with a key in the loop being walked.
    private func all(_ key: SegmentKey) -> [Int] {
        chart.segments(of: map.rules(in: loop, key), in: instance)
    }

    private mutating func note(_ element: Int, _ component: Int, repetition: Int = 0) {
        guard let segment = entered() else { return }
        found =
            composite > 0
            ? PartPlace(segment: segment, element: composite, component: element, repetition: repetition)
            : PartPlace(
                segment: segment, element: element + offset, component: component, repetition: repetition)
    }

    mutating func segments<Part: ModelPart>(_ key: SegmentKey, _ name: StaticString, _ parts: inout [Part]) {
        guard let number = step(name), number >= 0 else { return }
        let sent = all(key)
        if let packed = Part.self as? any PackedList.Type {
            findPacked(Part.self, number, in: sent, key, packed)
            return
        }
        self.key = key
        occurrence = number
        if number < sent.count {
            nearest = sent[number]
            if isLast { found = PartPlace(segment: nearest) }
        }
        if !isLast { descend(Part.self) }
        self.key = nil
    }

    /// Follows the path to an entry of a list that is packed into segments.
    private mutating func findPacked<Part: ModelPart>(
        _ type: Part.Type, _ number: Int, in sent: [Int], _ key: SegmentKey, _ packed: any PackedList.Type
    ) {
        let ends = chart.entryEnds(of: sent, packed.count)
        let position = ends.place(of: number + 1)
        guard position < sent.count else { return }
        nearest = sent[position]
        self.key = key
        occurrence = position
        let isShared =
            path.steps.count > depth + 1
            && packed.sharedNames.contains(String(path.steps[depth + 1].name))
        if !isShared {
            let left = number - (position > 0 ? ends[position - 1] : 0)
            path.steps.insert(PropertyPath.Step(name: "details", index: left), at: depth + 1)
        }
        descend(type)
        self.key = nil
    }

    // MARK: - Loops

    mutating func loop<Part: ModelPart>(_ identifier: StaticString, _ name: StaticString, _ part: inout Part?)
    {
        if name.utf8CodeUnitCount == 0 { return pass(identifier, Part.self) }
        guard step(name) == -1 else { return }
        follow(identifier, 0, Part.self)
    }

    /// Goes through a loop that is none of the properties.
    private mutating func pass<Part: ModelPart>(_ identifier: StaticString, _ type: Part.Type) {
        let inner = map.loop(ModelMap.pack(identifier), in: loop)
        guard found == nil, inner >= 0, let opener = chart.openers(of: Int(inner), in: instance).first else {
            return
        }
        let outer = (loop, instance)
        (loop, instance) = (inner, chart.segments[opener].placement.loopInstance)
        var part = Part()
        part.walk(&self)
        (loop, instance) = outer
    }

    mutating func loops<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ parts: inout [Part]
    ) {
        guard let number = step(name), number >= 0 else { return }
        follow(identifier, number, Part.self)
    }

    private mutating func follow<Part: ModelPart>(
        _ identifier: StaticString, _ number: Int, _ type: Part.Type
    ) {
        let inner = map.loop(ModelMap.pack(identifier), in: loop)
        guard inner >= 0 else { return }
        let openers = chart.openers(of: Int(inner), in: instance)
        guard number < openers.count else { return }
        nearest = openers[number]
        let outer = (loop, instance, key)
        loop = inner
        instance = chart.segments[nearest].placement.loopInstance
        if isLast { found = PartPlace(segment: nearest) } else { descend(type) }
        (loop, instance, key) = outer
    }

    // MARK: - Parts of segments

    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part?) {
        guard step(name) == -1 else { return }
        guard isLast else { return descend(Part.self) }
        if let segment = entered() {
            found = PartPlace(segment: segment)
        } else if key == nil {
            takesAny = true
            descend(Part.self)
            takesAny = false
        }
    }

    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part?) {
        guard let number = step(name) else { return }
        if Part.self == DiagnosisPointers.self, number >= 0 {
            note(element, number + 1)
        } else if isLast {
            note(element, 0)
        } else {
            let outer = composite
            composite = element + offset
            descend(Part.self)
            composite = outer
        }
    }

    mutating func composites<Part: ModelPart>(
        _ elements: ClosedRange<Int>, _ name: StaticString, _ parts: inout [Part]
    ) {
        guard let number = step(name), number >= 0, number < elements.count else { return }
        var some: Part?
        let step = path.steps[depth]
        // From here on the list's number is spent.
        path.steps[depth].index = nil
        composite(elements.lowerBound + number, name, &some)
        path.steps[depth] = step
    }

    mutating func groups<Part: ModelPart>(
        _ start: Int, stride: Int, count: Int, _ name: StaticString, _ parts: inout [Part]
    ) {
        guard let number = step(name), number >= 0, number < count else { return }
        let outer = offset
        offset = outer + start - 1 + number * stride
        if isLast { note(1, 0) } else { descend(Part.self) }
        offset = outer
    }

    // MARK: - Elements

    mutating func constant(_ element: Int, _ component: Int, _ value: StaticString) {}

    private mutating func leaf(_ element: Int, _ component: Int, _ name: StaticString) {
        if step(name) != nil, isLast { note(element, component) }
    }

    mutating func text(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout String?) {
        leaf(element, component, name)
    }

    mutating func decimal(
        _ element: Int, _ component: Int, _ name: StaticString, _ value: inout ExactDecimal?
    ) {
        leaf(element, component, name)
    }

    mutating func integer(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout Int?) {
        leaf(element, component, name)
    }

    mutating func date(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout CalendarDate?) {
        leaf(element, component, name)
    }

    mutating func time(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout ClockTime?) {
        leaf(element, component, name)
    }

    mutating func period(
        _ qualifier: Int, _ element: Int, _ name: StaticString, _ value: inout DateTimePeriod?
    ) {
        leaf(element, 0, name)
    }

    mutating func flag(_ name: StaticString, _ value: inout Bool) {}

    mutating func texts(_ elements: ClosedRange<Int>, _ name: StaticString, _ values: inout [String]) {
        guard let number = step(name), isLast else { return }
        note(elements.lowerBound + max(0, number), 0)
    }

    mutating func repetitions(_ element: Int, _ name: StaticString, _ values: inout [String]) {
        guard let number = step(name), isLast else { return }
        note(element, 0, repetition: number + 1)
    }

    // MARK: - Around

    /// The place with the loops around it that stand inside the block.
    func place(_ place: PartPlace) -> PartPlace {
        var place = place
        guard chart.segments[place.segment].placement.rule >= 0 else { return place }
        var inner = map.rules[Int(chart.segments[place.segment].placement.rule)].loop
        var index = place.segment
        while inner > 0, inner != outermost {
            let (opener, number) = chart.opener(of: Int(inner), upTo: index)
            place.loops.insert(PartPlace.Loop(index: Int(inner), number: number), at: 0)
            index = opener
            inner = map.parents[Int(inner)]
        }
        return place
    }
}
