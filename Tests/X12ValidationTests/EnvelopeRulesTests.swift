import Testing
import X12TestSupport

@Suite("Envelope rules")
struct EnvelopeRulesTests {
    @Test("one change of the envelope is one finding", arguments: edits)
    func edit(edit: SampleEdit) throws {
        let findings = try Validation.findings(in: edit.bytes())
        #expect(Validation.places(findings) == edit.findings)
    }

    /// A remittance to be put among sets of claims.
    private static let payment: String = {
        let sample = try? SampleFile(path: "835/pass/claim-level-only.835")
        let lines = String(decoding: sample?.bytes ?? [], as: UTF8.self).split(separator: "\n")
        return lines.dropFirst(2).dropLast(2).map { $0 + "\n" }.joined().replacing("*0001~", with: "*0003~")
    }()

    static let edits: [SampleEdit] = [
        .claim("ISA11 is ISA16", "*^*00501", "*:*00501", "ENV-DELIM-DISTINCT ISA11"),
        .claim("ISA16 is not what keeps components apart", "*0*T*:~", "*0*T*>~", "ENV-DELIM-OTHER ISA16"),
        .claim("ISA16 is a character of addresses", "*0*T*:~", "*0*T*+~", "ENV-DELIM-OTHER ISA16"),
        .claim("segments indented with blanks", "~\n", "~\n  ", "ENV-SEG-INDENT GS"),
        .claim("ISA11 is a letter", "*^*00501", "*U*00501", "ENV-DELIM-LEGAL ISA11"),
        .claim(
            "GS04 without its century", "*20260302*0930*201*", "*260302*0930*201*", "ENV-GS-DATE-TIME GS04"),
        .claim("GS05 past midnight", "*20260302*0930*201*", "*20260302*2430*201*", "ENV-GS-DATE-TIME GS05"),
        .claim("a group of remittances", "GS*HC*", "GS*HP*", "ENV-GS01-MATCH GS01"),
        SampleEdit(
            story: "a group of remittances that holds two sets of claims",
            sample: "837P/pass/batch-of-two-sets.837", changes: [("GS*HC*", "GS*HP*")],
            findings: ["ENV-GS01-MATCH GS01"]),
        SampleEdit(
            story: "a remittance in a group of claims", sample: "837P/pass/batch-of-two-sets.837",
            changes: [("GE*2*213~", payment + "GE*3*213~")], findings: ["ENV-GS01-MATCH ST01"]),
        SampleEdit(
            story: "no GS01 before two sets of claims",
            sample: "837P/pass/batch-of-two-sets.837", changes: [("GS*HC*", "GS**")],
            findings: ["ENV-REQ-ELEM GS01"]),
        .claim("GS07 is not X", "*201*X*", "*201*T*", "ENV-GS07-08 GS07"),
        .claim("no sender in GS02", "GS*HC*CLINIC01*", "GS*HC**", "ENV-REQ-ELEM GS02"),
        .claim("ISA09 in month 13", "*260302*0930*^", "*261302*0930*^", "ENV-ISA-DATE-TIME ISA09"),
        .claim("ISA10 at minute 60", "*260302*0930*^", "*260302*0960*^", "ENV-ISA-DATE-TIME ISA10"),
        .claim("nobody sends", "*ZZ*CLINIC01       *", "*ZZ*               *", "ENV-ISA-IDS-PAD ISA06"),
        .claim(
            "a blank in front of ISA08", "*ZZ*PAYER01        *", "*ZZ* PAYER01       *",
            "ENV-ISA-IDS-PAD ISA08"),
        .claim("ISA07 of no list", "*ZZ*PAYER01  ", "*AA*PAYER01  ", "ENV-ISA-QUAL ISA07"),
        .claim(
            "a password without its qualifier", "ISA*00*          *", "ISA*00*SECRET    *",
            "ENV-ISA-QUAL ISA02"),
        .claim("another version", "*00501*", "*00601*", "ENV-ISA-VERSION ISA12"),
        .claim("ISA13 of zeros", "000000201", "000000000", "ENV-ISA13-FORMAT ISA13"),
        .claim("ISA14 asks for 2", "*0*T*:~", "*2*T*:~", "ENV-ISA14-15 ISA14"),
        .claim("ISA15 is X", "*0*T*:~", "*0*X*:~", "ENV-ISA14-15 ISA15"),
        .claim(
            "ST03 without its addendum", "ST*837*0001*005010X222A1~", "ST*837*0001*005010X222~",
            "ENV-ST03-GS08 ST03"),
        .claim("no ST03", "ST*837*0001*005010X222A1~", "ST*837*0001~", "ENV-ST03-GS08 ST03"),
        .claim(
            "GS08 of no guide, ST03 as it should be", "*201*X*005010X222A1~", "*201*X*005010X999~",
            "ENV-GS07-08 GS08"),
        .claim(
            "GS08 with an addendum that there is not", "*201*X*005010X222A1~", "*201*X*005010X222A9~",
            "ENV-GS07-08 GS08"),
        SampleEdit(
            story: "GS08 of no guide before two sets", sample: "837P/pass/batch-of-two-sets.837",
            changes: [("*213*X*005010X222A1~", "*213*X*005010X999~")], findings: ["ENV-GS07-08 GS08"]),
        .claim(
            "GS08 and ST03 of two guides", "ST*837*0001*005010X222A1~", "ST*837*0001*005010X223A2~",
            "ENV-ST03-GS08 ST03"),
        .payment("ST03 in an 835", "ST*835*0001~", "ST*835*0001*005010X221A1~", "ENV-ST03-GS08 ST03"),
        .claim("ST02 too short", "*0001", "*001", "ENV-MIN-MAX-LEN ST02"),
        .claim("a third element in IEA", "IEA*1*000000201~", "IEA*1*000000201*9~", "ENV-TOO-MANY-ELEM IEA03"),
        SampleEdit(
            story: "the same interchange again", sample: "837P/pass/two-interchanges.837",
            changes: [("000000212", "000000201")], findings: ["ENV-ISA13-DUP ISA13"]),
        SampleEdit(
            story: "the same set number again", sample: "837P/pass/batch-of-two-sets.837",
            changes: [("ST*837*0002*", "ST*837*0001*"), ("SE*24*0002~", "SE*24*0001~")],
            findings: ["ENV-ST02-DUP ST02"]),
        SampleEdit(
            story: "the same group number again", sample: "837P/pass/batch-of-two-sets.837",
            changes: [
                (
                    "SE*44*0001~\n",
                    "SE*44*0001~\nGE*1*213~\nGS*HC*CLINIC01*PAYER01*20260302*0930*213*X*005010X222A1~\n"
                ),
                ("GE*2*213~\nIEA*1*", "GE*1*213~\nIEA*2*"),
            ], findings: ["ENV-GS06-DUP GS06"]),
    ]

