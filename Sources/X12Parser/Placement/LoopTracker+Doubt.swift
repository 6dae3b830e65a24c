internal import X12Grammar
internal import X12Text

/// Segments that do not fit: the ways to read them, and which of these leaves the least to be found wrong.
///
/// A missing `NM1` makes strangers of the whole address behind it, and the only sign of it is that the address
/// would fit if the `NM1` were there. So each way of reading a doubtful segment is tried on the segments that
/// follow (``PlacementTrial``), and the one that breaks the fewest rules is the cause to name.
extension LoopTracker {
    /// How many segments behind a doubtful one are looked at.
    static let lookAhead = 32

    /// A segment's number in ``PlacementTable``; -1 when no segment of the guide has its identifier.
    func symbol(of identifier: SegmentIdentifier, _ segment: RawSegment, _ componentSeparator: UInt8) -> Int {
        table.symbols.symbol(of: identifier.packed, segment, componentSeparator: componentSeparator)
    }

    /// Whether the guide has segments of an identifier.
    func knows(_ identifier: SegmentIdentifier) -> Bool {
        table.symbols.entry(of: identifier.packed) != nil
    }

    /// The punctuation that has to keep components apart for a segment's telling component to be a listed one;
    /// `nil` where the declared separator is there, or nothing else does it.
    func separatorInUse(_ segment: borrowing SegmentView, _ identifier: SegmentIdentifier) -> UInt8? {
        guard let entry = table.symbols.entry(of: identifier.packed), entry.component > 0,
            Int(entry.element) <= segment.elementCount
        else { return nil }
        let raw = RawSegment(segment)
        let value = raw.element(Int(entry.element))
        guard !value.contains(segment.delimiters.component) else { return nil }
        return value.first { byte in
            Delimiters.canSeparate(byte) && !segment.delimiters.contains(byte)
                && symbol(of: identifier, raw, byte) != Int(entry.otherSymbol)
        }
    }

    /// Whether a segment that comes where the guide has it may still be the sign of one that is lost, or comes behind it.
    func isDoubtful(_ follower: Follower) -> Bool {
        defersDoubts
            && (follower.stop == .doubtful || follower.stop == .counted
                || isDoubtfulAgain(Int(follower.rule)))
    }

    /// The same of a segment that a rule takes next.
    func isDoubtful(_ rule: Int) -> Bool {
        defersDoubts
            && (table.isGap(from: stand.rule, to: rule) || rule == stand.rule && isCounted(rule)
                || isDoubtfulAgain(rule))
    }

    /// Whether a segment may come a few times, so that one too many may be another loop's.
    func isCounted(_ rule: Int) -> Bool {
        (2...Self.mostCountedInRow).contains(guide.segments[rule].maximumUse) && !isOpener(rule)
    }

    /// How many segments in a row are counted while placing.
    private static let mostCountedInRow = 128

    /// Places a segment whose doubt needs no look at what follows: the rule of the one before takes it again, and has not
    /// taken as many as it may, or only its codes could make it another loop's, and they fit.
    mutating func placeAtOnce(
        _ segment: borrowing SegmentView, after block: borrowing Block
    ) -> Placement? {
        let raw = RawSegment(segment)
        let symbol = symbol(of: segment.identifier, raw, segment.delimiters.component)
        guard symbol >= 0, let answer = table.ahead(of: stand.rule, symbol), answer.isSure else { return nil }
        let rule = answer.rule
        let isAgain = rule == stand.rule && isCounted(rule)
        if isAgain, block.ends(with: rule, times: guide.segments[rule].maximumUse) { return nil }
        if table.mayBeAnotherLoops(rule) {
            guard isAgain || !table.lacks(from: stand.rule, to: rule),
                misfits(raw, of: rule, segment.delimiters) == 0
            else { return nil }
        } else if !isAgain {
            return nil
        }
        settle()
        defer { lookUp() }
        swallowed = []
        return take(answer)
    }

    private func isDoubtfulAgain(_ rule: Int) -> Bool {
        isOpener(rule) && table.mayComeAgain(rule, from: stand.rule) && cameBefore(rule)
    }

    /// Whether the loop that a segment opens came before in the open instance of the loop around it.
    func cameBefore(_ rule: Int) -> Bool {
        let loop = Int(loopOfRule[rule])
        return surroundings[loop] == instances[max(0, Int(parents[loop]))]
    }

    /// The first segments of the loops that a segment of an identifier would open, the nearest ones.
    func openers(near identifier: SegmentIdentifier) -> [Int] {
        table.siblingsOpened(by: identifier.packed, from: stand.rule).map { guide.loops[$0].segments[0] }
    }

