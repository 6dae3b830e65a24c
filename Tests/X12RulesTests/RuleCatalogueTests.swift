import Foundation
import Testing
import X12Diagnostics
import X12Parser
import X12Validation

@testable import X12Rules

/// The table of all ids of the public rules catalogue against what is declared.
@Suite("Catalogue of all rules")
struct RuleCatalogueTests {
    /// A row of the table.
    struct Row {
        let id: String
        let level: String
        let transaction: String
        let severity: String
        let confidence: String
        /// Why the rule is not checked, or where another one takes its place; empty when it is.
        let reason: String
    }

    static let rows: [Row] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "Catalogue/catalogue.tsv")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return Row(
                id: cells[0], level: cells[1], transaction: cells[2], severity: cells[3],
                confidence: cells[4], reason: cells[5])
        }
    }()

    /// The ids that reading, placing and the grammar report, with the severities they are declared with.
    static let structural: [String: Set<String>] = {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources")
        var ids: [String: Set<String>] = [:]
        for folder in [
            "X12Text/Rules", "X12Parser/Rules", "X12Validation/Rules", "X12Acknowledgements/Rules",
        ] {
            let path = sources.appending(path: folder)
            for name in (try? FileManager.default.contentsOfDirectory(atPath: path.path)) ?? [] {
                let text = (try? String(contentsOf: path.appending(path: name), encoding: .utf8)) ?? ""
                for match in text.matches(
                    of: /"((?:ACK|ENV|GDE|837P|835|271|277)-[A-Z0-9-]+)"(?:, level: \d, \.(\w+))?/)
                {
                    ids[String(match.1), default: []].formUnion(match.2.map { [String($0)] } ?? [])
                }
            }
        }
        return ids
    }()

    /// What is done about a rule, in the words of the table.
    static func state(_ row: Row) -> String {
        if let rule = RuleSet.rule(row.id) {
            let demoted = rule.faults.contains { $0.declared > $0.finding.severity }
            return demoted && row.severity == "error" ? "done as warning" : "done"
        }
        if let severities = structural[row.id] {
            return severities == ["warning"] && row.severity == "error" ? "done as warning" : "done"
        }
        let isDone = row.reason.hasPrefix("reported as ") || row.reason.hasPrefix("in writing: ")
        return isDone ? "done" : "not done"
    }

    /// The severities that a rule's findings have, worst first; empty where it has none of its own.
    static func severities(_ row: Row) -> String {
        let declared = RuleSet.rule(row.id).map { Set($0.faults.map(\.finding.severity.rawValue)) }
        let told = declared ?? structural[row.id] ?? []
        return ["fatal", "error", "warning", "info"].filter(told.contains).joined(separator: ", ")
    }

    @Test("the table has every id once")
    func ids() {
        #expect(Self.rows.count >= 359, "rows were lost")
        #expect(Set(Self.rows.map(\.id)).count == Self.rows.count)
    }

    @Test("what is not done has a reason, and what is done has none")
    func reasons() {
        for row in Self.rows {
            let isDeclared = RuleSet.rule(row.id) != nil || Self.structural[row.id] != nil
            #expect(isDeclared == row.reason.isEmpty, "\(row.id): \(row.reason)")
        }
    }

    @Test("declarations have the table's level and severity, or say why in their source")
    func agreement() {
        for row in Self.rows {
            guard let rule = RuleSet.rule(row.id) else { continue }
            #expect("\(rule.level)" == row.level, "\(row.id)")
            #expect(
                rule.source.confidence.rawValue == row.confidence
                    || rule.source.text.contains("second source"), "\(row.id)")
            let worst = rule.faults.map(\.declared).max()
            #expect(worst?.rawValue == row.severity || rule.source.text.contains("ruling"), "\(row.id)")
        }
    }

    @Test("of errors and warnings up to level 6 nineteen of twenty are done")
    func share() {
        let faults = Self.rows.filter {
            ["fatal", "error", "warning"].contains($0.severity) && $0.level != "7"
        }
        let open = faults.filter { Self.state($0) == "not done" }
        #expect(open.count * 20 <= faults.count, "\(open.count) of \(faults.count): \(open.map(\.id))")
    }

    @Test("rules that report others in their place are there")
    func inPlace() {
        for row in Self.rows where row.reason.hasPrefix("reported as ") {
            let ids = row.reason.matches(of: /[0-9A-Z]+-[A-Z0-9-]+[A-Z0-9]/).map { String($0.0) }
            #expect(!ids.isEmpty, "\(row.id)")
            for id in ids {
                #expect(Self.structural[id] != nil || RuleSet.rule(id) != nil, "\(row.id): \(id)")
            }
        }
    }

    @Test("every declaration is in the table")
    func known() {
        let ids = Set(Self.rows.map(\.id))
        for rule in RuleSet.all { #expect(ids.contains(rule.id), "\(rule.id)") }
    }
}
