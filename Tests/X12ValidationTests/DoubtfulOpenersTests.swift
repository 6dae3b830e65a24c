import Testing

/// Segments that open a loop and are lost, empty or out of place where what follows fits all the same: what tells of it are
/// the numbers of levels, codes that only one of the loops has, or segments further on.
@Suite("Openers in doubt")
struct DoubtfulOpenersTests {
    @Test("one cause is one finding", arguments: edits)
    func edit(edit: SampleEdit) throws {
        let findings = try Validation.findings(in: edit.bytes())
        #expect(Validation.places(findings) == edit.findings)
    }

    private static let source = "271/pass/source-cannot-answer.271"
    private static let benefits = "271/pass/dependent-child.271"
    private static let inquiry = "270/pass/dependent-child.270"
    private static let providers = "277CA/pass/two-providers.277"
    private static let coverage = "837P/pass/tertiary-with-two-other-payers.837"
    private static let answer = "999/pass/rejected-elements.999"

    private static func edit(
        _ story: String, _ sample: String, _ from: String, _ to: String, _ findings: String...
    ) -> SampleEdit {
        SampleEdit(
            story: story, sample: sample, changes: [(from, to)], findings: findings, countsAnew: true)
    }

    static let edits: [SampleEdit] = [
        // AAA03 42 is the source's (2000A), 80 is only what it says of the receiver (2100A).
        edit(
            "no name of the source", source,
            "NM1*PR*2*SAMPLE PAYER*****PI*PAYER01~\nPER*IC**TE*2175550142~\n", "", "GDE-SEG-MISSING NM1"),
        edit(
            "the source's name behind what it could not do", source,
            "NM1*PR*2*SAMPLE PAYER*****PI*PAYER01~\nPER*IC**TE*2175550142~\nAAA*Y**80*R~\n",
            "AAA*Y**T4*X~\nNM1*PR*2*SAMPLE PAYER*****PI*PAYER01~\n",
            "ENV-SEG-ORDER NM1"),
        // The next level names the lost one as the level above it.
        edit(
            "no level of a second source", benefits, "EB*I**33~\n",
            """
            EB*I**33~
            NM1*PR*2*OTHER PAYER*****PI*PAYER02~
            HL*6*5*21*1~
            NM1*1P*2*MAPLE CLINIC*****XX*1234567893~
            HL*7*6*22*0~
            NM1*IL*1*KOWALCZYK*OTTO****MI*W200300400~

            """, "GDE-SEG-MISSING HL"),
        edit(
            "an empty level", benefits, "HL*2*1*21*1~\n", "HL~\n", "ENV-EMPTY-SEG HL"),
        edit(
            "no level of a second provider that has two names", providers,
            "HL*5*2*19*1~\nNM1*85*2*RIVER THERAPY*****XX*1999999984~\nTRN*1*0~\nQTY*QA*1~\nAMT*YU*60~\n", "",
            "GDE-HL01-SEQ HL01"),
        // What belongs in front of a level, behind it.
        edit(
            "the inquiry behind the next receiver's level", inquiry, "EQ*30~\n",
            "HL*5*1*21*1~\nEQ*30~\nNM1*1P*2*RIVER THERAPY*****XX*1999999984~\nHL*6*5*22*0~\n"
                + "NM1*IL*1*LOW*ANN****MI*W100200305~\nEQ*30~\n", "GDE-LOOP-MIN EQ"),
        edit(
            "a benefit behind the next person's level", benefits,
            "EB*I**33~\n",
            "HL*5*3*23*0~\nEB*I**33~\nNM1*03*1*KOWALCZYK*HUGO~\nDMG*D8*20170904*M~\nEB*1*FAM*30*PR*SILVER CHOICE 2000~\n",
            "ENV-SEG-ORDER EB"),
        edit(
            "a benefit behind the LS of its entities", "271/pass/other-payer-and-primary-care.271",
            "EB*U**88~\nLS*2120~\n", "LS*2120~\nEB*U**88~\n", "ENV-SEG-ORDER EB"),
        // The subscriber and the payer of other coverage share a position.
        edit(
            "the payer of other coverage behind the next coverage", coverage,
            "NM1*PR*2*BLUE HERON HEALTH PLAN*****PI*BHHP7~\nREF*F8*BH20260001~\nSBR*S*18*******CI~\n",
            "SBR*S*18*******CI~\nNM1*PR*2*BLUE HERON HEALTH PLAN*****PI*BHHP7~\n", "ENV-SEG-ORDER NM1"),
        edit(
            "the last segment in error behind the end of its set", answer,
            "IK3*REF*29*2400*I9~\nCTX*SITUATIONAL TRIGGER*SBR*11*2000*9~\nCTX*CLM01:PCN0001~\nIK5*R*5*I5~\n",
            "IK5*R*5*I5~\nIK3*REF*29*2400*8~\n", "ENV-SEG-ORDER IK3"),
    ]
}