    /// Takes back that the segment placed last opened its loop: it is a copy of the one before, which did.
    mutating func takeBackOpener() -> Placement {
        settle()
        defer { lookUp() }
        let loop = guide.segments[stand.rule].loop
        stand.lastInstance -= 1
        instances[loop] = stand.lastInstance
        counts[loop] -= 1
        return Placement(rule: Int32(stand.rule), loopInstance: stand.lastInstance, remarks: [])
    }

    /// The best way to read a segment that was left undecided.
    ///
    /// - Parameters:
    ///   - segment: The segment, with what is known of those around.
    ///   - symbol: Its symbol.
    ///   - following: The segments behind it.
    ///   - block: The block that is being filled, which tells what came already.
    /// - Returns: the way that leaves the least to be found wrong.
    mutating func reading(
        of segment: DoubtfulSegment, _ symbol: Int, before following: [FollowingSegment],
        in block: borrowing Block
    ) -> Reading {
        settle()
        let answer = table.ahead(of: stand.rule, symbol)
        let isOrphan = answer?.isOrphan == true
        let isAgain = answer.map { $0.isLate && isOpener($0.rule) && cameBefore($0.rule) } ?? false
        let isHere = answer.map { isOfOpenLoop($0.rule, isLate: $0.isLate) } ?? false
        // A copy of the segment before is that, or has changed places with the next one, which has the same of its own.
        let isCopy = segment.isCopy && answer?.isSure == true && answer?.rule == stand.rule
        var isOdd = false
        if let answer, answer.isSure, table.mayBeAnotherLoops(answer.rule) {
            isOdd = misfits(segment.segment, of: answer.rule, segment.delimiters) > 0
        }
        let usual =
            isCopy
            ? (readings: [.asAnswered], isSure: true)
            : usualReadings(of: symbol, isOdd: isOdd, before: following)
        var others = otherReadings(of: symbol, before: following, isSure: usual.isSure, isCopy: isCopy)
        if let opener = openerOfLast(symbol, in: block) { others.append(.behindLast(rule: opener)) }
        guard usual.readings.count + others.count > 1 else { return usual.readings[0] }
        let readings = usual.readings + others
        let start = PlacementTrial(self, block, segment.gap)
        let trials = readings.map { trial(of: $0, symbol, following, start, segment) }
        let comesAgain = trials.contains { $0.comesAgain }
        let own = readings.map { reading in
            rule(of: reading, symbol).map { misfits(segment.segment, of: $0, segment.delimiters) }
        }
        // What is passed over would not fit better anywhere.
        let least = own.compactMap(\.self).min() ?? 0
        return choose(
            usual.readings, others, zip(trials, own).map { $0.faults + ($1 ?? least) },
            isOrphan: isOrphan, isAgain: isAgain, isLate: answer?.isLate == true, isHere: isHere,
            comesAgain: comesAgain)
    }

    /// Whether a rule takes a further segment of the very loop that the last one stands in, or opens one too late inside.
    private func isOfOpenLoop(_ rule: Int, isLate: Bool) -> Bool {
        let loop = guide.segments[rule].loop
        let standing = guide.segments[stand.rule].loop
        return isOpener(rule) ? isLate && guide.loops[loop].parent == standing : loop == standing
    }

    /// The rule that takes a segment when it is read in a way; `nil` when none does.
    private func rule(of reading: Reading, _ symbol: Int) -> Int? {
        switch reading {
        case .asAnswered: table.answered(from: stand.rule, symbol)?.rule
        case .passedOver, .stray: nil
        case .withoutOpener(let rule), .insideUnopened(let rule), .ofLoopBefore(let rule),
            .afterItsTurn(let rule), .beforeItsTurn(let rule, _), .behindLast(let rule):
            rule
        case .mistakenOpener(let loop): guide.loops[loop].segments[0]
        }
    }

    private mutating func trial(
        of reading: Reading, _ symbol: Int, _ following: [FollowingSegment], _ start: PlacementTrial,
        _ doubtful: DoubtfulSegment
    ) -> (faults: Int, comesAgain: Bool) {
        var trial = start
        trial.begin(reading, symbol, self)
        var rest = following[...]
        if case .beforeItsTurn(_, let rule) = reading, let next = rest.popFirst() {
            // What the segment was sent before has been placed together with it.
            trial.count(misfits(next.segment, of: rule, doubtful.delimiters))
        }
        for next in rest { trial.place(next, doubtful.delimiters, &self) }
        trial.end(self)
        return (trial.faults, trial.comesAgain)
    }

    // MARK: - Choosing

