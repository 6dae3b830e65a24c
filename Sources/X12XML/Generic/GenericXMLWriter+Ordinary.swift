internal import X12Parser
internal import X12Text

/// The short way of segments about which there is nothing to be said but their values: almost all of most files.
///
/// They are in the guide's order, received as they are written, in a block without findings and without characters that
/// XML writes differently. Whatever is not so is left to ``segment(_:_:_:_:_:_:_:)``, which writes the same for all.
extension GenericXMLWriter {
    /// Writes segments from one on, up to one that is not ordinary, and says which that is.
    mutating func ordinarySegments(_ block: OrdinaryBlock, from first: Int) -> Int {
        if options.isIndented { return indentedSegments(block, from: first) }
        return options.showsLabels
            ? labelledSegments(block, from: first) : bareSegments(block, from: first)
    }

    @inline(never)
    private mutating func indentedSegments(_ block: OrdinaryBlock, from first: Int) -> Int {
        segments(block, from: first, isIndented: true, isBare: false)
    }

    @inline(never)
    private mutating func labelledSegments(_ block: OrdinaryBlock, from first: Int) -> Int {
        segments(block, from: first, isIndented: false, isBare: false)
    }

    @inline(never)
    private mutating func bareSegments(_ block: OrdinaryBlock, from first: Int) -> Int {
        segments(block, from: first, isIndented: false, isBare: true)
    }

    @inline(__always)
    private mutating func segments(
        _ block: OrdinaryBlock, from first: Int, isIndented: Bool, isBare: Bool
    ) -> Int {
        guard var open = nesting.run() else { return first }
        let memory = block.memory
        let tags = block.flat
        let lineEnd = lineEndStart
        let lineEndCount = lineEndCount
        var index = first
        var target = buffer.target
        var room = buffer.room
        while index < memory.count {
            let facts = memory.segments + index
            let placement = facts.pointee.placement
            guard placement.rule >= 0 else { break }
            let own = tags.segments + Int(placement.rule)
            let count = Int(facts.pointee.elementCount)
            let text = facts.pointee.textStart
            let ends = memory.ends + facts.pointee.endsStart
            let length = Int(ends[count])
            let leading = facts.pointee.leadingCount
            guard !placement.remarks.contains(.unlisted),
                facts.pointee.isTerminated, text == facts.pointee.rawStart,
                facts.pointee.rawCount == length, count > 0, count <= Int(own.pointee.elementCount),
                length > Int(ends[count &- 1]) &+ 1, leading == lineEndCount, leading <= 2,
                leading == 0 || memory.bytes[text &- leading] == lineEnd.0,
                leading < 2 || memory.bytes[text &- 1] == lineEnd.1
            else { break }
            let ending = open.loopsEnding(before: placement)
            guard ending >= 0 || open.stands(placement) else { break }
            let needed = Int(own.pointee.room) &+ length &+ (max(ending, 0) &+ 1) &* tags.longestLoopTag
            if room - target < needed {
                buffer.advance(to: target)
                buffer.reserve(needed)
                target = buffer.target
                room = buffer.room
            }
            if ending >= 0 {
                for step in 0..<ending {
                    let place = open.count &- 1 &- step
                    if isIndented { target = Indentation.copy(place &+ 1, to: target) }
                    target = Self.copy(tags.loops[open.loop(at: place)].close, tags.bytes, to: target)
                }
                open.open(placement, ending: ending)
                if isIndented { target = Indentation.copy(open.count, to: target) }
                target = Self.copy(tags.loops[open.loop(at: open.count &- 1)].open, tags.bytes, to: target)
            }
            let depth = isIndented ? open.count &+ 1 : -1
            if isIndented { target = Indentation.copy(depth, to: target) }
            let isDivided = block.hasSeparators(from: text, count: length)
            var end: UnsafeMutablePointer<UInt8>?
            if isBare {
                let elements = tags.elements + Int(own.pointee.elements)
                end =
                    isDivided
                    ? Self.bareDividedElements(
                        memory.bytes + text, ends, count, own.pointee.open, elements, tags,
                        block.separatorsOfSegment(from: text, count: length), block.delimiters.component,
                        target)
                    : Self.bareElements(
                        memory.bytes + text, ends, count, own.pointee.open, elements, tags, target)
            }
            if let end {
                target = end
            } else {
                target = Self.copy(own.pointee.open, tags.bytes, to: target)
                let inner = isIndented ? depth &+ 1 : -1
                if isDivided {
                    buffer.advance(to: target)
                    dividedElements(block, facts, own, inner)
                    target = buffer.target
                    room = buffer.room
                } else {
                    target = Self.elements(
                        memory.bytes + text, ends, count, tags.elements + Int(own.pointee.elements), tags,
                        inner, target)
                }
            }
            if isIndented { target = Indentation.copy(depth, to: target) }
            target = Self.copy(own.pointee.close, tags.bytes, to: target)
            index &+= 1
        }
        buffer.advance(to: target)
        nesting.end(open)
        return index
    }

    // MARK: - Elements

