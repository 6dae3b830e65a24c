/// The segments that may be handed out straight from a reader's index, all at once, for a loop that takes many.
///
/// Bare pointers into the reader's window, good until the reader is asked for anything else; ``SegmentReader`` says
/// under "Preconditions" what they hold. A segment is what ``SegmentReader/next()`` would make of the next place.
@usableFromInline
package struct SegmentRun {
    /// The byte that offsets count from.
    @usableFromInline package let base: UnsafePointer<UInt8>
    /// Where identifiers and elements end: offsets from `base`.
    @usableFromInline package let ends: UnsafePointer<UInt32>
    /// Which of the ends are terminators'; there is one before the first.
    @usableFromInline package let places: UnsafePointer<UInt32>
    /// How many segments of the slice were taken.
    @usableFromInline package var taken: Int
    /// How many there are to take.
    @usableFromInline package let end: Int
    /// The line of text that the next segment, or the blanks before it, begins on.
    @usableFromInline package var line: Int
    /// How many lines a terminator ends: 1 if it is a line feed.
    @usableFromInline package let linesPerSegment: Int
    /// Bytes of input before `base`.
    @usableFromInline package let byteOffset: Int
    /// Segments of the input before the slice.
    @usableFromInline package let segmentsBefore: Int

    /// The first byte behind the terminator before a segment of the slice, counted from 0.
    @inlinable
    @inline(__always)
    package func start(of segment: Int) -> Int { Int(ends[Int(places[segment &- 1])]) &+ 1 }

    /// How many ends the segments from the next one on have that come before a segment of the slice.
    @inlinable
    @inline(__always)
    package func ends(to segment: Int) -> Int {
        Int(places[segment &- 1] &- places[taken &- 1])
    }

    @inlinable
    @inline(__always)
    init(
        base: UnsafePointer<UInt8>, ends: UnsafePointer<UInt32>, places: UnsafePointer<UInt32>, taken: Int,
        end: Int,
        line: Int, linesPerSegment: Int, byteOffset: Int, segmentsBefore: Int
    ) {
        self.base = base
        self.ends = ends
        self.places = places
        self.taken = taken
        self.end = end
        self.line = line
        self.linesPerSegment = linesPerSegment
        self.byteOffset = byteOffset
        self.segmentsBefore = segmentsBefore
    }
}

extension SegmentReader {
    /// The segments at hand; none where the next one needs a closer look.
    @inlinable
    package var run: SegmentRun {
        @inline(__always)
        get {
            SegmentRun(
                base: base, ends: UnsafePointer(ends), places: UnsafePointer(places), taken: taken,
                end: quickEnd, line: lineNumber, linesPerSegment: delimiters.segment == 0x0A ? 1 : 0,
                byteOffset: baseOffset, segmentsBefore: segmentsBefore)
        }
    }

    /// Goes on behind what was taken of a run.
    @inlinable
    @inline(__always)
    package mutating func advance(to run: SegmentRun) {
        taken = run.taken
        lineNumber = run.line
    }
}
