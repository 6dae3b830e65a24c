import Testing
import X12Diagnostics
import X12Models
import X12Specs
import X12TestSupport
import X12Text
import X12XML

@Suite("XML of the models")
struct ModelXMLTests {
    /// One schema for all documents.
    static let schema = ModelXMLSchema(of: .document).text

    static func xml(_ bytes: [UInt8], isIndented: Bool = true) throws -> [UInt8] {
        var reader = ModelReader(ByteSource(bytes: bytes))
        var writer = ModelXMLWriter(isIndented: isIndented)
        var xml: [UInt8] = []
        while let item = try reader.next() {
            writer.write(item)
            try writer.drain { xml += $0 }
        }
        writer.finish()
        try writer.drain { xml += $0 }
        return xml
    }

    private static func json(_ bytes: [UInt8]) throws -> [UInt8] {
        var reader = ModelReader(ByteSource(bytes: bytes))
        var writer = JSONDocumentWriter(isPretty: false)
        var json: [UInt8] = []
        while let item = try reader.next() {
            writer.write(item)
            try writer.drain { json += $0 }
        }
        writer.finish()
        try writer.drain { json += $0 }
        return json
    }

    @Test(
        "every model's schema is one that libxml2 can use",
        arguments: JSONSchema.allCases.filter { $0 != .line })
    func usable(model: JSONSchema) throws { _ = try SchemaValidator(ModelXMLSchema(of: model).text) }

    @Test("every sample is valid, and libxml2's writer writes it the same way")
    func samples() throws {
        let validator = try SchemaValidator(Self.schema)
        for (number, path) in GenericRoundTripTests.samples.enumerated() {
            let isIndented = number % 2 == 0
            guard let xml = try? Self.xml(SampleFiles.samples.bytes(path), isIndented: isIndented) else {
                continue
            }
            #expect(validator.faults(of: xml).prefix(3) == [], "\(path)")
            let theirs = try TextWriter.rewritten(xml, isIndented: isIndented)
            // libxml2 ends a document with a line feed only where it indents.
            #expect(theirs == xml || theirs + [0x0A] == xml, "\(path)")
        }
    }

    @Test("generated sets of guides with models are valid", arguments: X12Specs.guides)
    func generated(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        let validator = try SchemaValidator(Self.schema)
        for profile in [GrammarProfile.typical, .everything, GrammarProfile(.typical, isShuffled: true)] {
            var generator = GrammarGenerator(guide, seed: 4, profile: profile)
            for number in 1...(LongTests.areOn ? 300 : 1) {
                let xml = try Self.xml(generator.interchange(), isIndented: false)
                try #require(validator.faults(of: xml).prefix(3) == [], "set \(number)")
            }
        }
    }

    @Test("whatever stands in it, damaged input gives a valid document")
    func random() throws {
        let validator = try SchemaValidator(Self.schema)
        for seed in 1...(LongTests.areOn ? 100 : 5) {
            var inputs = RandomInput(seed: UInt64(40 + seed))
            for number in 1...4 {
                guard let xml = try? Self.xml(inputs.next()) else { continue }
                #expect(validator.faults(of: xml).prefix(3) == [], "input \(number) of seed \(seed)")
            }
        }
    }

    @Test(
        "it holds the values of the JSON document, in its order",
        arguments: ["837P/pass/tertiary-with-two-other-payers.837", "835/pass/bundled-procedures.835"])
    func values(path: String) throws {
        let bytes = try SampleFiles.samples.bytes(path)
        // What the names say is not said again.
        let json = String(decoding: try Self.json(bytes), as: UTF8.self)
            .replacing(#/"(objectType|transactionSet|schemaVersion)":"[^"]*",?/#, with: "")
        let values = json.matches(of: #/:("([^"]*)"|[0-9]+|true|false)|[\[,]"([^"]*)"(?=[,\]])/#).map {
            match in
            String(match.2 ?? match.3 ?? match.1 ?? "")
        }
        let xml = String(decoding: try Self.xml(bytes, isIndented: false), as: UTF8.self)
        let texts = xml.matches(of: #/>([^<>]+)</#).map { String($0.1) }
        // Before the root stands a line end.
        #expect(Array(texts.dropFirst()) == values)
    }

    @Test("a claim reads like one")
    func reads() throws {
        let xml = String(
            decoding: try Self.xml(SampleFiles.samples.bytes("835/pass/bundled-procedures.835")),
            as: UTF8.self)
        #expect(xml.contains("<claimPayments>\n") && xml.contains("  <claimPayment>\n"))
        #expect(
            xml.contains("<set835>\n") && xml.contains("<patientControlNumber>LAB-9</patientControlNumber>"))
        #expect(xml.contains("<adjustment>\n"))
    }

    @Test(
        "a document with something else in it is not valid",
        arguments: [
            ("<claimPayments>", "<claimPayment>"), ("<patientControlNumber>", "<patientControlNumbers>"),
            ("<chargeAmount>160</chargeAmount>", "<chargeAmount>much</chargeAmount>"),
            ("<set835>", "<set835><paid>1</paid>"), (" schemaVersion=\"1.0\"", ""),
            ("<interchanges>", "<interchanges>and "),
        ])
    func damaged(from: String, to: String) throws {
        var xml = String(
            decoding: try Self.xml(SampleFiles.samples.bytes("835/pass/bundled-procedures.835")),
            as: UTF8.self)
        try #require(xml.contains(from))
        xml = xml.replacing(from, with: to)
        if from.hasPrefix("<"), to.hasPrefix("<"), !to.hasPrefix(from), from.hasSuffix(">"),
            !from.contains("</")
        {
            xml = xml.replacing("</" + from.dropFirst(), with: "</" + to.dropFirst())
        }
        #expect(try !SchemaValidator(Self.schema).faults(of: Array(xml.utf8)).isEmpty)
    }
}
