public import X12Diagnostics
internal import X12Grammar
public import X12Text

/// Reads blocks: the pieces of work that models, rules and writers take, with every segment placed.
///
///     var reader = BlockReader(try ByteSource(path: "claims.837"))
///     var block = Block()
///     while try reader.next(into: &block) { … }
///
/// Memory stays at a few blocks however large the input or its transaction sets are.
public struct BlockReader: ~Copyable {
    private var reader: SegmentReader
    private var cutter: BlockCutter
    private var limits: Limits
    private var current = Block()
    private var state = State.reading
    /// Whether a block larger than the limits allow goes out as far as it fits, cut off and with a finding, and what is
    /// left of it is passed over; else reading stops. For who looks for faults and writes nothing of what was read.
    public var cutsOff = false
    /// Whether the rest of such a block is being passed over.
    private var isPassing = false
    private var lineEnd: [UInt8] = []
    /// The end of the segment read last.
    private var last = Location()
    /// Segments that wait, and how many of them were placed since.
    private var held = Block()
    private var replayed = 0
    /// What the next one of them waits for.
    private var wait: BlockCutter.Step.Wait?
    /// Whether nothing follows them.
    private var isAtEnd = false
    /// The delimiters of the last one of them, which may be an ISA.
    private var decisive = Delimiters.usual

    /// How many segments of a set may wait for its guide to be decided.
    private static let mostHeld = 2000

    private enum State {
        case reading
        /// Segments are being collected that those before them wait for.
        case holding
        /// The collected segments are being placed.
        case replaying
        case flushing
        case finished
    }

    /// Reads from a source, choosing among the guides of a library.
    public init(
        _ source: consuming ByteSource, guides: GuideLibrary = GuideLibrary(), limits: Limits = Limits()
    ) {
        reader = SegmentReader(source, limits: limits)
        cutter = BlockCutter(guides)
        self.limits = limits
        // Offsets into a block have 32 bits.
        self.limits.blockBytes = min(limits.blockBytes, 1 << 31)
    }

    /// Fills `block` with the next block; false after the last, and then always false.
    ///
    /// The last block is of kind ``Block/Kind/end``.
    ///
    /// - Throws: what ``SegmentReader/next()`` throws, and ``X12Error/Code/limitPassed`` for a block larger
    ///   than the limits allow.
    public mutating func next(into block: inout Block) throws(X12Error) -> Bool {
        block.removeAll()
        while true {
            switch state {
            case .finished: return false
            case .flushing:
                state = .finished
                block.kind = .end
                block.trailing = reader.trailing
                // What is missing at the end of a block that was passed over has nowhere else to go.
                block.findings = cutter.findings + reader.takeFindings()
                cutter.findings = []
                block.lineEnd = lineEnd
                return true
            case .holding: try hold()
            case .replaying:
                if try replayHeld(into: &block) { return true }
            case .reading:
                if hasRoom, !isPassing, gather() {
                    Self.emit(&current, as: &block, lineEnd, &cutter)
                    return true
                }
                guard let segment = try reader.next()?.detached() else {
                    if endOfInput(into: &block) { return true }
                    continue
                }
                last = segment.location
                last.byteOffset += segment.received.count
                let step = cutter.step(segment, after: current)
                if let wait = step.waits {
                    beginHolding(segment, wait)
                    continue
                }
                if try accept(segment, step, into: &block) { return true }
            }
        }
    }

    // MARK: - Pieces

    /// Whether the block being filled can take what is at hand without coming near its limits.
    private var hasRoom: Bool {
        current.byteCount < limits.blockBytes - limits.segmentBytes
            && current.count < limits.blockSegments - LoopTracker.mostGathered
    }

    /// Takes what needs no second look into the block being filled; true when that is complete.
    private mutating func gather() -> Bool {
        let before = current.count
        let isComplete = cutter.gather(from: &reader, into: &current)
        guard current.count > before else { return false }
        if before == 0 {
            current.kind = cutter.kind
            current.shared = cutter.shared
            current.delimiters = reader.delimiters
        }
        last = current.endOfLast
        return isComplete
    }

    /// Puts a segment into the block being filled; true when the block before came to its end with it.
    @inline(__always)
    private mutating func accept(
        _ segment: borrowing SegmentView, _ step: BlockCutter.Step, into block: inout Block
    ) throws(X12Error) -> Bool {
        if isPassing {
            guard step.begins else { return pass() }
            isPassing = false
        }
        let isFull = step.begins && current.count > 0
        if isFull {
            if cutter.closedSet { current.isCutOff = true }
            if cutter.closedAfterCut { dropCut() }
            Self.emit(&current, as: &block, lineEnd, &cutter)
        }
        if current.count == 0 { Self.begin(&current, step, cutter, segment.delimiters) }
        if case .interchange = step.kind, step.begins { lineEnd = [] }
        if segment.ordinal > 1, case .interchange = block.kind, isFull {
            lineEnd = Self.lineEnd(segment.leading)
            block.lineEnd = lineEnd
        }
        if let placement = step.amended { current.amendLast(placement) }
        current.append(segment, step.placement, position: step.position)
        Self.collect(&current, &cutter, &reader)
        guard current.byteCount <= limits.blockBytes, current.count <= limits.blockSegments else {
            if cutsOff, !isFull { return cutOff(into: &block) }
            throw X12Error(
                .limitPassed, at: segment.location,
                "a claim, payment or level is larger than \(limits.blockBytes) bytes or has more than \(limits.blockSegments) segments"
            )
        }
        return isFull
    }

