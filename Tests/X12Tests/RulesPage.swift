import X12
import X12TestSupport

/// The page of all rules, as the declarations have it.
enum RulesPage {
    /// The page; its tables are named by how the ids of a family of rules begin.
    static let page = MadePage(path: "Sources/X12/X12.docc/Rules.md", part: table)

    /// The table of a family of rules, named by how their ids begin.
    private static func table(_ family: Substring) -> String {
        let rules = RuleCatalogue.all.filter { $0.id.hasPrefix(family + "-") }
        let rows = rules.map { rule in
            let codes = rule.acknowledgement.words
            return "| \(rule.id) | \(rule.level) | \(rule.severity.rawValue) | \(escaped(rule.wording)) | "
                + "\(escaped(rule.help)) | \(codes) |"
        }
        let head = ["| id | level | severity | what is said | what to do | told as |"]
        return (head + ["| --- | --- | --- | --- | --- | --- |"] + rows).joined(separator: "\n")
    }

    private static func escaped(_ text: String) -> String { text.replacing("|", with: "\\|") }
}

extension Finding.Acknowledgement {
    /// The codes as a reader of acknowledgements knows them: `TA105 026`, `IK403 7`.
    fileprivate var words: String {
        let notes = interchangeNotes.sorted { $0.key < $1.key }.map { note in
            "TA105 \(note.value)"
                + (note.key > 0 && interchangeNotes.count > 1 ? " (ISA\(two(note.key)))" : "")
        }
        let codes = [
            ("AK905", groupError), ("IK502", setError), ("IK304", segmentError), ("IK403", elementError),
        ].filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" }
        let statuses = statuses.map {
            [$0.category, $0.code, $0.entity].filter { !$0.isEmpty }.joined(separator: ":")
        }
        return (notes + codes + statuses).joined(separator: ", ")
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
