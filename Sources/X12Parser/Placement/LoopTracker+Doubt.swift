internal import X12Grammar
internal import X12Text

/// Segments that do not fit: the ways to read them, and which of these leaves the least to be found wrong.
///
/// A missing `NM1` makes strangers of the whole address behind it, and the only sign of it is that the address
/// would fit if the `NM1` were there. So each way of reading a doubtful segment is tried on the segments that
/// follow (``PlacementTrial``), and the one that breaks the fewest rules is the cause to name.
extension LoopTracker {
    /// How many segments behind a doubtful one are looked at.
    static let lookAhead = 12

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
        let raw = RawSegment(
            base: segment.base, start: segment.start, ends: segment.ends, elementCount: segment.elementCount)
        let value = raw.element(Int(entry.element))
        guard !value.contains(segment.delimiters.component) else { return nil }
        return value.first { byte in
            Delimiters.canSeparate(byte) && !segment.delimiters.contains(byte)
                && symbol(of: identifier, raw, byte) != Int(entry.otherSymbol)
        }
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
    ///   - symbol: The segment's symbol.
    ///   - following: The symbols of the segments behind it, -1 for those that no guide knows.
    ///   - block: The block that is being filled, which tells what came already.
    /// - Returns: the way that leaves the least to be found wrong.
    mutating func reading(
        of symbol: Int, before following: [Int], in block: borrowing Block
    ) -> Reading {
        settle()
        let readings = readings(of: symbol)
        guard readings.count > 1 else { return readings[0] }
        let start = PlacementTrial(self, block)
        var faults: [Int] = []
        for reading in readings {
            var trial = start
            trial.begin(reading, symbol, self)
            for next in following { trial.place(next, &self) }
            faults.append(trial.faults)
        }
        return choose(readings, faults)
    }

    /// Places a segment as it was decided to be read.
    mutating func take(
        _ reading: Reading, _ identifier: SegmentIdentifier, _ symbol: Int
    ) -> Placement {
        settle()
        defer { lookUp() }
        swallowed = []
        switch reading {
        case .asAnswered:
            guard let answer = table.ahead(of: stand.rule, symbol) else { return pass(identifier) }
            return take(answer)
        case .passedOver: return pass(identifier)
        case .withoutOpener(let rule):
            let opener = guide.loops[guide.segments[rule].loop].segments[0]
            var placement = open(opener, remarks: .openerMissing)
            placement.rule = Int32(rule)
            stand.rule = rule
            reached[guide.segments[rule].loop] = Int32(rule)
            return placement
        case .mistakenOpener(let loop):
            return open(guide.loops[loop].segments[0], remarks: [.lenient, .openerMistaken])
        }
    }

    // MARK: - Choosing

    private mutating func readings(of symbol: Int) -> [Reading] {
        let answer = table.ahead(of: stand.rule, symbol)
        var readings: [Reading] = [answer == nil ? .passedOver : .asAnswered]
        let wanted = table.symbols.symbols[symbol]
        var seen: Set<Int> = []
        var loop = guide.segments[stand.rule].loop
        while loop >= 0 {
            for near in [loop] + guide.loops[loop].children where near > 0 && seen.insert(near).inserted {
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
            loop = guide.loops[loop].parent
        }
        return readings
    }

    /// The reading of the fewest faults; that of the tables where others are no better, unless just one other
    /// is as good and speaks for itself.
    private func choose(_ readings: [Reading], _ faults: [Int]) -> Reading {
        let least = faults.min() ?? 0
        let best = readings.indices.filter { faults[$0] == least }
        guard best[0] == 0 else { return readings[best[0]] }
        guard best.count == 2 else { return readings[0] }
        switch readings[best[1]] {
        case .withoutOpener(let rule):
            let isLikely = readings[0] == .passedOver || guide.segments[rule].usage == .required
            return isLikely ? readings[best[1]] : readings[0]
        case .mistakenOpener: return readings[best[1]]
        case .asAnswered, .passedOver: return readings[0]
        }
    }
}