    /// The block being filled goes out although it has not come to its end.
    private mutating func cutOff(into block: inout Block) -> Bool {
        let segment = current[current.count - 1]
        cutter.reportCutOff(at: segment.location, largest: limits)
        Self.collect(&current, &cutter, &reader)
        current.isCutOff = true
        Self.emit(&current, as: &block, lineEnd, &cutter)
        isPassing = true
        return true
    }

    /// Leaves a segment out, with what was found about it.
    private mutating func pass() -> Bool {
        cutter.findings = []
        _ = reader.takeFindings()
        return false
    }

    /// The input's end: the block being filled goes out with what is missing behind it.
    private mutating func endOfInput(into block: inout Block) -> Bool {
        cutter.finish(at: last)
        state = .flushing
        guard current.count > 0 else { return false }
        current.isCutOff = cutter.closedSet
        if cutter.closedAfterCut { dropCut() }
        Self.collect(&current, &cutter, &reader)
        Self.emit(&current, as: &block, lineEnd, &cutter)
        return true
    }

    // MARK: - Waiting

    private mutating func beginHolding(_ segment: borrowing SegmentView, _ wait: BlockCutter.Step.Wait) {
        held.removeAll()
        held.delimiters = segment.delimiters
        decisive = segment.delimiters
        held.append(segment, .none, position: 0)
        replayed = 0
        self.wait = wait
        state = .holding
    }

    /// Collects one more segment, until those that wait need wait no longer.
    private mutating func hold() throws(X12Error) {
        guard let segment = try reader.next()?.detached() else {
            isAtEnd = true
            return release()
        }
        last = segment.location
        last.byteOffset += segment.received.count
        held.append(segment, .none, position: 0)
        decisive = segment.delimiters
        let isDecided =
            wait == .guide
            ? BlockCutter.decides(segment)
            : held.count - replayed > LoopTracker.lookAhead || BlockCutter.isControl(segment.identifier)
        if isDecided || held.count > Self.mostHeld || held.byteCount > limits.blockBytes { release() }
    }

    /// Whether a segment that needs a look ahead should wait for more than was collected; no longer when that is much
    /// already, so that segments in doubt one after the other cannot fill the memory.
    private var needsMore: Bool {
        !isAtEnd && held.count - replayed <= LoopTracker.lookAhead && held.count <= Self.mostHeld
            && held.byteCount <= limits.blockBytes
            && !BlockCutter.isControl(held.raw(held.count - 1).identifier)
    }

    private static func alone(_ segment: borrowing SegmentView) -> Block {
        var block = Block()
        block.delimiters = segment.delimiters
        block.append(segment, .none, position: 0)
        return block
    }

    private mutating func release() {
        if wait == .guide { cutter.decide(for: held) }
        state = .replaying
    }

    /// Places the collected segments; true when a block came to its end.
    private mutating func replayHeld(into block: inout Block) throws(X12Error) -> Bool {
        while replayed < held.count {
            if replayed > 0, replayed == held.count - 1 { held.delimiters = decisive }
            let segment = held.view(replayed).detached()
            let step: BlockCutter.Step
            switch wait {
            case .guide: step = cutter.beginDecided(segment)
            case .lookAhead: step = cutter.decide(held, replayed, after: current)
            case nil: step = cutter.step(segment, after: current)
            }
            wait = nil
            if let next = step.waits {
                if next == .guide {
                    // An ST that ended the waiting of the set before is the last that was collected.
                    held = Self.alone(segment)
                    replayed = 0
                }
                wait = next
                guard next == .guide || needsMore else { continue }
                state = .holding
                return false
            }
            replayed += 1
            if try accept(segment, step, into: &block) { return true }
        }
        held.removeAll()
        replayed = 0
        state = .reading
        return false
    }

    private static func begin(
        _ block: inout Block, _ step: BlockCutter.Step, _ cutter: borrowing BlockCutter,
        _ delimiters: Delimiters
    ) {
        block.kind = step.kind
        block.shared = cutter.shared
        block.delimiters = delimiters
    }

    private static func emit(
        _ current: inout Block, as block: inout Block, _ lineEnd: [UInt8], _ cutter: inout BlockCutter
    ) {
        if cutter.omitted > 0 {
            current.findings.append(.omitting(cutter.omitted, behind: current.findings.last))
            cutter.omitted = 0
        }
        cutter.keepsFindings = true
        swap(&current, &block)
        block.lineEnd = lineEnd
        current.removeAll()
    }

    private static func collect(
        _ block: inout Block, _ cutter: inout BlockCutter, _ reader: inout SegmentReader
    ) {
        if !cutter.findings.isEmpty {
            block.findings += cutter.findings
            cutter.findings = []
            cutter.keepsFindings = block.findings.count < Block.mostFindings
        }
        if reader.hasFindings { block.findings += reader.takeFindings() }
    }

    /// Takes back that the last segment is cut off, where the missing trailers say so.
    private mutating func dropCut() {
        guard current.count > 0 else { return }
        let last = Int(current[current.count - 1].ordinal)
        current.findings.removeAll { $0.rule == .segmentCut && $0.location.segment == last }
    }

    /// The line end behind the ISA, if it is one.
    private static func lineEnd(_ leading: Span<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        for index in leading.indices { bytes.append(leading[index]) }
        return bytes.allSatisfy { $0 == 0x0A || $0 == 0x0D } ? bytes : []
    }
}
