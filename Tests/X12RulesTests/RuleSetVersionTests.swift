import Foundation
import Testing
import X12Diagnostics
import X12TestSupport

@testable import X12Rules

/// The version of the rules, and what it stands for.
///
/// `X12_RECORD=1` writes the list of what the version stands for, and that run fails.
@Suite("Version of the rules")
struct RuleSetVersionTests {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "Catalogue/rule-set.tsv")

    /// What the version stands for, as far as declarations tell.
    private static var current: String {
        var text = "version\t\(RuleSet.version)\n"
        for rule in RuleSet.all {
            for fault in rule.faults {
                text += "\(rule.id)\t\(rule.level)\t\(rule.transaction.rawValue)\t\(fault.name)"
                text += "\t\(fault.finding.severity.rawValue)\t\(rule.isOptional ? "optional" : "")\n"
            }
        }
        return text
    }

    /// The versions of rules that releases brought: `## 0.2.0, 2027-01-31, rules 2026.1`.
    private static func released() throws -> Set<String> {
        let changelog = try String(
            contentsOf: SampleFiles.package.appending(path: "CHANGELOG.md"), encoding: .utf8)
        let headings = changelog.split(separator: "\n").filter { $0.hasPrefix("## ") }
        return Set(headings.flatMap { $0.matches(of: /rules (\d{4}\.\d+)/).map { String($0.1) } })
    }

    @Test("is a year and a number")
    func form() {
        #expect(RuleSet.version.wholeMatch(of: /20\d\d\.[1-9]\d*/) != nil)
    }

    @Test("is raised by what changes the rules after a release")
    func raised() throws {
        let recorded = (try? String(contentsOf: Self.file, encoding: .utf8)) ?? ""
        guard recorded != Self.current else { return }
        let isReleased = try Self.released().contains(RuleSet.version)
        #expect(!isReleased, "the rules of \(RuleSet.version) were released: raise RuleSet.version")
        let records = ProcessInfo.processInfo.environment["X12_RECORD"] == "1" && !isReleased
        if records { try Self.current.write(to: Self.file, atomically: true, encoding: .utf8) }
        Issue.record(
            records
                ? "recorded rule-set.tsv"
                : "the rules are not what rule-set.tsv has; write it with X12_RECORD=1")
    }
}
