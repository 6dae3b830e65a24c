internal import X12Grammar
internal import X12Text

/// Follows a few segments through the loops for a trial, and counts what would be found wrong on the way.
///
/// It knows what came in the loops that opened in the block being filled; of loops that opened before it, it
/// says nothing but where segments go.
struct PlacementTrial {
    /// How many findings the segments would lead to.
    private(set) var faults = 0
    private var standing: Int
    private var resume: Int
    /// How often each segment came in the open instance of its loop.
    private var uses: [Int32]
    /// How often each loop came in the open instance of the loop around it.
    private var loopUses: [Int32]
    /// The loops that are open and known from their first segment on.
    private var known: [Int]
    /// The identifiers that a segment which was passed over takes along.
    private var swallowed: Set<SegmentIdentifier> = []
    /// The loops that were left for a segment that came too late, and may be gone on with.
    private var suspended: [Int] = []
    /// What the numbers of levels say.
    private let gap: LevelGap?
    /// How many levels (HL) are opened without their own first segment.
    private var unopenedLevels = 0
    /// The last of these, until the next one that has it; -1 for none.
    private var unopenedLevel = -1
    /// The rule of a segment that is read as standing before the one that opens its loop, until it comes again; -1 otherwise.
    private var exchanged = -1
    /// Whether it did: then the loop has one of its own.
    private(set) var comesAgain = false

    /// Starts where a tracker stands.
    init(_ tracker: borrowing LoopTracker, _ block: borrowing Block, _ gap: LevelGap?) {
        self.gap = gap
        standing = tracker.stand.rule
        resume = tracker.resume
        let guide = tracker.guide
        uses = Array(repeating: 0, count: guide.segments.count)
        loopUses = guide.loops.indices.map { tracker.timesOpened($0) }
        known = []
        for index in 0..<block.count {
            let placement = block[index].placement
            guard placement.rule >= 0 else { continue }
            let loop = guide.segments[Int(placement.rule)].loop
            guard placement.loopInstance == tracker.instances[loop] else { continue }
            uses[Int(placement.rule)] &+= 1
            if placement.remarks.contains(.opensLoop) {
                known.append(loop)
                uses[guide.loops[loop].segments[0]] = 1
            }
        }
        // Of those that were left, what they lack has been told.
        let loop = guide.segments[standing].loop
        known.removeAll { !Self.holds($0, loop, tracker) }
    }

    /// Reads the doubtful segment itself.
    mutating func begin(_ reading: Reading, _ symbol: Int, _ tracker: borrowing LoopTracker) {
        let guide = tracker.guide
        faults += 1
        switch reading {
        case .asAnswered:
            guard let answer = tracker.table.answered(from: standing, symbol) else { return }
            if answer.isSure { faults -= 1 }
            take(answer, tracker)
            noteUnnumbered(answer.rule, tracker)
        case .passedOver:
            let identifier = tracker.table.symbols.symbols[symbol].identifier
            swallowed = tracker.swallowedIdentifiers(by: SegmentIdentifier(packed: identifier))
        case .stray: break
        case .withoutOpener(let rule):
            reopen(guide.segments[rule].loop, tracker)
            noteUnopened(guide.segments[rule].loop, tracker)
            uses[rule] += 1
            standing = rule
        case .mistakenOpener(let loop):
            reopen(loop, tracker)
            noteUnnumbered(guide.loops[loop].segments[0], tracker)
        case .insideUnopened(let rule):
            let loop = guide.segments[rule].loop
            let around = guide.loops[loop].parent
            if tracker.table.lacks(from: guide.loops[around].segments[0], to: rule) { faults += 1 }
            reopen(around, tracker)
            noteUnopened(around, tracker)
            open(loop, tracker)
        case .ofLoopBefore(let rule):
            leave(for: guide.segments[rule].loop, tracker)
            count(rule, guide)
            standing = rule
        case .afterItsTurn(let rule):
            let loop = guide.segments[rule].loop
            loopUses[loop] += 1
            if Int(loopUses[loop]) - 1 == guide.loops[loop].maximumUse { faults += 1 }
            faults += guide.loops[loop].segments.dropFirst().count {
                guide.segments[$0].usage == .required
            }
            faults += guide.loops[loop].children.count { guide.loops[$0].usage == .required }
        case .behindLast(let rule):
            let last = standing
            uses[last] -= 1
            take(PlacementTable.Answer(rule: rule), tracker)
            take(PlacementTable.Answer(rule: last), tracker)
        case .beforeItsTurn(let rule, let next):
            take(PlacementTable.Answer(rule: next), tracker)
            take(PlacementTable.Answer(rule: rule), tracker)
            exchanged = rule
        }
    }

