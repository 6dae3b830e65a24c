// Longer than files here usually are: what is placed fast and what is placed with care change the same properties,
// which would have to be opened to other files.

public import X12Grammar
public import X12Text

/// Follows the segments of one transaction set through the loops of its guide.
///
/// Recovery is the tracker's, and never goes back: a segment that comes too late is placed where it belongs
/// and reading goes on from there or, if nothing follows from there, from where it was; a segment that fits
/// nowhere is passed over; a loop that fits nowhere (an `NM1` of an unknown kind) swallows the segments that
/// loops of its kind have, so that one wrong code is one finding. Who can look ahead gets better answers
/// (``Reading``): then a loop whose first segment is missing or mistaken is told by what it holds.
public struct LoopTracker: ~Copyable, @unchecked Sendable {
    /// The guide that is followed.
    public let guide: Guide
    var table: PlacementTable
    /// Where one stands, as far as it changes with every segment.
    var stand = Stand()
    /// Where to go on when nothing follows from a late segment; -1 when there is no such place.
    var resume = -1
    /// The instance numbers of the loops that are, or were last, open.
    let instances: FixedTable<Int32>
    /// How many times each loop was opened in its parent's instance that ``surroundings`` has.
    let counts: FixedTable<Int32>
    /// The instance of its parent that each loop was opened in last.
    let surroundings: FixedTable<Int32>
    /// The last rule placed in each loop's instance, to see what is out of the listing's order.
    let reached: FixedTable<Int32>
    /// The identifiers that a loop which nothing takes swallows.
    var swallowed: Set<SegmentIdentifier> = [] {
        didSet { isSwallowing = !swallowed.isEmpty }
    }
    private(set) var isSwallowing = false
    /// Behind each loop's last inner loop.
    let subtreeEnds: FixedTable<Int32>
    let parents: FixedTable<Int32>
    let loopOfRule: FixedTable<Int32>
    let openers: FixedTable<Bool>
    /// Whether a segment that does not fit is left undecided, for ``take(_:_:)`` to place it.
    var defersDoubts = false
    private let moves: FixedTable<Move>
    let followers: FollowerTable
    /// The rules whose segments a caller wants to see one by one; see ``gather(_:into:position:isSeen:)``.
    private let stops: FixedTable<Bool>
    /// The delimiters that the followers were learned with.
    private var delimiters = Delimiters.usual
    /// Where one stands, as far as it changes with every segment: a loop over many keeps it in registers.
    struct Stand: BitwiseCopyable {
        /// The rule of the segment placed last.
        var rule = 0
        /// The number of the newest instance of any loop.
        var lastInstance: Int32 = 0
        /// The loop of the rule, its instance, and the last rule placed in it, which ``LoopTracker/reached`` learns of
        /// only when another loop is turned to.
        var loop: Int32 = 0
        var instance: Int32 = 0
        var reached: Int32 = -1
        /// The rule stood on when the last loop was opened; -1 before the first.
        var left: Int32 = -1
    }

    /// What changes when a rule's segment is taken in its turn.
    struct Move: BitwiseCopyable {
        var loop: Int32
        /// The loop whose listing the segment is part of: its own, or for an opener the one around.
        var watched: Int32
        /// 1 for an opener, else 0.
        var opens: Int32

        init(_ rule: Int, _ guide: Guide) {
            let own = guide.segments[rule].loop
            let isOpener = guide.loops[own].segments.first == rule
            loop = Int32(own)
            watched = Int32(isOpener ? max(0, guide.loops[own].parent) : own)
            opens = isOpener ? 1 : 0
        }
    }

    /// Starts before the first segment of a transaction set.
    public init(_ guide: Guide) { self.init(guide) { _ in false } }

