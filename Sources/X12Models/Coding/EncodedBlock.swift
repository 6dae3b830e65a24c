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
    ///
    /// Which are constants an encoder notes in every segment; the others are asked for in the envelope alone.
    struct ElementKinds {
        /// Those whose value is the guide's and not the model's.
        var constants: UInt64 = 0
        /// Those the model holds in any way.
        var held: UInt64 = 0
        var dates: UInt64 = 0
        var times: UInt64 = 0
        var integers: UInt64 = 0

        /// None noted.
        init() {}

        /// The elements of the one segment that a part of the envelope comes to.
        init(_ outline: ModelOutline) {
            for visit in outline.visits {
                switch visit.kind {
                case .text: BlockEncoder.note(visit.element, in: &held)
                case .date: BlockEncoder.note(visit.element, in: &dates)
                case .time: BlockEncoder.note(visit.element, in: &times)
                case .integer: BlockEncoder.note(visit.element, in: &integers)
                default: break
                }
            }
        }

        /// Adds what another way of looking at the same elements noted.
        mutating func formUnion(_ other: ElementKinds) {
            constants |= other.constants
            held |= other.held
            dates |= other.dates
            times |= other.times
            integers |= other.integers
        }

        /// Whether a position is in one of the sets.
        static func contains(_ set: UInt64, _ position: Int) -> Bool {
            position < 64 && set & (1 << UInt64(position)) != 0
        }
    }

    /// How many bytes may be written behind the room that was asked for.
    static let slack = 64

    private(set) var bytes: UnsafeMutablePointer<UInt8>
    /// How many bytes are written.
    var count = 0
    /// How many there is room for, slack not counted.
    private(set) var capacity = 16 << 10
    var segments: [Segment] = []

    init() { bytes = .allocate(capacity: capacity + Self.slack) }

    deinit { bytes.deallocate() }

    /// All bytes; valid until more is written.
    var written: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: count) }

    /// The bytes of a segment; valid until more is written.
    func text(_ segment: Segment) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes + segment.start, count: segment.end - segment.start)
    }

    /// Forgets all segments, keeping the room.
    func removeAll() {
        count = 0
        if !segments.isEmpty { segments.removeAll(keepingCapacity: true) }
    }

    /// Gives the one segment there is another text.
    func replaceOnly(by text: [UInt8]) {
        grow(to: text.count)
        text.withUnsafeBufferPointer { source in
            if let start = source.baseAddress { bytes.update(from: start, count: source.count) }
        }
        count = text.count
        segments[0].start = 0
        segments[0].end = count
    }

    /// Makes room for more bytes, the first `used` being kept.
    @inline(never)
    func grow(to needed: Int, keeping used: Int = 0) {
        guard needed > capacity else { return }
        var larger = capacity * 2
        while larger < needed { larger *= 2 }
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + Self.slack)
        memory.update(from: bytes, count: used)
        bytes.deallocate()
        bytes = memory
        capacity = larger
    }
}