    /// Counts what is wrong with a segment that has been placed.
    mutating func count(_ misfits: Int) { faults += misfits }

    /// Places one of the segments that follow.
    mutating func place(_ next: FollowingSegment, _ delimiters: Delimiters, _ tracker: inout LoopTracker) {
        let symbol = next.symbol
        guard symbol >= 0 else { return }
        if !swallowed.isEmpty {
            let identifier = SegmentIdentifier(packed: tracker.table.symbols.symbols[symbol].identifier)
            if swallowed.contains(identifier) { return }
            swallowed = []
        }
        var answer = tracker.table.ahead(of: standing, symbol)
        if answer?.isSure != true, resume >= 0, let again = tracker.table.ahead(of: resume, symbol),
            again.isSure
        {
            answer = again
            resume = -1
            known += suspended
            suspended = []
        }
        if answer?.isSure != true { faults += 1 }
        guard let answer else { return }
        faults += tracker.misfits(next.segment, of: answer.rule, delimiters)
        take(answer, tracker)
    }

    /// Counts what is missing already in the loops that are still open: what should stand before the last segment.
    ///
    /// - Parameter tracker: Whose trial it is.
    mutating func end(_ tracker: borrowing LoopTracker) {
        let guide = tracker.guide
        if let gap, gap.count != unopenedLevels { faults += 1 }
        for loop in suspended { faults += lacking(in: loop, guide) }
        var loop = guide.segments[standing].loop
        var order = guide.segments[standing].order
        while loop >= 0 {
            if known.contains(loop) {
                faults += lacking(in: loop, before: order, guide)
            }
            order = guide.loops[loop].order
            loop = guide.loops[loop].parent
        }
    }

    // MARK: - Loops

    private mutating func take(_ answer: PlacementTable.Answer, _ tracker: borrowing LoopTracker) {
        let guide = tracker.guide
        let loop = guide.segments[answer.rule].loop
        let isOpener = guide.loops[loop].segments[0] == answer.rule
        if answer.isLate {
            if resume < 0 { resume = standing }
            if !isOpener, loop != guide.segments[standing].loop {
                if resume == standing { resume = -1 }
                count(answer.rule, guide)
                return
            }
        }
        if answer.isOrphan { adopt(loop, tracker) }
        if isOpener { return open(loop, isLate: answer.isLate, tracker) }
        leave(for: loop, tracker)
        count(answer.rule, guide)
        standing = answer.rule
    }

    private mutating func count(_ rule: Int, _ guide: Guide) {
        uses[rule] += 1
        if rule == exchanged {
            comesAgain = true
            exchanged = -1
        }
        if Int(uses[rule]) - 1 == guide.segments[rule].maximumUse { faults += 1 }
    }

    /// Counts the loops around one that were never opened.
    private mutating func adopt(_ loop: Int, _ tracker: borrowing LoopTracker) {
        let guide = tracker.guide
        var around = guide.loops[loop].parent
        while around > 0, !(around..<Int(tracker.subtreeEnds[around])).contains(guide.segments[standing].loop)
        {
            loopUses[around] += 1
            around = guide.loops[around].parent
        }
    }

