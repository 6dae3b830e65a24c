public import X12Grammar
public import X12Text

/// Follows the segments of one transaction set through the loops of its guide.
///
/// Recovery is the tracker's, and never goes back: a segment that comes too late is placed where it belongs
/// and reading goes on from there or, if nothing follows from there, from where it was; a segment that fits
/// nowhere is passed over; a loop that fits nowhere (an `NM1` of an unknown kind) swallows the segments that
/// loops of its kind have, so that one wrong code is one finding.
public struct LoopTracker: Sendable {
    /// The guide that is followed.
    public let guide: Guide
    private var table: PlacementTable
    /// The rule of the segment placed last.
    private(set) var standing = 0
    /// Where to go on when nothing follows from a late segment; -1 when there is no such place.
    private var resume = -1
    /// The instance numbers of the loops that are, or were last, open.
    private var instances: [Int32]
    /// How many times each loop was opened in its parent's instance.
    private var counts: [Int32]
    private var lastInstance: Int32 = 0
    /// The last rule placed in each loop's instance, to see what is out of the listing's order.
    private var reached: [Int32]
    /// The identifiers that a loop which nothing takes swallows.
    private var swallowed: Set<SegmentIdentifier> = []
    private let subtreeEnds: [Int]

    /// Starts before the first segment of a transaction set.
    public init(_ guide: Guide) {
        self.guide = guide
        table = PlacementTable(guide)
        instances = Array(repeating: 0, count: guide.loops.count)
        counts = Array(repeating: 0, count: guide.loops.count)
        reached = Array(repeating: -1, count: guide.loops.count)
        var ends = Array(guide.loops.indices.map { $0 + 1 })
        for loop in guide.loops.indices.reversed() where guide.loops[loop].parent >= 0 {
            ends[guide.loops[loop].parent] = max(ends[guide.loops[loop].parent], ends[loop])
        }
        subtreeEnds = ends
    }

    /// Starts a transaction set at its ST.
    public mutating func begin() -> Placement {
        standing = 0
        resume = -1
        lastInstance = 0
        swallowed = []
        for loop in guide.loops.indices {
            instances[loop] = 0
            counts[loop] = 0
            reached[loop] = -1
        }
        return open(0, remarks: [])
    }

    /// Places the next segment.
    public mutating func place(_ segment: borrowing SegmentView) -> Placement {
        guard let symbol = table.symbols.symbol(of: segment) else { return pass(segment.identifier) }
        guard var answer = table.ahead(of: standing, symbol) else { return pass(segment.identifier) }
        if resume >= 0, answer.isLate || answer.isLenient || answer.isOrphan,
            let again = table.ahead(of: resume, symbol), !again.isLate, !again.isLenient, !again.isOrphan
        {
            answer = again
            resume = -1
        }
        if !swallowed.isEmpty {
            if swallowed.contains(segment.identifier) {
                return Placement(rule: -1, loopInstance: 0, remarks: .inUnknownLoop)
            }
            swallowed = []
        }
        return take(answer)
    }

    /// The loops open around a rule, outermost first, with how many of each were opened in its parent so far.
    public func path(to rule: Int) -> [(loop: Int, count: Int)] {
        var path: [(loop: Int, count: Int)] = []
        var loop = guide.segments[rule].loop
        while loop > 0 {
            path.append((loop, Int(counts[loop])))
            loop = guide.loops[loop].parent
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
            ? segment.element(entry.element).component(entry.component).string : segment[entry.element].string
    }

    // MARK: - Taking and passing over

    private mutating func take(_ answer: PlacementTable.Answer) -> Placement {
        var remarks: Placement.Remarks = answer.isLenient ? .lenient : answer.isOrphan ? .orphan : []
        let loop = guide.segments[answer.rule].loop
        if answer.isLate {
            remarks.insert(.late)
            remarks.insert(.unlisted)
            if resume < 0 { resume = standing }
            if !isOpener(answer.rule), loop != guide.segments[standing].loop {
                // A straggler of an outer loop: reading goes on where it was.
                if resume == standing { resume = -1 }
                return Placement(rule: Int32(answer.rule), loopInstance: instances[loop], remarks: remarks)
            }
        }
        if isOpener(answer.rule) { return open(answer.rule, remarks: remarks) }
        standing = answer.rule
        if Int32(answer.rule) < reached[loop] {
            remarks.insert(.unlisted)
        } else {
            reached[loop] = Int32(answer.rule)
        }
        return Placement(rule: Int32(answer.rule), loopInstance: instances[loop], remarks: remarks)
    }

    private mutating func open(_ rule: Int, remarks: Placement.Remarks) -> Placement {
        var remarks = remarks
        let loop = guide.segments[rule].loop
        let parent = guide.loops[loop].parent
        if parent >= 0 {
            if Int32(rule) < reached[parent] { remarks.insert(.unlisted) }
            reached[parent] = max(reached[parent], Int32(rule))
        }
        lastInstance += 1
        instances[loop] = lastInstance
        counts[loop] += 1
        reached[loop] = Int32(rule)
        for inner in loop + 1..<subtreeEnds[loop] {
            counts[inner] = 0
            reached[inner] = -1
        }
        standing = rule
        remarks.insert(.opensLoop)
        return Placement(rule: Int32(rule), loopInstance: lastInstance, remarks: remarks)
    }

    private mutating func pass(_ identifier: SegmentIdentifier) -> Placement {
        if swallowed.contains(identifier) {
            return Placement(rule: -1, loopInstance: 0, remarks: .inUnknownLoop)
        }
        let opened = table.siblingsOpened(by: identifier.packed, from: standing)
        if !opened.isEmpty {
            swallowed = Set(
                opened.flatMap { loop in
                    guide.loops[loop..<subtreeEnds[loop]].flatMap(\.segments).map {
                        guide.segments[$0].identifier
                    }
                })
            swallowed.remove(identifier)
        }
        return .none
    }

    private func isOpener(_ rule: Int) -> Bool {
        guide.loops[guide.segments[rule].loop].segments.first == rule
    }
}
