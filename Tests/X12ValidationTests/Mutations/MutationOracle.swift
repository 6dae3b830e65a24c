import X12Grammar
import X12TestSupport
import X12Text

/// Says what a change of a valid set should be found to be. Knows the guide, and where each segment of the valid
/// set belongs; calls neither reader nor validator.
struct MutationOracle {
    let valid: GeneratedSet

    private var guide: Guide { valid.guide }

    /// What should be found, or `nil` where this oracle does not say: what opens a loop cannot be taken out, put
    /// elsewhere or taken for another without consequences, see ``OpenerOracle``.
    func predictions(_ mutation: Mutation, _ changed: GeneratedSet) -> [Prediction]? {
        let segment = valid.segments[mutation.segment]
        let isEdge = segment.opensLoop || segment.identifier == "SE"
        switch mutation.kind {
        case .delete, .duplicate, .swapWithNext, .emptySegment:
            guard !isEdge else { return nil }
        default: if isEdge, tells(mutation) { return nil }
        }
        switch mutation.kind {
        case .delete: return lost(mutation.segment) + count(changed)
        case .duplicate: return repeated(mutation.segment, changed) + count(changed)
        case .swapWithNext: return swapped(mutation.segment)
        default: return numbered(mutation, values(mutation, changed))
        }
    }

    // MARK: - Segments

    /// SE01, which was not counted again.
    private func count(_ changed: GeneratedSet) -> [Prediction] {
        [Prediction("ENV-SE01-COUNT", at: changed.segments.count, element: 1)]
    }

    /// The segments that stand in the same place of the same loop.
    private func companions(_ index: Int) -> [Int] {
        let segment = valid.segments[index]
        return valid.segments.indices.filter {
            valid.segments[$0].rule == segment.rule && valid.segments[$0].loopInstance == segment.loopInstance
        }
    }

    /// What is missing is said at the last segment behind which it could have stood: what shares its position may
    /// come in any order.
    private func lost(_ index: Int) -> [Prediction] {
        let rule = guide.segments[valid.segments[index].rule]
        // One of the segments around a loop is demanded by the loop, and by the other of them.
        guard rule.usage == .required || rule.bracketed >= 0, companions(index).count == 1 else { return [] }
        var place = index
        for other in valid.segments.indices.dropFirst(index + 1) {
            guard let order = order(of: other, in: rule.loop), order == rule.order else { break }
            place += 1
        }
        return [Prediction("GDE-SEG-MISSING", at: place)]
    }

    /// The order that a segment, or the loop it is in, has among what stands in a loop; `nil` outside of it.
    private func order(of index: Int, in loop: Int) -> Int? {
        let rule = guide.segments[valid.segments[index].rule]
        if rule.loop == loop { return valid.segments[index].opensLoop ? nil : rule.order }
        var inner = rule.loop
        while inner > 0, guide.loops[inner].parent != loop { inner = guide.loops[inner].parent }
        return inner > 0 ? guide.loops[inner].order : nil
    }

    private func repeated(_ index: Int, _ changed: GeneratedSet) -> [Prediction] {
        let rule = guide.segments[valid.segments[index].rule]
        let companions = companions(index)
        guard companions.count + 1 > rule.maximumUse, let last = companions.last else { return [] }
        // The copy pushes the last one back by one. One too many in front of a loop that has its kind too may as well be
        // that loop's, whose first segment is lost.
        var choices: Set = [Prediction.Choice(rule: "GDE-SEG-MAX")]
        if isFollowedByItsLike(last, rule) { choices.insert(Prediction.Choice(rule: "GDE-SEG-MISSING")) }
        return [Prediction(oneOf: choices, at: last + 2)]
    }

    /// Whether the next loop begins right behind a segment, and may have one of its kind too.
    private func isFollowedByItsLike(_ index: Int, _ rule: SegmentRule) -> Bool {
        guard index + 1 < valid.segments.count, valid.segments[index + 1].opensLoop else { return false }
        let next = guide.segments[valid.segments[index + 1].rule].loop
        return guide.loops[next].segments.contains { other in
            let other = guide.segments[other]
            guard other.identifier == rule.identifier else { return false }
            guard let telling = other.discriminator else { return true }
            let elements = valid.segments[index].elements
            let sent = telling.element <= elements.count ? elements[telling.element - 1].first : nil
            return sent?.first.map(telling.values.contains) ?? false
        }
    }

    private func swapped(_ index: Int) -> [Prediction]? {
        guard index + 1 < valid.segments.count else { return nil }
        let (first, second) = (valid.segments[index], valid.segments[index + 1])
        guard first.loopInstance == second.loopInstance else { return nil }
        let (before, behind) = (guide.segments[first.rule].order, guide.segments[second.rule].order)
        return before < behind ? [Prediction("ENV-SEG-ORDER", at: index + 2)] : []
    }

    // MARK: - Values

    private func values(_ mutation: Mutation, _ changed: GeneratedSet) -> [Prediction] {
        let segment = changed.segments[mutation.segment]
        let position = mutation.segment + 1
        let found = SegmentOracle(guide: guide, rule: segment.rule, position: position).predictions(
            segment.elements)
        guard tells(mutation) else { return found }
        // What tells segments apart is wrong: nothing is known by it, or only what has no place here, or there is but
        // one segment of the identifier, with a wrong code.
        var choices = Set(found.flatMap(\.choices))
        if let telling = guide.segments[segment.rule].discriminator {
            for rule in ["ENV-TXN-UNKNOWN-LOOP", "GDE-SEG-NOTUSED"] {
                choices.insert(
                    Prediction.Choice(rule: rule, element: telling.element, component: telling.component))
            }
        }
        for rule in ["ENV-SEG-ORDER", "GDE-SEG-NOTUSED"] { choices.insert(Prediction.Choice(rule: rule)) }
        return found.isEmpty ? [] : [Prediction(oneOf: choices, at: position)]
    }

    /// What is wrong with a number that counts may be said by the rule on its value, or by the rule on counting.
    private func numbered(_ mutation: Mutation, _ found: [Prediction]) -> [Prediction] {
        let segment = valid.segments[mutation.segment].identifier
        let isProfessional = guide.transactionSet == "837"
        let rule: String
        switch (segment, mutation.element) {
        case ("HL", 1): rule = "GDE-HL01-SEQ"
        case ("HL", 2): rule = "GDE-HL02-PARENT"
        case ("HL", 4): rule = "GDE-HL04-CHILD"
        case ("LX", 1) where isProfessional: rule = "837P-LX-SEQ"
        case ("SE", 1): rule = "ENV-SE01-COUNT"
        case ("SE", 2): rule = "ENV-ST02-SE02"
        case ("ST", 3): rule = "ENV-ST03-GS08"
        default: return found
        }
        // A level's number that the guide does not use is no number.
        if mutation.kind == .fillUnused, segment == "HL" { return found }
        let choices = found.flatMap(\.choices) + [Prediction.Choice(rule: rule, element: mutation.element)]
        return [Prediction(oneOf: Set(choices), at: mutation.segment + 1)]
    }

    /// Whether the change is made to what tells the segment from others; a repetition or a component behind it
    /// makes it another value, too.
    private func tells(_ mutation: Mutation) -> Bool {
        guard let telling = guide.segments[valid.segments[mutation.segment].rule].discriminator else {
            return false
        }
        guard mutation.element == telling.element, mutation.repetition == 0 else { return false }
        return mutation.component == telling.component || mutation.component == 0
    }
}
