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

    var isEmpty: Bool { damage.isEmpty && strangers.isEmpty && unmatched.isEmpty }

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
    var unmatched: [AnsweredUnit] { units.filter { !$0.isMatched } }

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
        return lines + unmatched.map(Self.line)
    }

    /// What answer and original do not agree on: `of 4 claims of batch B1 it answers 3: ask what became of the others: PCN0001`.
    private static func line(_ unit: AnsweredUnit) -> String {
        let sent = unit.item.original?.claims ?? 0
        let others = list(unit.leftOut, of: unit.leftOutCount)
        var parts: [String] = []
        if !others.isEmpty || unit.claims < sent {
            parts.append("ask what became of the others" + (others.isEmpty ? "" : ": \(others)"))
        }
        let (again, unknown) = (unit.answeredAgain, unit.unknown)
        if !again.isEmpty { parts.append("answered more often than sent: \(list(again, of: again.count))") }
        if !unknown.isEmpty { parts.append("not sent in it: \(list(unknown, of: unknown.count))") }
        if !unit.recharged.isEmpty {
            parts.append("sent with another charge: \(list(unit.recharged, of: unit.recharged.count))")
        }
        let words =
            "of \(Figures.count(sent, "claim")) of \(name(unit)) it answers \(Figures.plain(unit.claims))"
        return parts.isEmpty ? words : "\(words): \(parts.joined(separator: "; "))"
    }

    /// `PCN0001, PCN0002 and 3 more`; nothing of nothing.
    private static func list(_ claims: [String], of count: Int) -> String {
        let named = claims.prefix(mostNamed).map { Printable.text($0) }
        let more = count - named.count
        return named.joined(separator: ", ") + (more > 0 ? " and \(Figures.plain(more)) more" : "")
    }

    private static func name(_ unit: AnsweredUnit) -> String {
        switch unit.item.subject {
        case .interchange: "interchange \(unit.item.answered.interchange)"
        case .group: "group \(unit.item.answered.group)"
        default: "batch \(unit.item.answered.batch)"
        }
    }
}
