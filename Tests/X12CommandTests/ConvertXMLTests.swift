import Foundation
import Testing
import X12TestSupport

@Suite("x12 convert, XML")
struct ConvertXMLTests {
    @Test("X12 to XML and back gives the same bytes, from a file and from a pipe")
    func bothWays() throws {
        let program = try Program()
        defer { program.remove() }
        let samples = SampleFile.all(in: "837P/pass").prefix(3) + SampleFile.all(in: "835/fail").prefix(3)
        for (number, sample) in samples.enumerated() {
            try program.put("sample", sample.bytes)
            let choices = [["--compact"], ["--no-names", "--no-findings"], ["--positions"]][number % 3]
            let there = try program.run(["convert", "--to", "xml", "sample"] + choices)
            #expect(there.status == 0)
            let back = try program.run("convert", "--to", "x12", "-o", "back", input: there.output)
            #expect(back.status == 0)
            #expect(try program.bytes("back") == sample.bytes, "\(sample)")
        }
    }

    @Test("XML, JSON and NDJSON become each other, without a detour over a file of X12")
    func betweenForms() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("claim.837", Inputs.claim.utf8)
        var forms: [String: String] = [:]
        for form in ["json", "ndjson", "xml"] {
            forms[form] = try program.run("convert", "--to", form, "claim.837").output
        }
        for (from, text) in forms {
            for (to, expected) in forms {
                let run = try program.run("convert", "--to", to, input: text)
                #expect(run.status == 0)
                #expect(run.output == expected, "\(from) to \(to)")
            }
        }
    }

    @Test("remarks name the segment, since most files are one line")
    func places() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("faulty.837", Inputs.faulty.replacing("\n", with: "").utf8)
        let run = try program.run("convert", "--to", "ndjson", "faulty.837")
        #expect(run.errors.contains("x12: faulty.837: segment 20 (line 1): error: 'ZZZ' is no segment"))
        #expect(run.errors.contains("x12: faulty.837: GE (line 1): error: GE01 is '3'"))
    }

    @Test("findings stand beside what they are about, and may be left out")
    func findings() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("faulty.837", Inputs.faulty.utf8)
        let shown = try program.run("convert", "--to", "xml", "faulty.837").output
        #expect(shown.contains("<f:finding rule=\""))
        let bare = try program.run("convert", "--to", "xml", "--no-findings", "faulty.837").output
        #expect(!bare.contains("finding"))
        let plain = try program.run("convert", "--to", "xml", "--no-names", "faulty.837").output
        #expect(!plain.contains(" name=\"") && !plain.contains(" meaning=\""))
    }

    @Test("a document that was edited is counted anew, and what is put right by that is not told")
    func renumbering() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("claim.837", Inputs.claim.utf8)
        let xml = try program.run("convert", "--to", "xml", "--no-names", "--no-findings", "claim.837").output
        let edited = xml.replacing(">26</SE01>", with: ">29</SE01>").replacing(
            ">0001</SE02>", with: ">0009</SE02>"
        ).replacing("<GE01>1<", with: "<GE01>7<").replacing("<IEA01>1<", with: "<IEA01>7<").replacing(
            "<GE02>101<", with: "<GE02>7<"
        ).replacing("<IEA02>000000101<", with: "<IEA02>000000007<")
        let counted = try program.run("convert", "--to", "x12", "--renumber", input: edited)
        #expect(counted.output == Inputs.claim)
        #expect(counted.errors == "")
        let kept = try program.run("convert", "--to", "x12", input: edited)
        for rule in [
            "ENV-SE01-COUNT", "ENV-ST02-SE02", "ENV-GE01-COUNT", "ENV-GS06-GE02", "ENV-IEA01-COUNT",
            "ENV-ISA13-IEA02",
        ] {
            #expect(kept.errors.contains("[\(rule)]"), "\(rule)")
        }
        // In a file as it was received a wrong count tells of a segment that was lost.
        let received = Inputs.claim.replacing("SE*26*", with: "SE*29*")
        let sent = try program.run("convert", "--to", "x12", "--renumber", input: received)
        #expect(sent.output == Inputs.claim && sent.errors.contains("[ENV-SE01-COUNT]"))
    }

    @Test("a damaged document ends with 65, says where, and leaves no half of an output")
    func damaged() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("claim.837", Inputs.claim.utf8)
        let xml = try program.run("convert", "--to", "xml", "claim.837").output
        let cases = [
            (xml.replacing("</CLM>", with: "</CLM><ZZZ/>"), "<unexpected> is missing before <ZZZ>"),
            (xml.replacing("schemaVersion=\"1.0\"", with: "schemaVersion=\"9.0\""), "schema version 9.0"),
            (xml.replacing("x12", with: "y12"), "the root is <y12>, not <x12>"),
            (String(xml.dropLast(40)), "not well-formed XML"),
            ("<!DOCTYPE x12 [<!ENTITY e SYSTEM \"claim.837\">]><x12>&e;</x12>", "document type declaration"),
        ]
        for (text, words) in cases {
            for target in ["x12", "json", "ndjson", "xml"] {
                let run = try program.run("convert", "--to", target, input: text)
                #expect(run.status == 65, "\(words)")
                #expect(run.output == "")
                #expect(
                    run.errors.hasPrefix("x12: standard input: line ") && run.errors.contains(words),
                    "\(run.errors)")
            }
        }
    }

    @Test("claims with names in words are written, and not taken for what can be read")
    func models() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("claim.837", Inputs.claim.utf8)
        let run = try program.run("convert", "--to", "xml", "--models", "claim.837")
        #expect(run.status == 0)
        #expect(run.output.contains("<patientControlNumber>PCN0001</patientControlNumber>"))
        let back = try program.run("convert", "--to", "x12", input: run.output)
        #expect(back.status == 65 && back.errors.contains("XML of the models is written and not read"))
        #expect(try program.run("convert", "--to", "json", "--models", "claim.837").status == 64)
        for option in ["--positions", "--no-names", "--no-findings"] {
            let both = try program.run("convert", "--to", "xml", "--models", option, "claim.837")
            #expect(both.status == 64 && both.errors.contains("are about segments"), "\(option)")
        }
    }

    @Test("the schema of every guide is printed, of no other name")
    func schema() throws {
        let program = try Program()
        defer { program.remove() }
        for name in ["005010X222A1", "005010X279A1-271", "all", "findings"] {
            let run = try program.run("schema", "--xml", name)
            #expect(run.status == 0)
            #expect(run.output.contains("<xs:schema") && run.output.hasSuffix("</xs:schema>\n"))
        }
        #expect(try program.run("schema", "--xml", "claim-payments").status == 64)
        #expect(try program.run("schema", "005010X222A1").status == 64)
    }
}
