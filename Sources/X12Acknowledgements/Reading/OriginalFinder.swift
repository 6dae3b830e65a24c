public import X12Diagnostics
internal import X12Grammar
internal import X12Parser
public import X12Text

/// Finds in an original file what the items of a work-list speak of.
///
///     var finder = OriginalFinder(items)
///     try finder.search(try ByteSource(path: "claims.837"))
///     for item in finder.items { item.original … }
///
/// A 999 is matched by the control numbers of group and set and by the segment's position, a 277CA by the claim's
/// number in the batch it names, a TA1 by the interchange's control number. The original is read once, in flat
/// memory; what is remembered grows with the items alone. Of claims that share one number the first hundred are looked at.
public struct OriginalFinder: ~Copyable {
    /// The items, and behind them those of the units, which are looked for alike.
    private var all: [WorkItem]
    private var answered: [AnsweredUnit]
    /// Items by what they are matched by.
    private var interchanges: [String: [Int]] = [:]
    private var groups: [String: [Int]] = [:]
    private var sets: [SetKey: [Int]] = [:]
    private var batches: [String: [Int]] = [:]
    private var claims: [String: [Int]] = [:]
    /// How many claims of these numbers were met.
    private var met: [String: Int] = [:]
    /// How well the places of claims fit that were found so far; of those that fit best the first counts.
    private var fits: [Int: Int] = [:]
    // The original around the block being read.
    private var group = ""
    private var set = SetKey(group: "", set: "")
    private var batch = ""
    /// The number of the billing provider (NM109).
    private var provider = ""
    /// Items that the open interchange, group and set belong to, whose claims are counted.
    private var counting: [Scope: [Int]] = [:]
    /// What is looked for in the open set, by position, the next one last.
    private var wanted: [(position: Int, item: Int)] = []
    private var standing = Standing()

    private struct SetKey: Hashable {
        var group: String
        var set: String
    }

    private enum Scope { case interchange, group, set }

    /// What stands around the segment being looked at.
    private struct Standing {
        var loop = ""
        var loopName = ""
        var claim = ""
        var line = ""
    }

    /// Looks for some items, and for what was answered as a whole.
    public init(_ items: [WorkItem], in units: [AnsweredUnit] = []) {
        all = items + units.map(\.item)
        answered = units
        for (index, item) in all.enumerated() {
            switch item.subject {
            case .interchange: interchanges[item.answered.interchange, default: []].append(index)
            case .group: groups[item.answered.group, default: []].append(index)
            case .transactionSet, .segment, .element:
                let key = SetKey(group: item.answered.group, set: item.answered.transactionSet)
                sets[key, default: []].append(index)
            case .batch, .provider: batches[item.answered.batch, default: []].append(index)
            case .claim, .serviceLine: claims[item.claim, default: []].append(index)
            }
        }
    }

    /// The items, with their places as far as they were found.
    public var items: [WorkItem] { Array(all.dropLast(answered.count)) }

    /// What was answered as a whole, with its place as far as it was found, and the claims of batches that were left out.
    public var units: [AnsweredUnit] {
        zip(answered, all.suffix(answered.count)).map { unit, item in
            var unit = unit
            unit.item = item
            return unit
        }
    }

    /// Reads an original; several may be read one after the other.
    ///
    /// - Throws: what ``X12Parser/BlockReader/next(into:)`` throws.
    public mutating func search(
        _ source: consuming ByteSource, limits: Limits = Limits()
    ) throws(X12Error) {
        var reader = BlockReader(source, limits: limits)
        var block = Block()
        while try reader.next(into: &block) { look(at: block) }
        counting = [:]
        wanted = []
    }

    // MARK: - Envelopes

    private mutating func look(at block: borrowing Block) {
        switch block.kind {
        case .interchange:
            counting = [:]
            open(.interchange, interchanges[Self.text(block, 13)] ?? [], block)
        case .group:
            counting[.set] = nil
            group = Self.text(block, 6)
            open(.group, groups[group] ?? [], block)
        case .header: begin(block)
        case .level(let loop):
            if block.guide?.loops[loop].identifier == "2000A" { provider = Self.provider(block) }
            inside(block)
        case .unit, .trailer: inside(block)
        default: break
        }
    }

    private static func text(_ block: borrowing Block, _ element: Int) -> String {
        block.view(0)[element].string.trimmedEnd
    }

    private mutating func open(_ scope: Scope, _ found: [Int], _ block: borrowing Block) {
        counting[scope] = found
        for index in found { note(index, block, 0) }
    }

    private mutating func begin(_ block: borrowing Block) {
        set = SetKey(group: group, set: Self.text(block, 2))
        batch = ""
        provider = ""
        for index in 0..<block.count where block.view(index).identifier == "BHT" {
            batch = block.view(index)[3].string
        }
        let found = sets[set] ?? []
        let whole = found.filter { all[$0].subject == .transactionSet } + (batches[batch] ?? [])
        open(.set, whole, block)
        counting[.set]?.removeAll { all[$0].subject == .provider }
        wanted = found.compactMap { index in all[index].segment.map { (Self.position(of: $0), index) } }
        wanted.sort { $0.position > $1.position }
        standing = Standing()
        inside(block)
    }

    /// The position that is looked for: of something missing the one before, which stands in its loop still.
    private static func position(of segment: AnsweredSegment) -> Int {
        segment.isMissing ? max(1, segment.position - 1) : segment.position
    }

    // MARK: - Segments

