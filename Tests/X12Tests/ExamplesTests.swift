import Foundation
import Testing
import X12
import X12TestSupport

@Suite("Examples of the documentation")
struct ExamplesTests {
    /// The pages that have programs.
    static let articles = [
        "Sources/X12/X12.docc/CheckingFiles.md", "Sources/X12/X12.docc/FourPrograms.md",
        "Sources/X12/X12.docc/GeneratingClaims.md", "Sources/X12/X12.docc/ReadingModels.md",
        "Sources/X12/X12.docc/ReadingSegments.md", "README.md",
    ]

    private static func page(_ path: String) -> MadePage {
        MadePage(path: path, mark: "examples") { name in
            let path = SampleFiles.package.appending(path: "Tests/X12Tests/Examples.swift")
            guard let source = try? String(contentsOf: path, encoding: .utf8) else { return "" }
            return snippet(name, of: source)
        }
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
        var validator = try Validator()
        var findings: [Finding] = []
        try validator.check(BlockReader(ByteSource(bytes: bytes))) { findings += $1 }
        return findings.filter { $0.rule.severity >= .warning }.map(\.rule.id)
    }

    @Test("the articles have the programs that are compiled and run here", arguments: articles)
    func article(path: String) throws {
        let page = try Self.page(path).expectUpToDate()
        #expect(page.contains("<!-- made from the examples: "))
        #expect(!page.contains("?? 0"), "a missing amount is not zero")
    }

    @Test("a remittance is read: what was paid for each line, and what the patient owes")
    func readARemittance() throws {
        let report = try Examples.readARemittance(path: sample("835/pass/paid-with-contract-and-copay.835"))
        #expect(report == ["OFFICE-1 99213: paid 95, patient 30", "OFFICE-1 87880: paid 44.4, patient 15"])
        let reversal = try Examples.readARemittance(path: sample("835/pass/reversal-and-correction.835"))
        #expect(reversal.first == "REPL-1: taken back")
    }

    @Test("what was not sent, or cannot be read, is not told as zero")
    func missingAmounts() throws {
        var text = try String(
            contentsOfFile: sample("835/pass/paid-with-contract-and-copay.835"), encoding: .utf8)
        text = text.replacing("CAS*PR*3*30~", with: "CAS*PR*3*30,00~")
        let path = try Self.temporary(text)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let report = try Examples.readARemittance(path: path)
        #expect(
            report == ["OFFICE-1 99213: paid 95, patient not known", "OFFICE-1 87880: paid 44.4, patient 15"])
    }

    /// A file with a text, and its path.
    private static func temporary(_ text: String) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "x12-\(UUID().uuidString)")
        try text.write(to: file, atomically: true, encoding: .utf8)
        return file.path
    }

    @Test("the README's program prints what stands beneath it")
    func readme() throws {
        var lines: [String] = []
        try Examples.whatWasPaid(path: sample("835/pass/reversal-and-correction.835")) { lines.append($0) }
        let readme = try String(
            contentsOf: SampleFiles.package.appending(path: "README.md"), encoding: .utf8)
        #expect(readme.contains("```\n" + lines.prefix(4).joined(separator: "\n") + "\n```"))
    }

    @Test("answers about eligibility come to a word for each person, with what is paid and why there is none")
    func eligibility() throws {
        var lines: [String] = []
        try Examples.whoIsCovered(path: sample("271/pass/family-and-ended-coverage.271")) { lines.append($0) }
        #expect(
            lines == [
                "TRACE-0013: active", "  copayment 25", "TRACE-0006: active", "TRACE-0007: rejected",
                "  no answer (dependent): 67", "TRACE-0005: inactive",
            ])
    }

    @Test("a file is checked at all levels, and for a payer")
    func checking() throws {
        var lines: [String] = []
        try Examples.checkAFile(path: sample("837P/fail/claim-total-off.837")) { lines.append($0) }
        #expect(lines.dropLast().contains { $0.contains("837P-BAL-CLM02") })
        #expect(lines.last == "claims to correct: OFFICE-1")
        var demands: [String] = []
        try Examples.checkForAPayer(path: sample("837P/pass/dependent-child.837")) { demands.append($0) }
        #expect(demands.contains { $0.hasPrefix("line ") })
    }

    @Test("charges are added up, and one that cannot be read leaves the sum unknown")
    func charges() throws {
        let path = sample("837P/pass/batch-of-two-sets.837")
        var lines: [String] = []
        try Examples.sumOfCharges(path: path) { lines.append($0) }
        #expect(lines.last == "charged 463.25")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let broken = try Self.temporary(
            text.replacing(/CLM\*[^*]+\*/, maxReplacements: 1) { "\($0.output)x" })
        defer { try? FileManager.default.removeItem(atPath: broken) }
        try Examples.sumOfCharges(path: broken) { lines.append($0) }
        #expect(lines.last == "not every charge can be read")
    }

    @Test("claims come from JSON as from X12, and each is a JSON value of its own")
    func json() throws {
        let path = sample("837P/pass/batch-of-two-sets.837")
        var fromX12: [String] = []
        try Examples.fromJSON(path: path) { fromX12.append($0) }
        let rows = try Examples.claimsAsJSON(path: path)
        #expect(rows.count == 4)
        let lines = try Self.temporary(rows.map(\.json).joined(separator: "\n"))
        defer { try? FileManager.default.removeItem(atPath: lines) }
        var fromJSON: [String] = []
        try Examples.fromJSON(path: lines) { fromJSON.append($0) }
        #expect(fromJSON == fromX12 && fromX12.count == 4)
        var claims = ClaimReader(try ByteSource(path: path))
        for row in rows { #expect(try claims.next() == row.claim) }
    }

    @Test("encounters become claim files with numbers of their own, and nothing is wrong with them")
    func claimFiles() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "x12-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (files, rejected) = try Examples.makeClaimFiles(
            practice: sample("practice/practice.json"), encounters: sample("practice/encounters.csv"),
            ledger: folder.appending(path: "clinic.ledger").path, folder: folder.path)
        #expect(files.keys.sorted() == ["NORTH99-1.837", "PAYER01-1.837"])
        #expect(rejected.isEmpty)
        for bytes in files.values { #expect(try findings(bytes) == []) }
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
