internal import X12Text

/// Says where separators of components and repetitions stand in a value.
///
/// Generic code is made once for each way to know it, so that the quick look asks nothing where there are none.
protocol MarkSource {
    /// The marks of a value that begins so many bytes behind the start of its segment, bit 0 standing for its first byte;
    /// all bits where it is longer than 64 bytes and may have some.
    func marks(_ value: UnsafePointer<UInt8>, _ start: Int, _ length: Int) -> UInt64
}

/// No separators anywhere in the segment.
struct NoMarks: MarkSource {
    @inline(__always)
    func marks(_ value: UnsafePointer<UInt8>, _ start: Int, _ length: Int) -> UInt64 { 0 }
}

/// Separators that were marked in all the block, a bit a byte.
struct BlockMarks: MarkSource {
    let words: UnsafePointer<UInt64>
    /// Where the segment begins in the block.
    var origin = 0

    @inline(__always)
    func marks(_ value: UnsafePointer<UInt8>, _ start: Int, _ length: Int) -> UInt64 {
        length <= 64 ? bits(from: origin &+ start, count: length) : .max
    }

    /// Whether so many bytes of the segment have no mark.
    @inline(__always)
    func areNone(_ count: Int) -> Bool {
        count <= 64 ? count <= 0 || bits(from: origin, count: count) == 0 : areNoneOfMany(count)
    }

    @inline(never)
    private func areNoneOfMany(_ count: Int) -> Bool {
        stride(from: 0, to: count, by: 64).allSatisfy {
            bits(from: origin &+ $0, count: min(64, count &- $0)) == 0
        }
    }

    /// The marks of up to 64 bytes, at least one, the first one's in the lowest bit.
    @inline(__always)
    private func bits(from start: Int, count: Int) -> UInt64 {
        MarkedBits.bits(words, from: start, count: count)
    }
}

/// Separators that are looked for byte by byte.
struct ComparedMarks: MarkSource {
    private let component: UInt8
    private let repetition: UInt8

    init(_ component: UInt8, _ repetition: UInt8) {
        self.component = component
        self.repetition = repetition
    }

    func marks(_ value: UnsafePointer<UInt8>, _ start: Int, _ length: Int) -> UInt64 {
        guard length <= 64 else { return .max }
        var marks: UInt64 = 0
        for index in 0..<length where value[index] == component || value[index] == repetition {
            marks |= 1 << UInt64(index)
        }
        return marks
    }
}
