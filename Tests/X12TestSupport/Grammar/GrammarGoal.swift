internal import X12Grammar

/// What one transaction set is to visit above all, so that rare and deep places are reached too.
struct GrammarGoal: Sendable {
    /// The loops that lead there, and the segment; -1 for none.
    var path: Set<Int> = []
    var segment = -1
    /// The element, and the component of it if that is what is wanted.
    var elements: Set<Int> = []
    /// What is to come as often as it may.
    var repeated: Repeated?

    /// What is repeated, up to its maximum.
    enum Repeated: Sendable, Equatable {
        case item(GrammarPlan.Item.Kind)
        case element(Int)
    }

    /// No goal.
    init() {}

    /// One of the things that were not visited yet, or not as often as they may come; `nil` when all were.
    ///
    /// `isBare` asks only for segments that never came, not how often they may come, nor what is in them.
    init?(
        _ plan: GrammarPlan, _ coverage: GrammarCoverage, _ random: inout SplitMix64, isBare: Bool = false
    ) {
        let open = isBare ? Self.absent(plan, coverage) : Self.open(plan, coverage)
        guard !open.isEmpty else { return nil }
        switch random.pick(open) {
        case .loop(let loop):
            path = plan.path(to: loop)
            if !isBare, coverage.loops[loop] > 0 || random.happens(percent: 20) {
                repeated = .item(.loop(loop))
            }
        case .segment(let rule):
            lead(to: rule, plan)
            if !isBare, coverage.segments[rule] > 0 || random.happens(percent: 20) {
                repeated = .item(.segment(rule))
            }
        case .element(let element):
            let owner = plan.composites[element] ?? element
            lead(to: random.pick(plan.owners[owner]), plan)
            elements = [owner, element]
            if coverage.elements[element] > 0 { repeated = .element(element) }
        }
    }

    /// Whether this item has to be sent.
    func leads(to item: GrammarPlan.Item) -> Bool {
        switch item.kind {
        case .loop(let loop): path.contains(loop)
        case .segment(let rule): rule == segment
        }
    }

    private mutating func lead(to rule: Int, _ plan: GrammarPlan) {
        segment = rule
        path = plan.path(to: plan.guide.segments[rule].loop)
    }

    private enum Candidate {
        case loop(Int)
        case segment(Int)
        case element(Int)
    }

    private static func absent(_ plan: GrammarPlan, _ coverage: GrammarCoverage) -> [Candidate] {
        plan.guide.segments.indices.filter {
            plan.guide.segments[$0].usage != .notUsed && coverage.segments[$0] == 0
        }.map { .segment($0) }
    }

    private static func open(_ plan: GrammarPlan, _ coverage: GrammarCoverage) -> [Candidate] {
        let guide = plan.guide
        var open: [Candidate] = []
        for (index, loop) in guide.loops.enumerated().dropFirst()
        where loop.usage != .notUsed && coverage.loops[index] < GrammarCoverage.goal(loop.maximumUse) {
            open.append(.loop(index))
        }
        for (index, segment) in guide.segments.enumerated()
        where segment.usage != .notUsed && coverage.segments[index] < GrammarCoverage.goal(segment.maximumUse)
        {
            open.append(.segment(index))
        }
        for (index, element) in guide.elements.enumerated() where coverage.isUsed[index] {
            let isRepeated = coverage.elements[index] >= GrammarCoverage.goal(element.maximumRepeat)
            if !isRepeated || coverage.codesLeft[index] > 0 { open.append(.element(index)) }
        }
        return open
    }
}
