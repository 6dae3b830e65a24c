import Testing
import X12Diagnostics
import X12Parser
import X12TestSupport
import X12Text

/// What stands where: segments that are missing, doubled, misspelt or of the wrong kind. One cause is one finding,
/// however many segments it makes strangers of.
@Suite("Structure rules")
struct StructureRulesTests {
    @Test("one change of the structure is one finding", arguments: edits + payments)
    func edit(edit: SampleEdit) throws {
        let findings = try Validation.findings(in: edit.bytes())
        #expect(Validation.places(findings) == edit.findings)
    }

    @Test("what is missing has a place, also where the first segment of its loop is missing")
    func place() throws {
        let edit = SampleEdit.counted(
            "neither LX nor SV1", "LX*1~\nSV1*HC:99213:25*150.5*UN*1***1:2~\n", "")
        let missing = try Validation.findings(in: edit.bytes()).filter { $0.context.segment == "SV1" }
        #expect(missing.map(\.location.segmentPosition) == [24])
    }

    static let edits: [SampleEdit] = [
        // A loop without the segment that opens it.
        .counted("no LX before the first line", "LX*1~\n", "", "GDE-SEG-MISSING LX"),
        .counted("no LX before the second line", "LX*2~\n", "", "GDE-SEG-MISSING LX"),
        .counted(
            "no name of the billing provider", "NM1*85*2*MAPLE CLINIC*****XX*1234567893~\n", "",
            "GDE-SEG-MISSING NM1"),
        .counted(
            "no name of the subscriber", "NM1*IL*1*ISAAC*ROSA****MI*W100200300~\n", "",
            "GDE-SEG-MISSING NM1"),
        .counted(
            "no name of the submitter", "NM1*41*2*MAPLE CLINIC*****46*CLINIC01~\n", "",
            "GDE-SEG-MISSING NM1"),
        .counted(
            "no name of the rendering provider", "NM1*82*1*MERRIWEATHER*ADA*J***XX*1555000110~\n", "",
            "GDE-SEG-MISSING NM1"),
        .counted(
            "no level of the subscriber", "HL*2*1*22*0~\n", "", "GDE-SEG-MISSING HL"),
        .counted("no level of the billing provider", "HL*1**20*1~\n", "", "GDE-SEG-MISSING HL"),
        .counted(
            "no claim", "CLM*OFFICE-1*215.5***11:B:1*Y*A*Y*Y~\n", "", "GDE-SEG-MISSING CLM"),
        .counted(
            "no receiver", "NM1*40*2*SAMPLE PAYER*****46*PAYER01~\n", "", "GDE-LOOP-MIN NM1"),
        .counted(
            "neither LX nor SV1 of the first line", "LX*1~\nSV1*HC:99213:25*150.5*UN*1***1:2~\n", "",
            "GDE-SEG-MISSING LX", "GDE-SEG-MISSING SV1"),
        .counted(
            "a note without its code", "REF*6R*OFFICE-1-2~\n", "REF*6R*OFFICE-1-2~\nNTE**EXTRA TEXT~\n",
            "GDE-ELEM-REQ NTE01"),
        .counted(
            "the city before and behind the street", "N3*10 ELM ST~\n",
            "N4*SPRINGFIELD*IL*627010001~\nN3*10 ELM ST~\n", "ENV-SEG-ORDER N4"),
        .counted(
            "a second street behind the number", "REF*EI*123456789~\n", "REF*EI*123456789~\nN3*12 ELM ST~\n",
            "GDE-SEG-MAX N3"),
        .claim("a blank in a telling code", "REF*6R*OFFICE-1-2~", "REF*6R *OFFICE-1-2~", "ENV-TYPE-ID REF01"),
        // One that is doubled.
        .counted("the line twice in a row", "LX*2~\n", "LX*2~\nLX*2~\n", "GDE-SEG-MAX LX"),
        .counted(
            "the subscriber's level twice in a row", "HL*2*1*22*0~\n", "HL*2*1*22*0~\nHL*2*1*22*0~\n",
            "GDE-SEG-MAX HL"),
        .counted(
            "the claim twice in a row", "CLM*OFFICE-1*215.5***11:B:1*Y*A*Y*Y~\n",
            "CLM*OFFICE-1*215.5***11:B:1*Y*A*Y*Y~\nCLM*OFFICE-1*215.5***11:B:1*Y*A*Y*Y~\n",
            "GDE-SEG-MAX CLM"),
        .counted(
            "ST twice in a row", "ST*837*0001*005010X222A1~\n", "ST*837*0001*005010X222A1~\n".twice,
            "ENV-SE-MISSING ST"),
        .claim(
            "SE twice in a row", "SE*32*0001~\n", "SE*32*0001~\nSE*32*0001~\n", "ENV-GS-REQUIRED SE"),
        .counted("GE twice in a row", "GE*1*201~\n", "GE*1*201~\nGE*1*201~\n", "ENV-GS-REQUIRED GE"),
        .claim(
            "GS twice in a row", "GS*HC*CLINIC01*PAYER01*20260302*0930*201*X*005010X222A1~\n",
            "GS*HC*CLINIC01*PAYER01*20260302*0930*201*X*005010X222A1~\n".twice, "ENV-GE-MISSING GS"),
        .claim("ISA twice in a row", isa, isa.twice, "ENV-IEA-MISSING ISA"),
        .claim("nothing between ISA and GS", isa, isa + "~\n", "ENV-EMPTY-SEG "),
        .claim("nothing between SE and GE", "GE*1*201~", "~GE*1*201~", "ENV-EMPTY-SEG "),
        .counted(
            "a service twice in a row", "SV1*HC:87880*65*UN*1***1~\n",
            "SV1*HC:87880*65*UN*1***1~\nSV1*HC:87880*65*UN*1***1~\n", "GDE-SEG-MAX SV1"),
        // Identifiers that are not quite right.
        .claim("nm1 in small letters", "NM1*85*", "nm1*85*", "ENV-SEG-ID-UNKNOWN NM1"),
        .claim("clm in small letters", "CLM*OFFICE-1*", "clm*OFFICE-1*", "ENV-SEG-ID-UNKNOWN CLM"),
        .claim("lx in small letters", "LX*1~", "lx*1~", "ENV-SEG-ID-UNKNOWN LX"),
        .claim("hl in small letters", "HL*2*1", "hl*2*1", "ENV-SEG-ID-UNKNOWN HL"),
        .claim("se in small letters", "SE*32*", "se*32*", "ENV-SEG-ID-UNKNOWN SE"),
        .claim("st in small letters", "ST*837*", "st*837*", "ENV-SEG-ID-UNKNOWN ST"),
        .claim("gs in small letters", "GS*HC*", "gs*HC*", "ENV-SEG-ID-UNKNOWN GS"),
        .claim("ge in small letters", "GE*1*", "ge*1*", "ENV-SEG-ID-UNKNOWN GE"),
        .claim("iea in small letters", "IEA*1*", "iea*1*", "ENV-SEG-ID-UNKNOWN IEA"),
        .claim("a blank behind an identifier", "N3*10 ELM", "N3 *10 ELM", "ENV-SEG-ID-UNKNOWN N3"),
        .claim(
            "a letter too many", "N4*SPRINGFIELD*IL*627010001", "Nd4*SPRINGFIELD*IL*627010001",
            "ENV-SEG-ID-UNKNOWN "),
        .claim("a wrong digit in the name of a loop", "NM1*85*", "NM2*85*", "ENV-SEG-ID-UNKNOWN NM2"),
        // Kinds that the guide does not have in the place.
        .claim("a billing provider of an unknown kind", "NM1*85*", "NM1*ZZ*", "ENV-TXN-UNKNOWN-LOOP NM101"),
        .claim("a payer of an unknown kind", "NM1*PR*", "NM1*ZZ*", "ENV-TXN-UNKNOWN-LOOP NM101"),
        .claim("a rendering provider of an unknown kind", "NM1*82*", "NM1*ZZ*", "ENV-TXN-UNKNOWN-LOOP NM101"),
        .claim("a name of no kind", "NM1*85*", "NM1**", "ENV-REQ-ELEM NM101"),
        .claim("a level of an unknown kind", "HL*2*1*22*0", "HL*2*1*99*0", "GDE-CODE-BAD HL03"),
        .claim(
            "a dependent's level for a subscriber", "HL*2*1*22*0", "HL*2*1*23*0", "ENV-TXN-UNKNOWN-LOOP HL03"),
        .claim("a level without values", "HL*2*1*22*0", "HL", "ENV-EMPTY-SEG HL"),
        .claim(
            "an institutional service", "SV1*HC:87880*65*UN*1***1", "SV2*0450*HC:87880*65*UN*1",
            "GDE-SEG-NOTUSED SV2"),
        // What comes late in the open loop, although the next one has its like.
        .claim(
            "a city behind the date of birth", "N4*SPRINGFIELD*IL*62701~\nDMG*D8*19800512*F~\n",
            "DMG*D8*19800512*F~\nN4*SPRINGFIELD*IL*62701~\n", "ENV-SEG-ORDER N4"),
        SampleEdit(
            story: "a reference behind the date of what is asked", sample: "270/pass/dependent-child.270",
            changes: [("EQ*30~\n", "EQ*30~\nDTP*291*D8*20260301~\nREF*9F*A1~\n")],
            findings: ["ENV-SEG-ORDER REF"], countsAnew: true),
        .claim("a reference that does not say what it is", "REF*EI*", "REF**", "ENV-REQ-ELEM REF01"),
        .claim("a party that does not say who it is", "NM1*PR*2*", "NM1**2*", "ENV-REQ-ELEM NM101"),
        // One cause, one finding.
        .counted(
            "a second billing provider without an address", "REF*EI*123456789~\n",
            "REF*EI*123456789~\nNM1*85*2*OAK CLINIC*****XX*1999999984~\n", "GDE-LOOP-MAX NM1"),
        SampleEdit(
            story: "a patient right under the billing provider", sample: "837P/pass/office-visit.837",
            changes: [
                ("HL*2*1*22*0~\nSBR*P*18*GRP4471******CI~\n", "HL*2*1*23*0~\nPAT*19~\n"),
                (
                    "NM1*IL*1*ISAAC*ROSA****MI*W100200300~", "NM1*QC*1*ISAAC*ROSA~"
                ), ("NM1*PR*2*SAMPLE PAYER*****PI*PAYER01~\n", ""),
            ],
            findings: ["GDE-LOOP-MIN HL"], countsAnew: true),
        .claim(
            "a date of a format that the guide does not use", "DTP*472*D8*20260220~\nREF*6R*OFFICE-1-1",
            "DTP*472*TM*20260220~\nREF*6R*OFFICE-1-1", "GDE-CODE-NOTUSED DTP02"),
        .claim("a code that does not say what it is", "HI*ABK:", "HI*:", "ENV-REQ-ELEM HI01-1"),
        .claim("a list without its first code", "HI*ABK:J020*", "HI**", "ENV-REQ-ELEM HI01"),
        .claim("a later diagnosis sent first", "HI*ABK:", "HI*ABF:", "GDE-CODE-NOTUSED HI01-1"),
        .claim("a list's code in small letters", "HI*ABK:", "HI*abk:", "ENV-TYPE-ID HI01-1"),
        .claim(
            "a reference's code in small letters", "REF*6R*OFFICE-1-1", "REF*6r*OFFICE-1-1",
            "ENV-TYPE-ID REF01"),
        .claim("a reference of a kind that no provider has", "REF*EI*", "REF*D9*", "GDE-SEG-NOTUSED REF01"),
        .counted(
            "a segment of another set", "LX*2~\n", "SVC*HC:99213*1*1~\nLX*2~\n", "ENV-SEG-NOT-IN-SET SVC"),
        .counted(
            "a segment of the set that no loop here has", "REF*D9*", "FRM*1*Y~\nREF*D9*", "ENV-SEG-ORDER FRM"),
        .counted("a segment of nobody", "LX*2~\n", "ZZZ*1~\nLX*2~\n", "ENV-SEG-ID-UNKNOWN ZZZ"),
        .counted(
            "a reference behind the diagnoses", "REF*D9*CH0000201~\nHI*ABK:J020*ABF:R509~\n",
            "HI*ABK:J020*ABF:R509~\nREF*D9*CH0000201~\n", "ENV-SEG-ORDER REF"),
        // Envelopes.
        .claim("no SE", "SE*32*0001~\n", "", "ENV-SE-MISSING "),
        .claim("no GE", "GE*1*201~\n", "", "ENV-GE-MISSING "),
        .claim("no IEA", "IEA*1*000000201~\n", "", "ENV-IEA-MISSING "),
        .claim("no trailers", "SE*32*0001~\nGE*1*201~\nIEA*1*000000201~\n", "", "ENV-IEA-MISSING "),
        .claim(
            "the file ends inside a segment", "*0001~\nGE*1*201~\nIEA*1*000000201~\n", "", "ENV-IEA-MISSING "),
        .claim(
            "the file ends inside a claim", "*6R*OFFICE-1-2~\nSE*32*0001~\nGE*1*201~\nIEA*1*000000201~\n", "",
            "ENV-IEA-MISSING "),
        .claim("the file ends inside IEA", "*000000201~\n", "*0000", "ENV-SEG-CUT IEA"),
        .claim("SE01 is off by one", "SE*32*", "SE*31*", "ENV-SE01-COUNT SE01"),
        .claim("SE02 is another number", "SE*32*0001", "SE*32*0002", "ENV-ST02-SE02 SE02"),
        .claim("GE01 is off by one", "GE*1*201", "GE*2*201", "ENV-GE01-COUNT GE01"),
        .claim("GE02 is another number", "GE*1*201", "GE*1*202", "ENV-GS06-GE02 GE02"),
        .claim("IEA01 is off by one", "IEA*1*", "IEA*2*", "ENV-IEA01-COUNT IEA01"),
        .claim("IEA02 is another number", "IEA*1*000000201", "IEA*1*000000202", "ENV-ISA13-IEA02 IEA02"),
        .claim("ISA13 is no number", "^*00501*000000201", "^*00501*00000020A", "ENV-ISA13-FORMAT ISA13"),
        .claim("ST02 is too short", "ST*837*0001", "ST*837*001", "ENV-MIN-MAX-LEN ST02"),
        .claim("GS06 is too long", "0930*201*X", "0930*2010000000*X", "ENV-MIN-MAX-LEN GS06"),
        .counted("no ST", "ST*837*0001*005010X222A1~\n", "", "ENV-GS-REQUIRED BHT"),
        .claim(
            "no GS", "GS*HC*CLINIC01*PAYER01*20260302*0930*201*X*005010X222A1~\n", "", "ENV-GS-REQUIRED ST"),
        // Guides.
        .claim("a guide without its addendum", "X222A1", "X222", "ENV-GS07-08 GS08"),
        .claim("a guide with a later addendum", "X222A1", "X222A2", "ENV-GS07-08 GS08"),
        .claim("a guide that is not known here", "X222A1", "X217", "ENV-GS07-08 GS08"),
        .claim("a guide of another release", "005010X222A1", "004010X098A1", "ENV-GS07-08 GS08"),
        .claim("a masked guide", "X*005010X222A1", "X*XXXXXXXXXXXX", "ENV-GS07-08 GS08"),
        .claim("the guide of remittances", "X*005010X222A1", "X*005010X221A1", "ENV-GS07-08 GS08"),
        .claim("no guide", "X*005010X222A1", "X*", "ENV-REQ-ELEM GS08"),
        .claim(
            "a set that its group cannot hold", "ST*837*0001*005010X222A1", "ST*850*0001",
            "ENV-ST01-SUPPORTED ST01"),
        .claim("no transaction set of X12", "ST*837*", "ST*873*", "ENV-ST01-SUPPORTED ST01"),
        .claim("ST01 says remittance, all else says claim", "ST*837*", "ST*835*", "ENV-ST01-SUPPORTED ST01"),
    ]

