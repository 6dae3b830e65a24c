internal import X12Grammar
internal import X12Text

/// Answers the one question of placing: which rule takes this segment, from where I stand?
///
/// Where one stands is the rule of the segment placed last. An answer depends on nothing else, so each is
/// worked out from the grammar once, when it is first asked for, and looked up from then on.
///
/// The search goes forward first: what may still come in this loop, then what may still come in each loop
/// around it. Only where nothing lies ahead does it look back for a segment that comes too late, again from
/// the inside out; and last of all for a loop further inside, whose own surroundings were left out (a CLM
/// without the HL segments before it).
struct PlacementTable: ~Copyable {
    /// An answer.
    struct Answer: Equatable {
        /// The rule that takes the segment: an index into the guide's segments.
        let rule: Int
        /// Whether the segment comes after something it should come before.
        let isLate: Bool
        /// Whether the segment was taken although its telling value is none that the guide lists here.
        let isLenient: Bool
        /// Whether the segment opens a loop whose surroundings were never opened.
        let isOrphan: Bool

        /// Whether the segment comes where the guide has it.
        var isSure: Bool { !isLate && !isLenient && !isOrphan }

        init(rule: Int, isLate: Bool = false, isLenient: Bool = false, isOrphan: Bool = false) {
            self.rule = rule
            self.isLate = isLate
            self.isLenient = isLenient
            self.isOrphan = isOrphan
        }

        /// Takes an answer out of its number.
        init(packed: UInt32) {
            self.init(
                rule: Int(packed >> 8), isLate: packed & 2 != 0, isLenient: packed & 4 != 0,
                isOrphan: packed & 16 != 0)
        }

        /// The answer as a number above 1.
        var packed: UInt32 {
            UInt32(rule) << 8 | (isLate ? 2 : 0) | (isLenient ? 4 : 0) | (isOrphan ? 16 : 0) | 8
        }
    }

    let guide: Guide
    let symbols: SymbolTable
    /// The answers worked out so far, by standing rule and symbol: 0 unknown, 1 none, else packed, with 32 for one that
    /// stays in the loop, 64 for a gap on the way, and 128 for a loop that may have come already.
    private let answers: FixedTable<UInt32>
    private let symbolCount: Int
    /// The values that tell the segments of each rule apart, packed as they are compared.
    private let values: [[UInt32]]

    init(_ guide: Guide) {
        self.guide = guide
        symbols = SymbolTable(guide)
        symbolCount = symbols.symbols.count
        values = guide.segments.map { ($0.discriminator?.values ?? []).map { SegmentIdentifier($0).packed } }
        answers = FixedTable(repeating: 0, count: guide.segments.count * symbolCount)
    }

    /// An answer as it is kept.
    struct Known {
        let packed: UInt32
        /// Whether the answer is there, and has nothing to it but the rule.
        @inline(__always) var isPlain: Bool { packed & 0x1F == 8 }
        /// Whether the segment belongs to the loop of the rule asked from, and does not open an instance of it.
        @inline(__always) var staysInLoop: Bool { packed & 32 != 0 }
        /// Whether something that the guide demands should have come on the way.
        @inline(__always) var isGap: Bool { packed & 64 != 0 }
        /// Whether it opens a loop that may come once, and may have come already.
        @inline(__always) var mayComeAgain: Bool { packed & 128 != 0 }
        @inline(__always) var rule: Int { Int(packed &>> 8) }
    }

    /// What is known so far of where a segment of this symbol goes.
    @inline(__always)
    func known(from rule: Int, _ symbol: Int) -> Known {
        Known(packed: answers[rule &* symbolCount &+ symbol])
    }

    /// Where a segment of this symbol goes, if that was worked out before.
    func answered(from rule: Int, _ symbol: Int) -> Answer? {
        let known = answers[rule * symbolCount + symbol]
        return known > 1 ? Answer(packed: known) : nil
    }

    /// Where a segment of this symbol goes, looking ahead from `rule`.
    mutating func ahead(of rule: Int, _ symbol: Int) -> Answer? {
        let slot = rule * symbolCount + symbol
        let known = answers[slot]
        if known > 1 { return Answer(packed: known) }
        if known == 1 { return nil }
        let answer = search(from: rule, symbol)
        answers[slot] = answer.map { $0.packed | marks(from: rule, $0.rule) } ?? 1
        return answer
    }

    private func marks(from rule: Int, _ next: Int) -> UInt32 {
        (staysInLoop(from: rule, next) ? 32 : 0) | (isGap(from: rule, to: next) ? 64 : 0)
            | (mayComeAgain(next, from: rule) ? 128 : 0)
    }

