internal import X12Parser
internal import X12Text

/// A block of which all bytes, separators apart, are characters that XML has as they are; and where in it separators of
/// components and repetitions stand.
///
/// Good as long as the block is neither refilled nor let go, and the marks are not made anew.
struct OrdinaryBlock {
    let memory: BlockMemory
    let tags: SegmentTags
    /// The same as bare memory.
    let flat: SegmentTags.Flat
    let delimiters: Delimiters
    private let marks: UnsafePointer<UInt64>

    /// Looks at all bytes of a block at once; `nil` when some are not ordinary.
    init?(
        _ memory: BlockMemory, _ tags: SegmentTags, _ delimiters: Delimiters, _ marks: inout SeparatorMarks
    ) {
        let (words, isPlain) = marks.mark(
            delimiters.component, delimiters.repetition ?? delimiters.component, in: memory.bytes,
            count: memory.byteCount)
        guard isPlain, !MarkupCheck.hasMarkup(memory.bytes, memory.byteCount) else { return nil }
        self.memory = memory
        self.tags = tags
        flat = tags.flat
        self.delimiters = delimiters
        self.marks = words
    }

    /// Where separators stand in up to 64 bytes, at least one: a bit a byte, the first one's lowest.
    @inline(__always)
    func separators(from start: Int, count: Int) -> UInt64 {
        MarkedBits.bits(marks, from: start, count: count)
    }

    /// The same of a segment; all bits of one that is longer.
    @inline(__always)
    func separatorsOfSegment(from start: Int, count: Int) -> UInt64 {
        count <= 64 ? separators(from: start, count: count) : .max
    }

    /// Whether there is a separator in any number of bytes.
    @inline(__always)
    func hasSeparators(from start: Int, count: Int) -> Bool {
        count <= 64 ? separators(from: start, count: count) != 0 : hasSeparatorsInMany(start, count)
    }

    @inline(never)
    private func hasSeparatorsInMany(_ start: Int, _ count: Int) -> Bool {
        stride(from: 0, to: count, by: 64).contains { offset in
            separators(from: start &+ offset, count: min(64, count &- offset)) != 0
        }
    }
}
