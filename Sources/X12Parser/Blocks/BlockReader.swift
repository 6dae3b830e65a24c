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
    private let limits: Limits
    private var current = Block()
    private var held = Block()
    private var replayed = 0
    private var state = State.reading
    private var lineEnd: [UInt8] = []
    /// The end of the segment read last.
    private var last = Location()
    /// The delimiters of the segment that ended the waiting.
    private var decisive = Delimiters.usual

    /// How many segments of a set may wait for its guide to be decided.
    private static let mostHeld = 2000

    private enum State {
        case reading
        /// Segments of an undecided set are being collected.
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
                block.findings = reader.takeFindings()
                block.lineEnd = lineEnd
                return true
            case .replaying:
                if replayHeld(into: &block) { return true }
            case .reading, .holding:
                guard let segment = try reader.next()?.detached() else {
                    if endOfInput(into: &block) { return true }
                    continue
                }
                last = segment.location
                last.byteOffset += segment.received.count
                if state == .holding {
                    let isFull = held.count > Self.mostHeld || held.byteCount > limits.blockBytes
                    if isFull || BlockCutter.decides(segment) {
                        cutter.decide(by: segment, from: held[0].location)
                        state = .replaying
                        replayed = 0
                    }
                    held.append(segment, .none, position: 0)
                    decisive = segment.delimiters
                    continue
                }
                let step = cutter.step(segment)
                if step.waits {
                    state = .holding
                    held.removeAll()
                    held.delimiters = segment.delimiters
                    held.append(segment, .none, position: 0)
                    continue
                }
                let isFull = step.begins && current.count > 0
                if isFull { Self.emit(&current, as: &block, lineEnd, &cutter) }
                if current.count == 0 { Self.begin(&current, step, cutter, segment.delimiters) }
                if case .interchange = step.kind, step.begins { lineEnd = [] }
                if segment.ordinal > 1, case .interchange = block.kind, isFull {
                    lineEnd = Self.lineEnd(segment.leading)
                    block.lineEnd = lineEnd
                }
                current.append(segment, step.placement, position: step.position)
                Self.collect(&current, &cutter, &reader)
                guard current.byteCount <= limits.blockBytes, current.count <= limits.blockSegments else {
                    throw X12Error(
                        .limitPassed, at: segment.location,
                        "a claim, payment or level is larger than \(limits.blockBytes) bytes or has more than \(limits.blockSegments) segments"
                    )
                }
                if isFull { return true }
            }
        }
    }

    // MARK: - Pieces

    /// Places the collected segments; true when a block came to its end.
    private mutating func replayHeld(into block: inout Block) -> Bool {
        while replayed < held.count {
            // The segment that decided may be an ISA with delimiters of its own.
            if replayed > 0, replayed == held.count - 1 { held.delimiters = decisive }
            let segment = held.view(replayed).detached()
            let step = replayed == 0 ? cutter.beginDecided(segment) : cutter.step(segment)
            let isFull = step.begins && current.count > 0
            if isFull { Self.emit(&current, as: &block, lineEnd, &cutter) }
            if current.count == 0 { Self.begin(&current, step, cutter, segment.delimiters) }
            current.append(segment, step.placement, position: step.position)
            Self.collect(&current, &cutter, &reader)
            replayed += 1
            if isFull { return true }
        }
        held.removeAll()
        state = .reading
        return false
    }

    /// The input's end: the block being filled goes out with what is missing behind it.
    private mutating func endOfInput(into block: inout Block) -> Bool {
        if state == .holding {
            let segment = held.view(held.count - 1).detached()
            cutter.decide(by: segment, from: held[0].location)
            decisive = held.delimiters
            state = .replaying
            replayed = 0
            return false
        }
        cutter.finish(at: last)
        state = .flushing
        guard current.count > 0 else { return false }
        Self.collect(&current, &cutter, &reader)
        Self.emit(&current, as: &block, lineEnd, &cutter)
        return true
    }

    private static func begin(
        _ block: inout Block, _ step: BlockCutter.Step, _ cutter: borrowing BlockCutter,
        _ delimiters: Delimiters
    ) {
        block.kind = step.kind
        block.guide = cutter.guide
        block.delimiters = delimiters
    }

    /// How many findings a block keeps; those beyond are counted in one more.
    private static let mostFindings = 10_000

    private static func emit(
        _ current: inout Block, as block: inout Block, _ lineEnd: [UInt8], _ cutter: inout BlockCutter
    ) {
        if cutter.omitted > 0 {
            current.findings.append(
                Finding(
                    .findingsOmitted, at: current.findings.last?.location ?? Location(),
                    detail: "\(cutter.omitted)"))
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
            cutter.keepsFindings = block.findings.count < mostFindings
        }
        if reader.hasFindings { block.findings += reader.takeFindings() }
    }

    /// The line end behind the ISA, if it is one.
    private static func lineEnd(_ leading: Span<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        for index in leading.indices { bytes.append(leading[index]) }
        return bytes.allSatisfy { $0 == 0x0A || $0 == 0x0D } ? bytes : []
    }
}
