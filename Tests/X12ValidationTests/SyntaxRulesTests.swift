import Testing
import X12Diagnostics

@Suite("Syntax rules")
struct SyntaxRulesTests {
    @Test("one change of a segment is one finding", arguments: edits)
    func edit(edit: SampleEdit) throws {
        let findings = try Validation.findings(in: edit.bytes())
        #expect(Validation.places(findings) == edit.findings)
    }

    @Test(
        "a misspelled code is shown, with what it should be",
        arguments: [
            ("SBR*P*18", "SBR*p*18"), ("D8*19800512*F~", "D8*19800512*F ~"), ("*IL*62701~", "*il*62701~"),
        ])
    func shown(change: (from: String, to: String)) throws {
        let edit = SampleEdit.claim("a misspelled code", change.from, change.to)
        let finding = try #require(Validation.findings(in: edit.bytes()).first)
        let found = try #require(finding.found)
        #expect(found.isPublic)
        #expect(finding.expected == [found.text.uppercased().replacing(" ", with: "")])
    }

    static let edits: [SampleEdit] = [
        .claim("a letter with an accent", "41*2*MAPLE", "41*2*MAPL\u{C9}", "ENV-CHARSET NM103"),
        .claim("a control character", "41*2*MAPLE", "41*2*MAP\u{7}LE", "ENV-CHARSET NM103"),
        .claim(
            "days in the wrong order", "D8*20260220~\nREF*6R*OFFICE-1-1",
            "RD8*20260220-20260219~\nREF*6R*OFFICE-1-1", "ENV-DATE-QUAL DTP03"),
        .claim(
            "a qualifier for days and one day", "D8*20260220~\nREF*6R*OFFICE-1-1",
            "RD8*20260220~\nREF*6R*OFFICE-1-1", "ENV-DATE-QUAL DTP03"),
        .claim("a 29 February that is none", "D8*19800512", "D8*19810229", "ENV-DATE-QUAL DMG02"),
        SampleEdit(
            story: "a receipt of a day that there is not", sample: "TA1/pass/accepted.ta1",
            changes: [("*260301*0930*A*000", "*261332*0930*A*000")], findings: ["ENV-TYPE-DT-TM TA102"]),
        .claim("a segment without values", "N3*10 ELM ST~", "N3~", "ENV-EMPTY-SEG N3"),
        .claim(
            "a segment without values of which there are several", "REF*EI*123456789~", "REF~",
            "ENV-EMPTY-SEG REF"),
        .claim("separators where several could stand", "REF*EI*123456789~", "REF**~", "ENV-EMPTY-SEG REF"),
        .claim("a segment of separators", "N3*10 ELM ST~", "N3**~", "ENV-EMPTY-SEG N3"),
        .claim(
            "a city of one letter", "N4*SPRINGFIELD*IL*627010001", "N4*S*IL*627010001", "ENV-MIN-MAX-LEN N401"
        ),
        .claim(
            "a patient control number of 25", "CLM*OFFICE-1*", "CLM*OFFICE-1234567890123456789*",
            "ENV-MIN-MAX-LEN CLM01"),
        .claim(
            "a city of 31 letters", "N4*SPRINGFIELD*IL*627010001",
            "N4*SPRINGFIELD ON THE GREAT RIVERS*IL*627010001", "ENV-MIN-MAX-LEN N401"),
        .claim("a tenth of a cent", "*150.5*UN", "*150.555*UN", "ENV-MONEY-SCALE SV102"),
        .claim("a hundred million", "*150.5*UN", "*150000000*UN", "ENV-MONEY-SCALE SV102"),
        .claim("no HL01", "HL*1**20*1", "HL***20*1", "ENV-REQ-ELEM HL01"),
        .claim("no code in a composite", "SV1*HC:99213:25*", "SV1*HC::25*", "ENV-REQ-ELEM SV101-2"),
        .claim("a composite that ends open", "HI*ABK:J020*", "HI*ABK:J020:*", "ENV-SEG-TRAIL-SEP HI01"),
        .claim("a segment that ends open", "N3*10 ELM ST~", "N3*10 ELM ST*~", "ENV-SEG-TRAIL-SEP N3"),
        .payment("an amount without its reason", "CAS*CO*45*25.5~", "CAS*CO*45*25.5***3~", "ENV-SYN-C CAS05"),
        .payment("a reason without its amount", "CAS*PR*3*30~", "CAS*PR*3*30**45~", "ENV-SYN-L CAS06"),
        .claim(
            "a state and a subdivision", "N4*SPRINGFIELD*IL*62701~", "N4*SPRINGFIELD*IL*62701*CA***ON~",
            "ENV-SYN-E N407"),
        .claim("a qualifier without its number", "TE*2175550100~", "TE*2175550100*FX~", "ENV-SYN-P PER06"),
        .claim("a reference without its value", "REF*EI*123456789~", "REF*EI~", "ENV-SYN-R REF02"),
        .claim(
            "one element too many", "PRV*PE*PXC*207Q00000X~", "PRV*PE*PXC*207Q00000X****9~",
            "ENV-TOO-MANY-ELEM PRV07"),
        .claim("a component in a simple element", "N3*10 ELM ST", "N3*10:ELM ST", "ENV-TOO-MANY-ELEM N301-2"),
        .claim("a repetition of what comes once", "*11:B:1*Y*A", "*11:B:1*Y^Y*A", "ENV-TOO-MANY-ELEM CLM06"),
        .claim("an address of blanks", "N3*10 ELM ST", "N3*  ", "ENV-TYPE-AN N301"),
        .claim("blanks behind an address", "N3*10 ELM ST", "N3*10 ELM ST ", "ENV-TYPE-AN N301"),
        .claim("a date of letters", "*B201*20260302*", "*B201*2026MAR2*", "ENV-TYPE-DT-TM BHT04"),
        .claim("a time that is none", "*20260302*0930*CH", "*20260302*0990*CH", "ENV-TYPE-DT-TM BHT05"),
        .claim("a code in small letters", "SBR*P*18", "SBR*p*18", "ENV-TYPE-ID SBR01"),
        .claim(
            "a state in small letters", "N4*SPRINGFIELD*IL*62701~", "N4*SPRINGFIELD*il*62701~",
            "ENV-TYPE-ID N402"),
        .claim("a line number with a point", "LX*2~", "LX*2.0~", "ENV-TYPE-N LX01"),
        .claim("a line number with a zero", "LX*2~", "LX*02~", "ENV-TYPE-N LX01"),
        .claim("a comma for thousands", "*150.5*UN", "*1,150.5*UN", "ENV-TYPE-R SV102"),
        .claim("a point alone", "*150.5*UN", "*.*UN", "ENV-TYPE-R SV102"),
        .claim("a minus before zero", "*150.5*UN", "*-0*UN", "ENV-TYPE-R SV102"),
        .claim("a zero that says nothing", "*150.5*UN", "*150.50*UN", "ENV-TYPE-R SV102"),
    ]

    @Test(
        "numbers that are written as they should be",
        arguments: ["0", "150", "-150.5", ".5", "0.5", "150.25", "99999999.99"])
    func numbers(text: String) throws {
        let edit = SampleEdit.claim(text, "*150.5*UN", "*\(text)*UN")
        #expect(Validation.places(try Validation.findings(in: edit.bytes())) == [])
    }
}
