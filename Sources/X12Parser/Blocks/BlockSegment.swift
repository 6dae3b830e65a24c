public import X12Diagnostics

/// One segment of a block: where its bytes are, where it came from, and where it was placed.
public struct BlockSegment: BitwiseCopyable, Sendable {
    /// Where the segment was placed.
    public var placement: Placement
    /// Bytes of input before the segment.
    public var byteOffset: Int
    /// The line of text it begins on, from 1.
    public var line: Int32
    /// Its number in the input, from 1.
    public var ordinal: Int32
    /// Its number in its transaction set, ST being 1; 0 outside a set.
    public var position: Int32
    /// How many elements were sent.
    public var elementCount: Int32
    /// Whether its terminator was there.
    public var isTerminated: Bool

    package var textStart: Int
    package var rawStart: Int
    package var rawCount: Int
    package var leadingCount: Int
    package var endsStart: Int

    /// The segment's place in the input.
    public var location: Location {
        Location(
            byteOffset: byteOffset, line: Int(line), segment: Int(ordinal), segmentPosition: Int(position))
    }
}
