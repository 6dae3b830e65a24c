internal import X12Parser
internal import X12Text

/// Fills a part from the segments of a block.
///
/// On the way its cursor sees whether writing the part would give the block's bytes again, and notes the segments that differ
/// in spelling alone (``isWhole``). Where more differs, the part is written, and what does is found by comparing
/// (``CarriedDifference``).
struct BlockDecoder: ModelVisitor {
    static var visitsProperties: Bool { false }
    static var decodes: Bool { true }

    var cursor: BlockCursor
    let makesShortTexts = ShortText.isKnown
    /// Whether blanks at the end of a text, which are no part of it, are left out.
    let cutsBlanks: Bool

    init(
        _ plan: borrowing BlockPlan, _ memory: BlockMemory, _ map: ModelMap?, _ delimiters: Delimiters,
        cutsBlanks: Bool = false
    ) {
        self.cutsBlanks = cutsBlanks
        cursor = BlockCursor(plan, memory, map, delimiters)
    }

    /// Whether the part that was walked through would be written as the block's very bytes, but for the spellings noted.
    var isWhole: Bool { cursor.isWhole }

    // MARK: - Segments

    @inline(__always)
    mutating func enter(_ key: SegmentKey) -> Bool { cursor.enter(key) }

    mutating func leave() { cursor.leave() }

    @inline(__always)
    mutating func segments<Part: ModelPart>(
        _ key: SegmentKey, _ name: StaticString, _ parts: inout [Part]
    ) {
        guard cursor.isNext(key) else { return }
        decodeSegments(key, &parts)
    }

    private mutating func decodeSegments<Part: ModelPart>(_ key: SegmentKey, _ parts: inout [Part]) {
        while enter(key) {
            parts.append(Part())
            parts[parts.count - 1].walk(&self)
            cursor.finish()
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
        guard cursor.isNext(key) else { return }
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
            cursor.finish()
            if !segment.isLossless { cursor.differ() }
            let before = items.count
            segment.unpack(to: &items, lastCount: lastCount)
            lastCount = items.count - before
        }
    }

    // MARK: - Loops

    @inline(__always)
    mutating func loop<Part: ModelPart>(_ identifier: StaticString, _ name: StaticString, _ part: inout Part?)
    {
        guard cursor.opens(identifier) else {
            if part != nil { part = nil }
            return
        }
        part = Part()
        let outer = cursor.beginLoop()
        part?.walk(&self)
        cursor.endLoop(outer)
        cursor.stepOver(identifier)
    }

    @inline(__always)
    mutating func loop<Part: ModelPart>(_ identifier: StaticString, _ name: StaticString, _ part: inout Part)
    {
        guard cursor.opens(identifier) else { return }
        let outer = cursor.beginLoop()
        part.walk(&self)
        cursor.endLoop(outer)
        cursor.stepOver(identifier)
    }

    @inline(__always)
    mutating func loop<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ box: inout Boxed<Part>
    ) {
        guard cursor.opens(identifier) else { return }
        let inner = Boxed<Part>.Box(Part())
        let outer = cursor.beginLoop()
        inner.part.walk(&self)
        cursor.endLoop(outer)
        box = Boxed(inner)
        cursor.stepOver(identifier)
    }

    @inline(__always)
    mutating func loops<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ parts: inout [Part]
    ) {
        guard cursor.opens(identifier) else { return }
        decodeLoops(identifier, &parts)
    }

    private mutating func decodeLoops<Part: ModelPart>(_ identifier: StaticString, _ parts: inout [Part]) {
        parts.reserveCapacity(cursor.instancesAhead())
        while cursor.opens(identifier) {
            let outer = cursor.beginLoop()
            parts.append(Part())
            parts[parts.count - 1].walk(&self)
            cursor.endLoop(outer)
        }
    }

    mutating func bracketedLoops<Part: ModelPart>(
        _ code: StaticString, _ identifier: StaticString, _ name: StaticString, _ parts: inout [Part]
    ) {
        let isBegun = takeBracket(SegmentKey("LS", code), code)
        loops(identifier, name, &parts)
        let isEnded = takeBracket(SegmentKey("LE", code), code)
        // Brackets are written exactly where there are loops.
        if isBegun == parts.isEmpty || isEnded == parts.isEmpty { cursor.differ() }
    }

    /// Takes a segment that holds nothing but its code, and whether it was there.
    private mutating func takeBracket(_ key: SegmentKey, _ code: StaticString) -> Bool {
        guard enter(key) else { return false }
        cursor.take(code, 1, 0)
        cursor.filled &+= 1
        leave()
        return true
    }
}
