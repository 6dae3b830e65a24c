internal import CX12Scan
public import X12Diagnostics

/// Reads segments, one after the other, from bytes that need not all be there at once.
///
/// A window of the input (256 KiB, reused; or the input itself where it lies in memory) is searched for delimiters 16 KiB at a time; a segment is born as
/// offsets into it. Delimiters are learned from each ISA. Between interchanges, blanks and junk are passed
/// over up to the next place where a segment can start and an ISA stands; they are kept as the next
/// segment's ``SegmentView/leading`` bytes, so that writing leading bytes, received bytes and terminators
/// gives the input again, and ``trailing`` holds what follows the last segment.
///
/// ## Preconditions
/// The views read without checking bounds, which is safe as long as this reader keeps to the following,
/// and this is the one place to check it:
/// - `ends` are ascending offsets into the window, and `places[taken ..< ended]` the ascending numbers of those
///   that are terminators'. The first offset of the next segment follows that of the terminator before it, which is
///   `places[taken - 1]`, also for the first segment: what stands before all places wraps around to the offset 0.
/// - A terminator stands behind the last byte of a view's text, also where the input lost it.
/// - 64 readable bytes follow the window, so that a word may be loaded at any offset.
/// - A view is handed out with the reader borrowed, so neither buffer moves while it lives.
public struct SegmentReader: ~Copyable {
    @usableFromInline var base: UnsafePointer<UInt8>
    @usableFromInline var ends: UnsafeMutablePointer<UInt32>
    /// Which offsets are those of terminators.
    @usableFromInline var places: UnsafeMutablePointer<UInt32>
    /// How many segments of the slice were handed out.
    @usableFromInline var taken = 0
    /// How many segments end in the slice.
    @usableFromInline var ended = 0
    /// Up to which segment of the slice they may be handed out straight from the index; 0 when none may.
    @usableFromInline var quickEnd = 0
    /// How many segments were handed out before those of the slice; kept while there is a ``quickEnd``.
    @usableFromInline var segmentsBefore = 0
    @usableFromInline var baseOffset = 0
    @usableFromInline var lineNumber = 1
    /// The delimiters of the interchange being read.
    public internal(set) var delimiters = Delimiters.usual

    var source: ByteSource
    let limits: Limits
    var window: UnsafeMutablePointer<UInt8>
    var windowCapacity: Int
    var endsCapacity: Int
    /// Where the next segment, or the blanks before it, begins; behind while there is a ``quickEnd``.
    var segmentStart = 0
    /// How many segments were handed out; behind while there is a ``quickEnd``.
    var segmentCount = 0
    /// Bytes of input in the window, counted from `base`.
    var filled = 0
    var isAtEnd = false
    /// Bytes right before `segmentStart` that belong to the next segment's leading bytes.
    var pendingLeading = 0
    /// Whether the slice holds control characters inside segments.
    var holdsControl = false
    /// Whether the bytes at `segmentStart` are not known to belong to an interchange.
    var isOutside = true
    /// Whether an ISA was just found at `segmentStart`.
    var isAtHeader = false
    /// Whether the end was reached and what stands behind the last segment is kept.
    var isFinished = false
    var interchangeCount = 0
    var wrapRemarked = false
    var scratch = SegmentScratch()
    var pending: [Finding] = []
    /// How many findings there were no room for.
    var omittedFindings = 0

    static let sliceBytes = 16 << 10
    static let windowBytes = 256 << 10
    static let slack = 64

    /// What stands behind the last segment, once ``next()`` has returned `nil`.
    public internal(set) var trailing: [UInt8] = []

    /// Reads from a source.
    public init(_ source: consuming ByteSource, limits: Limits = Limits()) {
        self.source = source
        self.limits = limits
        windowCapacity = Self.windowBytes
        window = .allocate(capacity: Self.windowBytes + Self.slack)
        window.initialize(repeating: 0, count: Self.windowBytes + Self.slack)
        endsCapacity = Self.sliceBytes + Self.slack
        ends = .allocate(capacity: endsCapacity)
        places = Self.places(endsCapacity)
        base = UnsafePointer(window)
    }

    deinit {
        window.deallocate()
        ends.deallocate()
        (places - 1).deallocate()
    }

    /// The next segment, or `nil` after the last; once `nil`, always `nil`.
    ///
    /// The view lives until the next call.
    ///
    /// - Throws: ``X12Error/Code/notX12`` when the input holds no interchange,
    ///   ``X12Error/Code/limitPassed`` and ``X12Error/Code/sourceFailed``.
    @inlinable
    @inline(__always)
    @_lifetime(&self)
    public mutating func next() throws(X12Error) -> SegmentView? {
        if taken < quickEnd {
            let before = Int(places[taken &- 1])
            let last = Int(places[taken])
            let behind = Int(ends[before]) &+ 1
            let bound = Int(ends[before &+ 1])
            var start = behind
            var breaks = delimiters.segment == 0x0A ? 1 : 0
            while base[start] <= 0x20, start < bound {
                if base[start] == 0x0A { breaks &+= 1 }
                start &+= 1
            }
            let word = UnsafeRawPointer(base + start).loadUnaligned(as: UInt32.self).littleEndian
            // "ISA" and "IEA" turn into something else than plain reading.
            if word & 0xFF_00FF != 0x41_0049, start < bound {
                taken &+= 1
                var line = lineNumber
                if breaks > 0 {
                    lineNumber &+= breaks
                    line = delimiters.segment == 0x0A ? lineNumber &- 1 : lineNumber
                }
                let view = SegmentView(
                    base: base, ends: UnsafePointer(ends + before + 1), start: start,
                    rawStart: base + start, rawCount: Int(ends[last]) &- start,
                    leadingCount: start &- behind, elementCount: last &- before &- 1,
                    byteOffset: baseOffset &+ start, line: line, ordinal: segmentsBefore &+ taken,
                    isTerminated: true, delimiters: delimiters)
                return _overrideLifetime(view, mutating: &self)
            }
        }
        return try nextCarefully()
    }

    /// What the reader had to remark on since the last call: junk, a lost layout, wrapped lines, a cut end.
    ///
    /// Of more than ``Limits/pendingFindings``, the rest is counted in one more.
    public mutating func takeFindings() -> [Finding] {
        defer { (pending, omittedFindings) = ([], 0) }
        return omittedFindings > 0 ? pending + [.omitting(omittedFindings, behind: pending.last)] : pending
    }

    /// Whether there is anything to take.
    @inlinable
    public var hasFindings: Bool { findingsPending }

    @usableFromInline var findingsPending: Bool { !pending.isEmpty }

    mutating func remark(_ rule: Finding.Rule, _ location: Location, _ segment: String, _ detail: String = "")
    {
        guard pending.count < limits.pendingFindings else {
            omittedFindings += 1
            return
        }
        var context = Finding.Context()
        context.segment = segment
        pending.append(Finding(rule, at: location, in: context, detail: detail))
    }
}
