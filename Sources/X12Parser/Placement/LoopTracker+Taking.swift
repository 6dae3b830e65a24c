internal import X12Grammar
internal import X12Text

/// Taking segments with what it does to the loops, and passing over those that nothing takes.
extension LoopTracker {
    mutating func take(_ answer: PlacementTable.Answer) -> Placement {
        var remarks: Placement.Remarks = answer.isLenient ? .lenient : answer.isOrphan ? .orphan : []
        let loop = Int(loopOfRule[answer.rule])
        if answer.isLate {
            remarks.insert(.late)
            remarks.insert(.unlisted)
            if resume < 0 { resume = stand.rule }
            if !isOpener(answer.rule), loop != Int(loopOfRule[stand.rule]) {
                // A straggler of an outer loop: reading goes on where it was.
                if resume == stand.rule { resume = -1 }
                return Placement(rule: Int32(answer.rule), loopInstance: instances[loop], remarks: remarks)
            }
        }
        if answer.isOrphan { adopt(loop) }
        if isOpener(answer.rule) { return open(answer.rule, remarks: remarks) }
        return stand(on: answer.rule, remarks: remarks)
    }

    /// Counts the loops around a loop that were never opened. Their instances have the numbers before that of the loop
    /// itself, the innermost the one right before.
    private mutating func adopt(_ loop: Int) {
        var missing: [Int] = []
        var around = guide.loops[loop].parent
        let standing = guide.segments[stand.rule].loop
        while around > 0, !(around..<Int(subtreeEnds[around])).contains(standing) {
            missing.append(around)
            around = guide.loops[around].parent
        }
        for loop in missing.reversed() {
            stand.lastInstance += 1
            instances[loop] = stand.lastInstance
            count(loop, inside: Int(parents[loop]))
            reached[loop] = Int32(truncatingIfNeeded: guide.loops[loop].segments[0])
        }
    }

    mutating func stand(on rule: Int, remarks: Placement.Remarks) -> Placement {
        var remarks = remarks
        let loop = Int(loopOfRule[rule])
        let number = Int32(truncatingIfNeeded: rule)
        stand.rule = rule
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
        stand.left = Int32(truncatingIfNeeded: stand.rule)
        stand.lastInstance += 1
        instances[loop] = stand.lastInstance
        count(loop, inside: max(0, parent))
        reached[loop] = number
        stand.rule = rule
        remarks.insert(.opensLoop)
        return Placement(rule: number, loopInstance: stand.lastInstance, remarks: remarks)
    }

    /// Places a segment as it was decided to be read, with the one before or behind it where both have changed places.
    mutating func take(
        _ reading: Reading, _ identifier: SegmentIdentifier, _ symbol: Int
    ) -> TakenReading {
        settle()
        defer { lookUp() }
        swallowed = []
        switch reading {
        case .asAnswered:
            guard let answer = table.ahead(of: stand.rule, symbol) else {
                return TakenReading(pass(identifier))
            }
            return TakenReading(take(answer))
        case .passedOver: return TakenReading(pass(identifier))
        case .stray: return TakenReading(.none)
        case .withoutOpener(let rule):
            let opener = guide.loops[guide.segments[rule].loop].segments[0]
            var placement = open(opener, remarks: .openerMissing)
            placement.rule = Int32(rule)
            stand.rule = rule
            reached[guide.segments[rule].loop] = Int32(rule)
            return TakenReading(placement)
        case .mistakenOpener(let loop):
            return TakenReading(open(guide.loops[loop].segments[0], remarks: [.lenient, .openerMistaken]))
        case .insideUnopened(let rule):
            _ = open(guide.loops[guide.loops[guide.segments[rule].loop].parent].segments[0], remarks: [])
            var placement = open(rule, remarks: [])
            placement.remarks.formUnion([.orphan, .openerMissing])
            return TakenReading(placement)
        case .ofLoopBefore(let rule): return TakenReading(stand(on: rule, remarks: [.late, .unlisted]))
        case .afterItsTurn(let rule):
            let before = stand
            let placement = open(rule, remarks: [.late, .unlisted])
            (stand.rule, stand.left) = (before.rule, before.left)
            return TakenReading(placement)
        case .behindLast(let rule):
            let last = stand.rule
            let (first, behind) = exchange(last, inLoopOf: rule)
            return TakenReading(behind, last: first)
        case .beforeItsTurn(let rule, let next):
            // What was due before the loops around it ended is told to be missing there.
            let isTold =
                isOpener(next) ? isMissed(next, before: rule) : guide.segments[next].usage == .required
            guard isOpener(next), !isTold else {
                let opened = open(rule, remarks: [])
                return TakenReading(opened, next: placementBehind(opened, next, isTold: isTold))
            }
            let (first, behind) = exchange(rule, inLoopOf: next)
            return TakenReading(first, next: behind)
        }
    }

    /// Where a segment stands that comes behind the one it should be in front of: too late in its loop, where that is still
    /// open around the other's; else nothing takes it.
    private func placementBehind(_ opened: Placement, _ rule: Int, isTold: Bool) -> Placement {
        let loop = guide.segments[rule].loop
        let other = guide.segments[Int(opened.rule)].loop
        guard !isOpener(rule), (loop..<Int(subtreeEnds[loop])).contains(other) else {
            return Placement(rule: -1, loopInstance: 0, remarks: isTold ? .inUnknownLoop : [])
        }
        return Placement(
            rule: Int32(truncatingIfNeeded: rule), loopInstance: instances[loop], remarks: [.late, .unlisted])
    }

    /// Places two segments that have changed places: first one by its rule, and behind it the opener that it should have
    /// come behind.
    private mutating func exchange(
        _ rule: Int, inLoopOf opener: Int
    ) -> (first: Placement, behind: Placement) {
        let opened = open(opener, remarks: [])
        var first = isOpener(rule) ? open(rule, remarks: []) : stand(on: rule, remarks: [])
        let loop = guide.segments[rule].loop
        let around = isOpener(rule) ? guide.loops[loop].parent : loop
        var behind = Placement(
            rule: opened.rule, loopInstance: opened.loopInstance, remarks: [.late, .unlisted])
        if around == guide.segments[opener].loop {
            // The segment comes first in the loop that the one behind it should have opened.
            first.remarks.formUnion([.opensLoop, .openerMissing, .late, .unlisted])
            if isOpener(rule) { first.remarks.insert(.orphan) }
        } else {
            behind.remarks.insert(.opensLoop)
        }
        return (first, behind)
    }

    /// Whether a segment opens a loop that is demanded and has not come, where another one begins a block of its own.
    private func isMissed(_ opener: Int, before rule: Int) -> Bool {
        let loop = guide.segments[opener].loop
        return guide.loops[loop].usage == .required && timesOpened(loop) == 0 && isOpener(rule)
            && guide.loops[guide.segments[rule].loop].block != .inside
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
        let opened = table.siblingsOpened(by: identifier.packed, from: stand.rule)
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
