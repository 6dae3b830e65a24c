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
    /// The rule of the segment placed last.
    var standing = 0
    /// Where to go on when nothing follows from a late segment; -1 when there is no such place.
    var resume = -1
    /// The instance numbers of the loops that are, or were last, open.
    let instances: FixedTable<Int32>
    /// How many times each loop was opened in its parent's instance that ``surroundings`` has.
    let counts: FixedTable<Int32>
    /// The instance of its parent that each loop was opened in last.
    let surroundings: FixedTable<Int32>
    var lastInstance: Int32 = 0
    /// The last rule placed in each loop's instance, to see what is out of the listing's order.
    let reached: FixedTable<Int32>
    /// The identifiers that a loop which nothing takes swallows.
    var swallowed: Set<SegmentIdentifier> = [] {
        didSet { isSwallowing = !swallowed.isEmpty }
    }
    private var isSwallowing = false
    /// Behind each loop's last inner loop.
    let subtreeEnds: FixedTable<Int32>
    let parents: FixedTable<Int32>
    let loopOfRule: FixedTable<Int32>
    private let openers: FixedTable<Bool>
    /// Whether a segment that does not fit is left undecided, for ``take(_:_:)`` to place it.
    var defersDoubts = false
    private let moves: FixedTable<Move>
    private let followers: FollowerTable
    /// The delimiters that the followers were learned with.
    private var delimiters = Delimiters.usual
    /// The loop of the rule stood on, its instance, and the last rule placed in it, which ``reached`` learns of only
    /// when another loop is turned to.
    private var openLoop: Int32 = 0
    private var openInstance: Int32 = 0
    private var openReached: Int32 = -1

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
    public init(_ guide: Guide) {
        self.guide = guide
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
        standing = 0
        resume = -1
        lastInstance = 0
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
        if let follower = followers.follower(of: standing, segment)?.pointee, !isSwallowing {
            let rule = Int(follower.rule)
            return follower.turn == .stays ? move(to: rule) : turn(to: rule)
        }
        return placeByTable(segment)
    }

    /// Places a segment by the tables, and notes the way it went for the next time.
    @inline(never)
    private mutating func placeByTable(_ segment: RawSegment) -> Placement {
        let identifier = segment.identifier.packed
        let symbol = table.symbols.symbol(of: identifier, segment, componentSeparator: delimiters.component)
        guard symbol >= 0 else { return pass(SegmentIdentifier(packed: identifier)) }
        let answer = table.known(from: standing, symbol)
        guard answer.isPlain, !isSwallowing else { return placeCarefully(identifier, symbol) }
        let turn =
            answer.staysInLoop ? Follower.Turn.stays : openers[answer.rule] ? .opens : .returns
        if let follower = Follower(
            segment, table.symbols[identifier], rule: answer.rule, turn: turn,
            componentSeparator: delimiters.component)
        {
            followers.add(follower, of: standing)
        }
        return answer.staysInLoop ? move(to: answer.rule) : self.turn(to: answer.rule)
    }

    /// Places a segment as if it had another identifier, or were kept apart by another separator; nothing is learned.
    mutating func place(
        _ segment: borrowing SegmentView, as identifier: SegmentIdentifier, componentSeparator: UInt8? = nil
    ) -> Placement {
        let raw = RawSegment(
            base: segment.base, start: segment.start, ends: segment.ends, elementCount: segment.elementCount)
        let symbol = symbol(of: identifier, raw, componentSeparator ?? delimiters.component)
        guard symbol >= 0 else { return pass(identifier) }
        let answer = table.known(from: standing, symbol)
        guard answer.isPlain, !isSwallowing else { return placeCarefully(identifier.packed, symbol) }
        return answer.staysInLoop ? move(to: answer.rule) : turn(to: answer.rule)
    }

    /// Takes a segment that comes where the guide has it, in the loop stood in.
    ///
    /// Most segments stay in the loop that is stood in, and change nothing but two properties: no table is read or
    /// written whose place is known only once the rule is.
    @inline(__always)
    private mutating func move(to rule: Int) -> Placement {
        let number = Int32(truncatingIfNeeded: rule)
        let before = openReached
        openReached = max(before, number)
        standing = rule
        return Placement(
            rule: number, loopInstance: openInstance,
            remarks: Placement.Remarks(rawValue: number < before ? 8 : 0))
    }

    /// Takes a segment that comes where the guide has it, but opens a loop or goes back to one around: what
    /// ``open(_:remarks:)`` and ``stand(on:remarks:)`` do.
    @inline(__always)
    private mutating func turn(to rule: Int) -> Placement {
        settle()
        let facts = moves[rule]
        let loop = Int(facts.loop)
        let number = Int32(truncatingIfNeeded: rule)
        let before = reached[Int(facts.watched)]
        reached[Int(facts.watched)] = max(before, number)
        if facts.opens == 1 {
            lastInstance &+= 1
            openInstance = lastInstance
            openReached = number
            instances[loop] = lastInstance
            count(loop, inside: Int(facts.watched))
        } else {
            openInstance = instances[loop]
            openReached = max(before, number)
        }
        openLoop = facts.loop
        standing = rule
        return Placement(
            rule: number, loopInstance: openInstance,
            remarks: Placement.Remarks(
                rawValue: UInt8(truncatingIfNeeded: facts.opens) | (number < before ? 8 : 0)))
    }

    /// Writes down what is known of the loop stood in.
    @inline(__always)
    func settle() { reached[Int(openLoop)] = openReached }

    /// Looks up what is known of the loop stood in; the other way round of ``settle()``.
    mutating func lookUp() {
        openLoop = loopOfRule[standing]
        openInstance = instances[Int(openLoop)]
        openReached = reached[Int(openLoop)]
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
        guard var answer = table.ahead(of: standing, symbol) else {
            return defersDoubts ? .undecided : pass(identifier)
        }
        if !answer.isSure, let again = resumed(symbol) {
            answer = again
            resume = -1
        }
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
    public var position: Int { standing }

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

    // MARK: - Taking and passing over

    mutating func take(_ answer: PlacementTable.Answer) -> Placement {
        var remarks: Placement.Remarks = answer.isLenient ? .lenient : answer.isOrphan ? .orphan : []
        let loop = Int(loopOfRule[answer.rule])
        if answer.isLate {
            remarks.insert(.late)
            remarks.insert(.unlisted)
            if resume < 0 { resume = standing }
            if !isOpener(answer.rule), loop != Int(loopOfRule[standing]) {
                // A straggler of an outer loop: reading goes on where it was.
                if resume == standing { resume = -1 }
                return Placement(rule: Int32(answer.rule), loopInstance: instances[loop], remarks: remarks)
            }
        }
        if isOpener(answer.rule) { return open(answer.rule, remarks: remarks) }
        return stand(on: answer.rule, remarks: remarks)
    }

    private mutating func stand(on rule: Int, remarks: Placement.Remarks) -> Placement {
        var remarks = remarks
        let loop = Int(loopOfRule[rule])
        let number = Int32(truncatingIfNeeded: rule)
        standing = rule
        if number < reached[loop] {
            remarks.insert(.unlisted)
        } else {
            reached[loop] = number
        }
        return Placement(rule: number, loopInstance: instances[loop], remarks: remarks)
    }

    mutating func open(_ rule: Int, remarks: Placement.Remarks) -> Placement {
        var remarks = remarks
        let loop = Int(loopOfRule[rule])
        let parent = Int(parents[loop])
        let number = Int32(truncatingIfNeeded: rule)
        // The loops around an orphan were never opened, so nothing was placed in them.
        if parent >= 0, !remarks.contains(.orphan) {
            if number < reached[parent] { remarks.insert(.unlisted) }
            reached[parent] = max(reached[parent], number)
        }
        lastInstance += 1
        instances[loop] = lastInstance
        count(loop, inside: max(0, parent))
        reached[loop] = number
        standing = rule
        remarks.insert(.opensLoop)
        return Placement(rule: number, loopInstance: lastInstance, remarks: remarks)
    }

    mutating func pass(_ identifier: SegmentIdentifier) -> Placement {
        if swallowed.contains(identifier) {
            return Placement(rule: -1, loopInstance: 0, remarks: .inUnknownLoop)
        }
        let taken = swallowedIdentifiers(by: identifier)
        if !taken.isEmpty { swallowed = taken }
        return .none
    }

    /// The identifiers that a segment takes along when nothing takes it: those of the loops it would open.
    func swallowedIdentifiers(by identifier: SegmentIdentifier) -> Set<SegmentIdentifier> {
        let opened = table.siblingsOpened(by: identifier.packed, from: standing)
        var taken: Set<SegmentIdentifier> = []
        for loop in opened {
            for inner in loop..<Int(subtreeEnds[loop]) {
                for rule in guide.loops[inner].segments { taken.insert(guide.segments[rule].identifier) }
            }
        }
        taken.remove(identifier)
        return taken
    }

    /// How often a loop came in the open instance of the loop around it.
    func timesOpened(_ loop: Int) -> Int32 {
        surroundings[loop] == instances[max(0, guide.loops[loop].parent)] ? counts[loop] : 0
    }

    func isOpener(_ rule: Int) -> Bool {
        openers[rule]
    }
}
