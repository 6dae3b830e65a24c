import Foundation
import Testing
import X12Diagnostics
import X12TestSupport

@testable import X12Rules

/// Sums of other people's files against what an independent tokenizer added up.
@Suite(
    "Balances of the corpus",
    .enabled(if: SampleFiles.corpus != nil, "there is no corpus beside the package"))
struct CorpusBalanceTests {
    /// Files on which the two differ, each with the reason.
    private static let exceptions = [
        "837P/Inteligenz__UnbundlingTester.cs_L390.x12": "of version 4010, for which there is no guide",
        "837P/imsweb__x12_no_isa_line.x12": "has no interchange header",
    ]

    /// The professional claims of the table, with its verdict: whether some claim's lines do not add up.
    private static func rows() throws -> [(path: String, isOff: Bool, detail: String)] {
        let corpus = try #require(SampleFiles.corpus)
        let table = String(decoding: try corpus.bytes("facts.tsv"), as: UTF8.self)
        return table.split(separator: "\n").dropFirst().compactMap { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells[0].hasPrefix("837P/") else { return nil }
            return (cells[0], cells[6] == "no" || cells[6] == "bad", cells[7])
        }
    }

    @Test("837P-BAL-CLM02 speaks where the lines do not add up, and nowhere else")
    func claims() throws {
        let corpus = try #require(SampleFiles.corpus)
        var differing: Set<String> = []
        for row in try Self.rows() {
            let findings = (try? Checked.findings(in: corpus.bytes(row.path))) ?? []
            let isOff = findings.contains { $0.rule.id == "837P-BAL-CLM02" }
            if isOff != row.isOff {
                differing.insert(row.path)
                if Self.exceptions[row.path] == nil {
                    Issue.record("\(row.path): \(isOff), not \(row.isOff); \(row.detail)")
                }
            }
        }
        #expect(differing == Set(Self.exceptions.keys))
    }

    /// Remittances on which the two differ, each with the reason.
    private static let remittanceExceptions = [
        "835/Inteligenz__Example1.x12":
            "a claim has no CLP04: the table takes it for zero, here it is told (835-BAL-NOT-EVAL)",
        "835/Inteligenz__Example1_GripElements.x12": "of version 4010, for which there is no guide",
        "835/Inteligenz__UnbundlingTester.cs_L217.x12": "of version 4010, for which there is no guide",
        "835/Inteligenz__UnbundlingTester.cs_L331.x12": "of version 4010, for which there is no guide",
        "835/zentist__sample_835.x12": "has letters instead of amounts, and no guide",
    ]

    /// How often something does not add up in a remittance: lines, claims, payments, as the table lists them.
    private static func counts(_ detail: String) -> [String: Int] {
        var counts: [String: Int] = [:]
        for (part, rule) in [
            ("unbalanced_lines[", "835-BAL-LINE"), ("unbalanced_claims[", "835-BAL-CLAIM"),
            ("bpr[", "835-BAL-TXN"),
        ] {
            guard let start = detail.firstRange(of: part)?.upperBound,
                let end = detail[start...].firstIndex(of: "]")
            else { continue }
            let entries = detail[start..<end].split { $0 == "," || $0 == ";" }
            let more = entries.last.flatMap {
                $0.hasPrefix("+") ? Int($0.dropFirst().prefix { $0.isNumber }) : nil
            }
            counts[rule] = more.map { entries.count - 1 + $0 } ?? entries.count
        }
        return counts
    }

    @Test("835-BAL-LINE, -CLAIM and -TXN speak as often as something does not add up")
    func remittances() throws {
        let corpus = try #require(SampleFiles.corpus)
        let table = String(decoding: try corpus.bytes("facts.tsv"), as: UTF8.self)
        var configuration = RuleConfiguration()
        // Each by itself: a claim is not silent where one of its lines has spoken.
        configuration.highestLevel = 3
        var differing: Set<String> = []
        var files = 0
        for line in table.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells[0].hasPrefix("835/") else { continue }
            files += 1
            let wanted = Self.counts(cells[7])
            var found: [String: Int] = [:]
            for rule in ["835-BAL-LINE", "835-BAL-CLAIM", "835-BAL-TXN"] {
                configuration.disabled = Set(RuleSet.all.map(\.id)).subtracting([rule])
                let findings = (try? Checked.findings(in: corpus.bytes(cells[0]), configuration)) ?? []
                let count = findings.count { $0.rule.id == rule }
                if count > 0 { found[rule] = count }
            }
            guard found != wanted else { continue }
            differing.insert(cells[0])
            if Self.remittanceExceptions[cells[0]] == nil {
                Issue.record("\(cells[0]): \(found), not \(wanted); \(cells[7].prefix(300))")
            }
        }
        #expect(files > 40)
        #expect(differing == Set(Self.remittanceExceptions.keys))
    }
}
