import Testing
import X12Diagnostics
import X12Grammar
import X12GrammarXML
import X12Specs
import X12Text

@Suite("Guide file")
struct GuideFileTests {
    /// A guide as small as can be that uses most of the format; line numbers are those of the tests below.
    static let sample = """
        <guide xmlns="urn:swift-x12:specs:1" id="005010X999" set="999" group="FA" name="Sample Guide">
          <segment id="ST" position="0100" usage="R" repeat="1" by="01" name="Header">
            <element at="1" data="143" usage="R" codes="999 | 998"/>
            <element at="2" data="329" usage="R" name="Number"/>
            <element at="3" data="1705" usage="N"/>
          </segment>
          <loop id="2000" position="0200" usage="S" repeat="&gt;1" block="unit" name="Trace">
            <segment id="LX" position="0200" usage="R" repeat="1" name="Counter">
              <element at="1" data="554" usage="R" most="3"/>
            </segment>
            <segment id="LQ" position="0300" usage="S" repeat="9" syntax="P0102" name="Remark">
              <element at="1" data="1270" usage="S"/>
              <element at="2" data="1271" usage="S" source=""/>
            </segment>
          </loop>
          <loop ref="2000" position="0300" usage="R" repeat="2"/>
        </guide>
        """

    @Test("what a file does not say is taken from the dictionary")
    func inherited() throws {
        let guide = try Self.read(Self.sample)
        let identifier = guide.elements[0]
        #expect(
            identifier.type == .identifier && identifier.minimumLength == 3 && identifier.maximumLength == 3)
        #expect(identifier.name == "Transaction Set Identifier")
        #expect(guide.codeLists == [["999", "998"]])
        #expect(guide.elements[1].name == "Number")
        #expect(guide.elements[3].guideMaximumLength == 3 && guide.elements[3].maximumLength == 6)
        #expect(
            guide.segments[0].discriminator
                == Discriminator(element: 1, component: 0, values: ["999", "998"]))
    }

    @Test("a loop that is referred to stands twice, on the same elements")
    func reference() throws {
        let guide = try Self.read(Self.sample)
        #expect(guide.loops.map(\.identifier) == ["999", "2000", "2000"])
        #expect(guide.loops.map(\.maximumUse) == [.max, .max, 2])
        #expect(guide.loops.map(\.usage) == [.required, .situational, .required])
        #expect(guide.loops.map(\.block) == [.inside, .unit, .unit])
        #expect(guide.loops.map(\.name) == ["Sample Guide", "Trace", "Trace"])
        #expect(guide.segments.map(\.identifier) == ["ST", "LX", "LQ", "LX", "LQ"])
        #expect(guide.segments[2].elements == guide.segments[4].elements)
        #expect(guide.syntaxNotes[guide.segments[4].syntaxNotes] == [SyntaxNote(.paired, [1, 2])])
        #expect(guide.elements.count == 6)
    }

    @Test("a guide from a file survives its program")
    func program() throws {
        let guide = try Self.read(Self.sample)
        #expect(try GuideProgram.decode(GuideProgram.encode(guide)) == guide)
    }

    /// One edit of the sample, and what is then said.
    struct Edit: CustomTestStringConvertible {
        let old, new, said: String

        init(_ old: String, _ new: String, says said: String) {
            self.old = old
            self.new = new
            self.said = said
        }

        var testDescription: String { said }
    }

    @Test(
        "a fault is told with file, line and what would be right",
        arguments: [
            Edit("</guide>", "", says: "own.xml:17: Premature end of data in tag guide line 1"),
            Edit("usage=\"N\"", "usage=\"X\"", says: "own.xml:5: Element 'element', attribute 'usage': "),
            Edit(
                "<guide xmlns=\"urn:swift-x12:specs:1\"", "<guide",
                says: "own.xml:1: Element 'guide': No matching"),
            Edit("id=\"LX\"", "id=\"QQQ\"", says: "own.xml:8: no segment QQQ in the dictionary"),
            Edit("data=\"329\"", "data=\"28\"", says: "own.xml:4: ST has data element 329 here, not 28"),
            Edit(
                "at=\"2\" data=\"329\"", "at=\"3\" data=\"329\"",
                says: "own.xml:4: ST goes on with position 2, not 3"),
            Edit(
                "    <element at=\"3\" data=\"1705\" usage=\"N\"/>", "",
                says: "own.xml:2: ST has 3 positions, not 2"),
            Edit("ref=\"2000\"", "ref=\"2100\"", says: "own.xml:16: no loop 2100 is written before this one"),
            Edit("by=\"01\"", "by=\"02\"", says: "own.xml:2: element 02 has no codes to tell the segment by"),
            Edit("by=\"01\"", "by=\"09\"", says: "own.xml:2: element 09 has no codes to tell the segment by"),
            Edit(
                "by=\"01\"", "by=\"01-1\"",
                says: "own.xml:2: element 01-1 has no codes to tell the segment by"),
            Edit("999 | 998", "999 | 99", says: "own.xml:3: code '99' has not the length"),
            Edit("999 | 998", "999|998|999", says: "own.xml:3: a code stands twice"),
            Edit("most=\"3\"", "most=\"30\"", says: "own.xml:9: 'most' is more than the data element's 6"),
            Edit("P0102", "P0103", says: "own.xml:11: syntax 'P0103' speaks of position 3, the last is 2"),
            Edit(
                "usage=\"R\" repeat=\"1\" name=\"Counter\"", "usage=\"S\" repeat=\"1\" name=\"Counter\"",
                says: "own.xml:7: the first segment of a loop is required and stands once"),
            Edit(
                "repeat=\"9\"", "repeat=\"9\" brackets=\"2100\"",
                says: "own.xml:11: a situational segment brackets a loop beside it, and 2100 is none"),
            Edit(
                "ref=\"2000\"", "id=\"2000\" name=\"Again\"", says: "own.xml:16: loop 2000 is written twice"),
        ])
    func faults(edit: Edit) throws {
        let place = try #require(Self.sample.firstRange(of: edit.old))
        var text = Self.sample
        text.replaceSubrange(place, with: edit.new)
        let error = #expect(throws: X12Error(.malformedGuide)) { try Self.read(text) }
        let lines = error?.detail.split(separator: "\n") ?? []
        #expect(lines.contains { $0.hasPrefix(edit.said) }, "\(lines)")
    }

    @Test("a document type declaration is refused, and with it every entity")
    func documentType() {
        let text = "<!DOCTYPE guide [<!ENTITY a \"x\">]>\n" + Self.sample
        let error = #expect(throws: X12Error(.malformedGuide)) { try Self.read(text) }
        #expect(error?.detail == "own.xml:1: a document type declaration is not allowed")
    }

    @Test("a loop that refers to itself is refused")
    func selfReference() {
        let text = Self.sample.replacing(
            "</loop>", with: "<loop ref=\"2000\" position=\"0400\" usage=\"S\" repeat=\"1\"/></loop>")
        #expect(throws: X12Error(.malformedGuide)) { try Self.read(text) }
    }

    @Test("references on references end at a limit")
    func expansion() {
        var loops = ""
        for level in 1...40 {
            loops += "<loop id=\"L\(level)\" position=\"1\" usage=\"S\" repeat=\"1\" name=\"Loop\">"
            loops += "<segment id=\"LX\" position=\"1\" usage=\"R\" repeat=\"1\" name=\"Counter\">"
            loops += "<element at=\"1\" data=\"554\" usage=\"R\"/></segment>"
            if level > 1 {
                let inner = "<loop ref=\"L\(level - 1)\" position=\"2\" usage=\"S\" repeat=\"1\"/>"
                loops += inner + inner
            }
            loops += "</loop>"
        }
        let text = Self.sample.replacing("</guide>", with: loops + "</guide>")
        let error = #expect(throws: X12Error(.malformedGuide)) { try Self.read(text) }
        #expect(error?.detail.contains("more than 20000 loops and segments") == true)
    }

    @Test("bytes that are no XML are an error", arguments: ["", "ISA*00*", "\u{0}", "<guide"])
    func notXML(text: String) {
        #expect(throws: X12Error(.malformedGuide)) { try Self.read(text) }
    }

    @Test("a file with any byte changed gives a guide or an error, never a crash")
    func changed() {
        let bytes = Array(Self.sample.utf8)
        for place in stride(from: 0, to: bytes.count, by: 5) {
            for byte in [0, UInt8(ascii: "<"), UInt8(ascii: "\""), UInt8(ascii: "9"), 0xFF] {
                var damaged = bytes
                damaged[place] = byte
                do throws(X12Error) {
                    _ = try GuideFile.read(
                        bytes: damaged, name: "own.xml", schema: X12Specs.guideSchema,
                        dictionary: X12Specs.dictionary)
                } catch {
                    #expect(error.code == .malformedGuide && error.detail.hasPrefix("own.xml:"))
                }
            }
        }
    }

    @Test("a file that is not there is an error of its own")
    func missing() {
        #expect(throws: X12Error(.sourceMissing)) {
            try GuideFile.read(
                path: "/nowhere/own.xml", schema: X12Specs.guideSchema, dictionary: X12Specs.dictionary)
        }
    }

    @Test(
        "the same file gives the same guide at run time and when the package is built",
        arguments: X12Specs.guides)
    func runTime(identifier: String) throws {
        var folders = #filePath.split(separator: "/").dropLast(3)
        folders += ["Specs", "guides"]
        let path = "/" + folders.joined(separator: "/") + "/\(identifier).xml"
        let guide = try GuideFile.read(
            path: path, schema: X12Specs.guideSchema, dictionary: X12Specs.dictionary)
        #expect(guide == X12Specs.guide(identifier))
    }

    static func read(_ text: String) throws(X12Error) -> Guide {
        try GuideFile.read(
            bytes: Array(text.utf8), name: "own.xml", schema: X12Specs.guideSchema,
            dictionary: X12Specs.dictionary)
    }
}