    /// Starts before the first segment of a transaction set, gathering none of the segments that `stops` names by rule.
    init(_ guide: Guide, stops: (Int) -> Bool) {
        self.guide = guide
        self.stops = FixedTable(guide.segments.indices.map(stops))
        table = PlacementTable(guide)
        instances = FixedTable(repeating: 0, count: guide.loops.count)
        counts = FixedTable(repeating: 0, count: guide.loops.count)
        surroundings = FixedTable(repeating: -1, count: guide.loops.count)
        reached = FixedTable(repeating: -1, count: guide.loops.count)
        parents = FixedTable(guide.loops.map { Int32($0.parent) })
        loopOfRule = FixedTable(guide.segments.map { Int32($0.loop) })
        openers = FixedTable(
            guide.segments.indices.map { guide.loops[guide.segments[$0].loop].segments.first == $0 })
        var ends = Array(guide.loops.indices.map { $0 + 1 })
        for loop in guide.loops.indices.reversed() where guide.loops[loop].parent >= 0 {
            ends[guide.loops[loop].parent] = max(ends[guide.loops[loop].parent], ends[loop])
        }
        subtreeEnds = FixedTable(ends.map { Int32($0) })
        followers = FollowerTable(ruleCount: guide.segments.count)
        moves = FixedTable(guide.segments.indices.map { Move($0, guide) })
    }

    /// Starts a transaction set at its ST.
    ///
    /// The segments that follow it have the same delimiters.
    @inlinable
    @inline(__always)
    public mutating func begin(_ segment: borrowing SegmentView) -> Placement { begin(segment.delimiters) }

    @usableFromInline
    mutating func begin(_ delimiters: Delimiters) -> Placement {
        if self.delimiters != delimiters {
            self.delimiters = delimiters
            forget()
        }
        stand = Stand()
        resume = -1
        swallowed = []
        instances.fill(0..<instances.count, with: 0)
        counts.fill(0..<counts.count, with: 0)
        surroundings.fill(0..<surroundings.count, with: -1)
        reached.fill(0..<reached.count, with: -1)
        defer { lookUp() }
        return open(0, remarks: [])
    }

    /// Places the next segment.
    @inlinable
    @inline(__always)
    public mutating func place(_ segment: borrowing SegmentView) -> Placement {
        place(segment.base, segment.start, segment.ends, segment.elementCount)
    }

    /// Places a segment that comes in single words, so that none of it has to be laid down in memory.
    ///
    /// Offsets count from `base`, behind each stands a delimiter, and eight bytes past it are readable, as in every
    /// ``SegmentView``.
    @usableFromInline
    mutating func place(
        _ base: UnsafePointer<UInt8>, _ start: Int, _ ends: UnsafePointer<UInt32>, _ elementCount: Int
    ) -> Placement {
        let segment = RawSegment(base: base, start: start, ends: ends, elementCount: elementCount)
        if let follower = followers.follower(of: stand.rule, segment), !isSwallowing {
            if follower.stop != .none, isDoubtful(follower) { return .undecided }
            var next = stand
            let placement = take(follower, &next)
            stand = next
            return placement
        }
        return placeByTable(segment)
    }

    /// Places a segment by the tables, and notes the way it went for the next time.
    @inline(never)
    private mutating func placeByTable(_ segment: RawSegment) -> Placement {
        let identifier = segment.identifier.packed
        let symbol = table.symbols.symbol(of: identifier, segment, componentSeparator: delimiters.component)
        guard symbol >= 0 else { return pass(SegmentIdentifier(packed: identifier)) }
        let answer = table.known(from: stand.rule, symbol)
        guard answer.isPlain, !isSwallowing else { return placeCarefully(identifier, symbol) }
        let follower = learn(segment, answer, behind: stand.rule)
        if follower.stop != .none, isDoubtful(follower) { return .undecided }
        var next = stand
        let placement = take(follower, &next)
        stand = next
        return placement
    }

