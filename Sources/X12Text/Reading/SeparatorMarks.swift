internal import CX12Scan

/// Where separators of components and repetitions stand in many segments, a bit a byte, made for all of them at once.
///
/// Most elements have none, and whether one has is a look at a few bits then, not a walk over its bytes.
package struct SeparatorMarks: ~Copyable {
    private var words: UnsafeMutablePointer<UInt64>
    private var capacity = 64

    /// Marks of no bytes.
    package init() { words = .allocate(capacity: capacity) }

    deinit { words.deallocate() }

    /// Marks two bytes in others; 64 more have to be readable behind them.
    ///
    /// - Returns: the marks, a bit a byte, the first one's lowest, in words of 64 of which one more can be read than there
    ///   are, good until others are made; and whether all bytes are printable ASCII, line ends apart.
    package mutating func mark(
        _ first: UInt8, _ second: UInt8, in bytes: UnsafePointer<UInt8>, count: Int
    ) -> (marks: UnsafePointer<UInt64>, isPlain: Bool) {
        let needed = (count + 63) / 64 + 1
        if needed > capacity {
            while capacity < needed { capacity *= 2 }
            words.deallocate()
            words = .allocate(capacity: capacity)
        }
        let isPlain = x12scan_mark(bytes, count, first, second, words) == 0
        return (UnsafePointer(words), isPlain)
    }
}

/// Reading marks that were made a bit a byte.
package enum MarkedBits {
    /// The marks of up to 64 bytes, at least one, the first one's in the lowest bit; the word behind theirs is read too.
    @inlinable
    @inline(__always)
    package static func bits(_ words: UnsafePointer<UInt64>, from start: Int, count: Int) -> UInt64 {
        let word = words + (start &>> 6)
        let shift = UInt64(truncatingIfNeeded: start & 63)
        let bits = word[0] &>> shift | (word[1] &<< 1) &<< (63 &- shift)
        return bits & (.max &>> UInt64(truncatingIfNeeded: 64 &- count))
    }
}