    /// Whether a rule's segment may come some way behind another's.
    func leads(from rule: Int, to next: Int) -> Bool { find(from: rule, ahead: true) { $0 == next } != nil }

    private func staysInLoop(from rule: Int, _ next: Int) -> Bool {
        let loop = guide.segments[next].loop
        return loop == guide.segments[rule].loop && guide.loops[loop].segments.first != next
    }

    /// The loops that segments of this identifier would open as seen from `rule`, nearest loop first.
    func siblingsOpened(by identifier: UInt32, from rule: Int) -> [Int] {
        var loop = guide.segments[rule].loop
        while loop >= 0 {
            let opened = guide.loops[loop].children.filter {
                guide.segments[guide.loops[$0].segments[0]].identifier.packed == identifier
            }
            if !opened.isEmpty { return opened }
            loop = guide.loops[loop].parent
        }
        return []
    }

    // MARK: - What a way says

    /// Whether something that the guide demands should have come on the way from one segment to the next: other segments
    /// between two of which there may be only one.
    func isGap(from rule: Int, to next: Int) -> Bool {
        lacks(from: rule, to: next) || mayBeAnotherLoops(next)
    }

    /// The same, but for those that may be another loop's by their codes.
    func lacks(from rule: Int, to next: Int) -> Bool {
        guard guide.segments[next].identifier != "SE" else { return false }
        let own = guide.segments[next].loop
        let isOpener = guide.loops[own].segments.first == next
        // One that may come once and comes twice in a row may be the next loop's.
        if next == rule, !isOpener, guide.segments[next].maximumUse == 1 { return true }
        let target = isOpener ? guide.loops[own].parent : own
        let end = isOpener ? guide.loops[own].order : guide.segments[next].order
        var loop = guide.segments[rule].loop
        var order = guide.segments[rule].order
        var inside = -1
        while loop >= 0 {
            let end = loop == target ? end : .max
            if isDemanded(in: loop, behind: order, inside, before: end) { return true }
            if lacksBracket(
                loop, from: inside < 0 ? rule : guide.loops[inside].segments[0], order..<max(order, end),
                to: next)
            {
                return true
            }
            inside = loop
            if loop == target { return false }
            order = guide.loops[loop].order
            loop = guide.loops[loop].parent
        }
        return false
    }

    /// Whether a segment, which opens no loop, stands where a loop may come next that has one of its kind as well, with
    /// codes of its own: those tell whether that loop's first segment is lost before it (`AAA` of 2000A and of 2100A).
    func mayBeAnotherLoops(_ rule: Int) -> Bool {
        let loop = guide.segments[rule].loop
        guard guide.loops[loop].segments.first != rule else { return false }
        return guide.loops.indices.contains { next in
            let other = guide.loops[next]
            let isDue =
                other.parent == loop && other.usage == .required && other.order > guide.segments[rule].order
            return next != loop && (isDue || isLevel(next))
                && other.segments.dropFirst().contains { hasOtherCodes($0, than: rule) }
        }
    }

    /// Whether a loop is a level (HL).
    func isLevel(_ loop: Int) -> Bool {
        guide.segments[guide.loops[loop].segments[0]].identifier == "HL"
    }

    /// Whether a rule is for segments that another one takes too, and has codes that the other lacks.
    private func hasOtherCodes(_ other: Int, than rule: Int) -> Bool {
        let (first, second) = (guide.segments[rule], guide.segments[other])
        guard first.identifier == second.identifier else { return false }
        if let own = first.discriminator?.values, let others = second.discriminator?.values,
            Set(own).isDisjoint(with: others)
        {
            return false
        }
        let telling = (first.discriminator?.element ?? 0) - 1
        return zip(first.elements, second.elements).enumerated().contains { position, pair in
            let (codes, others) = (guide.elements[pair.0].codes, guide.elements[pair.1].codes)
            return position != telling && codes >= 0 && others >= 0
                && !Set(guide.codeLists[codes]).isSuperset(of: guide.codeLists[others])
        }
    }

    /// Whether a segment that stands around a loop is left out between one segment and another of the loop around, of
    /// which one opens that loop or is another of its brackets.
    private func lacksBracket(_ loop: Int, from first: Int, _ orders: Range<Int>, to last: Int) -> Bool {
        guide.loops[loop].segments.contains { bracket in
            let rule = guide.segments[bracket]
            guard rule.bracketed >= 0, bracket != first, bracket != last, rule.order > orders.lowerBound,
                rule.order < orders.upperBound
            else { return false }
            return [first, last].contains {
                guide.segments[$0].bracketed == rule.bracketed
                    || guide.loops[rule.bracketed].segments[0] == $0
            }
        }
    }

