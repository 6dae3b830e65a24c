internal import X12Text

/// The segments that a part comes to, one behind the other, before anything carried is laid over them.
///
/// A class so that encoders, which are passed about as values, write to one and the same.
final class EncodedBlock {
    /// One segment: its bytes without a terminator.
    struct Segment {
        var start: Int
        var end: Int
        /// The rule it was written by; -1 in the envelope.
        var rule: Int32
        /// How the walk saw its elements.
        var elements: ElementKinds
        /// Whether it is a loop's opener in which nothing is set.
        var isBare = false
    }

    /// Elements of a segment by how a walk sees them; bit n stands for the element at position n.
    struct ElementKinds {
        /// Those whose value is the guide's and not the model's.
        var constants: UInt64 = 0
        /// Those the model holds in any way.
        var held: UInt64 = 0
        var dates: UInt64 = 0
        var times: UInt64 = 0
        var integers: UInt64 = 0

        /// Whether a position is in one of the sets.
        static func contains(_ set: UInt64, _ position: Int) -> Bool {
            position < 64 && set & (1 << UInt64(position)) != 0
        }
    }

    private(set) var bytes: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity = 16 << 10
    var segments: [Segment] = []

    init() { bytes = .allocate(capacity: capacity) }

    deinit { bytes.deallocate() }

    /// The bytes of a segment; valid until more is written.
    func text(_ segment: Segment) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes + segment.start, count: segment.end - segment.start)
    }

    /// Forgets all segments, keeping the room.
    func removeAll() {
        count = 0
        segments.removeAll(keepingCapacity: true)
    }

    /// Takes back what was written from `end` on.
    func rollBack(to end: Int) { count = end }

    @inline(__always)
    func append(_ byte: UInt8) {
        if count == capacity { grow(1) }
        bytes[count] = byte
        count &+= 1
    }

    @inline(__always)
    func append(_ byte: UInt8, times: Int) {
        for _ in 0..<times { append(byte) }
    }

    @inline(__always)
    func append(_ source: UnsafeBufferPointer<UInt8>) {
        guard let start = source.baseAddress else { return }
        if count &+ source.count > capacity { grow(source.count) }
        (bytes + count).update(from: start, count: source.count)
        count &+= source.count
    }

    /// Appends up to eight characters, the first in the lowest byte.
    func append(_ characters: UInt64, count length: Int) {
        for index in 0..<length { append(UInt8(truncatingIfNeeded: characters &>> UInt64(8 * index))) }
    }

    func append(_ text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    func append(_ text: String) {
        let done: Void? = text.utf8.withContiguousStorageIfAvailable { append($0) }
        if done == nil { for byte in text.utf8 { append(byte) } }
    }

    func append(_ number: ExactDecimal) {
        if count &+ ExactDecimal.maximumBytes > capacity { grow(ExactDecimal.maximumBytes) }
        count &+= number.writeX12(to: bytes + count)
    }

    /// Whether one of two bytes stands anywhere from `start` on.
    func holds(_ byte: UInt8, or other: UInt8, from start: Int) -> Bool {
        var isFound = false
        for sent in UnsafeBufferPointer(start: bytes + start, count: count - start) {
            isFound = isFound || sent == byte || sent == other
        }
        return isFound
    }

    private func grow(_ additional: Int) {
        var larger = capacity * 2
        while larger < count + additional { larger *= 2 }
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        memory.update(from: bytes, count: count)
        bytes.deallocate()
        bytes = memory
        capacity = larger
    }
}
