internal import X12Grammar

/// How often what stands in a loop is sent.
extension SetComposer {
    /// How often each item of a loop comes; `Int.max` for the one that grows until the set is large enough.
    mutating func counts(of loop: GrammarPlan.LoopPlan) -> [Int] {
        var counts: [Int] = []
        for item in loop.items { counts.append(count(item)) }
        if loop.isLevel { demandChildren(loop, &counts) }
        if !loop.bracketed.isEmpty {
            let isSent = loop.bracketed.contains { counts[$0] > 0 }
            for index in loop.bracketed { counts[index] = isSent ? max(1, counts[index]) : 0 }
        }
        if wantedBytes > 0, let growing = loop.items.firstIndex(where: { $0.kind == .loop(plan.growing) }) {
            counts[growing] = .max
        }
        return counts
    }

    private mutating func count(_ item: GrammarPlan.Item) -> Int {
        if case .item(item.kind) = goal.repeated {
            // Once is enough.
            goal.repeated = nil
            return GrammarCoverage.goal(item.maximum)
        }
        let isNeeded = item.isRequired || goal.leads(to: item)
        switch profile.extent {
        case .minimal: return isNeeded ? 1 : 0
        case .everything: return item.maximum > 1 && !item.isBlock ? 2 : 1
        case .typical:
            // A set without any claim is rare.
            let likely = item.isBlock ? 60 : isNew(item) ? 45 : 20
            guard isNeeded || maker.random.happens(percent: likely) else { return 0 }
            guard item.maximum > 1, maker.random.happens(percent: 40) else { return 1 }
            return maker.random.happens(percent: 20) ? maker.random.number(in: 2...min(item.maximum, 5)) : 2
        }
    }

    /// Whether there is something about an item that was not visited.
    private func isNew(_ item: GrammarPlan.Item) -> Bool {
        guard isGuided else { return false }
        return switch item.kind {
        case .loop(let loop): coverage.loops[loop] == 0
        case .segment(let segment):
            !plan.guide.segments[segment].elements.allSatisfy { coverage.isComplete(element: $0) }
        }
    }

    /// Levels below as HL04 allows them, and a claim where a level has no other below.
    private func demandChildren(_ loop: GrammarPlan.LoopPlan, _ counts: inout [Int]) {
        let codes = childCodes(loop.opener)
        if codes == ["0"] { for level in loop.levels { counts[level] = 0 } }
        if codes == ["1"], loop.levels.allSatisfy({ counts[$0] == 0 }), let first = loop.levels.first {
            counts[first] = 1
        }
        guard loop.levels.allSatisfy({ counts[$0] == 0 }) else { return }
        if let unit = loop.units.first { counts[unit] = max(1, counts[unit]) }
    }

    /// The values that the guide allows for HL04.
    private func childCodes(_ opener: Int) -> [String] {
        let elements = plan.guide.segments[opener].elements
        guard elements.count >= 4 else { return [] }
        let codes = plan.guide.elements[elements.lowerBound + 3].codes
        return codes < 0 ? [] : plan.guide.codeLists[codes]
    }
}
