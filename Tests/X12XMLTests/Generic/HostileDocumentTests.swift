import Foundation
import Testing
import X12Diagnostics
import X12TestSupport
import X12Text
import X12XML

@Suite("Hostile documents")
struct HostileDocumentTests {
    /// A document that must be refused.
    struct Hostile: CustomTestStringConvertible, Sendable {
        let story: String
        let xml: [UInt8]
        let words: String
        var code = X12Error.Code.malformedXML

        var testDescription: String { story }

        init(_ story: String, _ xml: String, says words: String) {
            self.story = story
            self.xml = Array(xml.utf8)
            self.words = words
        }

        init(_ story: String, bytes xml: [UInt8], says words: String) {
            self.story = story
            self.xml = xml
            self.words = words
        }
    }

    private static let laughs: String = {
        var text = "<!DOCTYPE x12 [<!ENTITY a0 \"ha\">"
        for level in 1...12 {
            text += "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 10) + "\">"
        }
        return text + "]><x12 schemaVersion=\"&a12;\">&a12;</x12>"
    }()

    private static let cases = [
        Hostile("nothing", "", says: "not well-formed XML"),
        Hostile("blanks", "  \n ", says: "not well-formed XML"),
        Hostile("no XML", "ISA*00*", says: "not well-formed XML"),
        Hostile("XML of another kind", "<html><body/></html>", says: "the root is <html>, not <x12>"),
        Hostile(
            "the root in a namespace", "<x12 xmlns=\"urn:other\" schemaVersion=\"1.0\"/>",
            says: "the namespace"),
        Hostile("no segment at all", "<x12 schemaVersion=\"1.0\"/>", says: "the document holds no segment"),
        Hostile(
            "an external entity",
            "<!DOCTYPE x12 [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x12 schemaVersion=\"1.0\">&e;</x12>",
            says: "line 1: a document type declaration is not allowed"),
        Hostile(
            "an external subset", "<!DOCTYPE x12 SYSTEM \"http://127.0.0.1:9/x12.dtd\"><x12/>",
            says: "a document type declaration is not allowed"),
        Hostile(
            "a declaration over several lines",
            "<?xml version=\"1.0\"?>\n\n<!DOCTYPE x12 [\n<!ENTITY e \"a\">\n]>\n<x12/>\n",
            says: "line 3: a document type declaration is not allowed"),
        Hostile("a billion laughs", laughs, says: ""),
        Hostile(
            "an entity nobody declared", "<x12 schemaVersion=\"1.0\">&secret;</x12>",
            says: "an entity is not allowed"),
        Hostile(
            "an unknown encoding",
            "<?xml version=\"1.0\" encoding=\"x-secret\"?><x12 schemaVersion=\"1.0\"/>",
            says: "line 1"),
        Hostile(
            "an encoding that is not read",
            "<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?><x12 schemaVersion=\"1.0\"/>",
            says: "an encoding other than UTF-8, UTF-16, US-ASCII and ISO-8859-1 is not read"),
        Hostile(
            "bytes that are not of the encoding",
            bytes: Array("<x12 schemaVersion=\"1.0\">".utf8) + [0xFF, 0xFE] + Array("</x12>".utf8),
            says: "line 1: not well-formed XML: a character is not allowed"),
        Hostile(
            "UTF-16 that says it is UTF-8",
            bytes: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>".utf8.flatMap { (unit) -> [UInt8] in [unit, 0]
            },
            says: ""),
        Hostile(
            "ten thousand elements inside each other",
            "<x12 schemaVersion=\"1.0\"><interchange elementSeparator=\"*\" segmentTerminator=\"~\">"
                + String(repeating: "<loop2300>", count: 10_000), says: "a limit of libxml2 is passed"),
        Hostile(
            "a tag that goes on for ever", "<x12 " + String(repeating: "a", count: 200_000), says: ""),
        Hostile(
            "an attribute that stands twice", "<x12 schemaVersion=\"1.0\" schemaVersion=\"1.0\"/>",
            says: "an attribute stands twice"),
    ]

    @Test("are refused, with place and reason", arguments: cases)
    func refused(hostile: Hostile) throws {
        let error = try #require(throws: X12Error.self) { try GenericFlow.x12(hostile.xml) }
        #expect(error.code == hostile.code)
        #expect(hostile.words.isEmpty || error.description.contains(hostile.words), "\(error)")
        #expect(error.location.line > 0)
    }

    @Test("a prolog without end is refused after a mebibyte")
    func endlessProlog() throws {
        let comment = Array("<!-- nothing comes after nothing -->\n".utf8)
        let error = try #require(throws: X12Error.self) { try Self.read(endless: comment) }
        #expect(error.code == .limitPassed)
    }

    @Test("elements without a segment, without end, are refused")
    func endlessElements() throws {
        let head = "<x12 schemaVersion=\"1.0\"><interchange elementSeparator=\"*\" segmentTerminator=\"~\">"
        let error = try #require(throws: X12Error.self) {
            try Self.read(endless: Array("<misplaced/>".utf8), behind: Array(head.utf8))
        }
        #expect(error.code == .limitPassed)
    }

    @Test("a value without end is refused")
    func endlessValue() throws {
        let xml = String(
            decoding: try GenericFlow.xml(SampleFile(path: "837P/pass/office-visit.837").bytes, .bare),
            as: UTF8.self)
        let place = try #require(xml.firstRange(of: "<BHT03>"))
        let head = Array(xml[..<place.upperBound].utf8)
        for piece in ["A", "<!-- -->A", "<![CDATA[A]]>"] {
            let error = try #require(throws: X12Error.self) {
                try Self.read(endless: Array(String(repeating: piece, count: 4096).utf8), behind: head)
            }
            #expect(error.code == .limitPassed || error.code == .malformedXML)
        }
    }

    @Test(
        "a tag of thousands of attributes is refused before it is compared with itself",
        arguments: ["x12", "CLM"])
    func manyAttributes(tag: String) throws {
        let head = tag == "x12" ? "" : "<x12 schemaVersion=\"1.0\">"
        let attributes = (0..<20_000).map { " a\($0)=\"1\"" }.joined()
        let error = try #require(throws: X12Error.self) {
            try GenericFlow.x12(Array("\(head)<\(tag)\(attributes)>".utf8))
        }
        #expect(error.code == .limitPassed)
        #expect(error.description.contains("a tag has more than 4096 attributes"), "\(error)")
    }

    @Test("UTF-16 and ISO-8859-1 are read where a document says so")
    func encodings() throws {
        let bytes = try SampleFile(path: "837P/pass/office-visit.837").bytes
        let text = String(decoding: try GenericFlow.xml(bytes), as: UTF8.self)
        let utf16 = text.replacing("UTF-8", with: "UTF-16")
        let little: [UInt8] =
            [0xFF, 0xFE]
            + utf16.utf16.flatMap { (unit) -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let big: [UInt8] =
            [0xFE, 0xFF]
            + utf16.utf16.flatMap { (unit) -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
        #expect(try GenericFlow.x12(little) == bytes)
        #expect(try GenericFlow.x12(big) == bytes)
        #expect(try GenericFlow.x12(Array(text.replacing("UTF-8", with: "ISO-8859-1").utf8)) == bytes)
        #expect(try GenericFlow.x12([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == bytes)
    }

    @Test("errors name no value of the document")
    func quiet() throws {
        let xml = try GenericFlow.xml(SampleFile(path: "837P/pass/office-visit.837").bytes, .bare)
        let text = String(decoding: xml, as: UTF8.self)
        for (from, to) in [
            ("<NM103>ISAAC</NM103>", "<NM103>ISAAC*</NM103>"),
            ("<NM103>ISAAC</NM103>", "<NM103>ISAAC</NM104>"),
            ("<NM103>ISAAC</NM103>", "<NM103>&ISAAC;</NM103>"),
        ] {
            let damaged = text.replacing(from, with: to)
            let error = try #require(throws: X12Error.self) { try GenericFlow.x12(Array(damaged.utf8)) }
            #expect(!error.description.contains("ISAAC"), "\(error)")
        }
    }

    /// Reads a document that begins somehow and then never ends.
    private static func read(endless piece: [UInt8], behind head: [UInt8] = []) throws {
        var source = try GenericXMLReader.bytes(
            of: ByteSource(repeating: piece, count: .max, behind: head))
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
        defer { buffer.deallocate() }
        while try source.read(into: buffer) > 0 {}
    }
}