    /// Writes elements without separators inside, where room was reserved; no indentation below depth 0.
    @inline(__always)
    private static func elements(
        _ text: UnsafePointer<UInt8>, _ ends: UnsafePointer<UInt32>, _ count: Int,
        _ own: UnsafePointer<SegmentTags.Element>, _ tags: SegmentTags.Flat, _ depth: Int,
        _ start: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8> {
        var target = start
        var first = Int(ends[0]) &+ 1
        for position in 0..<count {
            let end = Int(ends[position &+ 1])
            if end > first {
                target = plain(text + first, end &- first, own[position], tags, depth, target)
            }
            first = end &+ 1
        }
        return target
    }

    /// Writes elements of which some hold separators, where room was reserved.
    @inline(never)
    private mutating func dividedElements(
        _ block: OrdinaryBlock, _ facts: UnsafePointer<BlockSegment>,
        _ own: UnsafePointer<SegmentTags.Segment>, _ depth: Int
    ) {
        let tags = block.flat
        let origin = facts.pointee.textStart
        let text = block.memory.bytes + origin
        let ends = block.memory.ends + facts.pointee.endsStart
        let count = Int(facts.pointee.elementCount)
        var target = buffer.target
        var first = Int(ends[0]) &+ 1
        for position in 0..<count {
            let end = Int(ends[position &+ 1])
            let length = end &- first
            if length > 0 {
                let element = tags.elements + (Int(own.pointee.elements) &+ position)
                let separators =
                    length <= 64 ? block.separators(from: origin &+ first, count: length) : .max
                if separators == 0 {
                    target = Self.plain(text + first, length, element.pointee, tags, depth, target)
                } else if let end = Self.composite(
                    text + first, length, separators, element, tags, block.delimiters.component, depth, target
                ) {
                    target = end
                } else {
                    buffer.advance(to: target)
                    anyElement(
                        UnsafeBufferPointer(start: text + first, count: length), element.pointee, block.tags,
                        block.delimiters, max(depth, 0))
                    // What is left of the segment, and what the caller reserved room for.
                    buffer.reserve(Int(own.pointee.room) &+ Int(ends[count]))
                    target = buffer.target
                }
            }
            first = end &+ 1
        }
        buffer.advance(to: target)
    }

    /// Writes a composite of as many components as it has in the standard, or fewer, the last not empty; `nil` when it is
    /// none.
    @inline(__always)
    private static func composite(
        _ text: UnsafePointer<UInt8>, _ count: Int, _ separators: UInt64,
        _ element: UnsafePointer<SegmentTags.Element>, _ tags: SegmentTags.Flat, _ component: UInt8,
        _ depth: Int, _ start: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8>? {
        guard count <= 64, element.pointee.componentCount > 0, text[count &- 1] != component else {
            return nil
        }
        var target = start
        if depth >= 0 { target = Indentation.copy(depth, to: target) }
        target = copy(element.pointee.open, tags.bytes, to: target)
        var own = tags.elements + Int(element.pointee.components)
        let last = own + Int(element.pointee.componentCount)
        var rest = separators
        var first = 0
        while true {
            // Behind the last separator, the end of the text.
            let end = rest == 0 ? count : rest.trailingZeroBitCount
            guard own < last, end == count || text[end] == component else { return nil }
            if end > first {
                if depth >= 0 { target = Indentation.copy(depth &+ 1, to: target) }
                target = value(text + first, end &- first, own.pointee, tags, target)
            }
            guard rest != 0 else { break }
            rest &= rest &- 1
            first = end &+ 1
            own += 1
        }
        if depth >= 0 { target = Indentation.copy(depth, to: target) }
        return copy(element.pointee.close, tags.bytes, to: target)
    }

    /// Writes an element without separators, where room was reserved; no indentation below depth 0.
    @inline(__always)
    private static func plain(
        _ text: UnsafePointer<UInt8>, _ count: Int, _ element: SegmentTags.Element, _ tags: SegmentTags.Flat,
        _ depth: Int, _ start: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8> {
        var target = start
        if depth >= 0 { target = Indentation.copy(depth, to: target) }
        guard element.componentCount > 0 else { return value(text, count, element, tags, target) }
        target = copy(element.open, tags.bytes, to: target)
        if depth >= 0 { target = Indentation.copy(depth &+ 1, to: target) }
        target = value(text, count, tags.elements[Int(element.components)], tags, target)
        if depth >= 0 { target = Indentation.copy(depth, to: target) }
        return copy(element.close, tags.bytes, to: target)
    }

    /// Writes a value between its tags, with its meaning, where room was reserved; says where it ends.
    @inline(__always)
    private static func value(
        _ text: UnsafePointer<UInt8>, _ count: Int, _ element: SegmentTags.Element, _ tags: SegmentTags.Flat,
        _ start: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8> {
        var target = copy(element.open, tags.bytes, to: start)
        if element.meanings >= 0, count <= 8 {
            let meaning = tags.meanings.piece(element.meanings, MeaningTable.key(text, count))
            if meaning.count > 0 {
                target = copy(meaning, tags.meanings.bytes, to: target - 1)
                target.pointee = UInt8(ascii: ">")
                target += 1
            }
        }
        XMLBuffer.copy(text, count, to: target)
        return copy(element.close, tags.bytes, to: target + count)
    }

    @inline(__always)
    private static func copy(
        _ piece: TagArena.Piece, _ bytes: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8> {
        XMLBuffer.copy(bytes + Int(piece.offset), Int(piece.count), to: target)
        return target + Int(piece.count)
    }
}
