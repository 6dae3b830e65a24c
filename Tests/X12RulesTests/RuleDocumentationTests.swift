import Foundation
import Testing

@testable import X12Rules

/// The pages of rules in the documentation, which are made from the declarations.
///
/// `X12_RECORD=1` writes them, and that run fails.
@Suite("Pages of rules")
struct RuleDocumentationTests {
    /// The kinds of sets that have a page.
    static let transactions = Rule.Transaction.allCases.filter { kind in
        RuleSet.all.contains { $0.transaction == kind }
    }

    @Test("are what the declarations say", arguments: transactions)
    func pages(transaction: Rule.Transaction) throws {
        let rules = RuleSet.all.filter { $0.transaction == transaction }
        var text = """
            # Rules of the \(transaction.rawValue)

            What is checked in a \(transaction.rawValue) beyond its grammar, why it matters and what to do: \
            \(rules.count) rules of levels 2 to 6.

            This page is made from the declarations in `Sources/X12Rules`; `x12 explain` prints the same. What stands in \
            braces is filled in when a finding is printed. <doc:Rules> has the rules of levels 1 and 2.

            ## Rules


            """
        for rule in rules { text += RulePage(rule).markdown }
        try Self.expect(text, "Rules\(transaction.rawValue).md")
    }

    @Test("the table of all ids is what is declared")
    func table() throws {
        let rows = RuleCatalogueTests.rows
        let done = rows.filter { RuleCatalogueTests.state($0) != "not done" }
        var text = """
            # Which rules are there

            The public catalogue has \(rows.count) rules; \(done.count) of them are checked here.

            A rule that only one source speaks of is reported as a warning, though the catalogue calls it an error, until \
            there is a second source. A rule of several conditions may have a severity for each. For each rule that is not \
            checked the reason is given.

            This page is made from the declarations.

            | rule | level | in | in the catalogue | here | state |
            | --- | --- | --- | --- | --- | --- |

            """
        for row in rows {
            let state = RuleCatalogueTests.state(row)
            text += "| \(row.id) | \(row.level) | \(row.transaction) | \(row.severity) "
            text += "| \(RuleCatalogueTests.severities(row)) | \(state)"
            text += row.reason.isEmpty ? " |\n" : "\(state == "done" ? ", " : ": ")\(row.reason) |\n"
        }
        try Self.expect(text, "RuleTable.md")
    }

    private static func expect(_ text: String, _ name: String) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/X12/X12.docc/\(name)")
        if ProcessInfo.processInfo.environment["X12_RECORD"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("recorded \(name)")
            return
        }
        let wanted = try String(contentsOf: file, encoding: .utf8)
        let isCurrent = text == wanted
        #expect(isCurrent, "\(name) is not what the declarations say; write it anew with X12_RECORD=1")
    }
}
