internal import X12Parser
internal import X12Text

/// Fills a part from the segments of a block.
///
/// The segments are taken in the guide's order, in which a walk asks for them; what a walk does not ask for
/// is stepped over. On the way the decoder sees whether writing the part would give the block's bytes again
/// (``isExact``): where every byte belongs to a value that is spelled as it is written, it does. Else the part is
/// written, and what differs is found by comparing (``CarriedDifference``).
///
/// A walk asks for each of some 200 places of the guide, sent or not. The segment that comes next is therefore kept in
/// single words, against which each question is one comparison.
struct BlockDecoder: ModelVisitor {
    static var visitsProperties: Bool { false }
    static var decodes: Bool { true }

    // Of the guide, as memory that whoever decodes keeps: a reference would be counted for each segment.
    private let rules: UnsafeMutablePointer<RuleFacts>?
    private let parents: UnsafePointer<Int32>?
    private let memory: BlockMemory
    private let order: UnsafeBufferPointer<Int32>
    let componentSeparator: UInt8
    let repetitionSeparator: UInt8?
    let makesShortTexts = ShortText.isKnown
    private var cursor = 0

    // The segment that comes next.
    /// Its key; 0 behind the last, and where it belongs to another instance than the one being walked.
    private var nextKey: UInt64 = 0
    /// The packed identifier of the loop it opens; 0 where it opens none.
    private var nextLoop: UInt64 = 0
    /// The inner parts it belongs to; any where there is no map to tell.
    private(set) var nextParts = (PartIdentity.any, PartIdentity.none)
    private var nextRule: Int32 = -1
    private var nextInstance: Int32 = -1

    /// The loop being walked through, and its instance.
    private var loop: Int32
    private var instance: Int32

    // The segment that was entered.
    var text: UnsafePointer<UInt8>
    var ends: UnsafePointer<UInt32>
    var elementCount = 0
    private(set) var isInside = false
    private var rule: Int32 = -1
    /// The constant that is written although the walk may not speak of it.
    private var owed = RuleFacts.Constant()
    /// What of the segment was taken in as it is written: bytes of elements with the separators of components between
    /// them.
    var takenBytes = 0
    /// The last place that something was taken from, and the elements that were.
    var lastPlace = 0
    var takenElements: UInt64 = 0
    private var filledBefore = 0
    private var takenSegments = 0

    /// The composite being walked through; its components are then the elements.
    var composite = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// The component asked for last: its number, from 1, and where it begins.
    var componentNumber = 1
    var componentStart = 0
    /// How many components there are, once that is known.
    var componentCount = Int.max
    /// The composite's position; 0 outside of one.
    var compositeElement = 0
    /// What is added to positions inside a group of elements.
    var offset = 0
    /// How many values were filled in.
    var filled = 0
    /// Whether all that was taken so far is written again as it was received.
    private(set) var isExact: Bool

    init(_ plan: borrowing BlockPlan, _ memory: BlockMemory, _ map: ModelMap?, _ delimiters: Delimiters) {
        rules = map?.rules
        parents = map?.parents
        self.memory = memory
        order = plan.order
        componentSeparator = delimiters.component
        repetitionSeparator = delimiters.repetition
        loop = plan.loop
        instance = plan.instance
        isExact = plan.isPlain && map != nil
        text = memory.bytes
        ends = memory.ends
        look()
    }

    /// Whether the part that was walked through would be written as the block's very bytes.
    var isWhole: Bool { isExact && takenSegments == memory.count }

    /// Notes that writing would not give the bytes received.
    mutating func differ() { isExact = false }

    /// Learns what comes next.
    private mutating func look() {
        guard cursor < order.count else {
            nextKey = 0
            nextLoop = 0
            nextRule = -1
            nextParts = (.none, .none)
            return
        }
        let segment = memory.segments + Int(order[cursor])
        let placement = segment.pointee.placement
        guard let rules, placement.rule >= 0 else {
            nextKey = identifier(of: segment)
            return
        }
        let facts = rules + Int(placement.rule)
        nextRule = placement.rule
        nextInstance = placement.loopInstance
        nextKey = nextInstance == instance ? facts.pointee.key : 0
        nextParts = facts.pointee.parts
        // Of an inner loop the first segment comes next, also where that is not the one that opened it: a whole instance is
        // gone through before anything of the loop around follows.
        nextLoop = facts.pointee.parent == loop ? facts.pointee.loopIdentifier : 0
    }

