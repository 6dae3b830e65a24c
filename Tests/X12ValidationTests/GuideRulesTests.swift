import Testing
import X12Diagnostics

@Suite("Guide rules")
struct GuideRulesTests {
    @Test("one change against the guide is one finding", arguments: edits)
    func edit(edit: SampleEdit) throws {
        let findings = try Validation.findings(in: edit.bytes())
        #expect(Validation.places(findings) == edit.findings)
    }

    @Test("numbers are told as they were sent, with what is due")
    func numbers() throws {
        func told(_ changes: [(String, String)]) throws -> [String] {
            let edit = SampleEdit(
                story: "numbers", sample: "837P/pass/office-visit.837", changes: changes, findings: [])
            return try Validation.findings(in: edit.bytes()).map {
                "\($0.rule.id) \($0.found?.text ?? "") \($0.expected.joined())"
            }
        }
        #expect(try told([("HL*2*1*22*0", "HL*05*1*22*0")]) == ["GDE-HL01-SEQ 05 2"])
        #expect(
            try told([("LX*1~", "LX*7~"), ("LX*2~", "LX*1~"), ("LX*7~", "LX*2~")])
                == ["837P-LX-SEQ 2 1", "837P-LX-SEQ 1 2"])
    }

    static let edits: [SampleEdit] = [
        .claim("a code of no list", "*11:B:1*", "*11:Z:1*", "GDE-CODE-BAD CLM05-2"),
        .claim("a code that the guide leaves out", "BHT*0019*00*", "BHT*0019*01*", "GDE-CODE-NOTUSED BHT02"),
        .claim(
            "an element that is not used", "41*2*MAPLE CLINIC*****46", "41*2*MAPLE CLINIC***DR**46",
            "GDE-ELEM-NOTUSED NM106"),
        .claim(
            "an element that is not used, and whose partner is not either", "HI*ABK:J020*", "HI*ABK:J020:D8*",
            "GDE-ELEM-NOTUSED HI01-3"),
        .payment(
            "a code of an outside list of nothing but blanks", "N4*CHICAGO*IL*60601", "N4*CHICAGO*IL*   ",
            "ENV-TYPE-AN N403"),
        .claim("a parent of the first level", "HL*1**20*1", "HL*1*1*20*1", "GDE-ELEM-NOTUSED HL02"),
        .claim("no name", "NM1*41*2*MAPLE CLINIC*", "NM1*41*2**", "GDE-ELEM-REQ NM103"),
        .claim("level 2 is 3", "HL*2*1*22*0", "HL*3*1*22*0", "GDE-HL01-SEQ HL01"),
        .claim("level 2 is a letter", "HL*2*1*22*0", "HL*B*1*22*0", "GDE-HL01-SEQ HL01"),
        .claim("a parent that is not there", "HL*2*1*22*0", "HL*2*9*22*0", "GDE-HL02-PARENT HL02"),
        .claim("a child is promised", "HL*2*1*22*0", "HL*2*1*22*1", "GDE-HL04-CHILD HL04"),
        .claim("a hole in the diagnoses", "HI*ABK:J020*", "HI*ABK:J020**", "837P-HI-REQ HI02"),
        .claim("line 2 is 3", "LX*2~", "LX*3~", "837P-LX-SEQ LX01"),
        .claim("a provider of an unknown kind", "NM1*85*", "NM1*ZZ*", "ENV-TXN-UNKNOWN-LOOP NM101"),
        SampleEdit(
            story: "a child that was not promised", sample: "837P/pass/dependent-child.837",
            changes: [("HL*2*1*22*1", "HL*2*1*22*0")], findings: ["GDE-HL04-CHILD HL04"]),
        SampleEdit(
            story: "no payer under the subscriber", sample: "837P/pass/office-visit.837",
            changes: [("NM1*PR*2*SAMPLE PAYER*****PI*PAYER01~\n", ""), ("SE*32*", "SE*31*")],
            findings: ["GDE-LOOP-MIN NM1"]),
        SampleEdit(
            story: "no address", sample: "837P/pass/office-visit.837",
            changes: [("N3*10 ELM ST~\n", ""), ("SE*32*", "SE*31*")], findings: ["GDE-SEG-MISSING N3"]),
        SampleEdit(
            story: "no BHT, which the standard demands", sample: "837P/pass/office-visit.837",
            changes: [("BHT*0019*00*B201*20260302*0930*CH~\n", ""), ("SE*32*", "SE*31*")],
            findings: ["GDE-SEG-MISSING BHT"]),
        SampleEdit(
            story: "a header number without claims, which the standard demands",
            sample: "835/pass/capitation-without-claims.835",
            changes: [("PLB*", "LX*1~\nPLB*"), ("SE*11*", "SE*12*")], findings: ["GDE-LOOP-MIN CLP"]),
        SampleEdit(
            story: "entities of a benefit with nothing behind them",
            sample: "271/pass/other-payer-and-primary-care.271",
            changes: [("LE*2120~\nEB*U", "EB*U")], findings: ["GDE-SEG-MISSING LE"], countsAnew: true),
        SampleEdit(
            story: "an entity of a benefit with nothing in front of it",
            sample: "271/pass/other-payer-and-primary-care.271",
            changes: [("LS*2120~\nNM1*VN", "NM1*VN")],
            findings: ["GDE-SEG-MISSING LS"], countsAnew: true),
        SampleEdit(
            story: "an entity of a benefit alone", sample: "271/pass/other-payer-and-primary-care.271",
            changes: [
                ("LS*2120~\nNM1*VN", "NM1*VN"),
                ("PER*IC*HELP DESK*WP*2175550160*EX*12~\nLE*2120~", "PER*IC*HELP DESK*WP*2175550160*EX*12~"),
            ], findings: ["GDE-SEG-MISSING LS", "GDE-SEG-MISSING LE"], countsAnew: true),
        SampleEdit(
            story: "an end behind no entity", sample: "271/pass/other-payer-and-primary-care.271",
            changes: [
                ("EB*U**88~\nLS*2120~\nNM1*VN", "EB*U**88~\nLE*2120~\nEB*U**88~\nLS*2120~\nNM1*VN")
            ],
            findings: ["GDE-SEG-MISSING LS"], countsAnew: true),
        SampleEdit(
            story: "two tax numbers", sample: "837P/pass/office-visit.837",
            changes: [
                ("REF*EI*123456789~\n", "REF*EI*123456789~\nREF*EI*123456780~\n"), ("SE*32*", "SE*33*"),
            ],
            findings: ["GDE-SEG-MAX REF"]),
        SampleEdit(
            story: "the sender twice", sample: "837P/pass/office-visit.837",
            changes: [
                ("NM1*40*", "NM1*41*2*MAPLE CLINIC*****46*CLINIC01~\nPER*IC**TE*2175550100~\nNM1*40*"),
                ("SE*32*", "SE*34*"),
            ], findings: ["GDE-LOOP-MAX NM1"]),
    ]

    @Test("a finding says where it stands and what would be right")
    func facts() throws {
        let edit = SampleEdit.claim("", "*11:B:1*", "*11:Z:1*")
        let finding = try #require(try Validation.findings(in: edit.bytes()).first)
        #expect(finding.found == Fact("Z", .code))
        #expect(finding.expected == ["B"])
        #expect(finding.context.guide == "005010X222A1")
        #expect(finding.context.interchange == "000000201")
        #expect(finding.context.group == "201")
        #expect(finding.context.transactionSet == "0001")
        #expect(finding.context.loopPath == "2000A[1] > 2000B[1] > 2300[1]")
        #expect(finding.context.loop == "2300")
        #expect(finding.context.claim == "OFFICE-1")
        #expect(finding.location.segmentPosition == 19)
        #expect(finding.location.byteOffset > 0)
    }

    @Test(
        "values of a person are marked so",
        arguments: [
            (SampleEdit.claim("", "NM1*85*2*", "NM1*85*DOE JOHN*"), Fact.Kind.text),
            (.claim("", "*150.5*UN", "*DOE*UN"), .text),
            (.claim("", "*150.5*UN", "*1,150.5*UN"), .amount),
            (.claim("", "D8*19800512", "D8*19801312"), .date),
            (.claim("", "CLM*OFFICE-1*", "CLM*OFFICE-1234567890123456789*"), .identifier),
        ])
    func kinds(edit: SampleEdit, kind: Fact.Kind) throws {
        let finding = try #require(try Validation.findings(in: edit.bytes()).first)
        #expect(finding.found?.kind == kind)
    }
}
