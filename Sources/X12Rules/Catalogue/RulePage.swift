public import X12Diagnostics

/// The page of a rule, made from its declaration: for the terminal (`x12 explain`) and for the documentation.
public struct RulePage: Sendable {
    /// The rule.
    public let rule: Rule

    /// The page of a rule.
    public init(_ rule: Rule) { self.rule = rule }

    // MARK: - Terminal

    /// Plain text, in lines of at most 100 characters.
    public var text: String {
        var text = "\(rule.id)  (\(facts))\n"
        text += Self.wrapped("checks", rule.demand)
        text += Self.wrapped("why", rule.reason)
        for fault in rule.faults { text += self.text(of: fault) }
        for note in notes { text += Self.wrapped("note", note) }
        text += Self.wrapped("source", "\(rule.source.text) (confidence: \(rule.source.confidence.rawValue))")
        return text
    }

    private func text(of fault: Fault) -> String {
        var text = "\n" + Self.wrapped(fault.finding.severity.rawValue, fault.finding.outline)
        text += Self.wrapped("do", fault.finding.help)
        let codes = Self.codes(fault.finding.acknowledgement)
        if !codes.isEmpty { text += Self.wrapped("reported as", codes) }
        if let example = rule.examples.first(where: { $0.fault == fault.name }) {
            text += "  good         \(Self.indented(example.change.from))\n"
            text += "  bad          \(Self.indented(example.change.to))\n"
        }
        return text
    }

    /// The page of a rule that grammar and dictionary are asked about.
    public static func text(ofGrammarRule faults: [Finding.Rule]) -> String {
        var text = "\(faults[0].id)  (level \(faults[0].level))\n"
        for fault in faults {
            text += "\n" + wrapped(fault.severity.rawValue, fault.outline) + wrapped("do", fault.help)
            let codes = codes(fault.acknowledgement)
            if !codes.isEmpty { text += wrapped("reported as", codes) }
        }
        return text
    }

    // MARK: - Documentation

    /// Markdown, under a heading with the id.
    public var markdown: String {
        var text = "### \(rule.id)\n\n\(Self.sentence(rule.demand)) \(Self.sentence(rule.reason))\n\n"
        text += "*\(facts)*\n\n"
        for fault in rule.faults { text += markdown(of: fault) }
        for note in notes { text += "\(Self.sentence(note))\n\n" }
        return text + "Source: \(rule.source.text) (confidence: \(rule.source.confidence.rawValue)).\n\n"
    }

    private func markdown(of fault: Fault) -> String {
        var text = "- **\(fault.finding.severity.rawValue)**: \(fault.finding.wording)\n"
        text += "  - What to do: \(fault.finding.help)\n"
        let codes = Self.codes(fault.finding.acknowledgement)
        if !codes.isEmpty { text += "  - Reported as \(codes)\n" }
        if let example = rule.examples.first(where: { $0.fault == fault.name }) {
            text += "  - Good: \(Self.quoted(example.change.from)); bad: \(Self.quoted(example.change.to))\n"
        }
        return text + "\n"
    }

    // MARK: - Parts

    private var facts: String { "\(rule.transaction.rawValue), level \(rule.level)" }

    private var notes: [String] {
        var notes: [String] = []
        if rule.faults.contains(where: { $0.declared != $0.finding.severity }) {
            notes.append("an error in the catalogue; a warning here until a second source is found")
        }
        if !rule.sent.isEmpty {
            notes.append(
                "asked only where one of these was sent: "
                    + rule.sent.map(\.description).joined(separator: ", "))
        }
        if rule.needsCounterparts {
            notes.append("asked only where another file is compared with (--against)")
        }
        if rule.isOptional {
            notes.append("asked only when it is switched on, by a profile or by --rule \(rule.id)=on")
        }
        if !rule.silentAfter.isEmpty {
            notes.append("silent where one of these has spoken: " + rule.silentAfter.joined(separator: ", "))
        }
        return notes
    }

    static func codes(_ acknowledgement: Finding.Acknowledgement) -> String {
        var parts = acknowledgement.statuses.map { status in
            "277CA \(status.category):\(status.code)" + (status.entity.isEmpty ? "" : ":\(status.entity)")
        }
        if !acknowledgement.segmentError.isEmpty { parts.append("999 IK304 \(acknowledgement.segmentError)") }
        if !acknowledgement.elementError.isEmpty { parts.append("999 IK403 \(acknowledgement.elementError)") }
        return parts.joined(separator: ", ")
    }

    private static func sentence(_ words: String) -> String {
        words.prefix(1).uppercased() + words.dropFirst() + "."
    }

    private static func quoted(_ text: String) -> String {
        let line = text.split(separator: "\n").joined(separator: " ")
        return line.isEmpty ? "nothing" : "`\(line)`"
    }

    private static func indented(_ text: String) -> String {
        let lines = text.split(separator: "\n")
        return lines.isEmpty ? "(nothing)" : lines.joined(separator: "\n               ")
    }

    /// A label and words beside it, in lines that a terminal has room for.
    package static func wrapped(_ label: String, _ words: String) -> String {
        var lines: [String] = []
        var line = ""
        for word in words.split(separator: " ") {
            if line.count + word.count > 84 {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        lines.append(line)
        let head = "  " + label + String(repeating: " ", count: max(1, 13 - label.count))
        return head + lines.joined(separator: "\n" + String(repeating: " ", count: 15)) + "\n"
    }
}