    private mutating func noteUnopened(_ loop: Int, _ tracker: borrowing LoopTracker) {
        guard tracker.table.isLevel(loop) else { return }
        unopenedLevels += 1
        unopenedLevel = loop
    }

    /// A level without a number of its own has one of those that are left out.
    private mutating func noteUnnumbered(_ rule: Int, _ tracker: borrowing LoopTracker) {
        if gap?.isBehind == true, tracker.isOpener(rule) {
            noteUnopened(tracker.guide.segments[rule].loop, tracker)
        }
    }

    /// Holds a level that opens against what it says of the lost one before it.
    private mutating func noteLevel(_ loop: Int, _ tracker: borrowing LoopTracker) {
        guard unopenedLevel >= 0, tracker.table.isLevel(loop) else { return }
        if let isAbove = gap?.isAboveNext, (tracker.guide.loops[loop].parent == unopenedLevel) != isAbove {
            faults += 1
        }
        unopenedLevel = -1
    }

    /// Opens a loop without its proper first segment: where the loop is needed and missing, no loop is found to be
    /// missing later.
    private mutating func reopen(_ loop: Int, _ tracker: borrowing LoopTracker) {
        if loopUses[loop] == 0, tracker.guide.loops[loop].usage == .required { faults -= 1 }
        open(loop, tracker)
    }

    private mutating func open(_ loop: Int, isLate: Bool = false, _ tracker: borrowing LoopTracker) {
        let guide = tracker.guide
        if isLate {
            suspended = known.filter { !Self.holds($0, guide.loops[loop].parent, tracker) }
            known.removeAll { suspended.contains($0) }
        } else {
            leave(for: guide.loops[loop].parent, tracker)
        }
        exchanged = -1
        noteLevel(loop, tracker)
        loopUses[loop] += 1
        if Int(loopUses[loop]) - 1 == guide.loops[loop].maximumUse { faults += 1 }
        for inner in loop..<Int(tracker.subtreeEnds[loop]) {
            if inner > loop { loopUses[inner] = 0 }
            for rule in guide.loops[inner].segments { uses[rule] = 0 }
        }
        known.append(loop)
        standing = guide.loops[loop].segments[0]
        uses[standing] = 1
    }

    /// Leaves the loops that are not around another one; what they lack is missing for good.
    private mutating func leave(for loop: Int, _ tracker: borrowing LoopTracker) {
        let guide = tracker.guide
        var kept: [Int] = []
        for open in known {
            if Self.holds(open, loop, tracker) {
                kept.append(open)
            } else {
                faults += lacking(in: open, guide)
            }
        }
        known = kept
    }

    /// Whether a loop is another one or around it.
    private static func holds(_ loop: Int, _ other: Int, _ tracker: borrowing LoopTracker) -> Bool {
        other >= loop && other < Int(tracker.subtreeEnds[loop])
    }

    /// How many of the segments and loops that a loop demands up to an order have not come.
    private func lacking(in loop: Int, before order: Int = .max, _ guide: Guide) -> Int {
        let segments = guide.loops[loop].segments
        return segments.count { guide.segments[$0].order < order && uses[$0] == 0 && isDemanded($0, guide) }
            + guide.loops[loop].children.count {
                guide.loops[$0].usage == .required && guide.loops[$0].order < order && loopUses[$0] == 0
            }
    }

    /// Whether a segment has to be there: by itself, or since the loop that it stands around came, or another that does.
    private func isDemanded(_ rule: Int, _ guide: Guide) -> Bool {
        let segment = guide.segments[rule]
        guard segment.bracketed >= 0 else { return segment.usage == .required }
        return loopUses[segment.bracketed] > 0
            || guide.loops[segment.loop].segments.contains {
                guide.segments[$0].bracketed == segment.bracketed && uses[$0] > 0
            }
    }
}
