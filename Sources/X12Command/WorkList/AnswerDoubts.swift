internal import X12Acknowledgements
internal import X12Diagnostics
internal import X12Text

/// Why an answer may not say all there is to say, whatever it rejects: it is damaged, answers something else than the file it is
/// held against, or not all of it.
struct AnswerDoubts {
    /// What is wrong with the answer itself.
    var damage: [Finding] = []
    /// What it answers, with its place in the originals.
    var units: [AnsweredUnit] = []
    /// The files it is held against.
    var originals: [String] = []
    /// The entries of the list: one whose original was not found says so itself.
    var items: [WorkItem] = []

    var isEmpty: Bool { damage.isEmpty && strangers.isEmpty && unanswered.isEmpty }

    /// What is in none of the originals.
    var strangers: [AnsweredUnit] {
        guard !originals.isEmpty else { return [] }
        let told = Set(items.lazy.filter { $0.original == nil }.map { Self.number($0.answered) })
        return units.filter { $0.item.original == nil && !told.contains(Self.number($0.item.answered)) }
    }

    /// What an interchange, group or batch is called; they are never named together.
    private static func number(_ answered: WorkItem.Answered) -> [String] {
        [answered.interchange, answered.group, answered.batch]
    }

    /// Batches of which the answer speaks of fewer claims, or more, than the original has, or of others.
    var unanswered: [AnsweredUnit] {
        units.filter { unit in
            unit.item.subject == .batch
                && unit.item.original.map { $0.claims != unit.claims || unit.leftOutCount > 0 } == true
        }
    }

    /// Of more claims that were left out, the rest are counted.
    private static let mostNamed = 20

    // MARK: - Text

    /// A sentence for each doubt.
    var lines: [String] {
        let renderer = FindingRenderer(file: "")
        var lines = damage.map { finding in
            "line \(finding.location.line): the answer is damaged: \(renderer.message(finding)) [\(finding.rule.id)]"
        }
        if !damage.isEmpty { lines.append("what it says may not be all: ask for it again") }
        lines += strangers.map {
            "\(Self.name($0)) is not in \(originals.joined(separator: ", ")): is it the file answered?"
        }
        lines += unanswered.map { unit in
            let count = Figures.count(unit.item.original?.claims ?? 0, "claim")
            return "of \(count) of \(Self.name(unit)) it answers \(Figures.plain(unit.claims)): "
                + "ask what became of the others\(Self.leftOut(unit))"
        }
        return lines
    }

    /// Which claims were left out, where the answer lists its claims: `: PCN0001, PCN0002 and 3 more`.
    private static func leftOut(_ unit: AnsweredUnit) -> String {
        guard unit.leftOutCount > 0 else { return "" }
        let named = unit.leftOut.prefix(mostNamed)
        let more = unit.leftOutCount - named.count
        return ": \(named.joined(separator: ", "))" + (more > 0 ? " and \(Figures.plain(more)) more" : "")
    }

    private static func name(_ unit: AnsweredUnit) -> String {
        switch unit.item.subject {
        case .interchange: "interchange \(unit.item.answered.interchange)"
        case .group: "group \(unit.item.answered.group)"
        default: "batch \(unit.item.answered.batch)"
        }
    }
}