    @Test(
        "what a receipt repeats of a faulty interchange is as it was there; without that note it is a fault",
        arguments: [
            ("000000213*261302*0930", "014", ""), ("000000213*260302*2930", "015", ""),
            ("A00000213*260302*0930", "018", ""), ("000000213*261302*0930", "001", "ENV-TYPE-DT-TM TA102"),
            ("000000213*260302*2930", "014", "ENV-TYPE-DT-TM TA103"),
            ("A00000213*260302*0930", "014", "ENV-TYPE-N TA101"),
            ("000000213**0930", "014", "ENV-REQ-ELEM TA102"),
        ])
    func echoes(repeated: String, note: String, wanted: String) throws {
        let isa = String(
            decoding: try SampleFile(path: "837P/pass/office-visit.837").bytes.prefix(106), as: UTF8.self)
        let text = isa + "TA1*\(repeated)*R*\(note)~IEA*0*000000201~"
        let findings = try Validation.findings(in: Array(text.utf8))
        #expect(Validation.places(findings) == [wanted].filter { !$0.isEmpty })
    }

    @Test("numbers may come again in another interchange or group")
    func again() throws {
        let edit = SampleEdit(
            story: "", sample: "837P/pass/two-interchanges.837",
            changes: [("0930*202*X", "0930*201*X"), ("GE*1*202~", "GE*1*201~")], findings: [])
        #expect(Validation.places(try Validation.findings(in: edit.bytes())) == edit.findings)
    }
}
