public import X12Diagnostics

/// One segment seen in place.
///
/// Nothing is copied until a caller asks for text. The view looks into its reader's window and lives until
/// the reader moves on, which the compiler checks; its accessors do not check bounds again, because
/// ``SegmentReader`` makes sure of them once for the whole window (see ``SegmentReader``, "Preconditions").
///
///     NM1*IL*1*ISAAC*ROSA
///     ^  ^  ^ ^     ^    ^      start, then ends[0] ... ends[elementCount]
public struct SegmentView: ~Escapable {
    /// The first byte that offsets count from.
    @usableFromInline package let base: UnsafePointer<UInt8>
    /// Where the identifier, then each element, ends: offsets from `base`.
    @usableFromInline package let ends: UnsafePointer<UInt32>
    /// Where the identifier begins: an offset from `base`.
    @usableFromInline package let start: Int
    /// The first byte as received; differs from `base + start` only in a segment wrapped over lines.
    @usableFromInline let rawStart: UnsafePointer<UInt8>
    /// The bytes as received, terminator excluded.
    @usableFromInline let rawCount: Int
    /// The bytes between the terminator before and this segment.
    @usableFromInline let leadingCount: Int
    /// How many elements were sent, the identifier not counted.
    public let elementCount: Int
    /// Bytes of input before the segment's identifier.
    public let byteOffset: Int
    /// The line of text the segment begins on, from 1.
    public let line: Int
    /// The segment's number in the input, from 1.
    public let ordinal: Int
    /// Whether the terminator was there; only the last segment of a cut input lacks it.
    public let isTerminated: Bool
    /// The delimiters in force.
    public let delimiters: Delimiters

    @inlinable
    @_lifetime(immortal)
    init(
        base: UnsafePointer<UInt8>, ends: UnsafePointer<UInt32>, start: Int, rawStart: UnsafePointer<UInt8>,
        rawCount: Int, leadingCount: Int, elementCount: Int, byteOffset: Int, line: Int, ordinal: Int,
        isTerminated: Bool, delimiters: Delimiters
    ) {
        self.base = base
        self.ends = ends
        self.start = start
        self.rawStart = rawStart
        self.rawCount = rawCount
        self.leadingCount = leadingCount
        self.elementCount = elementCount
        self.byteOffset = byteOffset
        self.line = line
        self.ordinal = ordinal
        self.isTerminated = isTerminated
        self.delimiters = delimiters
    }

    /// Looks at a segment that stands in memory of somebody else's, as a reader would have shown it.
    ///
    /// The caller makes sure that `ends` holds `elementCount` + 1 ascending offsets from `base`, that a terminator
    /// stands at the last and 8 bytes past it are readable, that the leading bytes stand right before `rawStart`, and that all of it
    /// outlives the view.
    @inlinable
    @_lifetime(immortal)
    package init(
        unsafeBase base: UnsafePointer<UInt8>, ends: UnsafePointer<UInt32>, rawStart: UnsafePointer<UInt8>,
        rawCount: Int, leadingCount: Int, elementCount: Int, location: Location, isTerminated: Bool,
        delimiters: Delimiters
    ) {
        self.init(
            base: base, ends: ends, start: 0, rawStart: rawStart, rawCount: rawCount,
            leadingCount: leadingCount,
            elementCount: elementCount, byteOffset: location.byteOffset, line: location.line,
            ordinal: location.segment, isTerminated: isTerminated, delimiters: delimiters)
    }

    /// The same view without the compiler's watch over its lifetime, for a caller that keeps reader and
    /// results in one value and does not use the view past the reader's next call.
    @inlinable
    @_lifetime(immortal)
    package func detached() -> SegmentView {
        SegmentView(
            base: base, ends: ends, start: start, rawStart: rawStart, rawCount: rawCount,
            leadingCount: leadingCount, elementCount: elementCount, byteOffset: byteOffset, line: line,
            ordinal: ordinal, isTerminated: isTerminated, delimiters: delimiters)
    }

    /// Writes where identifier and elements end, counted from the identifier's first byte, to memory for
    /// ``elementCount`` + 1 numbers.
    @inlinable
    package func copyEnds(to target: UnsafeMutablePointer<UInt32>) {
        let start = UInt32(truncatingIfNeeded: start)
        var index = 0
        while index <= elementCount {
            target[index] = ends[index] &- start
            index &+= 1
        }
    }

    /// The segment identifier; empty between two terminators that stand side by side.
    @inlinable
    public var identifier: SegmentIdentifier {
        @inline(__always)
        get { SegmentIdentifier(base + start, count: identifierLength) }
    }

    /// How many bytes the identifier as sent has; 2 or 3 in every segment of the standard.
    @inlinable
    public var identifierLength: Int { Int(ends[0]) &- start }

    /// The element at `position`, counted from 1 as the guides do: `CLP03` is `segment[3]`.
    ///
    /// An element past the last one sent is empty, as X12 lets trailing elements be left out.
    @inlinable
    public subscript(position: Int) -> Span<UInt8> {
        @inline(__always)
        @_lifetime(copy self)
        get {
            precondition(position >= 1, "element positions start at 1")
            guard position <= elementCount else { return span(Int(ends[0]), 0) }
            let first = Int(ends[position &- 1]) &+ 1
            return span(first, Int(ends[position]) &- first)
        }
    }

    /// The bytes of the element at `position`; 0 when it is empty or was not sent.
    @inlinable
    public func length(of position: Int) -> Int {
        guard position >= 1, position <= elementCount else { return 0 }
        return Int(ends[position]) &- Int(ends[position &- 1]) &- 1
    }

    /// The element at `position` with its repetitions and components.
    @inlinable
    @_lifetime(copy self)
    public func element(_ position: Int) -> ElementView {
        ElementView(bytes: self[position], delimiters: delimiters)
    }

    /// The segment's text: identifier and elements, without the terminator and without line breaks that the
    /// sender wrapped it at.
    @inlinable
    public var text: Span<UInt8> {
        @_lifetime(copy self)
        get { span(start, Int(ends[elementCount]) &- start) }
    }

    /// The segment's bytes as they were received, without the terminator.
    @inlinable
    public var received: Span<UInt8> {
        @_lifetime(copy self)
        get {
            let span = Span(_unsafeStart: rawStart, count: rawCount)
            return _overrideLifetime(span, copying: self)
        }
    }

    /// What stands between the terminator before and this segment: line ends, blanks, junk before an ISA.
    @inlinable
    public var leading: Span<UInt8> {
        @_lifetime(copy self)
        get {
            let span = Span(_unsafeStart: rawStart - leadingCount, count: leadingCount)
            return _overrideLifetime(span, copying: self)
        }
    }

    /// The segment's place in the input.
    public var location: Location { Location(byteOffset: byteOffset, line: line, segment: ordinal) }

    @inlinable
    @inline(__always)
    @_lifetime(copy self)
    func span(_ offset: Int, _ count: Int) -> Span<UInt8> {
        let span = Span(_unsafeStart: base + offset, count: count)
        return _overrideLifetime(span, copying: self)
    }
}