    /// Looks a segment up that none of a rule's followers is, and notes it for the next time; `nil` where there is more to
    /// it than a way already gone.
    @inline(never)
    func followerByTable(_ segment: RawSegment, behind rule: Int) -> Follower? {
        let symbol = table.symbols.symbol(
            of: segment.identifier.packed, segment, componentSeparator: delimiters.component)
        guard symbol >= 0 else { return nil }
        let answer = table.known(from: rule, symbol)
        return answer.isPlain && !isSwallowing ? learn(segment, answer, behind: rule) : nil
    }

    private func learn(_ segment: RawSegment, _ answer: PlacementTable.Known, behind rule: Int) -> Follower {
        let next = answer.rule
        let turn = turn(of: answer)
        let stop = stop(before: answer, turn, behind: rule)
        let follower = Follower(
            segment, table.symbols[segment.identifier.packed], rule: next, turn: turn, stop: stop,
            componentSeparator: delimiters.component)
        guard let follower else { return Follower(rule: next, turn: turn, stop: stop) }
        followers.add(follower, of: rule)
        return follower
    }

    private func stop(
        before answer: PlacementTable.Known, _ turn: Follower.Turn, behind rule: Int
    ) -> Follower.Stop {
        let next = answer.rule
        if answer.isGap { return .doubtful }
        // A loop that is opened twice in a row may have been opened by one segment sent twice.
        if next == rule, turn == .opens, needsMore(next) { return .unsure }
        if next == rule, turn == .stays, isCounted(next) { return stops[next] ? .unsure : .counted }
        guard answer.mayComeAgain else { return stops[next] ? .seen : .none }
        return stops[next] ? .unsure : .once
    }

    private func turn(of answer: PlacementTable.Known) -> Follower.Turn {
        answer.staysInLoop ? .stays : openers[answer.rule] ? .opens : .returns
    }

    /// Whether the loop of a rule demands more than the segment that opens it.
    func needsMore(_ rule: Int) -> Bool {
        let loop = guide.loops[guide.segments[rule].loop]
        return loop.segments.dropFirst().contains { guide.segments[$0].usage == .required }
            || loop.children.contains { guide.loops[$0].usage == .required }
    }

    /// Places a segment as if it had another identifier, or were kept apart by another separator; nothing is learned.
    mutating func place(
        _ segment: borrowing SegmentView, as identifier: SegmentIdentifier, componentSeparator: UInt8? = nil
    ) -> Placement {
        let raw = RawSegment(segment)
        let symbol = symbol(of: identifier, raw, componentSeparator ?? delimiters.component)
        guard symbol >= 0 else { return pass(identifier) }
        let answer = table.known(from: stand.rule, symbol)
        guard answer.isPlain, !isSwallowing else { return placeCarefully(identifier.packed, symbol) }
        var next = stand
        let placement = take(Follower(rule: answer.rule, turn: turn(of: answer), stop: .none), &next)
        stand = next
        return placement
    }

    /// Takes a segment that comes where the guide has it.
    @inline(__always)
    func take(_ follower: Follower, _ stand: inout Stand) -> Placement {
        let rule = Int(follower.rule)
        return follower.turn == .stays ? move(to: rule, &stand) : turn(to: rule, &stand)
    }

    /// Takes a segment in the loop stood in.
    ///
    /// Most segments stay there, and change nothing but two properties: no table is read or written whose place is
    /// known only once the rule is.
    @inline(__always)
    private func move(to rule: Int, _ stand: inout Stand) -> Placement {
        let number = Int32(truncatingIfNeeded: rule)
        let before = stand.reached
        stand.reached = max(before, number)
        stand.rule = rule
        return Placement(
            rule: number, loopInstance: stand.instance,
            remarks: Placement.Remarks(rawValue: number < before ? 8 : 0))
    }

