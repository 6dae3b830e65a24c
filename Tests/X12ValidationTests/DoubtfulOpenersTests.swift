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
    private static let entities = "271/pass/other-payer-and-primary-care.271"
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
            "an empty level that by its name could be a source's", "271/pass/provider-not-on-file.271",
            "HL*2*1*21*0~\nNM1*1P*2*UNKNOWN CLINIC*****XX*1999999984~\n",
            "HL~\nNM1*PR*2*UNKNOWN CLINIC*****XX*1999999984~\nN4*SPRINGFIELD*IL*62701~\n", "ENV-EMPTY-SEG HL"),
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
            "a benefit behind the LS of its entities", entities, "EB*L~\nDTP*295*D8*20250701~\nLS*2120~\n",
            "LS*2120~\nEB*L~\n", "ENV-SEG-ORDER EB"),
        edit(
            "an entity of a kind that no person is, behind its LE", entities,
            "NM1*VN*2*SAMPLE PHARMACY BENEFITS~\nN4*SPRINGFIELD*IL*62701**RJ*REGION 4~\nPER*IC*HELP DESK*WP*2175550160*EX*12~\nLE*2120~\n",
            "LE*2120~\nNM1*VN*2*SAMPLE PHARMACY BENEFITS~\n", "ENV-SEG-ORDER NM1"),
        edit(
            "an insured of another plan behind its LE", entities,
            "NM1*PRP*2*OTHER HEALTH PLAN*****PI*OTHER99~\nNM1*IL*1*BERGER*THEO****MI*OT44556677*41~\nLE*2120~\n",
            "LE*2120~\nNM1*IL*1*BERGER*THEO****MI*OT44556677*41~\n", "ENV-SEG-ORDER NM1"),
        // AAA03 33 is of a benefit.
        edit(
            "no benefit in front of its reference", benefits,
            "EB*1*FAM*30*PR*SILVER CHOICE 2000~\nDTP*291*RD8*20260101-20261231~\n",
            "REF*18*P77~\nAAA*N**33*C~\n", "GDE-SEG-MISSING EB"),
        edit(
            "the provider's trace behind the patient's level", providers,
            "TRN*1*0~\nQTY*QA*1~\nAMT*YU*180~\nHL*4*3*PT~\n", "HL*4*3*PT~\nTRN*1*0~\n", "ENV-SEG-ORDER TRN"),
        // The subscriber and the payer of other coverage share a position.
        edit(
            "the payer of other coverage behind the next coverage", coverage,
            "NM1*PR*2*BLUE HERON HEALTH PLAN*****PI*BHHP7~\nREF*F8*BH20260001~\nSBR*S*18*******CI~\n",
            "SBR*S*18*******CI~\nNM1*PR*2*BLUE HERON HEALTH PLAN*****PI*BHHP7~\n", "ENV-SEG-ORDER NM1"),
        edit(
            "the last segment in error behind the end of its set", answer,
            "IK3*REF*29*2400*I9~\nCTX*SITUATIONAL TRIGGER*SBR*11*2000*9~\nCTX*CLM01:PCN0001~\nIK5*R*5*I5~\n",
            "IK5*R*5*I5~\nIK3*REF*29*2400*8~\n", "ENV-SEG-ORDER IK3"),
        edit(
            "a segment in error between two sets", "999/pass/partly-accepted.999", "IK5*A~\nAK2*",
            "IK5*A~\nIK3*REF*29*2400*8~\nAK2*", "ENV-SEG-ORDER IK3"),
        edit(
            "a second segment in error between two sets", "999/pass/partly-accepted.999",
            "IK5*R*5~\nAK2*837*0003", "IK5*R*5~\nIK3*REF*29*2400*8~\nAK2*837*0003", "ENV-SEG-ORDER IK3"),
    ]
}