    /// Whether a segment opens a loop that segments stand around.
    func isBracketed(_ rule: Int) -> Bool {
        let loop = guide.segments[rule].loop
        return guide.loops[loop].segments[0] == rule && guide.segments.contains { $0.bracketed == loop }
    }

    /// Whether a segment opens a loop that may come once, and from where one stands may have come already.
    func mayComeAgain(_ next: Int, from rule: Int) -> Bool {
        let own = guide.segments[next].loop
        guard guide.loops[own].maximumUse == 1, guide.loops[own].parent >= 0,
            guide.loops[own].segments.first == next
        else { return false }
        var loop = guide.segments[rule].loop
        var order = guide.segments[rule].order
        while loop >= 0, loop != guide.loops[own].parent {
            order = guide.loops[loop].order
            loop = guide.loops[loop].parent
        }
        return loop >= 0 && order >= guide.loops[own].order
    }

    /// Whether a loop demands something behind an order, or behind one of its inner loops (-1 for none) that shares the order
    /// with it, and before another order.
    private func isDemanded(in loop: Int, behind start: Int, _ inside: Int, before end: Int) -> Bool {
        guide.loops[loop].segments.dropFirst().contains {
            let segment = guide.segments[$0]
            return segment.usage == .required && segment.identifier != "SE" && segment.order > start
                && segment.order < end
        }
            || guide.loops[loop].children.contains {
                let order = guide.loops[$0].order
                return guide.loops[$0].usage == .required && order < end
                    && (order > start || order == start && inside >= 0 && $0 > inside)
            }
    }

    // MARK: - Working an answer out

    private func search(from rule: Int, _ symbol: Int) -> Answer? {
        let wanted = symbols.symbols[symbol]
        if let found = find(from: rule, ahead: true, { takes($0, wanted) }) {
            return Answer(rule: found)
        }
        if let found = find(from: rule, ahead: false, { takes($0, wanted) }) {
            return Answer(rule: found, isLate: true)
        }
        if let found = findInside(from: rule, wanted) { return Answer(rule: found, isOrphan: true) }
        return wanted.value == nil ? lenient(from: rule, wanted) : nil
    }

    /// The only rule of this identifier that is near, if its telling value is just not a listed one.
    private func lenient(from rule: Int, _ wanted: SymbolTable.Symbol) -> Answer? {
        var loop = guide.segments[rule].loop
        var order = guide.segments[rule].order
        while loop >= 0 {
            let near = items(of: loop, from: order).filter {
                guide.segments[$0].identifier.packed == wanted.identifier
            }
            if near.count == 1 { return Answer(rule: near[0], isLenient: true) }
            if near.count > 1 { return nil }
            order = guide.loops[loop].order
            loop = guide.loops[loop].parent
        }
        return nil
    }

    private func find(from rule: Int, ahead: Bool, _ accepts: (Int) -> Bool) -> Int? {
        var loop = guide.segments[rule].loop
        var order = ahead ? guide.segments[rule].order : Int.min
        while loop >= 0 {
            if let found = items(of: loop, from: order).first(where: accepts) { return found }
            order = ahead ? guide.loops[loop].order : Int.min
            loop = guide.loops[loop].parent
        }
        return nil
    }

    /// The opener of a loop further inside, the nearest and least deep one.
    private func findInside(from rule: Int, _ wanted: SymbolTable.Symbol) -> Int? {
        var loop = guide.segments[rule].loop
        while loop >= 0 {
            var level = guide.loops[loop].children
            while !level.isEmpty {
                if let found = level.map({ guide.loops[$0].segments[0] }).first(where: { takes($0, wanted) })
                {
                    return found
                }
                level = level.flatMap { guide.loops[$0].children }
            }
            loop = guide.loops[loop].parent
        }
        return nil
    }

    /// The segments of a loop, its opener left out, and the openers of the loops inside, from an order on.
    private func items(of loop: Int, from order: Int) -> [Int] {
        let rule = guide.loops[loop]
        var items: [(order: Int, segment: Int)] = []
        for segment in rule.segments.dropFirst() where guide.segments[segment].order >= order {
            items.append((guide.segments[segment].order, segment))
        }
        for child in rule.children where guide.loops[child].order >= order {
            items.append((guide.loops[child].order, guide.loops[child].segments[0]))
        }
        return items.sorted { $0 < $1 }.map(\.segment)
    }

    /// Whether a rule is for segments of a symbol.
    func takes(_ rule: Int, _ wanted: SymbolTable.Symbol) -> Bool {
        let segment = guide.segments[rule]
        guard segment.identifier.packed == wanted.identifier else { return false }
        guard segment.discriminator != nil else { return true }
        guard let value = wanted.value else { return false }
        return values[rule].contains(value)
    }
}
