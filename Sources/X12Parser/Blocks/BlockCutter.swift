internal import X12Diagnostics
internal import X12Grammar
internal import X12Specs
internal import X12Text

/// Decides, segment by segment, where it belongs and whether a new block begins with it.
struct BlockCutter: ~Copyable {
    /// The decision on one segment.
    struct Step {
        var kind: Block.Kind
        var begins: Bool
        var placement = Placement.none
        var position = 0
        /// Where the segment before it stands after all, when this one told; it is the last of the block being filled.
        var amended: Placement?
        /// Whether the segment has to wait.
        var waits: Wait?

        /// What a segment has to wait for.
        enum Wait {
            /// The transaction set's guide is decided by a segment that is still to come.
            case guide
            /// The segment does not fit, and those behind it tell why.
            case lookAhead
        }
    }

    let library: GuideLibrary
    var envelope = EnvelopeState()
    /// What was found since it was last taken.
    var findings: [Finding] = []
    /// How many findings were left out because the block holds no more.
    var omitted = 0
    /// Whether the block being filled takes more findings.
    var keepsFindings = true
    /// The kind of the block being filled.
    var kind = Block.Kind.carried
    /// What follows the open set: a guide, nothing yet, or none.
    var course = Course.none
    /// The tracker of the guide used last, kept for the answers it has worked out.
    var tracker: LoopTracker?
    private var cuts: BlockCuts?
    /// The tracker's guide.
    var followed: SharedGuide?
    private var claim: [UInt8] = []
    private var carriedInBlock = 0
    /// The rule of the segment that comes next when it begins a level or unit; -1 when that is not known.
    private var opener: Int32 = -1
    /// Whether a missing GS or ST was reported, so that what it should have held is not reported too.
    var isGapReported = false
    /// Whether the segment is cut off: the reader said so, and what else is wrong with it follows from that.
    var isCut = false
    /// Whether the segment before was cut off.
    var isBehindCut = false
    /// Whether trailers were reported missing behind a segment that is cut off, which is one thing with it.
    var closedAfterCut = false
    /// Whether the set that was open has been closed for want of an SE.
    var closedSet = false
    /// The identifier of the segment before, if nothing took it.
    var stranger: SegmentIdentifier?
    /// Where the next segment stands, when that was decided together with the one before it.
    var exchanged: Placement?
    /// How segments in doubt were read in the block being filled.
    var habits = DoubtHabits()
    /// The component separator in use, where it turned out to be another than ISA16 declares.
    var componentInUse: UInt8?

    /// How an open transaction set is read.
    enum Course {
        case none
        case undecided
        case guided
    }

    private static let mostCarried = 1000

    init(_ library: GuideLibrary) { self.library = library }

    /// The guide that the open transaction set follows.
    var guide: Guide? { shared?.guide }

    /// The same, to be handed on.
    var shared: SharedGuide? { course == .guided ? followed : nil }

    /// Decides on the next segment; `previous` is the block being filled.
    mutating func step(_ segment: borrowing SegmentView, after previous: borrowing Block) -> Step {
        opener = -1
        let terminator = segment.delimiters.segment
        isBehindCut = isCut
        closedAfterCut = false
        closedSet = false
        isCut = !segment.isTerminated && (terminator != 0x0A && terminator != 0x0D || !isTrailer(segment))
        switch segment.identifier {
        case "ISA": return beginInterchange(segment, after: previous)
        case "IEA": return endInterchange(segment)
        case "GS": return beginGroup(segment, after: previous)
        case "GE": return endGroup(segment, after: previous)
        case "ST" where !isLeftOver(segment): return beginSet(segment, after: previous)
        case "TA1" where envelope.interchange.isOpen && !envelope.group.isOpen:
            return beginAcknowledgement(segment)
        default: return inSet(segment, after: previous)
        }
    }

    /// What is missing at the end of the input.
    mutating func finish(at place: Location) {
        isBehindCut = isCut
        close(inside: .file, before: "the end of the file", at: place)
    }

    // MARK: - Transaction sets

