internal import X12Parser
internal import X12Text

/// The quick look at the segments of one block.
///
/// What can be asked of all of them at once is: whether every byte is printable, and where components and repetitions
/// are kept apart. Which elements are sent is mostly the same from one time to the next, so that what the guide demands
/// is asked for only where it is not.
///
/// Good as long as the block is neither refilled nor let go.
struct BlockScan {
    let segments: UnsafePointer<BlockSegment>
    let bytes: UnsafePointer<UInt8>
    let ends: UnsafePointer<UInt32>
    /// Whether all bytes are printable; only then is there a quick look at many segments.
    let isPlain: Bool
    private let values: ValueScan
    private let marks: BlockMarks
    private let checks: UnsafePointer<SegmentCheck>
    private let lines: UnsafeMutablePointer<SetMemory.Line>
    private let scan: SegmentScan

    init(_ arrays: BlockMemory, _ table: CheckTable, _ delimiters: Delimiters, _ memory: SetMemory) {
        segments = arrays.segments
        bytes = arrays.bytes
        ends = arrays.ends
        scan = SegmentScan(table, delimiters)
        values = scan.values
        checks = UnsafePointer(table.segments)
        lines = memory.flat.lines
        let (words, isPlain) = memory.marks.mark(
            values.component, values.repetition, in: bytes, count: arrays.byteCount)
        marks = BlockMarks(words: words)
        self.isPlain = isPlain
    }

    /// Whether nothing about a segment that a rule took is worth a finding.
    func isSound(_ segment: UnsafePointer<BlockSegment>, _ rule: Int) -> Bool {
        if isPlain { return isSoundWhenPlain(segment, rule, lines + rule) }
        let sent = sent(segment)
        return scan.isSound(
            RawSegment(base: sent.base, start: 0, ends: sent.ends, elementCount: sent.count), checks[rule])
    }

    /// The same in a block whose bytes are all printable.
    @inline(__always)
    func isSoundWhenPlain(
        _ segment: UnsafePointer<BlockSegment>, _ rule: Int, _ line: UnsafeMutablePointer<SetMemory.Line>
    ) -> Bool {
        let sent = sent(segment)
        let marks = BlockMarks(words: self.marks.words, origin: segment.pointee.textStart)
        let isUndivided = marks.areNone(Int(sent.ends[sent.count]))
        let present =
            isUndivided
            ? values.undivided(sent, line.pointee.firstElement, line.pointee.elementCount)
            : values.divided(sent, line.pointee.firstElement, line.pointee.elementCount, marks)
        if present == line.pointee.soundElements { return present != 0 }
        guard present != 0, values.isSound(present, checks + rule) else { return false }
        line.pointee.soundElements = present
        return true
    }

    /// The elements of a segment.
    @inline(__always)
    func sent(_ segment: UnsafePointer<BlockSegment>) -> SentElements {
        SentElements(
            base: bytes + segment.pointee.textStart, ends: ends + segment.pointee.endsStart,
            count: Int(segment.pointee.elementCount))
    }
}

extension ValueScan {
    @inline(never)
    fileprivate func undivided(_ sent: SentElements, _ first: Int32, _ most: Int32) -> UInt64 {
        elementsPresent(in: sent, first: first, most: most, NoMarks())
    }

    @inline(never)
    fileprivate func divided(
        _ sent: SentElements, _ first: Int32, _ most: Int32, _ marks: BlockMarks
    ) -> UInt64 {
        elementsPresent(in: sent, first: first, most: most, marks)
    }
}
