import Testing
import X12Diagnostics
import X12Grammar
import X12Specs
import X12TestSupport
import X12XML

@Suite("Schema of the generic form")
struct GenericSchemaTests {
    /// One schema for sets of all guides.
    static let all = GenericXMLSchema(guides: X12Specs.guides.compactMap { X12Specs.guide($0) }).text

    @Test("every guide's schema is one that libxml2 can use", arguments: X12Specs.guides)
    func usable(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        _ = try SchemaValidator(GenericXMLSchema(guides: [guide]).text)
    }

    @Test("the schema of findings is one that libxml2 can use")
    func findingsSchema() throws { _ = try SchemaValidator(GenericXMLSchema.findings) }

    @Test("every sample is valid, whatever is wrong with it")
    func samples() throws {
        let validator = try SchemaValidator(Self.all)
        for path in GenericRoundTripTests.samples {
            guard let xml = try? GenericFlow.xml(SampleFiles.samples.bytes(path)) else { continue }
            #expect(validator.faults(of: xml).prefix(3) == [], "\(path)")
        }
    }

    @Test(
        "every file of the corpus is valid, whatever is wrong with it",
        .enabled(if: SampleFiles.corpus != nil, "there is no folder shared/corpus beside the package"))
    func corpus() throws {
        let validator = try SchemaValidator(Self.all)
        for (number, path) in GenericRoundTripTests.corpus.enumerated() {
            guard let bytes = try SampleFiles.corpus?.bytes(path),
                let xml = try? GenericFlow.xml(bytes, GenericFlow.options[number % 3])
            else { continue }
            #expect(validator.faults(of: xml).prefix(3) == [], "\(path)")
        }
    }

    @Test("generated sets are valid and come back byte for byte", arguments: X12Specs.guides)
    func generated(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        let validator = try SchemaValidator(GenericXMLSchema(guides: [guide]).text)
        let profiles = [GrammarProfile.typical, GrammarProfile(.typical, isShuffled: true), .everything]
        var generators = profiles.map { GrammarGenerator(guide, seed: 11, profile: $0) }
        for number in 1...LongTests.setsOfEachGuide {
            // Of five sets two are typical, two shuffled, and one has everything.
            let bytes = generators[number % 5 / 2].interchange()
            let xml = try GenericFlow.xml(bytes, number % 2 == 0 ? .bare : GenericXMLOptions())
            try #require(validator.faults(of: xml).prefix(3) == [], "set \(number)")
            try #require(try GenericFlow.x12(xml) == bytes, "set \(number)")
            let text = String(decoding: xml, as: UTF8.self)
            #expect(!text.contains("<misplaced") && !text.contains("<unexpected"), "set \(number)")
        }
    }

    @Test("inputs of any delimiters, cut, wrapped and damaged, are valid")
    func random() throws {
        let validator = try SchemaValidator(Self.all)
        for seed in 1...(LongTests.areOn ? 200 : 8) {
            var inputs = RandomInput(seed: UInt64(seed))
            for number in 1...5 {
                guard let xml = try? GenericFlow.xml(inputs.next()) else { continue }
                #expect(validator.faults(of: xml).prefix(3) == [], "input \(number) of seed \(seed)")
            }
        }
    }

    @Test("a document of one guide's sets is valid by the schema of that guide alone")
    func otherGuide() throws {
        let xml = try GenericFlow.xml(SampleFile(path: "837P/pass/office-visit.837").bytes)
        let own = try #require(X12Specs.guide("005010X222A1"))
        let other = try #require(X12Specs.guide("005010X221A1"))
        #expect(try SchemaValidator(GenericXMLSchema(guides: [own]).text).faults(of: xml) == [])
        #expect(try !SchemaValidator(GenericXMLSchema(guides: [other]).text).faults(of: xml).isEmpty)
    }
}
