import Testing
import X12Diagnostics
import X12Generation
import X12Models
import X12TestSupport
import X12Text

@Suite("What claims and remittances to be are read from")
struct ClaimSourceTests {
    private static func quoted(_ table: String) -> String {
        let rows = table.split(separator: "\n").map { row in
            row.split(separator: ",", omittingEmptySubsequences: false).map { "\"\($0)\"" }.joined(
                separator: ",")
        }
        return rows.joined(separator: "\n")
    }

    private static let table =
        "claimNumber,payer,memberIdentifier,lastName,diagnoses,serviceDate,procedureCode,chargeAmount\nA1,sample,M1,ISA,I10,2026-02-20,99213,120\n"

    @Test(
        "a person called ISA does not make a table an interchange, however its fields are parted",
        arguments: [table, table.replacing(",", with: ";"), table.replacing(",", with: "\t"), quoted(table)])
    func surname(table: String) throws {
        var source = try ClaimSource(PracticeSamples.table(table), practice: PracticeSamples.practice())
        let holdsModels = source.holdsModels
        #expect(!holdsModels)
        #expect(try source.next()?.encounter?.subscriber?.lastName == "ISA")
    }

    @Test("words before an interchange do not make it a table")
    func preamble() throws {
        let claims = String(
            decoding: try SampleFiles.samples.bytes("837P/pass/office-visit.837"), as: UTF8.self)
        for words in ["", "From: payer, claims\n", "\n\n"] {
            let source = try ClaimSource(PracticeSamples.table(words + claims), practice: nil)
            let holdsModels = source.holdsModels
            #expect(holdsModels)
        }
    }

    /// A file as NDJSON, a line for each part.
    private static func lines(_ path: String) throws -> [String] {
        var reader = ModelReader(ByteSource(bytes: try SampleFiles.samples.bytes(path)))
        var writer = NDJSONWriter()
        while let item = try reader.next() { writer.write(item) }
        writer.finish()
        var text: [UInt8] = []
        try writer.drain { (part: UnsafeRawBufferPointer) throws(X12Error) in text += part }
        return String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test("an interchange does not take over group, header and levels of the one before it")
    func envelopes() throws {
        let lines = try Self.lines("837P/pass/office-visit.837")
        let interchange = try #require(lines.first { $0.contains("\"objectType\":\"interchange\"") })
        let claim = try #require(lines.first { $0.contains("\"objectType\":\"claim\"") })
        let text = (lines + [interchange.replacing("PAYER01", with: "OTHER77"), claim]).joined(
            separator: "\n")
        var source = try ClaimSource(PracticeSamples.table(text), practice: nil)
        var last: ClaimSource.Candidate?
        var count = 0
        while let candidate = try source.next() {
            last = candidate
            count += 1
        }
        #expect(count == 2)
        #expect(last?.assembly.destination == nil)
        #expect(last?.assembly.findings.isEmpty == false)
        #expect(last?.assembly.findings.allSatisfy { $0.rule == .encounterIncomplete } == true)
    }

    @Test("a remittance does not go by the group of the interchange before it")
    func remittanceEnvelopes() throws {
        let lines = try Self.lines("835/pass/claim-level-only.835")
        let group = try #require(lines.firstIndex { $0.contains("\"objectType\":\"functionalGroup\"") })
        var first = lines
        first[group] = first[group].replacing("\"sender\":\"", with: "\"sender\":\"SUB-")
        let second = lines.enumerated().filter { $0.offset != group }.map(\.element)
        var source = try RemittanceSource(
            PracticeSamples.table((first + second).joined(separator: "\n")))
        var groups: [String?] = []
        while let piece = try source.next() {
            if case .begin(let destination, _, _) = piece {
                groups.append(destination.sender.groupIdentifier)
            }
        }
        #expect(groups.count == 2)
        #expect(groups.first??.hasPrefix("SUB-") == true)
        #expect(groups.last??.hasPrefix("SUB-") != true)
    }
}
