public import X12Grammar
internal import X12Text

/// Makes valid transaction sets of any guide, of any size, the same for the same seed.
///
///     var generator = GrammarGenerator(guide, seed: 7)
///     let small = generator.interchange()
///     try generator.write(atLeast: 1_000_000_000, to: file.write)
///     print(generator.coverage.unvisited)
///
/// All it knows comes from the guide and the base dictionary: order, usage, repeats, codes, types, lengths,
/// relational conditions. Beside that it numbers levels (HL) and lines (LX), counts, keeps control numbers
/// equal, writes dates in the format their qualifier names, and puts LS and LE around what they bracket. Values
/// are in canonical spelling. What it makes is valid at levels 1 and 2; amounts do not add up unless ``adjust``
/// sees to it.
public struct GrammarGenerator: Sendable {
    private var composer: SetComposer
    private let format: WorkloadFormat
    private var interchanges = 0
    /// Changes each piece before it goes out: the header, a level, a claim with all inside it, the trailer.
    ///
    /// Here sums can be made right. It may add and take out segments, too; SE01 is counted afterwards.
    public var adjust: (@Sendable (inout [GeneratedSegment]) -> Void)?

    /// The guide that is followed.
    public var guide: Guide { composer.plan.guide }
    /// What was visited so far.
    public var coverage: GrammarCoverage { composer.coverage }

    /// A generator that starts at `seed`.
    public init(
        _ guide: Guide, seed: UInt64 = 1, profile: GrammarProfile = .typical,
        format: WorkloadFormat = WorkloadFormat()
    ) {
        composer = SetComposer(GrammarPlan(guide), seed: seed, profile: profile, format: format)
        self.format = format
    }

    /// The next transaction set, as segments that know their rules.
    public mutating func transactionSet() -> GeneratedSet {
        var set = GeneratedSet(guide: guide, segments: [])
        var counter = SegmentCounter(guide)
        composer.set(number: 1) { [adjust] piece in
            adjust?(&piece)
            counter.count(&piece)
            set.segments += piece
        }
        return set
    }

    /// The next interchange: one group of so many transaction sets.
    public mutating func interchange(sets: Int = 1) -> [UInt8] {
        var bytes: [UInt8] = []
        write(to: { bytes += $0 }, until: { made, _ in made >= sets })
        return bytes
    }

    /// Writes an interchange of at least `bytes` bytes, chunk by chunk; `isOneSet` puts all of it into one
    /// transaction set.
    ///
    /// Memory does not grow with `bytes`. An error of `sink` ends the writing and is passed on.
    @discardableResult
    public mutating func write(
        atLeast bytes: Int, isOneSet: Bool = false, to sink: ([UInt8]) throws -> Void
    ) rethrows -> AnswerKey {
        try write(setsOf: isOneSet ? bytes : 0, to: sink) { _, written in written >= bytes }
    }

    @discardableResult
    private mutating func write(
        setsOf setBytes: Int = 0, to sink: ([UInt8]) throws -> Void, until isEnough: (Int, Int) -> Bool
    ) rethrows -> AnswerKey {
        interchanges += 1
        var out = SegmentComposer(format: format)
        var key = AnswerKey()
        let envelope = SegmentComposer.Envelope(guide, controlNumber: interchanges)
        out.open(envelope)
        repeat {
            key.transactionSets += 1
            var counter = SegmentCounter(guide)
            try composer.set(number: key.transactionSets, atLeast: setBytes) { [adjust] piece in
                adjust?(&piece)
                counter.count(&piece)
                for segment in piece { out.segment(segment) }
                try out.drain(to: sink)
            }
        } while !isEnough(key.transactionSets, out.byteCount)
        out.close(envelope, sets: key.transactionSets)
        try out.drain(isLast: true, to: sink)
        (key.segments, key.bytes) = (out.segmentCount, out.byteCount)
        return key
    }
}

/// Counts a set's segments, and puts the count into its SE.
private struct SegmentCounter {
    private let trailer: Int?
    private var count = 0

    init(_ guide: Guide) { trailer = guide.segments.firstIndex { $0.identifier == "SE" } }

    mutating func count(_ piece: inout [GeneratedSegment]) {
        count += piece.count
        if let last = piece.indices.last, piece[last].rule == trailer { piece[last][1] = String(count) }
    }
}
