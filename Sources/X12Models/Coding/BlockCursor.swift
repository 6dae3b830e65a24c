internal import X12Parser
internal import X12Text

/// Where a walk stands in the segments of a block: the segment that comes next, the one that was entered, and how much of
/// it was taken.
///
/// The segments are taken in the guide's order, in which a walk asks for them; what a walk does not ask for
/// is stepped over. On the way the cursor sees whether writing what was taken would give the block's bytes again
/// (``isWhole``): where every byte belongs to a value that is spelled as it is written, it does. Where all that differs is a
/// spelling which is read as the same value again (`100.00`, separators behind the last value), the number of the segment is
/// kept (``spelled``), and what is carried of the block is known as well.
///
/// A walk asks for each of some 200 places of the guide, sent or not. The segment that comes next is therefore kept in
/// single words, against which each question is one comparison.
struct BlockCursor {
    // Of the guide, as memory that whoever decodes keeps: a reference would be counted for each segment.
    private let rules: UnsafeMutablePointer<RuleFacts>?
    private let elements: UnsafePointer<ElementFacts>?
    private let parents: UnsafePointer<Int32>?
    private let memory: BlockMemory
    private let order: UnsafeBufferPointer<Int32>
    let componentSeparator: UInt8
    let repetitionSeparator: UInt8?
    /// Whether text that is not UTF-8 is read: not in the envelope, where such bytes may be separators, and not where they are,
    /// as what is read is written with them.
    private let readsOtherText: Bool
    /// The place of the segment that comes next.
    private var position = 0

    // The segment that comes next.
    /// Its key; 0 behind the last, and where it belongs to another instance than the one being walked.
    private var nextKey: UInt64 = 0
    /// The packed identifier of the loop it opens; 0 where it opens none.
    private var nextLoop: UInt64 = 0
    /// The inner parts it belongs to; any where there is no map to tell.
    private var nextParts = (PartIdentity.any, PartIdentity.none)
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
    /// Whether something in it is spelled otherwise than it is written, but read as the same.
    private var isSpelled = false
    /// The constant that is written although the walk may not speak of it.
    private var owed = RuleFacts.Constant()
    /// What of the segment was taken in as it is written: bytes of elements with the separators of components between
    /// them.
    var takenBytes = 0
    /// The last place that something was taken from, and the elements that were; those that components were taken of besides.
    var lastPlace = 0
    var takenElements: UInt64 = 0
    var takenInParts: UInt64 = 0
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
    /// The last of the elements in front of such groups that each of them holds too, and that were taken with the first one.
    var sharedElements = 0
    /// How many values were filled in.
    var filled = 0
    /// Whether all that was taken so far is written again as it was received, or differs in spelling alone.
    private(set) var isKnown: Bool
    private let spelledNumbers: UnsafeMutablePointer<Int32>
    private var spelledCount = 0

    init(_ plan: borrowing BlockPlan, _ memory: BlockMemory, _ map: ModelMap?, _ delimiters: Delimiters) {
        rules = map?.rules
        elements = map?.elements
        parents = map?.parents
        self.memory = memory
        order = plan.order
        spelledNumbers = plan.spelled
        componentSeparator = delimiters.component
        repetitionSeparator = delimiters.repetition
        readsOtherText = map != nil && delimiters.areASCII
        loop = plan.loop
        instance = plan.instance
        isKnown = plan.isPlain && map != nil
        text = memory.bytes
        ends = memory.ends
        look()
    }

    /// Whether the part that was walked through would be written as the block's very bytes, but for the segments that are
    /// ``spelled`` otherwise.
    var isWhole: Bool { isKnown && takenSegments == memory.count }

    /// The numbers, from 1, of the segments that are spelled otherwise than they are written; all of them where the block is
    /// whole. Valid until the plan is filled again.
    var spelled: UnsafeBufferPointer<Int32> {
        UnsafeBufferPointer(start: spelledNumbers, count: spelledCount)
    }

    /// Notes that writing would not give the bytes received.
    mutating func differ() { isKnown = false }

    /// Steps behind the last segment, so that the rest of a walk finds nothing.
    mutating func giveUp() {
        isKnown = false
        position = order.count
        look()
    }

    /// Whether a part could find anything: elements of the segment entered, or the segment that comes next.
    @inline(__always)
    func mayHold<Part: ModelPart>(_ type: Part.Type) -> Bool {
        let part = PartIdentity(type)
        return isInside || nextParts.0 == part || nextParts.1 == part || nextParts.0 == .any
    }

