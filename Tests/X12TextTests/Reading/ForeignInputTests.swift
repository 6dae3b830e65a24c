import Testing
import X12Diagnostics

@testable import X12Text

@Suite("Inputs that are no X12")
struct ForeignInputTests {
    private static let header =
        "ISA*00*          *00*          *ZZ*A              *ZZ*B              *260301*0930*^*00501*000000001*0*T*:~"

    /// Bytes, and the end of what is said about them.
    static let cases: [(bytes: [UInt8], words: String)] = [
        ([], "the input is empty"),
        (Array("no X12".utf8), "no interchange header (ISA) found"),
        (Array("  {\"a\":1}".utf8), "it begins as JSON does"),
        (Array("[1]".utf8), "it begins as JSON does"),
        (Array("\u{FEFF}<?xml version='1.0'?>".utf8), "it begins as XML does"),
        (Array("<!DOCTYPE HTML>\n<HTML lang=en>".utf8), "this is a web page (HTML)"),
        (
            Array("{\n  \"schemaVersion\": \"1.0\"".utf8),
            "this is JSON of x12 convert, and x12 convert --to x12 reads it"
        ),
        (Array("{\"objectType\":\"interchange\"".utf8), "x12 convert --to x12 reads it"),
        (
            Array("<?xml version=\"1.0\"?>\n<x12 schemaVersion=\"1.0\">".utf8),
            "this is XML of x12 convert, and x12 convert --to x12 reads it"
        ),
        (Array("%PDF-1.7".utf8), "this is a PDF"), ([0xD0, 0xCF, 0x11, 0xE0, 1], "save it as text first"),
        ([0xFF, 0xFE] + header.utf8.flatMap { [$0, 0] }, "save it as ASCII or UTF-8"),
        ([0xFE, 0xFF] + header.utf8.flatMap { [0, $0] }, "save it as ASCII or UTF-8"),
        ([0x1F, 0x8B, 8, 0, 1], "this is packed with gzip; unpack it first"),
        (
            [0x50, 0x4B, 3, 4, 20],
            "this is a ZIP archive or a workbook (XLSX); unpack it, or save it as text, first"
        ),
        (
            Array(header.replacing("*0*T*", with: "*T*").utf8),
            "the 16 elements of a header and a terminator do not follow"
        ),
        (Array(header.replacing("ISA", with: "isa").utf8), "identifiers are sent in capitals"),
        (
            Array("GS*HC*A*B~ST*837*0001~".utf8),
            "it begins with GS: the header of the interchange (ISA) before it is missing"
        ),
        (
            Array("ST*837*0001~".utf8),
            "it begins with ST: the header of the interchange (ISA) before it is missing"
        ),
        (Array("STATE,ZIP".utf8), "no interchange header (ISA) found"),
    ]

    @Test("what is there instead is said, where the first bytes tell", arguments: cases)
    func words(bytes: [UInt8], words: String) throws {
        var reader = SegmentReader(ByteSource(bytes: bytes))
        var failure: X12Error?
        do throws(X12Error) { _ = try reader.next() } catch { failure = error }
        let error = try #require(failure)
        #expect(error.code == .notX12)
        #expect(error.description.contains(words), "\(error)")
    }
}
