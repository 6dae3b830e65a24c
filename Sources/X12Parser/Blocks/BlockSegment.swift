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

    /// Where its text, its bytes as received and its ends begin, in the arrays of its block.
    @usableFromInline let text: UInt32
    @usableFromInline let raw: UInt32
    @usableFromInline let ends: UInt32
    @usableFromInline let rawLength: UInt32
    @usableFromInline let leadingLength: UInt32

    @inlinable package var textStart: Int { Int(text) }
    @inlinable package var rawStart: Int { Int(raw) }
    @inlinable package var rawCount: Int { Int(rawLength) }
    @inlinable package var leadingCount: Int { Int(leadingLength) }
    @inlinable package var endsStart: Int { Int(ends) }

    @inline(__always)
    init(
        placement: Placement, byteOffset: Int, line: Int, ordinal: Int, position: Int, elementCount: Int,
        isTerminated: Bool, textStart: Int, rawStart: Int, rawCount: Int, leadingCount: Int, endsStart: Int
    ) {
        self.placement = placement
        self.byteOffset = byteOffset
        self.line = Int32(truncatingIfNeeded: line)
        self.ordinal = Int32(truncatingIfNeeded: ordinal)
        self.position = Int32(truncatingIfNeeded: position)
        self.elementCount = Int32(truncatingIfNeeded: elementCount)
        self.isTerminated = isTerminated
        text = UInt32(truncatingIfNeeded: textStart)
        raw = UInt32(truncatingIfNeeded: rawStart)
        ends = UInt32(truncatingIfNeeded: endsStart)
        rawLength = UInt32(truncatingIfNeeded: rawCount)
        leadingLength = UInt32(truncatingIfNeeded: leadingCount)
    }

    /// The segment's place in the input.
    public var location: Location {
        Location(
            byteOffset: byteOffset, line: Int(line), segment: Int(ordinal), segmentPosition: Int(position))
    }
}
