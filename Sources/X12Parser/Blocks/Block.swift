public import X12Diagnostics
public import X12Grammar
public import X12Text

/// The unit of work: the segments of one claim, one claim payment, one level or one part of the envelope,
/// owned, with their placements.
///
/// A block is a handful of flat arrays that a reader fills again and again (``BlockReader/next(into:)``); it
/// belongs to one task at a time and can be sent to another.
public struct Block: ~Copyable, @unchecked Sendable {
    /// What the block is a piece of.
    public internal(set) var kind = Kind.carried
    /// The guide that placed its segments; `nil` in the envelope and where no guide is known.
    public var guide: Guide? { shared?.guide }
    /// The delimiters in force.
    public internal(set) var delimiters = Delimiters.usual
    /// What was found while placing these segments.
    public internal(set) var findings: [Finding] = []
    /// Whether a segment stands out of the order in which the guide lists it.
    public internal(set) var isUnlisted = false
    /// Whether the block's transaction set breaks off behind it, without SE.
    public internal(set) var isCutOff = false
    /// Whether something stands between segments that is not the interchange's usual line end.
    public internal(set) var lineEnd: [UInt8] = []
    /// What stands behind the last segment of the input; only in the block of kind ``Kind/end``.
    public internal(set) var trailing: [UInt8] = []

    /// The guide, as all blocks of its sets share it.
    package internal(set) var shared: SharedGuide?
    var segments = GrowingBuffer<BlockSegment>(capacity: 64)
    var bytes = GrowingBuffer<UInt8>(capacity: 4096)
    var ends = GrowingBuffer<UInt32>(capacity: 512)

    /// An empty block, to be filled by a reader.
    public init() {}

    /// What a block is a piece of.
    public enum Kind: Hashable, Sendable {
        /// ISA.
        case interchange
        /// TA1 between ISA and GS.
        case acknowledgement
        /// GS.
        case group
        /// ST and what follows it up to the first level or unit.
        case header
        /// A level that units below it share: the loop with this index.
        case level(Int)
        /// A unit of work: the loop with this index.
        case unit(Int)
        /// What follows the last unit up to SE.
        case trailer
        /// GE.
        case groupEnd
        /// IEA.
        case interchangeEnd
        /// Segments of a transaction set that no guide is known for, or segments outside of any.
        case carried
        /// No segments: the end of the input, with what stands behind its last segment.
        case end
    }

    /// How many segments the block holds.
    public var count: Int { segments.count }

    /// Whether a guide placed its segments; quicker to ask than for the guide.
    public var isGuided: Bool { shared != nil }

    /// How many bytes the block holds, terminators not counted.
    public var byteCount: Int { bytes.count - segments.count }

    /// The facts of the segment at `index`, from 0.
    public subscript(index: Int) -> BlockSegment { segments[index] }

    /// The index of the segment with this number in the input; `nil` when it is none of the block's.
    public func index(ofOrdinal ordinal: Int) -> Int? {
        guard count > 0, ordinal > 0 else { return nil }
        // Segments of a block follow each other, so their numbers do too.
        let index = ordinal - Int(self[0].ordinal)
        return index >= 0 && index < count && Int(self[index].ordinal) == ordinal ? index : nil
    }

    /// The segment at `index`, from 0, seen in place.
    @_lifetime(borrow self)
    public func view(_ index: Int) -> SegmentView {
        let segment = segments[index]
        let view = SegmentView(
            unsafeBase: UnsafePointer(bytes.start + segment.textStart),
            ends: UnsafePointer(ends.start + segment.endsStart),
            rawStart: UnsafePointer(bytes.start + segment.rawStart), rawCount: segment.rawCount,
            leadingCount: segment.leadingCount, elementCount: Int(segment.elementCount),
            location: segment.location, isTerminated: segment.isTerminated, delimiters: delimiters)
        return _overrideLifetime(view, borrowing: self)
    }

    /// The place behind the last segment, its terminator left out.
    var endOfLast: Location {
        let segment = segments[count - 1]
        return Location(
            byteOffset: segment.byteOffset + segment.rawCount, line: Int(segment.line),
            segment: Int(segment.ordinal))
    }