    mutating func follow(_ guide: Guide) {
        // A 270 and a 271 share their guide's identifier.
        if followed?.guide.identifier != guide.identifier
            || followed?.guide.transactionSet != guide.transactionSet
        {
            var tracker = LoopTracker(guide, stops: BlockCuts.stops(guide))
            tracker.defersDoubts = true
            self.tracker = consume tracker
            cuts = BlockCuts(guide)
            followed = SharedGuide(guide)
        }
        course = .guided
    }

    /// Places the ST that waited, now that its guide is decided.
    mutating func beginDecided(_ segment: borrowing SegmentView) -> Step {
        var step = begin(course == .none ? .carried : .header)
        step.position = 1
        if course == .guided { step.placement = placementOfHeader(segment) }
        return step
    }

    /// Takes segments that are at hand, and need no second look, into the block that is being filled or, when it is
    /// empty, into a new one that ``opener`` begins; true when a level or unit comes next.
    mutating func gather(from reader: inout SegmentReader, into block: inout Block) -> Bool {
        let isNew = block.count == 0
        guard course == .guided, envelope.set.isOpen, !isNew || opener >= 0 else { return false }
        var run = reader.run
        let before = run.taken
        let ending = tracker?.gather(
            &run, into: &block, position: envelope.set.count + 1, isSeen: isNew)
        reader.advance(to: run)
        guard run.taken > before else { return false }
        envelope.set.count += run.taken - before
        (isCut, closedAfterCut, closedSet, stranger) = (false, false, false, nil)
        if isNew { open(block) }
        opener = -1
        guard case .stops(let rule) = ending, let cut = cuts?[rule], cut == .unit || cut == .level,
            tracker?.isOpener(Int(rule)) == true
        else { return false }
        opener = rule
        return true
    }

    /// Goes on in a level or unit that was gathered from its first segment on.
    private mutating func open(_ block: borrowing Block) {
        let loop = cuts?.loop(of: opener) ?? 0
        _ = begin(cuts?[opener] == .unit ? .unit(loop) : .level(loop))
        let first = block.raw(0)
        if case .unit = kind, first.identifier == "CLM" || first.identifier == "CLP" {
            claim.append(contentsOf: first.element(1))
        }
    }

    /// Whether an input may end with a segment without a line end behind it, as an editor leaves it.
    private func isTrailer(_ segment: borrowing SegmentView) -> Bool {
        switch segment.identifier {
        case "IEA", "GE", "SE": true
        default: false
        }
    }

    /// Whether an ST is what is left of a segment such as STC, at which the input breaks off.
    private func isLeftOver(_ segment: borrowing SegmentView) -> Bool {
        isCut && envelope.set.isOpen && segment.elementCount == 0
    }

    private mutating func inSet(
        _ segment: borrowing SegmentView, after previous: borrowing Block
    ) -> Step {
        guard envelope.set.isOpen else { return outsideSet(segment, after: previous) }
        if course == .undecided { return Step(kind: kind, begins: false, waits: .guide) }
        guard course == .guided else { return carriedInSet(segment, after: previous) }
        let before = tracker?.position ?? 0
        if segment.identifier == "ST" { return placed(segment, "ST", .none, behind: before, after: previous) }
        if let placement = exchanged {
            exchanged = nil
            return placed(segment, known(segment.identifier), placement, behind: before, after: previous)
        }
        let placement = tracker?.place(segment) ?? Placement.none
        if placement.rule < 0 { return doubtful(segment, placement, behind: before, after: previous) }
        return placed(segment, segment.identifier, placement, behind: before, after: previous)
    }