    /// The ways to read a segment that the tables tell of, or that one segment lost or mistaken would explain.
    private mutating func usualReadings(
        of symbol: Int, isOdd: Bool, before following: [FollowingSegment]
    ) -> (readings: [Reading], isSure: Bool) {
        let answer = table.ahead(of: stand.rule, symbol)
        guard let answer, answer.isSure, !isOdd, answer.rule != stand.rule || isOpener(answer.rule) else {
            return (readings(of: symbol, answer), answer?.isSure == true)
        }
        // Where what follows fits behind it, so does the segment.
        guard let next = following.first?.symbol, next >= 0,
            table.ahead(of: answer.rule, next)?.isSure != true
        else {
            return ([.asAnswered], true)
        }
        return (mayPass(symbol, by: answer.rule) ? [.asAnswered, .passedOver] : [.asAnswered], true)
    }

    private func readings(of symbol: Int, _ answer: PlacementTable.Answer?) -> [Reading] {
        var readings: [Reading] = [answer == nil ? .passedOver : .asAnswered]
        let wanted = table.symbols.symbols[symbol]
        if let answer, answer.isOrphan, mayPass(symbol, by: answer.rule) { readings.append(.passedOver) }
        for near in nearLoops() {
            let segments = guide.loops[near].segments
            if let member = segments.dropFirst().first(where: { table.takes($0, wanted) }) {
                readings.append(.withoutOpener(rule: member))
            }
            let opener = guide.segments[segments[0]]
            // Of loops that may as well not be there, none is more likely than the others.
            if opener.identifier.packed == wanted.identifier, opener.discriminator != nil,
                answer?.rule != segments[0],
                guide.loops[near].usage == .required || opener.identifier == "HL"
            {
                readings.append(.mistakenOpener(loop: near))
            }
        }
        return readings
    }

    /// Whether nothing may take a segment that a rule takes. A level or claim would be lost with it, and so would what has
    /// one meaning in all of the guide (CLP, LX).
    private func mayPass(_ symbol: Int, by rule: Int) -> Bool {
        let identifier = table.symbols.symbols[symbol].identifier
        let loops = guide.segments.filter { $0.identifier.packed == identifier }
            .map { guide.loops[$0.loop].identifier }
        return Set(loops).count > 1 && guide.loops[guide.segments[rule].loop].block == .inside
    }

    /// The loops around where one stands, and those directly inside of them, from the inside out.
    private func nearLoops() -> [Int] {
        var near: [Int] = []
        var loop = guide.segments[stand.rule].loop
        while loop >= 0 {
            for other in [loop] + guide.loops[loop].children where other > 0 && !near.contains(other) {
                near.append(other)
            }
            loop = guide.loops[loop].parent
        }
        return near
    }

    /// Ways to read a segment by which two things happen at once.
    private mutating func otherReadings(
        of symbol: Int, before following: [FollowingSegment], isSure: Bool, isCopy: Bool
    ) -> [Reading] {
        var readings: [Reading] = []
        if let next = following.first?.symbol, next >= 0, next != symbol,
            let first = table.ahead(of: stand.rule, next), first.isSure,
            let second = table.ahead(of: first.rule, symbol), second.isSure, second.rule != first.rule,
            isOpener(first.rule) || isOpener(second.rule)
        {
            readings.append(.beforeItsTurn(rule: second.rule, next: first.rule))
        }
        if isCopy { return isOpener(stand.rule) ? [] : readings }
        if let late = opener(of: symbol) ?? passedOpener(of: symbol) {
            readings.append(.afterItsTurn(rule: late))
        }
        let answer = table.ahead(of: stand.rule, symbol)
        if let answer, answer.isSure, isInside(answer.rule) { readings.append(.stray) }
        let isUnlikely = answer.map { isDoubtfulAgain($0.rule) || table.isBracketed($0.rule) } ?? false
        guard !isSure || isUnlikely else { return readings }
        let wanted = table.symbols.symbols[symbol]
        for near in nearLoops() {
            let standing = guide.segments[stand.rule].loop
            if timesOpened(near) > 0, !(near..<Int(subtreeEnds[near])).contains(standing),
                let member = guide.loops[near].segments.dropFirst().first(where: { table.takes($0, wanted) })
            {
                readings.append(.ofLoopBefore(rule: member))
            }
            let inner = guide.loops[near].children.first { table.takes(guide.loops[$0].segments[0], wanted) }
            guard let inner else { continue }
            readings.append(.insideUnopened(rule: guide.loops[inner].segments[0]))
        }
        return readings
    }

    /// Whether the last segment opened a loop that belongs inside the one that a rule's segment opens, and lacks the rest.
    private func isInside(_ rule: Int) -> Bool {
        let loop = guide.segments[rule].loop
        let last = guide.segments[stand.rule].loop
        return isOpener(rule) && isOpener(stand.rule) && needsMore(stand.rule) && last > loop
            && last < Int(subtreeEnds[loop]) && guide.segments[rule].identifier != "HL"
            && guide.loops[loop].block != .unit
    }