    private func identifier(of segment: UnsafePointer<BlockSegment>) -> UInt64 {
        let length = min(4, Int(memory.ends[segment.pointee.endsStart]))
        var packed: UInt64 = 0
        for index in 0..<length {
            packed |= UInt64(memory.bytes[segment.pointee.textStart + index]) << UInt64(8 * index)
        }
        return packed
    }

    // MARK: - Segments

    @inline(__always)
    mutating func enter(_ key: SegmentKey) -> Bool {
        guard key.packed == nextKey else { return false }
        return take()
    }

    private mutating func take() -> Bool {
        guard cursor < order.count else { return false }
        let segment = memory.segments + Int(order[cursor])
        text = memory.bytes + segment.pointee.textStart
        ends = memory.ends + segment.pointee.endsStart
        elementCount = Int(segment.pointee.elementCount)
        rule = segment.pointee.placement.rule
        if let rules, rule >= 0 { owed = rules[Int(rule)].constant }
        takenBytes = 0
        lastPlace = 0
        takenElements = 0
        filledBefore = filled
        takenSegments &+= 1
        isInside = true
        cursor &+= 1
        look()
        return true
    }

    mutating func leave() {
        finish()
        // More of a segment than the walk has room for is stepped over.
        while rule >= 0, nextRule == rule, isRepeated() {
            cursor &+= 1
            look()
        }
    }

    /// Whether the segment that comes next, which is of the same rule, is one more in the same instance of the loop.
    private func isRepeated() -> Bool {
        let placement = memory.segments[Int(order[cursor])].placement
        return placement.loopInstance == instance && !placement.remarks.contains(.opensLoop)
    }

    /// Ends the segment that was entered: sees whether all of it was taken, and is written again.
    private mutating func finish() {
        isInside = false
        guard isExact else { return }
        var written = Int(ends[0]) &+ elementCount &+ takenBytes
        if owed.element > 0, takenElements & (1 &<< UInt64(truncatingIfNeeded: owed.element)) == 0 {
            written &+= isOwedSent() ? Int(owed.count) : 1 << 32
        }
        let isLastEmpty = elementCount > 0 && ends[elementCount] &- ends[elementCount &- 1] == 1
        isExact = written == Int(ends[elementCount]) && !isLastEmpty && filled > filledBefore
    }

    /// Whether the constant that the walk did not speak of stands where it is written.
    private func isOwedSent() -> Bool {
        let bytes = element(Int(owed.element))
        guard owed.component <= 1, owed.count <= 8, bytes.count == Int(owed.count) else { return false }
        var value: UInt64 = 0
        for (index, byte) in bytes.enumerated() { value |= UInt64(byte) &<< UInt64(8 &* index) }
        return value == owed.value
    }

    @inline(__always)
    mutating func segments<Part: ModelPart>(
        _ key: SegmentKey, _ name: StaticString, _ parts: inout [Part]
    ) {
        guard key.packed == nextKey else { return }
        decodeSegments(key, &parts)
    }

    private mutating func decodeSegments<Part: ModelPart>(_ key: SegmentKey, _ parts: inout [Part]) {
        while enter(key) {
            parts.append(Part())
            parts[parts.count - 1].walk(&self)
            finish()
        }
    }

    mutating func segment<Part: ModelPart>(
        _ key: SegmentKey, _ name: StaticString, _ part: inout Part?
    ) {
        guard enter(key) else {
            part = nil
            return
        }
        part = Part()
        part?.walk(&self)
        leave()
    }

    @inline(__always)
    mutating func packed<Packing: SegmentPacking>(
        _ key: SegmentKey, _ name: StaticString, _ items: inout [Packing.Item], as packing: Packing.Type
    ) {
        guard key.packed == nextKey else { return }
        decodePacked(key, &items, as: packing)
    }

    private mutating func decodePacked<Packing: SegmentPacking>(
        _ key: SegmentKey, _ items: inout [Packing.Item], as packing: Packing.Type
    ) {
        var segment = Packing()
        var lastCount = 0
        while enter(key) {
            segment.clear()
            segment.walk(&self)
            finish()
            if !segment.isLossless { isExact = false }
            let before = items.count
            segment.unpack(to: &items, lastCount: lastCount)
            lastCount = items.count - before
        }
    }

