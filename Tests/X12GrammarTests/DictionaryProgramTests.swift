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

    @Test("decoding what was encoded gives the same code lists, dates and marks included")
    func listsRoundTrip() throws {
        let day = try #require(CalendarDate(iso: "2026-03-10"))
        let lists = CodeLists(lists: [
            "1033": CodeList(
                name: "Group",
                codes: [
                    "CO": ListedCode("contractual"), "PR": ListedCode("patient", start: day, stop: day),
                    "ZZ": ListedCode(isHeading: true),
                ]),
            "98": CodeList(
                name: "Entity", vintage: day, codes: ["85": ListedCode("billing", needsRemark: true)]),
        ])
        for list in lists.lists.values { #expect(try CodeProgram.decode(CodeProgram.encode(list)) == list) }
        #expect(lists.label(dataElement: "1033", code: "PR") == "patient")
        #expect(lists.label(dataElement: "1033", code: "ZZ") == nil)
        #expect(lists.label(dataElement: "1033", code: "XX") == nil)
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
