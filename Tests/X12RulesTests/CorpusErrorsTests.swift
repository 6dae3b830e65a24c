import Foundation
import Testing
import X12Diagnostics
import X12TestSupport

@testable import X12Rules

/// Errors of rules in other people's files that nobody calls faulty: not their source, nor pyx12, nor a sum.
@Suite(
    "Errors in good files of the corpus",
    .enabled(if: SampleFiles.corpus != nil, "there is no corpus beside the package"))
struct CorpusErrorsTests {
    /// What rules report in these files, each with the ruling; a file that is not named has no error.
    private static let rulings: [String: [String: String]] = [
        "837P/moov-io__sample.x12": [
            "837P-NPI-LUHN":
                "right: 123456789 and the like are nine digits and no NPI, which its judges do not look at",
            "837P-SV107-PTR": "right: the lines point at a second diagnosis, and there is one",
            "837P-ZIP9": "right: the billing provider's ZIP code has five digits",
        ],
        "835/apimeister___835_test.rs_L191.x12": [
            "835-BPR10-TRN03": "right: TRN03 names another payer than BPR10, which its judges do not compare"
        ],
        "835/zentist__5010-835-example-1.x12": [
            "835-CLP05-PR":
                "right: CLP05 of a predetermination is left out though PR comes to 3658; only reversals are exempt"
        ],
    ]

    @Test("are those that were ruled on")
    func errors() throws {
        let corpus = try #require(SampleFiles.corpus)
        let table = String(decoding: try corpus.bytes("facts.tsv"), as: UTF8.self)
        var found: [String: Set<String>] = [:]
        var files = 0
        for line in table.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells[0].hasPrefix("837P/") || cells[0].hasPrefix("835/"), cells[3] != "invalid",
                cells[6] == "ok", cells[11] == "valid"
            else {
                continue
            }
            files += 1
            for finding in try Checked.findings(in: corpus.bytes(cells[0]))
            where finding.rule.severity >= .error && RuleSet.rule(finding.rule.id) != nil {
                found[cells[0], default: []].insert(finding.rule.id)
            }
        }
        #expect(files > 30)
        #expect(found == Self.rulings.mapValues { Set($0.keys) })
    }
}
