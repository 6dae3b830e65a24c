internal import X12Parser

/// Ordinary segments without names and line ends.
///
/// Tags that follow each other in a document lie so in memory, too: those between two values are copied as one, unless an
/// empty element stands between them.
extension GenericXMLWriter {
    /// Tags that are to be written before the next value.
    private struct Waiting {
        var offset: UInt32
        var count: UInt32

        init(_ piece: TagArena.Piece) { (offset, count) = (piece.offset, piece.count) }

        /// Puts a tag behind those that wait.
        @inline(__always)
        mutating func add(
            _ piece: TagArena.Piece, _ bytes: UnsafePointer<UInt8>,
            _ target: inout UnsafeMutablePointer<UInt8>
        ) {
            if offset &+ count == piece.offset {
                count &+= piece.count
            } else {
                put(bytes, &target)
                (offset, count) = (piece.offset, piece.count)
            }
        }

        @inline(__always)
        func put(_ bytes: UnsafePointer<UInt8>, _ target: inout UnsafeMutablePointer<UInt8>) {
            XMLBuffer.copy(bytes + Int(offset), Int(count), to: target)
            target += Int(count)
        }
    }

    /// Writes a segment's start tag and its elements, which hold no separators, where room was reserved.
    @inline(never)
    static func bareElements(
        _ text: UnsafePointer<UInt8>, _ ends: UnsafePointer<UInt32>, _ count: Int, _ open: TagArena.Piece,
        _ own: UnsafePointer<SegmentTags.Element>, _ tags: SegmentTags.Flat,
        _ start: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8> {
        let bytes = tags.bytes
        let all = tags.elements
        var target = start
        var waiting = Waiting(open)
        var first = Int(ends[0]) &+ 1
        for position in 0..<count {
            let end = Int(ends[position &+ 1])
            if end > first {
                let element = own + position
                waiting.add(element.pointee.open, bytes, &target)
                var inner = element
                if element.pointee.componentCount > 0 {
                    inner = all + Int(element.pointee.components)
                    waiting.add(inner.pointee.open, bytes, &target)
                }
                waiting.put(bytes, &target)
                XMLBuffer.copy(text + first, end &- first, to: target)
                target += end &- first
                waiting = Waiting(inner.pointee.close)
                if inner != element { waiting.add(element.pointee.close, bytes, &target) }
            }
            first = end &+ 1
        }
        waiting.put(bytes, &target)
        return target
    }

    /// Writes a segment's start tag and its elements, of which some are composites, where room was reserved; `nil` when
    /// something else is divided, or further than in the standard.
    @inline(never)
    static func bareDividedElements(
        _ text: UnsafePointer<UInt8>, _ ends: UnsafePointer<UInt32>, _ count: Int, _ open: TagArena.Piece,
        _ own: UnsafePointer<SegmentTags.Element>, _ tags: SegmentTags.Flat, _ separators: UInt64,
        _ component: UInt8, _ start: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8>? {
        let bytes = tags.bytes
        let all = tags.elements
        var target = start
        var waiting = Waiting(open)
        var rest = separators
        var first = Int(ends[0]) &+ 1
        for position in 0..<count {
            let end = Int(ends[position &+ 1])
            if end > first {
                let element = own + position
                waiting.add(element.pointee.open, bytes, &target)
                var inner = element
                if element.pointee.componentCount > 0 {
                    inner = all + Int(element.pointee.components)
                    let behind = inner + Int(element.pointee.componentCount)
                    // Where the next separator of the segment stands; past this element when it has no more.
                    while rest != 0, rest.trailingZeroBitCount < end {
                        let place = rest.trailingZeroBitCount
                        guard inner + 1 < behind, text[place] == component, place &+ 1 < end else {
                            return nil
                        }
                        if place > first {
                            waiting.add(inner.pointee.open, bytes, &target)
                            waiting.put(bytes, &target)
                            XMLBuffer.copy(text + first, place &- first, to: target)
                            target += place &- first
                            waiting = Waiting(inner.pointee.close)
                        }
                        first = place &+ 1
                        rest &= rest &- 1
                        inner += 1
                    }
                    waiting.add(inner.pointee.open, bytes, &target)
                } else if rest != 0, rest.trailingZeroBitCount < end {
                    return nil
                }
                waiting.put(bytes, &target)
                XMLBuffer.copy(text + first, end &- first, to: target)
                target += end &- first
                waiting = Waiting(inner.pointee.close)
                if inner != element { waiting.add(element.pointee.close, bytes, &target) }
            }
            first = end &+ 1
        }
        waiting.put(bytes, &target)
        return target
    }
}