    /// Appends all bytes of the block as they were received.
    public func appendReceived(to output: inout [UInt8]) {
        var index = 0
        while index < segments.count {
            // Segments that lie behind each other, terminators between them, are copied as one.
            let first = segments[index]
            let start = first.rawStart - first.leadingCount
            var end = first.rawStart + first.rawCount
            var isTerminated = first.isTerminated
            index += 1
            while index < segments.count, isTerminated {
                let next = segments[index]
                guard next.rawStart - next.leadingCount == end + 1, bytes.start[end] == delimiters.segment
                else { break }
                end = next.rawStart + next.rawCount
                isTerminated = next.isTerminated
                index += 1
            }
            output.append(contentsOf: UnsafeBufferPointer(start: bytes.start + start, count: end - start))
            if isTerminated { output.append(delimiters.segment) }
        }
        output.append(contentsOf: trailing)
    }

    // MARK: - Filling

    mutating func append(_ segment: borrowing SegmentView, _ placement: Placement, position: Int) {
        let received = segment.received
        let text = segment.text
        let leading = segment.leading.count
        bytes.reserve(leading + received.count + text.count + 1)
        segment.leading.withUnsafeBufferPointer { append($0) }
        let rawStart = bytes.count
        received.withUnsafeBufferPointer { append($0) }
        var textStart = rawStart
        if text.count != received.count {
            textStart = bytes.count
            text.withUnsafeBufferPointer { append($0) }
        }
        // Behind the last element stands a terminator, as in the reader's window.
        bytes.append(segment.delimiters.segment)
        let endsStart = ends.count
        ends.reserve(segment.elementCount + 1)
        segment.copyEnds(to: ends.start + ends.count)
        ends.extend(by: segment.elementCount + 1)
        segments.append(
            BlockSegment(
                placement: placement, byteOffset: segment.byteOffset,
                line: min(segment.line, Self.mostCounted),
                ordinal: min(segment.ordinal, Self.mostCounted), position: min(position, Self.mostCounted),
                elementCount: segment.elementCount, isTerminated: segment.isTerminated,
                textStart: textStart, rawStart: rawStart, rawCount: received.count, leadingCount: leading,
                endsStart: endsStart))
        if placement.remarks.contains(.unlisted) { isUnlisted = true }
    }

    /// What is beyond is counted no further.
    private static let mostCounted = Int(Int32.max)

    /// Where the next segments, their bytes and their ends are written to; see ``fill(segments:bytes:ends:isUnlisted:)``.
    struct Room {
        let segments: UnsafeMutablePointer<BlockSegment>
        let ends: UnsafeMutablePointer<UInt32>
        let byteStart: Int
        let endStart: Int
    }

    /// Makes room for so many segments, with eight ends more than they have.
    mutating func makeRoom(segments count: Int, bytes byteCount: Int, ends endCount: Int) -> Room {
        segments.reserve(count)
        bytes.reserve(byteCount)
        ends.reserve(endCount + 8)
        return Room(
            segments: segments.start + segments.count, ends: ends.start + ends.count, byteStart: bytes.count,
            endStart: ends.count)
    }

    /// Takes in segments and ends that were written to room made for them, and their bytes, terminators included.
    mutating func fill(
        segments count: Int, bytes received: UnsafeBufferPointer<UInt8>, ends endCount: Int, isUnlisted: Bool
    ) {
        segments.extend(by: count)
        ends.extend(by: endCount)
        append(received)
        if isUnlisted { self.isUnlisted = true }
    }

    /// Places the last segment anew.
    mutating func amendLast(_ placement: Placement) {
        guard count > 0 else { return }
        segments.start[count - 1].placement = placement
        if placement.remarks.contains(.unlisted) { isUnlisted = true }
    }

    /// Becomes the same as another block, in its own room: one that is to outlive the reader's next.
    package mutating func become(copyOf other: borrowing Block) {
        removeAll()
        kind = other.kind
        shared = other.shared
        delimiters = other.delimiters
        findings = other.findings
        isUnlisted = other.isUnlisted
        isCutOff = other.isCutOff
        lineEnd = other.lineEnd
        trailing = other.trailing
        segments.append(other.segments.start, other.segments.count)
        bytes.append(other.bytes.start, other.bytes.count)
        ends.append(other.ends.start, other.ends.count)
    }

    private mutating func append(_ buffer: UnsafeBufferPointer<UInt8>) {
        guard let base = buffer.baseAddress else { return }
        bytes.append(base, buffer.count)
    }

    /// Empties the block, keeping its room.
    mutating func removeAll() {
        segments.removeAll()
        bytes.removeAll()
        ends.removeAll()
        if !findings.isEmpty { findings = [] }
        if !trailing.isEmpty { trailing = [] }
        isUnlisted = false
        isCutOff = false
        if shared != nil { shared = nil }
        kind = .carried
    }
}
