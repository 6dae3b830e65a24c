import Foundation
import Testing
import X12Grammar
import X12GrammarXML
import X12Text

@Suite("Files of code lists")
struct CodesFileTests {
    private static func lists(_ codes: String, _ attributes: String = "") throws -> CodeLists {
        let schema = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Specs/schema/codes.xsd")
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <codes xmlns="urn:swift-x12:specs:1" element="1034" name="Reasons"\(attributes)>
            \(codes)
            </codes>
            """
        return try CodesFile.lists(
            [SpecSource(path: "1034.xml", bytes: Array(text.utf8))],
            schema: String(contentsOf: schema, encoding: .utf8))
    }

    @Test("have words, days, marks and the day they are of")
    func reading() throws {
        let lists = try Self.lists(
            """
            <code value="16" label="lacks something" start="1995-01-01" remark="needed"/>
            <code value="A2" label="contract" start="1995-01-01" stop="2008-01-01"/>
            """, " vintage=\"2026-03-10\"")
        let list = try #require(lists.lists["1034"])
        #expect(list.name == "Reasons")
        #expect(list.vintage == CalendarDate(iso: "2026-03-10"))
        #expect(
            list.codes["16"]
                == ListedCode("lacks something", start: CalendarDate(iso: "1995-01-01"), needsRemark: true))
        #expect(list.codes["A2"]?.stop == CalendarDate(iso: "2008-01-01"))
    }

    @Test(
        "are refused with the line of a code that cannot be",
        arguments: [
            (
                "<code value=\"1\" label=\"x\" start=\"2008-01-01\" stop=\"2007-01-01\"/>",
                "stops before it starts"
            ),
            ("<code value=\"1\" label=\"x\" start=\"soon\"/>", "soon"),
            ("<code value=\"1\" label=\"x\" remark=\"perhaps\"/>", "perhaps"),
            ("<code value=\"1\" label=\"x\"/><code value=\"1\" label=\"y\"/>", "1"),
            ("<code value=\"1\"/>", "label"),
        ])
    func refusals(codes: String, words: String) {
        let faults = #expect(throws: SpecFaults.self) { try Self.lists(codes) }
        #expect(faults?.lines().contains(words) ?? false, "\(faults?.lines() ?? "")")
        #expect(faults?.lines().contains("1034.xml:3: ") ?? false, "\(faults?.lines() ?? "")")
    }
}
