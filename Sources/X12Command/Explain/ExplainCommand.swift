internal import ArgumentParser
internal import X12Diagnostics
internal import X12Parser
internal import X12Rules
internal import X12Text
internal import X12Validation

/// `x12 explain RULE`: the page of a rule.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Print the page of a rule: what it checks, why it matters, what to do, an example.",
        discussion: "Without a rule, all rules are listed.")

    @Argument(
        help: ArgumentHelp("A rule's id, as a finding ends with it: 837P-BAL-CLM02.", valueName: "rule"))
    var rules: [String] = []

    func run() throws {
        let output = Output()
        do throws(X12Error) {
            if rules.isEmpty { try output.write(Self.list) }
            for (index, id) in rules.enumerated() {
                guard let page = Self.page(id.uppercased()) else { continue }
                try output.write((index > 0 ? "\n" : "") + page)
            }
            try output.flush()
        } catch { throw ExitCode(ExitStatus(error).rawValue) }
        let unknown = rules.filter { Self.page($0.uppercased()) == nil }
        for id in unknown {
            StandardError.write("x12: there is no rule \(Printable.text(id)); x12 explain lists them\n")
        }
        if !unknown.isEmpty { throw ExitCode(ExitStatus.usage.rawValue) }
    }

    /// The page of a rule of any level.
    private static func page(_ id: String) -> String? {
        if let rule = RuleSet.rule(id) { return RulePage(rule).text }
        let faults = grammarRules.filter { $0.id == id }
        return faults.isEmpty ? nil : RulePage.text(ofGrammarRule: faults)
    }

    private static let grammarRules: [Finding.Rule] =
        ReadingRules.all + StructureRules.all + ValidationRules.all

    /// Every rule with what it demands, one a line.
    private static var list: String {
        var lines: [(id: String, words: String)] = []
        for rule in grammarRules where !lines.contains(where: { $0.id == rule.id }) {
            lines.append((rule.id, "level \(rule.level)  " + rule.wording))
        }
        for rule in RuleSet.all { lines.append((rule.id, "level \(rule.level)  " + rule.demand)) }
        lines.sort { $0.id < $1.id }
        let width = lines.map(\.id.count).max() ?? 0
        return lines.map { line in
            line.id + String(repeating: " ", count: width - line.id.count + 2) + line.words + "\n"
        }.joined()
    }
}