    static let payments: [SampleEdit] = [
        .countedPayment("no number of payments", "LX*1~\n", "", "GDE-SEG-MISSING LX"),
        .countedPayment(
            "no claim payment", "CLP*OFFICE-1*1*215.5*139.4*45*12*ICN2026000301*11*1~\n", "",
            "GDE-SEG-MISSING CLP"),
        .countedPayment(
            "no service in the second line", "SVC*HC:87880:QW*65*44.4**1~\n", "", "GDE-SEG-MISSING SVC"),
        .countedPayment("no payer", "N1*PR*SAMPLE PAYER~\n", "", "GDE-SEG-MISSING N1"),
        .countedPayment("no payee", "N1*PE*MAPLE CLINIC*XX*1234567893~\n", "", "GDE-LOOP-MIN N1"),
        .countedPayment(
            "a claim payment twice in a row", "CLP*OFFICE-1*1*215.5*139.4*45*12*ICN2026000301*11*1~\n",
            "CLP*OFFICE-1*1*215.5*139.4*45*12*ICN2026000301*11*1~\n".twice, "GDE-SEG-MAX CLP"),
        .payment(
            "the payer's city behind the contact",
            "N4*CHICAGO*IL*60601~\nPER*BL*PROVIDER HELP*TE*3125550100~\n",
            "PER*BL*PROVIDER HELP*TE*3125550100~\nN4*CHICAGO*IL*60601~\n", "ENV-SEG-ORDER N4"),
        .payment("a payee of an unknown kind", "N1*PE*", "N1*ZZ*", "ENV-TXN-UNKNOWN-LOOP N101"),
        .payment("svc in small letters", "SVC*HC:99213", "svc*HC:99213", "ENV-SEG-ID-UNKNOWN SVC"),
        .payment("ISA16 is not what keeps components apart", "*0*T*:~", "*0*T*>~", "ENV-DELIM-OTHER ISA16"),
        .payment("a guide without its addendum", "X221A1", "X221", "ENV-GS07-08 GS08"),
    ]

