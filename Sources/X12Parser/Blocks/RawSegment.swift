package import X12Text

/// A segment of a block as bare pointers, for decoders that look at many elements of many segments.
///
/// Valid as long as the block it came from is neither refilled nor let go; the caller sees to that. Offsets
/// are those that ``SegmentReader`` made sure of.
package struct RawSegment {
    /// The byte that offsets count from.
    package let base: UnsafePointer<UInt8>
    /// Ends of the identifier and of each element: offsets from `base`.
    package let ends: UnsafePointer<UInt32>
    /// Where the identifier begins: an offset from `base`.
    package let start: Int
    /// How many elements were sent.
    package let elementCount: Int

    /// A segment as a reader hands it out, good as long as that is.
    @inline(__always)
    init(_ segment: borrowing SegmentView) {
        self.init(
            base: segment.base, start: segment.start, ends: segment.ends, elementCount: segment.elementCount)
    }

    /// The identifier's first byte.
    @inlinable
    @inline(__always)
    package var text: UnsafePointer<UInt8> { base + start }

    /// The bytes of the element at `position`, from 1; empty past the last one sent.
    @inlinable
    package func element(_ position: Int) -> UnsafeBufferPointer<UInt8> {
        guard position >= 1, position <= elementCount else {
            return UnsafeBufferPointer(start: text, count: 0)
        }
        let first = Int(ends[position &- 1]) &+ 1
        return UnsafeBufferPointer(start: base + first, count: Int(ends[position]) &- first)
    }

    /// The first four bytes of the element at `position`, packed as identifiers are; 0 when it is empty.
    ///
    /// Loads four bytes wherever the element begins, which is why readable bytes follow a window or block.
    @inlinable
    @inline(__always)
    package func packed(_ position: Int) -> UInt32 {
        guard position <= elementCount else { return 0 }
        let first = ends[position &- 1] &+ 1
        let length = ends[position] &- first
        let word = UnsafeRawPointer(base + Int(first)).loadUnaligned(as: UInt32.self).littleEndian
        // One to four bytes, in no order that could be foreseen: a mask costs less than a branch.
        let bits = UInt64(truncatingIfNeeded: min(length, 4)) &* 8
        return word & UInt32(truncatingIfNeeded: (1 &<< bits) &- 1)
    }

    /// All bytes: identifier and elements, without the terminator.
    @inlinable
    package var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: text, count: Int(ends[elementCount]) &- start)
    }

    /// The identifier, packed.
    @inlinable
    package var identifier: SegmentIdentifier { SegmentIdentifier(text, count: Int(ends[0]) &- start) }

    /// Looks at a segment in memory of the caller's, which keeps what ``SegmentReader`` makes sure of.
    @inlinable
    @inline(__always)
    package init(base: UnsafePointer<UInt8>, start: Int, ends: UnsafePointer<UInt32>, elementCount: Int) {
        self.base = base
        self.start = start
        self.ends = ends
        self.elementCount = elementCount
    }
}

extension Block {
    /// The segment at `index` as bare pointers; see ``RawSegment`` for how long they hold.
    package func raw(_ index: Int) -> RawSegment {
        let segment = segments[index]
        return RawSegment(
            base: UnsafePointer(bytes.start + segment.textStart), start: 0,
            ends: UnsafePointer(ends.start + segment.endsStart), elementCount: Int(segment.elementCount))
    }

    /// The bytes of a segment as received, terminator left out; see ``RawSegment`` for how long they hold.
    package func received(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        let segment = segments[index]
        return UnsafeBufferPointer(start: bytes.start + segment.rawStart, count: segment.rawCount)
    }

    /// The bytes before a segment; see ``RawSegment`` for how long they hold.
    package func leading(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        let segment = segments[index]
        return UnsafeBufferPointer(
            start: bytes.start + segment.rawStart - segment.leadingCount, count: segment.leadingCount)
    }
}