    // MARK: - Loops

    @inline(__always)
    mutating func loop<Part: ModelPart>(_ identifier: StaticString, _ name: StaticString, _ part: inout Part?)
    {
        guard opens(identifier) else {
            if part != nil { part = nil }
            return
        }
        part = Part()
        let outer = beginLoop()
        part?.walk(&self)
        endLoop(outer)
        stepOver(identifier)
    }

    @inline(__always)
    mutating func loop<Part: ModelPart>(_ identifier: StaticString, _ name: StaticString, _ part: inout Part)
    {
        guard opens(identifier) else { return }
        let outer = beginLoop()
        part.walk(&self)
        endLoop(outer)
        stepOver(identifier)
    }

    @inline(__always)
    mutating func loop<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ box: inout Boxed<Part>
    ) {
        guard opens(identifier) else { return }
        let inner = Boxed<Part>.Box(Part())
        let outer = beginLoop()
        inner.part.walk(&self)
        endLoop(outer)
        box = Boxed(inner)
        stepOver(identifier)
    }

    @inline(__always)
    mutating func loops<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ parts: inout [Part]
    ) {
        guard opens(identifier) else { return }
        decodeLoops(identifier, &parts)
    }

    private mutating func decodeLoops<Part: ModelPart>(_ identifier: StaticString, _ parts: inout [Part]) {
        parts.reserveCapacity(instancesAhead())
        while opens(identifier) {
            let outer = beginLoop()
            parts.append(Part())
            parts[parts.count - 1].walk(&self)
            endLoop(outer)
        }
    }

    mutating func bracketedLoops<Part: ModelPart>(
        _ code: StaticString, _ identifier: StaticString, _ name: StaticString, _ parts: inout [Part]
    ) {
        let isBegun = takeBracket(SegmentKey("LS", code), code)
        loops(identifier, name, &parts)
        let isEnded = takeBracket(SegmentKey("LE", code), code)
        // Brackets are written exactly where there are loops.
        if isBegun == parts.isEmpty || isEnded == parts.isEmpty { differ() }
    }

    /// Takes a segment that holds nothing but its code, and whether it was there.
    private mutating func takeBracket(_ key: SegmentKey, _ code: StaticString) -> Bool {
        guard enter(key) else { return false }
        constant(1, 0, code)
        filled &+= 1
        leave()
        return true
    }

    /// Whether the segment that comes next opens a loop of this identifier, directly inside the one being walked.
    @inline(__always)
    private func opens(_ identifier: StaticString) -> Bool {
        ModelMap.isNamed(nextLoop, ModelMap.pack(identifier))
    }

    /// How many instances of the loop that comes next follow in the one being walked, or more.
    private func instancesAhead() -> Int {
        var instances = 0
        for index in cursor..<order.count where memory.segments[Int(order[index])].placement.rule == nextRule
        {
            instances &+= 1
        }
        return instances
    }

    /// Goes into the loop that the next segment opens; the loop gone out of is to be given back.
    private mutating func beginLoop() -> (loop: Int32, instance: Int32) {
        let outer = (loop, instance)
        instance = nextInstance
        loop = -1
        if let rules {
            loop = rules[Int(nextRule)].loop
            // The segment that opens a loop is written also where it was not received.
            isExact = isExact && rules[Int(nextRule)].opensLoop
        }
        look()
        return outer
    }

    /// Goes back to the loop around, over what the walk left.
    private mutating func endLoop(_ outer: (loop: Int32, instance: Int32)) {
        while cursor < order.count, isInsideLoop() { cursor &+= 1 }
        (loop, instance) = outer
        look()
    }

    /// Steps over more instances of a loop that occurs once.
    private mutating func stepOver(_ identifier: StaticString) {
        while opens(identifier) {
            let outer = beginLoop()
            cursor &+= 1
            endLoop(outer)
        }
    }

    /// Whether the next segment belongs to the instance being walked, or to a loop inside the loop being walked.
    private func isInsideLoop() -> Bool {
        guard let rules, let parents else { return false }
        let placement = memory.segments[Int(order[cursor])].placement
        guard placement.rule >= 0 else { return false }
        var inner = rules[Int(placement.rule)].loop
        if inner == loop { return placement.loopInstance == instance }
        while inner > loop { inner = parents[Int(inner)] }
        return inner == loop
    }
}