    private static let isa =
        "ISA*00*          *00*          *ZZ*CLINIC01       *ZZ*PAYER01        *260302*0930*^*00501*000000201*0*T*:~\n"

    @Test("what is missing at the end of a file is one finding that names it, at the end")
    func trailers() throws {
        let edit = SampleEdit.claim("", "SE*32*0001~\nGE*1*201~\nIEA*1*000000201~\n", "")
        let bytes = try edit.bytes()
        let finding = try #require(try Validation.findings(in: bytes).first)
        #expect(finding.expected == ["SE", "GE", "IEA"])
        #expect(finding.location.byteOffset == bytes.count - 2)
    }

    @Test("a claim of very many faults keeps the first ten thousand, and one more counts the rest")
    func veryMany() throws {
        let (before, behind) = try #require(Self.parts(of: SampleText.claim, around: "LX*2"))
        let lines = (2...6_000).map { "LX*\($0)" }
        let findings = try Validation.findings(in: Array(SampleText.lines(before + lines + behind).utf8))
        let kept = findings.filter { $0.context.claim == "PCN7" }
        #expect(kept.prefix(10_000).allSatisfy { ["GDE-LOOP-MAX", "GDE-SEG-MISSING"].contains($0.rule.id) })
        // Each line but the last lacks its service and its date, and the fifty-first is one too many.
        let all = 5_998 * 2 + 1
        #expect(kept.count == 10_000)
        #expect(findings.filter { $0.rule == .findingsOmitted }.map(\.detail) == ["\(all - 10_000)"])
    }

    /// The segments up to one, and those behind it.
    private static func parts(of text: String, around segment: String) -> ([String], [String])? {
        let segments = SampleText.segments(of: text)
        guard let place = segments.firstIndex(of: segment) else { return nil }
        return (Array(segments[..<place]), Array(segments[(place + 1)...]))
    }
}

extension String {
    fileprivate var twice: String { self + self }
}
