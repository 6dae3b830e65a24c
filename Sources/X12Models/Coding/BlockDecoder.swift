internal import X12Parser
internal import X12Text

/// Fills a part from the segments of a block.
///
/// The segments are taken in the guide's order, in which a walk asks for them; what a walk does not ask for
/// is stepped over, and is found again by comparing what the part writes with what was received
/// (``CarriedDifference``).
struct BlockDecoder: ModelVisitor {
    static var visitsProperties: Bool { false }
    static var decodes: Bool { true }

    private let map: ModelMap?
    private let facts: UnsafePointer<BlockSegment>
    private let texts: UnsafePointer<RawSegment>
    private let order: UnsafeBufferPointer<Int32>
    private let componentSeparator: UInt8
    private let repetitionSeparator: UInt8?
    private var cursor = 0 {
        didSet { look() }
    }
    /// Key and instance of the segment that comes next, and the loop it opens; key 0 behind the last, instance -1
    /// where any will do, loop -1 where it opens none. Most questions of a walk are answered by these alone.
    private var nextKey: UInt64 = 0
    private var nextInstance: Int32 = -1
    private var nextLoop: Int32 = -1
    /// The loop being walked through, and its instance.
    private var loop: Int32
    private var instance: Int32
    /// The segment that was entered.
    private var current: RawSegment
    private var currentRule: Int32 = -1
    private var currentInstance: Int32 = 0
    /// The composite being walked through; its components are then the elements.
    private var composite: UnsafeBufferPointer<UInt8>?
    /// What is added to positions inside a group of elements.
    private var offset = 0
    /// How many values were filled in.
    private(set) var filled = 0

    init(_ plan: borrowing BlockPlan, _ map: ModelMap?, _ delimiters: Delimiters) {
        self.map = map
        facts = UnsafePointer(plan.facts)
        texts = UnsafePointer(plan.texts)
        order = plan.order
        componentSeparator = delimiters.component
        repetitionSeparator = delimiters.repetition
        loop = plan.loop
        instance = plan.instance
        current = plan.texts[0]
        look()
    }

    private mutating func look() {
        nextKey = 0
        nextInstance = -1
        nextLoop = -1
        guard cursor < order.count else { return }
        let index = Int(order[cursor])
        let placement = facts[index].placement
        guard let map, placement.rule >= 0 else {
            nextKey = UInt64(texts[index].identifier.packed)
            return
        }
        nextKey = map.keys[Int(placement.rule)]
        nextInstance = placement.loopInstance
        if placement.remarks.contains(.opensLoop) { nextLoop = map.loopOfRule[Int(placement.rule)] }
    }

    // MARK: - Segments

    mutating func enter(_ key: SegmentKey) -> Bool {
        guard key.packed == nextKey, nextInstance < 0 || nextInstance == instance else { return false }
        return take()
    }

    private mutating func take() -> Bool {
        guard cursor < order.count else { return false }
        let index = Int(order[cursor])
        current = texts[index]
        currentRule = facts[index].placement.rule
        currentInstance = facts[index].placement.loopInstance
        cursor &+= 1
        return true
    }

    mutating func leave() {
        // More of a segment than the walk has room for is stepped over.
        guard currentRule >= 0 else { return }
        while cursor < order.count {
            let placement = facts[Int(order[cursor])].placement
            guard placement.rule == currentRule, placement.loopInstance == currentInstance,
                !placement.remarks.contains(.opensLoop)
            else { return }
            cursor &+= 1
        }
    }

    mutating func segments<Part: ModelPart>(
        _ key: SegmentKey, _ name: StaticString, _ parts: inout [Part]
    ) {
        while enter(key) {
            var part = Part()
            part.walk(&self)
            parts.append(part)
        }
    }

    // MARK: - Loops

    mutating func loop<Part: ModelPart>(_ identifier: StaticString, _ name: StaticString, _ part: inout Part?)
    {
        guard let inner = opened(identifier) else {
            part = nil
            return
        }
        part = decodeLoop(inner)
        while opened(identifier) != nil { step(over: inner) }
    }