    /// Takes a segment that opens a loop or goes back to one around: what ``open(_:remarks:)`` and
    /// ``stand(on:remarks:)`` do.
    @inline(__always)
    private func turn(to rule: Int, _ stand: inout Stand) -> Placement {
        settle(stand)
        let facts = moves[rule]
        let loop = Int(facts.loop)
        let number = Int32(truncatingIfNeeded: rule)
        let before = reached[Int(facts.watched)]
        reached[Int(facts.watched)] = max(before, number)
        if facts.opens == 1 {
            stand.left = Int32(truncatingIfNeeded: stand.rule)
            stand.lastInstance &+= 1
            stand.instance = stand.lastInstance
            stand.reached = number
            instances[loop] = stand.lastInstance
            count(loop, inside: Int(facts.watched))
        } else {
            stand.instance = instances[loop]
            stand.reached = max(before, number)
        }
        stand.loop = facts.loop
        stand.rule = rule
        return Placement(
            rule: number, loopInstance: stand.instance,
            remarks: Placement.Remarks(
                rawValue: UInt8(truncatingIfNeeded: facts.opens) | (number < before ? 8 : 0)))
    }

    /// Writes down what is known of the loop stood in.
    func settle() { settle(stand) }

    @inline(__always)
    private func settle(_ stand: Stand) { reached[Int(stand.loop)] = stand.reached }

    /// Looks up what is known of the loop stood in; the other way round of ``settle()``.
    mutating func lookUp() {
        stand.loop = loopOfRule[stand.rule]
        stand.instance = instances[Int(stand.loop)]
        stand.reached = reached[Int(stand.loop)]
    }

    /// Counts an instance of a loop in its parent's instance; of another instance than last time it is the first.
    @inline(__always)
    func count(_ loop: Int, inside parent: Int) {
        let around = instances[parent]
        counts[loop] = (surroundings[loop] == around ? counts[loop] : 0) &+ 1
        surroundings[loop] = around
    }

    @inline(never)
    private mutating func placeCarefully(_ identifier: UInt32, _ symbol: Int) -> Placement {
        settle()
        defer { lookUp() }
        let identifier = SegmentIdentifier(packed: identifier)
        if swallowed.contains(identifier) {
            return Placement(rule: -1, loopInstance: 0, remarks: .inUnknownLoop)
        }
        var found = table.ahead(of: stand.rule, symbol)
        if found?.isSure != true, let again = resumed(symbol) {
            found = again
            resume = -1
        } else if let found, found.isSure, isDoubtful(found.rule) {
            return .undecided
        }
        guard let answer = found else { return defersDoubts ? .undecided : pass(identifier) }
        if defersDoubts, !answer.isSure { return .undecided }
        swallowed = []
        return take(answer)
    }

    /// Where a segment goes from the place before a late one, if that leaves no doubt.
    mutating func resumed(_ symbol: Int) -> PlacementTable.Answer? {
        guard resume >= 0 else { return nil }
        let answer = table.ahead(of: resume, symbol)
        return answer?.isSure == true ? answer : nil
    }

    /// Forgets what segments that came before looked like.
    func forget() { followers.removeAll() }

    /// The loops open around a rule, outermost first, with how many of each were opened in its parent so far.
    public func path(to rule: Int) -> [(loop: Int, count: Int)] {
        var path: [(loop: Int, count: Int)] = []
        var loop = guide.segments[rule].loop
        while loop > 0 {
            let parent = guide.loops[loop].parent
            let isOpen = surroundings[loop] == instances[max(0, parent)]
            path.append((loop, isOpen ? Int(counts[loop]) : 0))
            loop = parent
        }
        return path.reversed()
    }

    /// The rule of the segment placed last.
    public var position: Int { stand.rule }

    /// The value that would tell a segment from others of its identifier, as it was sent; empty where the
    /// identifier is enough.
    public func qualifier(of segment: borrowing SegmentView) -> String {
        guard let entry = table.symbols.entry(of: segment.identifier.packed), entry.element > 0 else {
            return ""
        }
        return entry.component > 0
            ? segment.element(Int(entry.element)).component(Int(entry.component)).string
            : segment[Int(entry.element)].string
    }
}
