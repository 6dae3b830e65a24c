import Testing
import X12Diagnostics
import X12Specs
import X12TestSupport
import X12XML

@Suite("Documents that are refused")
struct GenericRefusalTests {
    private static func sample() throws -> [UInt8] {
        try GenericFlow.xml(SampleFile(path: "837P/pass/office-visit.837").bytes, .bare)
    }

    @Test("the schema rejects each damaged document")
    func schema() throws {
        let guide = try #require(X12Specs.guide("005010X222A1"))
        let validator = try SchemaValidator(GenericXMLSchema(guides: [guide]).text)
        let sound = try Self.sample()
        #expect(validator.faults(of: sound) == [])
        #expect(DamagedDocument.generic.count >= 30)
        for damaged in DamagedDocument.generic {
            #expect(try !validator.faults(of: damaged.bytes(of: sound)).isEmpty, "\(damaged)")
        }
    }

    @Test(
        "the reader refuses each damaged document, with place and reason", arguments: DamagedDocument.generic)
    func reader(damaged: DamagedDocument) throws {
        let xml = try damaged.bytes(of: Self.sample())
        // An element twice is a repetition to the reader; that it may not repeat is the validator's to say.
        guard !damaged.words.isEmpty else {
            #expect(throws: Never.self) { try GenericFlow.x12(xml) }
            return
        }
        let error = try #require(throws: X12Error.self) { try GenericFlow.x12(xml) }
        #expect(error.code == .malformedXML)
        #expect(error.location.line > 0)
        #expect(error.description.contains(damaged.words), "\(error)")
    }

    @Test("a document cut anywhere is refused, and gives nothing that it should not")
    func truncated() throws {
        let bytes = try SampleFile(path: "837P/pass/office-visit.837").bytes
        let xml = try Self.sample()
        for length in stride(from: 0, to: xml.count - 8, by: 61) {
            let error = try #require(throws: X12Error.self) { try GenericFlow.x12(Array(xml.prefix(length))) }
            #expect(error.code == .malformedXML || error.code == .notX12, "cut at \(length)")
        }
        #expect(try GenericFlow.x12(xml) == bytes)
    }
}