    /// Learns what comes next.
    private mutating func look() {
        guard position < order.count else {
            nextKey = 0
            nextLoop = 0
            nextRule = -1
            nextParts = (.none, .none)
            return
        }
        let segment = memory.segments + Int(order[position])
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

    /// Whether the segment that comes next is of the key that a walk asks for.
    @inline(__always)
    func isNext(_ key: SegmentKey) -> Bool { key.packed == nextKey }

    /// Begins the segment that comes next, if it is of the key that a walk asks for.
    @inline(__always)
    mutating func enter(_ key: SegmentKey) -> Bool {
        guard key.packed == nextKey else { return false }
        return take()
    }

    private mutating func take() -> Bool {
        guard position < order.count else { return false }
        let segment = memory.segments + Int(order[position])
        text = memory.bytes + segment.pointee.textStart
        ends = memory.ends + segment.pointee.endsStart
        elementCount = Int(segment.pointee.elementCount)
        rule = segment.pointee.placement.rule
        if let rules, rule >= 0 { owed = rules[Int(rule)].constant }
        takenBytes = 0
        lastPlace = 0
        takenElements = 0
        takenInParts = 0
        isSpelled = false
        filledBefore = filled
        takenSegments &+= 1
        isInside = true
        position &+= 1
        look()
        return true
    }

    /// Ends the segment that was entered, and steps over more of it.
    mutating func leave() {
        finish()
        // More of a segment than the walk has room for is stepped over.
        while rule >= 0, nextRule == rule, isRepeated() {
            position &+= 1
            look()
        }
    }

    /// Whether the segment that comes next, which is of the same rule, is one more in the same instance of the loop.
    private func isRepeated() -> Bool {
        let placement = memory.segments[Int(order[position])].placement
        return placement.loopInstance == instance && !placement.remarks.contains(.opensLoop)
    }

    /// Ends the segment that was entered: sees whether all of it was taken, and is written again.
    mutating func finish() {
        isInside = false
        guard isKnown else { return }
        var written = Int(ends[0]) &+ elementCount &+ takenBytes
        if owed.element > 0, takenElements & (1 &<< UInt64(truncatingIfNeeded: owed.element)) == 0 {
            written &+= isOwedSent() ? Int(owed.count) : 1 << 32
        }
        let isLastEmpty = elementCount > 0 && ends[elementCount] &- ends[elementCount &- 1] == 1
        if written != Int(ends[elementCount]) || isLastEmpty || isSpelled || filled == filledBefore {
            noteSpelling(written)
        }
    }

    /// Notes a segment of which less is written, or some of it in another spelling; where that is not all, nothing is known.
    @inline(never)
    private mutating func noteSpelling(_ written: Int) {
        let count = Int(ends[elementCount])
        guard filled > filledBefore, let rules, rules[Int(rule)].isWritten,
            written == count || written &+ unwrittenBytes() == count
        else { return differ() }
        spelledNumbers[spelledCount] = Int32(truncatingIfNeeded: takenSegments)
        spelledCount &+= 1
    }

    /// How many bytes stand where the part holds nothing: in elements that the guide has no use for, and separators behind the
    /// last component of others.
    private func unwrittenBytes() -> Int {
        var count = 0
        for position in stride(from: 1, through: elementCount, by: 1) {
            let bit = position > 63 ? 0 : 1 &<< UInt64(position) as UInt64
            switch kind(position, 0) {
            case .unused where takenElements & bit == 0 && position != Int(owed.element):
                count &+= element(position).count
            case .composite where takenElements & bit == 0 || takenInParts & bit != 0:
                for byte in element(position).reversed() {
                    guard byte == componentSeparator else { break }
                    count &+= 1
                }
            default: break
            }
        }
        return count
    }

    /// How the guide sees an element of the segment that was entered, or a component of it.
    func kind(_ element: Int, _ component: Int) -> ElementFacts.Kind {
        guard rule >= 0, let rules, let elements else { return .other }
        let facts = rules + Int(rule)
        guard element <= Int(facts.pointee.elementCount) else { return .unused }
        let place = elements + Int(facts.pointee.firstElement) + (element - 1)
        return component > 0 ? place.pointee.component(component, in: elements) : place.pointee.kind
    }

    /// The text of bytes that are not UTF-8; `nil` where they are not read.
    @inline(never)
    func otherText(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        readsOtherText && !bytes.isEmpty ? ReceivedText.windows1252(bytes) : nil
    }

    /// Notes that something of the segment is spelled otherwise than it is written, but read as the same.
    mutating func spell() { isSpelled = true }

    /// Whether the constant that the walk did not speak of stands where it is written.
    private func isOwedSent() -> Bool {
        let bytes = element(Int(owed.element))
        guard owed.component <= 1, owed.count <= 8, bytes.count == Int(owed.count) else { return false }
        var value: UInt64 = 0
        for (index, byte) in bytes.enumerated() { value |= UInt64(byte) &<< UInt64(8 &* index) }
        return value == owed.value
    }

    // MARK: - Loops

    /// Whether the segment that comes next opens a loop of this identifier, directly inside the one being walked.
    @inline(__always)
    func opens(_ identifier: StaticString) -> Bool {
        ModelMap.isNamed(nextLoop, ModelMap.pack(identifier))
    }

    /// How many instances of the loop that comes next follow in the one being walked, or more.
    func instancesAhead() -> Int {
        var instances = 0
        for index in position..<order.count
        where memory.segments[Int(order[index])].placement.rule == nextRule {
            instances &+= 1
        }
        return instances
    }

    /// Goes into the loop that the next segment opens; the loop gone out of is to be given back.
    mutating func beginLoop() -> (loop: Int32, instance: Int32) {
        let outer = (loop, instance)
        instance = nextInstance
        loop = -1
        if let rules {
            loop = rules[Int(nextRule)].loop
            // The segment that opens a loop is written also where it was not received.
            isKnown = isKnown && rules[Int(nextRule)].opensLoop
        }
        look()
        return outer
    }

    /// Goes back to the loop around, over what the walk left.
    mutating func endLoop(_ outer: (loop: Int32, instance: Int32)) {
        while position < order.count, isInsideLoop() { position &+= 1 }
        (loop, instance) = outer
        look()
    }

    /// Steps over more instances of a loop that occurs once.
    mutating func stepOver(_ identifier: StaticString) {
        while opens(identifier) {
            let outer = beginLoop()
            position &+= 1
            endLoop(outer)
        }
    }

    /// Whether the next segment belongs to the instance being walked, or to a loop inside the loop being walked.
    private func isInsideLoop() -> Bool {
        guard let rules, let parents else { return false }
        let placement = memory.segments[Int(order[position])].placement
        guard placement.rule >= 0 else { return false }
        var inner = rules[Int(placement.rule)].loop
        if inner == loop { return placement.loopInstance == instance }
        while inner > loop { inner = parents[Int(inner)] }
        return inner == loop
    }
}