    private mutating func inside(_ block: borrowing Block) {
        var isClaim = false
        if case .unit = block.kind, let first = Self.claimNumber(block) {
            isClaim = true
            standing.claim = first
            let charge = Self.charge(block)
            for scope in counting.values { for index in scope { count(first, charge, in: index) } }
        } else {
            standing.claim = ""
        }
        standing.line = ""
        if !wanted.isEmpty {
            for index in 0..<block.count {
                stand(on: block, index)
                let position = Int(block[index].position)
                while let next = wanted.last, next.position <= position {
                    wanted.removeLast()
                    note(next.item, block, index)
                }
            }
        }
        if isClaim, let found = claims[standing.claim] {
            met[standing.claim, default: 0] += 1
            if met[standing.claim, default: 0] <= SentClaims.mostOfOneNumber { match(found, block) }
        }
    }

    /// Counts a claim of what was answered as a whole.
    private mutating func count(_ claim: String, _ charge: ExactDecimal?, in index: Int) {
        all[index].original?.claims += 1
        let unit = index - (all.count - answered.count)
        if unit >= 0, all[index].subject == .batch {
            answered[unit].meet(claim, charge: charge, provider: provider)
        }
    }

    /// The number of the billing provider that a level names.
    private static func provider(_ block: borrowing Block) -> String {
        for index in 0..<block.count where block.view(index).identifier == "NM1" {
            if block.view(index)[1].string == "85" { return block.view(index)[9].string.trimmedEnd }
        }
        return ""
    }

    /// What a claim charges (CLM02).
    private static func charge(_ block: borrowing Block) -> ExactDecimal? {
        ExactDecimal(block.view(0)[2].string)
    }

    private static func claimNumber(_ block: borrowing Block) -> String? {
        guard block.count > 0 else { return nil }
        let first = block.view(0)
        return first.identifier == "CLM" || first.identifier == "CLP" ? first[1].string.trimmedEnd : nil
    }

    private mutating func stand(on block: borrowing Block, _ index: Int) {
        let rule = Int(block[index].placement.rule)
        guard rule >= 0, let guide = block.guide else { return }
        let loop = guide.loops[guide.segments[rule].loop]
        standing.loop = loop.parent < 0 ? "" : loop.identifier
        standing.loopName = loop.parent < 0 ? "" : loop.name
        if block.view(index).identifier == "LX", !standing.claim.isEmpty {
            standing.line = block.view(index)[1].string
        }
    }

    /// Writes down that an item's place is a segment of a block; of several places the first one counts.
    private mutating func note(_ item: Int, _ block: borrowing Block, _ index: Int) {
        if all[item].original != nil {
            all[item].original?.candidates += 1
            return
        }
        var place = OriginalPlace(at: block[index].location)
        place.segment = block.view(index).identifier.description
        place.loop = standing.loop
        place.loopName = standing.loopName
        place.claim = standing.claim
        place.serviceLine = standing.line
        let delimiters = block.delimiters
        place.excerpt = OriginalPlace.SegmentText(
            bytes: Array(block.received(index)),
            separators: [
                delimiters.element, delimiters.component, delimiters.repetition ?? 0, delimiters.segment,
            ])
        all[item].original = place
        refine(item, block, index)
    }

    /// Names the element, and the codes allowed for it, by the rule that the segment was placed by: an answer tells
    /// four characters of a loop, which several loops share.
    private mutating func refine(_ item: Int, _ block: borrowing Block, _ index: Int) {
        let rule = Int(block[index].placement.rule)
        guard let guide = block.guide, rule >= 0, let segment = all[item].segment, !segment.isMissing,
            segment.identifier == all[item].original?.segment
        else { return }
        let placed = guide.segments[rule]
        guard segment.element > 0 else {
            all[item].segment?.name = placed.name
            return
        }
        guard let element = placed.element(segment.element, segment.component, in: guide) else { return }
        all[item].segment?.name = element.name
        let isCode = ["7", "I6"].contains(all[item].reasons.first?.code)
        all[item].allowed = isCode && element.codes >= 0 ? guide.codeLists[element.codes] : []
    }

    // MARK: - Claims

    private mutating func match(_ found: [Int], _ block: borrowing Block) {
        for item in found {
            // The batch that is named counts more than the charge: numbers are used again, charges are mended.
            let wanted = all[item].answered.batch
            let isCharged = all[item].claimCharge.map { $0 == Self.charge(block) } ?? false
            let fit = (wanted.isEmpty || wanted == batch ? 2 : 0) + (isCharged ? 1 : 0)
            guard fit >= fits[item, default: 0] else { continue }
            if fit > fits[item, default: 0] { all[item].original = nil }
            fits[item] = fit
            let index = all[item].subject == .serviceLine ? line(all[item].serviceLine, block) : 0
            let before = standing
            if let index { stand(on: block, index) } else { stand(on: block, 0) }
            note(item, block, index ?? 0)
            standing = before
        }
    }

    /// The segment that opens the service line of a number: its control number (REF 6R), else its LX01.
    private func line(_ number: String, _ block: borrowing Block) -> Int? {
        var opener: Int?
        var numbered: Int?
        for index in 0..<block.count {
            let segment = block.view(index)
            if segment.identifier == "LX" {
                opener = index
                if segment[1].string == number { numbered = index }
            }
            if segment.identifier == "REF", segment[1].string == "6R", segment[2].string == number {
                return opener
            }
        }
        return numbered
    }
}