    mutating func loops<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ parts: inout [Part]
    ) {
        while let inner = opened(identifier) { parts.append(decodeLoop(inner)) }
    }

    private mutating func decodeLoop<Part: ModelPart>(_ inner: Int32) -> Part {
        let outer = (loop, instance)
        loop = inner
        instance = facts[Int(order[cursor])].placement.loopInstance
        var part = Part()
        part.walk(&self)
        while cursor < order.count, isInside(inner, instance) { cursor &+= 1 }
        (loop, instance) = outer
        return part
    }

    /// The loop of an identifier directly inside the one being walked, if its opener comes next.
    private func opened(_ identifier: StaticString) -> Int32? {
        let inner = nextLoop
        guard inner >= 0, let map, map.loops[Int(inner)] == ModelMap.pack(identifier),
            map.parents[Int(inner)] == loop
        else {
            return nil
        }
        return inner
    }

    private mutating func step(over inner: Int32) {
        let innerInstance = facts[Int(order[cursor])].placement.loopInstance
        cursor &+= 1
        while cursor < order.count, isInside(inner, innerInstance) { cursor &+= 1 }
    }

    /// Whether the next segment belongs to an instance of a loop, or to a loop inside it.
    private func isInside(_ outer: Int32, _ outerInstance: Int32) -> Bool {
        guard let map else { return false }
        let placement = facts[Int(order[cursor])].placement
        guard placement.rule >= 0 else { return false }
        var inner = map.loopOfRule[Int(placement.rule)]
        if inner == outer { return placement.loopInstance == outerInstance }
        while inner > outer { inner = map.parents[Int(inner)] }
        return inner == outer
    }

    // MARK: - Elements

    mutating func constant(_ element: Int, _ component: Int, _ value: StaticString) {}

    mutating func text(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout String?) {
        value = Self.string(bytes(element, component))
        if value != nil { filled &+= 1 }
    }

    mutating func decimal(
        _ element: Int, _ component: Int, _ name: StaticString, _ value: inout ExactDecimal?
    ) {
        value = ExactDecimal.parse(bytes(element, component))?.value
        if value != nil { filled &+= 1 }
    }

    mutating func integer(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout Int?) {
        value = Self.string(bytes(element, component)).flatMap { Int($0) }
        if value != nil { filled &+= 1 }
    }

    mutating func date(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout CalendarDate?) {
        value = CalendarDate.parse(bytes(element, component))
        if value != nil { filled &+= 1 }
    }

    mutating func time(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout ClockTime?) {
        value = ClockTime.parse(bytes(element, component))
        if value != nil { filled &+= 1 }
    }

    mutating func period(
        _ qualifier: Int, _ element: Int, _ name: StaticString, _ value: inout DateTimePeriod?
    ) {
        value = DateTimePeriod.parse(qualifier: bytes(qualifier, 0), bytes(element, 0))
        if value != nil { filled &+= 1 }
    }

    mutating func flag(_ name: StaticString, _ value: inout Bool) {}

    mutating func texts(_ elements: ClosedRange<Int>, _ name: StaticString, _ values: inout [String]) {
        for element in elements { values.append(Self.string(bytes(element, 0)) ?? "") }
        trim(&values)
    }

    mutating func repetitions(_ element: Int, _ name: StaticString, _ values: inout [String]) {
        let whole = bytes(element, 0)
        guard !whole.isEmpty else { return }
        guard let repetitionSeparator else {
            values.append(Self.string(whole) ?? "")
            filled &+= 1
            return
        }
        for part in whole.split(separator: repetitionSeparator, omittingEmptySubsequences: false) {
            values.append(Self.string(UnsafeBufferPointer(rebasing: part)) ?? "")
        }
        trim(&values)
    }

    private mutating func trim(_ values: inout [String]) {
        while values.last?.isEmpty == true { values.removeLast() }
        filled &+= values.count
    }

    // MARK: - Parts of segments

    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part?) {
        part = decodeComposite(element)
    }

    mutating func composites<Part: ModelPart>(
        _ elements: ClosedRange<Int>, _ name: StaticString, _ parts: inout [Part]
    ) {
        var last = elements.upperBound
        while last >= elements.lowerBound, bytes(last, 0).isEmpty { last &-= 1 }
        guard last >= elements.lowerBound else { return }
        for element in elements.lowerBound...last { parts.append(decodeComposite(element) ?? Part()) }
    }

    private mutating func decodeComposite<Part: ModelPart>(_ element: Int) -> Part? {
        let whole = bytes(element, 0)
        guard !whole.isEmpty else { return nil }
        let before = (composite, offset, filled)
        composite = whole
        offset = 0
        var part = Part()
        part.walk(&self)
        composite = before.0
        offset = before.1
        return filled > before.2 ? part : nil
    }

    mutating func groups<Part: ModelPart>(
        _ start: Int, stride: Int, count: Int, _ name: StaticString, _ parts: inout [Part]
    ) {
        var last = count
        while last > 0, isEmptyGroup(start &+ (last &- 1) &* stride, stride) { last &-= 1 }
        let before = offset
        for group in 0..<last {
            offset = before &+ start &- 1 &+ group &* stride
            var part = Part()
            part.walk(&self)
            parts.append(part)
        }
        offset = before
    }

    private func isEmptyGroup(_ start: Int, _ stride: Int) -> Bool {
        for element in start..<start &+ stride where !bytes(element, 0).isEmpty { return false }
        return true
    }

    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part?) {
        let before = filled
        var some = Part()
        some.walk(&self)
        part = filled > before ? some : nil
    }

    // MARK: - Bytes

    /// The bytes at a position of the segment, group or composite being walked.
    private func bytes(_ element: Int, _ component: Int) -> UnsafeBufferPointer<UInt8> {
        if let composite { return nth(element, of: composite) }
        let whole = current.element(element &+ offset)
        return component == 0 ? whole : nth(component, of: whole)
    }

    private func nth(_ position: Int, of whole: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var part = 1
        var start = 0
        var index = 0
        while index < whole.count {
            if whole[index] == componentSeparator {
                if part == position { break }
                part &+= 1
                start = index &+ 1
            }
            index &+= 1
        }
        guard part == position else { return UnsafeBufferPointer(start: whole.baseAddress, count: 0) }
        return UnsafeBufferPointer(rebasing: whole[start..<index])
    }

    /// Text, if there is any and it is UTF-8.
    private static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return nil }
        // Nearly all text is ASCII, which needs no validating; that goes through generic code, ten times as slow.
        var index = 0
        var seen: UInt64 = 0
        while index &+ 8 <= bytes.count {
            seen |= UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self)
            index &+= 8
        }
        while index < bytes.count {
            seen |= UInt64(start[index])
            index &+= 1
        }
        guard seen & 0x8080_8080_8080_8080 != 0 else { return String(decoding: bytes, as: UTF8.self) }
        return String(validating: bytes, as: UTF8.self)
    }
}
