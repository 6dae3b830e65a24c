internal import X12Parser
internal import X12Text

/// The quick look at a segment: whether anything in it may be worth a finding.
///
/// It answers for sound segments alone and names nothing. What it has doubts about is looked at again,
/// slowly and in words, by ``SegmentExamination``; that one decides, so a doubt too many costs time only.
struct SegmentScan {
    let values: ValueScan
    private let element: UInt8
    /// The separators that lie inside elements, eight times each.
    private let components: UInt64
    private let repetitions: UInt64
    /// Whether a separator is a byte that values may not hold.
    private let hasOddSeparator: Bool

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    init(_ table: CheckTable, _ delimiters: Delimiters) {
        values = ValueScan(table, delimiters)
        element = delimiters.element
        components = Self.ones &* UInt64(values.component)
        repetitions = Self.ones &* UInt64(values.repetition)
        hasOddSeparator =
            !Self.isPlain(element) || !Self.isPlain(values.component) || !Self.isPlain(values.repetition)
    }

    /// Whether a byte may stand in data: printable and ASCII.
    @inline(__always)
    static func isPlain(_ byte: UInt8) -> Bool { byte &- 0x20 < 0x5F }

    /// Whether nothing about the segment is worth a finding.
    @inline(never)
    func isSound(_ segment: RawSegment, _ check: SegmentCheck) -> Bool {
        let look = look(segment.text, segment.bytes.count)
        guard look.isPlain else { return false }
        let segment = SentElements(base: segment.base, ends: segment.ends, count: segment.elementCount)
        return withUnsafePointer(to: check) {
            let present =
                look.isDivided
                ? values.elementsPresent(
                    in: segment, first: check.firstElement, most: check.elementCount,
                    ComparedMarks(values.component, values.repetition))
                : values.elementsPresent(
                    in: segment, first: check.firstElement, most: check.elementCount, NoMarks())
            return present != 0 && values.isSound(present, $0)
        }
    }

    // MARK: - Bytes

    /// Whether all bytes are printable ASCII, and whether a separator of components or repetitions is there.
    @inline(__always)
    private func look(_ text: UnsafePointer<UInt8>, _ length: Int) -> (isPlain: Bool, isDivided: Bool) {
        var odd: UInt64 = 0
        var divided: UInt64 = 0
        let raw = UnsafeRawPointer(text)
        var index = 0
        while index < length {
            var word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
            if length &- index < 8 {
                // What lies behind the segment is read as blanks.
                let kept = (1 &<< UInt64(8 &* (length &- index))) &- 1
                word = word & kept | 0x2020_2020_2020_2020 & ~kept
            }
            // High bits, bytes below 0x20, bytes of 0x7F.
            odd |= word | (word &- Self.ones &* 0x20) | (word &+ Self.ones)
            let one = word ^ components
            let other = word ^ repetitions
            divided |= (one &- Self.ones) & ~one | (other &- Self.ones) & ~other
            index &+= 8
        }
        let isPlain = odd & Self.highs == 0 || (hasOddSeparator && isPlainBetweenSeparators(text, length))
        return (isPlain, divided & Self.highs != 0)
    }

    private func isPlainBetweenSeparators(_ text: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        (0..<length).allSatisfy {
            Self.isPlain(text[$0]) || text[$0] == element || text[$0] == values.component
                || text[$0] == values.repetition
        }
    }
}