    /// What a segment opens that may have been due before the last one, which opened a loop that demands more than has
    /// come: a loop beside that, or one that had its place where the last one was left.
    private mutating func opener(of symbol: Int) -> Int? {
        guard isOpener(stand.rule), needsMore(stand.rule) else { return nil }
        if let answer = table.answered(from: stand.rule, symbol), !answer.isLenient, !answer.isOrphan,
            isOpener(answer.rule), isBeside(answer.rule)
        {
            return answer.rule
        }
        guard stand.left >= 0, let answer = table.ahead(of: Int(stand.left), symbol), answer.isSure,
            isOpener(answer.rule), guide.loops[guide.segments[answer.rule].loop].block == .inside,
            table.leads(from: answer.rule, to: stand.rule)
        else { return nil }
        return answer.rule
    }

    /// What a segment opens inside the loop that the last one stands in, if that one is listed behind it.
    private func passedOpener(of symbol: Int) -> Int? {
        let last = guide.segments[stand.rule]
        let passed = guide.loops[last.loop].children.first {
            guide.loops[$0].order < last.order
                && table.takes(guide.loops[$0].segments[0], table.symbols.symbols[symbol])
        }
        return isOpener(stand.rule) ? nil : passed.map { guide.loops[$0].segments[0] }
    }

    /// What a segment opens where the segment before the last one stands, if the last one has its place in that loop too.
    private mutating func openerOfLast(_ symbol: Int, in block: borrowing Block) -> Int? {
        guard block.count > 1, !isOpener(stand.rule), block[block.count - 1].placement.rule == stand.rule
        else { return nil }
        let before = Int(block[block.count - 2].placement.rule)
        guard before >= 0, let answer = table.ahead(of: before, symbol), answer.isSure, isOpener(answer.rule)
        else { return nil }
        let loop = guide.segments[answer.rule].loop
        return loop == guide.segments[stand.rule].loop && guide.loops[loop].block == .inside
            ? answer.rule : nil
    }

    /// Whether a rule's segment opens a loop beside the one that the last segment opened, and listed no later.
    private func isBeside(_ rule: Int) -> Bool {
        let loop = guide.loops[guide.segments[rule].loop]
        let last = guide.loops[guide.segments[stand.rule].loop]
        return loop.parent == last.parent && loop.order <= last.order && loop.block == .inside
            && last.block == .inside && loop != last
    }

    /// The reading of the fewest faults; one of the usual ones where others are no better. But that a loop's first
    /// segment is lost says more than that all loops around a segment are, and what comes right behind is not lost. A
    /// segment that the next loop has of its own is late in the loop that it comes in, most of all in the one that is open:
    /// two segments of a loop change places sooner than the next loop's first one is lost.
    private func choose(
        _ usual: [Reading], _ others: [Reading], _ faults: [Int], isOrphan: Bool, isAgain: Bool,
        isLate: Bool, isHere: Bool, comesAgain: Bool
    ) -> Reading {
        let chosen = choose(usual, Array(faults.prefix(usual.count)), isLate: isLate, isHere: isHere)
        guard let best = others.indices.min(by: { faults[usual.count + $0] < faults[usual.count + $1] })
        else {
            return chosen
        }
        let least = faults[usual.count + best]
        let own = usual.firstIndex(of: chosen).map { faults[$0] } ?? .max
        let isTold =
            switch (chosen, others[best]) {
            case (.asAnswered, .insideUnopened): isOrphan || isAgain
            case (.withoutOpener, .beforeItsTurn), (.passedOver, .beforeItsTurn): true
            case (.passedOver, .insideUnopened): isOrphan
            case (.asAnswered, .beforeItsTurn): !comesAgain && !isHere
            default: false
            }
        return least < own || (least == own && isTold) ? others[best] : chosen
    }

    /// The reading of the fewest faults; that of the tables where others are no better, unless just one other
    /// is as good and speaks for itself.
    private func choose(_ readings: [Reading], _ faults: [Int], isLate: Bool, isHere: Bool) -> Reading {
        let least = faults.min() ?? 0
        let best = readings.indices.filter { faults[$0] == least }
        guard best[0] == 0 else { return readings[best[0]] }
        guard best.count == 2 else { return readings[0] }
        switch readings[best[1]] {
        case .withoutOpener where isHere: return readings[0]
        case .withoutOpener(let rule):
            // One that comes once and too late in a loop far out, and fits as well behind the opener of the next.
            let isNext = isLate && guide.segments[rule].maximumUse == 1
            let isLikely =
                readings[0] == .passedOver || guide.segments[rule].usage == .required || isNext
            return isLikely ? readings[best[1]] : readings[0]
        case .mistakenOpener: return isLate ? readings[0] : readings[best[1]]
        case .asAnswered, .passedOver, .stray, .insideUnopened, .ofLoopBefore, .afterItsTurn, .beforeItsTurn,
            .behindLast:
            return readings[0]
        }
    }
}
