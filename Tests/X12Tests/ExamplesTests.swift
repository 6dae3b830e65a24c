import Foundation
import Testing
import X12
import X12TestSupport

@Suite("Examples of the documentation")
struct ExamplesTests {
    private static let page = MadePage(path: "Sources/X12/X12.docc/FourPrograms.md", mark: "examples") {
        name in
        let path = SampleFiles.package.appending(path: "Tests/X12Tests/Examples.swift")
        guard let source = try? String(contentsOf: path, encoding: .utf8) else { return "" }
        return snippet(name, of: source)
    }

    /// What stands between the marks of an example, as a block of code, moved to the left.
    private static func snippet(_ name: Substring, of source: String) -> String {
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        let start = lines.firstIndex { $0.hasSuffix("// example: \(name)") }
        let body = lines[(start.map { $0 + 1 } ?? lines.endIndex)...].prefix { !$0.hasSuffix("// end") }
        let margin = body.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        return (["```swift"] + body.map { String($0.dropFirst(margin)) } + ["```"]).joined(separator: "\n")
    }

    private func sample(_ path: String) -> String {
        SampleFiles.samples.folder.appending(path: path).path
    }

    /// What all levels find in what was written.
    private func findings(_ bytes: [UInt8]) throws -> [String] {
        var reader = BlockReader(ByteSource(bytes: bytes))
        var validator = BlockValidator()
        var engine = RuleEngine()
        var block = Block()
        var findings: [Finding] = []
        while try reader.next(into: &block) {
            findings += block.findings
            validator.validate(block, into: &findings)
            engine.check(block, into: &findings)
        }
        return findings.filter { $0.rule.severity >= .warning }.map(\.rule.id)
    }

    @Test("the article has the programs that are compiled and run here")
    func article() throws {
        let page = try Self.page.expectUpToDate()
        #expect(page.split(separator: "```swift").count > 5)
    }

    @Test("a remittance is read: what was paid for each line, and what the patient owes")
    func readARemittance() throws {
        let report = try Examples.readARemittance(path: sample("835/pass/paid-with-contract-and-copay.835"))
        #expect(report == ["OFFICE-1 99213: paid 95, patient 30", "OFFICE-1 87880: paid 44.4, patient 15"])
        let reversal = try Examples.readARemittance(path: sample("835/pass/reversal-and-correction.835"))
        #expect(reversal.first == "REPL-1: taken back")
    }

    @Test("a claim is built, and nothing is wrong with it")
    func buildAClaim() throws {
        let bytes = try Examples.buildAClaim()
        #expect(try findings(bytes) == [])
        #expect(String(decoding: bytes, as: UTF8.self).contains("CLM*PCN0001*120.5***11:B:1*Y*A*Y*Y~\n"))
    }

    @Test("an inquiry is written, and nothing is wrong with it")
    func writeAnInquiry() throws {
        let bytes = try Examples.writeAnInquiry()
        #expect(try findings(bytes) == [])
        #expect(String(decoding: bytes, as: UTF8.self).contains("TRN*1*MC-E-1*1123456789~\n"))
    }

    @Test("pages of a file: two claims each, and an empty page behind the last")
    func pages() throws {
        let path = sample("837P/pass/batch-of-two-sets.837")
        let pages = try (0..<3).map { try Examples.page($0, of: 2, path: path) }
        #expect(pages.map(\.count) == [2, 2, 0])
    }
}
