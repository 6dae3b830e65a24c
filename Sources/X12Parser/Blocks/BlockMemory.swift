internal import X12Grammar

/// The flat arrays of a block as bare pointers, for decoders that look at every segment of many blocks.
///
/// Valid as long as the block is neither refilled nor let go; the caller sees to that. Offsets in the facts of a
/// segment are those that ``SegmentReader`` made sure of, and 64 readable bytes follow the last byte of a block.
package struct BlockMemory {
    /// The facts of each segment.
    package let segments: UnsafePointer<BlockSegment>
    /// How many segments there are.
    package let count: Int
    /// The bytes that segments' offsets count from.
    package let bytes: UnsafePointer<UInt8>
    /// How many bytes there are.
    package let byteCount: Int
    /// The ends of identifiers and elements that segments' offsets count from.
    package let ends: UnsafePointer<UInt32>
    /// How many rules the guide has; 0 without one.
    package let ruleCount: Int

    @inline(__always)
    init(
        segments: UnsafePointer<BlockSegment>, count: Int, bytes: UnsafePointer<UInt8>,
        byteCount: Int, ends: UnsafePointer<UInt32>,
        ruleCount: Int
    ) {
        self.segments = segments
        self.count = count
        self.bytes = bytes
        self.byteCount = byteCount
        self.ends = ends
        self.ruleCount = ruleCount
    }

    /// The bytes of a segment as received, terminator left out.
    package func received(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes + segments[index].rawStart, count: segments[index].rawCount)
    }

    /// The bytes before a segment.
    package func leading(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        let count = segments[index].leadingCount
        return UnsafeBufferPointer(start: bytes + segments[index].rawStart - count, count: count)
    }
}

extension Block {
    /// The block's arrays; see ``BlockMemory`` for how long they hold.
    package var memory: BlockMemory {
        BlockMemory(
            segments: UnsafePointer(segments.start), count: segments.count, bytes: UnsafePointer(bytes.start),
            byteCount: bytes.count, ends: UnsafePointer(ends.start),
            ruleCount: shared?.guide.segments.count ?? 0)
    }
}
