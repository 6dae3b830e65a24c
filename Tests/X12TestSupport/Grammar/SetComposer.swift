internal import X12Grammar

/// Makes one transaction set after the other by the plan of a guide, piece by piece.
struct SetComposer: Sendable {
    let plan: GrammarPlan
    let profile: GrammarProfile
    var maker: ValueMaker
    var coverage: GrammarCoverage
    /// What this set is to visit above all.
    var goal = GrammarGoal()
    /// Whether what is new is still preferred.
    var isGuided = false
    /// How large the set is to become at least; 0 leaves it to chance.
    var wantedBytes = 0
    /// How many bytes and segments it has so far; each terminator is a byte.
    var byteCount = 0
    var segmentCount = 0
    /// ST02.
    var setNumber: [UInt8] = []
    /// The segments of the piece being made: a level, a claim, or what stands around them.
    var piece: [GeneratedSegment] = []
    private var levelCount = 0
    private var loopInstance = 0

    /// Takes a finished piece.
    typealias Sink = (inout [GeneratedSegment]) throws -> Void

    /// Where in a set something is made.
    struct Place {
        var loop = 0
        /// The loop's instance, counted over the set from 1, and in its parent from 1.
        var instance = 0
        var ordinal = 1
        /// HL01 of the level around and of the one around that, and whether levels follow below.
        var level = 0
        var parentLevel = 0
        var hasChild = false
    }

    init(_ plan: GrammarPlan, seed: UInt64, profile: GrammarProfile, format: WorkloadFormat) {
        self.plan = plan
        self.profile = profile
        maker = ValueMaker(random: SplitMix64(seed: seed), format: format)
        coverage = GrammarCoverage(plan.guide)
    }

    /// Makes a set of a control number, of a size at least when one is wanted.
    mutating func set(number: Int, atLeast bytes: Int = 0, to sink: Sink) rethrows {
        setNumber = Array(digits(number, 4).utf8)
        (byteCount, segmentCount, levelCount, loopInstance) = (0, 0, 0, 0)
        wantedBytes = bytes
        let open =
            profile.isGuided
            ? GrammarGoal(plan, coverage, &maker.random, isBare: profile.extent == .minimal) : nil
        isGuided = open != nil
        goal = open ?? GrammarGoal()
        if bytes > 0 { goal.path.formUnion(plan.path(to: plan.growing)) }
        _ = try loop(0, ordinal: 1, in: Place(), taken: [], to: sink)
        try handOver(to: sink)
    }

    // MARK: - Loops

    /// Makes an instance of a loop, the `ordinal`th in its parent; `taken` are the telling codes of those before.
    ///
    /// Returns its own telling code, as an index into the element's list.
    private mutating func loop(
        _ index: Int, ordinal: Int, in parent: Place, taken: Set<Int>, to sink: Sink
    ) rethrows -> Int? {
        let loop = plan.loops[index]
        if plan.guide.loops[index].block != .inside { try handOver(to: sink) }
        let counts = counts(of: loop)
        loopInstance += 1
        var place = parent
        (place.loop, place.instance, place.ordinal) = (index, loopInstance, ordinal)
        if loop.isLevel {
            levelCount += 1
            place.parentLevel = parent.level
            place.level = levelCount
        }
        place.hasChild = loop.levels.contains { counts[$0] > 0 }
        let code = segment(loop.opener, place, taken: taken)
        for group in loop.groups { try self.group(group, of: loop, counts, place, to: sink) }
        return code
    }

    /// Makes the items that share a position.
    private mutating func group(
        _ group: Range<Int>, of loop: GrammarPlan.LoopPlan, _ counts: [Int], _ place: Place, to sink: Sink
    ) rethrows {
        // The item that grows has no end yet; it stands here once, and is repeated in its place.
        var occurrences = group.flatMap { Array(repeating: $0, count: counts[$0] == .max ? 1 : counts[$0]) }
        if profile.isShuffled, group.count > 1 { shuffle(&occurrences) }
        var made: [Int: (count: Int, codes: Set<Int>)] = [:]
        for index in occurrences {
            repeat {
                var (count, codes) = made[index] ?? (0, [])
                count += 1
                let code = try item(loop.items[index], ordinal: count, place, taken: codes, to: sink)
                if let code { codes.insert(code) }
                made[index] = (count, codes)
            } while counts[index] == .max && byteCount < wantedBytes
        }
        for (index, (count, _)) in made {
            switch loop.items[index].kind {
            case .loop(let loop): coverage.visit(loop: loop, times: count)
            case .segment(let segment): coverage.visit(segment: segment, times: count)
            }
        }
    }

    private mutating func item(
        _ item: GrammarPlan.Item, ordinal: Int, _ place: Place, taken: Set<Int>, to sink: Sink
    ) rethrows -> Int? {
        switch item.kind {
        case .loop(let loop): return try self.loop(loop, ordinal: ordinal, in: place, taken: taken, to: sink)
        case .segment(let segment):
            // What follows the claims is a piece of its own.
            if place.loop == 0, let first = piece.first, plan.guide.segments[first.rule].loop != 0 {
                try handOver(to: sink)
            }
            return self.segment(segment, place, taken: taken)
        }
    }

    private mutating func shuffle(_ items: inout [Int]) {
        for last in stride(from: items.count - 1, to: 0, by: -1) {
            items.swapAt(last, maker.random.number(in: 0...last))
        }
    }

    private mutating func handOver(to sink: Sink) rethrows {
        guard !piece.isEmpty else { return }
        try sink(&piece)
        piece.removeAll(keepingCapacity: true)
    }
}
