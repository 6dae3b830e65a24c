import Testing
import X12Diagnostics
import X12Grammar
import X12Text

@Suite("Dictionary and code programs")
struct DictionaryProgramTests {
    static let dictionary = BaseDictionary(
        elements: [
            ElementDefinition(
                number: "98", name: "Entity", type: .identifier, minimumLength: 2, maximumLength: 3,
                externalCodes: "X12 source 1")
        ],
        segments: [
            SegmentDefinition(
                identifier: "NM1", name: "Name",
                elements: [ElementSlot(dataElement: "98", name: "Entity", requirement: .mandatory)],
                syntaxNotes: [SyntaxNote(.paired, [8, 9])])
        ],
        composites: [
            SegmentDefinition(
                identifier: "C003", name: "Procedure",
                elements: [
                    ElementSlot(
                        dataElement: "98", name: "Entity", requirement: .optional, maximumRepeat: .max,
                        codes: ["00", "03"])
                ])
        ])

    @Test("decoding what was encoded gives the same dictionary")
    func dictionaryRoundTrip() throws {
        #expect(try DictionaryProgram.decode(DictionaryProgram.encode(Self.dictionary)) == Self.dictionary)
    }

    @Test("decoding what was encoded gives the same labels")
    func labelsRoundTrip() throws {
        let labels = CodeLabels(lists: [
            "1033": ["CO": "contractual", "PR": "patient"], "98": ["85": "billing"],
        ])
        #expect(try CodeProgram.decode(CodeProgram.encode(labels)) == labels)
        #expect(labels.label(dataElement: "1033", code: "PR") == "patient")
        #expect(labels.label(dataElement: "1033", code: "XX") == nil)
    }

    @Test("one kind of program is not taken for another")
    func kinds() {
        let program = DictionaryProgram.encode(Self.dictionary)
        #expect(throws: X12Error(.malformedGuide)) { try GuideProgram.decode(program) }
        #expect(throws: X12Error(.malformedGuide)) { try CodeProgram.decode(program) }
    }

    @Test("positions are counted from 1 and end with the segment")
    func slots() {
        #expect(Self.dictionary.slot(1, of: "NM1")?.dataElement == "98")
        #expect(Self.dictionary.slot(0, of: "NM1") == nil)
        #expect(Self.dictionary.slot(2, of: "NM1") == nil)
        #expect(Self.dictionary.slot(1, of: "ZZZ") == nil)
    }
}