    /// A segment that has its placement, be it none.
    mutating func placed(
        _ segment: borrowing SegmentView, _ identifier: SegmentIdentifier, _ placement: Placement,
        behind before: Int, after previous: borrowing Block
    ) -> Step {
        envelope.set.count += 1
        if identifier.packed == 0 { envelope.set.blanks += 1 }
        let isEnd = identifier == "SE"
        var placement = placement
        if isEnd { placement.remarks.remove(.late) }
        if placement.rule >= 0,
            identifier != segment.identifier
                || !placement.remarks.isDisjoint(with: [.openerMissing, .openerMistaken])
        {
            placement.remarks.insert(.unlisted)
        }
        if placement.rule == before, placement.remarks.contains(.opensLoop),
            !placement.remarks.contains(.openerMissing),
            tracker?.needsMore(before) == true, previous.endsWithCopy(of: segment)
        {
            return repeated(segment, placement)
        }
        var step = cut(placement)
        step.position = envelope.set.count
        remark(on: segment, identifier, placement, behind: before)
        stranger = placement.rule < 0 ? identifier : nil
        return isEnd ? endSet(segment, step) : step
    }

    /// A segment that opens its loop and comes twice in a row: the second one opens nothing.
    private mutating func repeated(_ segment: borrowing SegmentView, _ placement: Placement) -> Step {
        var step = Step(kind: kind, begins: false, position: envelope.set.count)
        step.placement = tracker?.takeBackOpener() ?? placement
        report(
            .segmentTwice, place(of: segment), segment.identifier.description,
            name: followed?.guide.segments[Int(placement.rule)].name ?? "")
        return step
    }

    /// A segment of a set whose guide is not known: such sets are cut into pieces of a bounded size.
    mutating func carry() -> Step {
        carriedInBlock += 1
        if kind == .carried, carriedInBlock < Self.mostCarried { return Step(kind: kind, begins: false) }
        return begin(.carried)
    }

    mutating func begin(_ kind: Block.Kind) -> Step {
        self.kind = kind
        carriedInBlock = 0
        claim.removeAll(keepingCapacity: true)
        habits.removeAll()
        return Step(kind: kind, begins: true)
    }

    /// Whether the placed segment begins a level, a unit or the trailer.
    private mutating func cut(_ placement: Placement) -> Step {
        var step = Step(kind: kind, begins: false, placement: placement)
        guard placement.rule >= 0 else { return step }
        // With the loop around its own, what begins is that one; but a claim payment stays one, its LX lost or not.
        var rule = placement.rule
        let own = cuts?[rule]
        if placement.remarks.isSuperset(of: [.orphan, .openerMissing]), own ?? BlockCuts.Cut.none == .none,
            let guide
        {
            rule = Int32(guide.loops[guide.loops[guide.segments[Int(rule)].loop].parent].segments[0])
        }
        guard let cut = cuts?[rule], cut != .none else { return step }
        let loop = cuts?.loop(of: rule) ?? 0
        switch cut {
        case .level where placement.remarks.contains(.opensLoop): step = begin(.level(loop))
        case .unit where placement.remarks.contains(.opensLoop): step = begin(.unit(loop))
        case .trailer where kind != .trailer: step = begin(.trailer)
        default: break
        }
        step.placement = placement
        return step
    }

    // MARK: - What stands around

    /// Remembers the claim that a unit is about.
    mutating func noteClaim(_ segment: borrowing SegmentView, _ placement: Placement) {
        if case .unit = kind, claim.isEmpty, !placement.remarks.isDisjoint(with: [.opensLoop, .late]),
            segment.identifier == "CLM" || segment.identifier == "CLP"
        {
            segment[1].withUnsafeBufferPointer { claim.append(contentsOf: $0) }
        }
    }

    /// What stands around the segment being read.
    func context() -> Finding.Context {
        var context = Finding.Context()
        context.interchange = envelope.interchange.controlNumber
        context.group = envelope.group.controlNumber
        context.transactionSet = envelope.set.isOpen ? envelope.set.controlNumber : ""
        context.claim = String(decoding: claim, as: UTF8.self)
        guard let guide else { return context }
        context.guide = guide.identifier
        let path = openLoops()
        context.loop = path.last.map { guide.loops[$0.loop].identifier } ?? ""
        context.loopPath = path.map { "\(guide.loops[$0.loop].identifier)[\($0.count)]" }.joined(
            separator: " > ")
        return context
    }

    /// The loops open around the segment placed last.
    func openLoops() -> [(loop: Int, count: Int)] {
        switch tracker {
        case .some(let tracker): tracker.path(to: tracker.position)
        case .none: []
        }
    }
}
