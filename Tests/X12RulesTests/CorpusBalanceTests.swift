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
}
