import Testing
import X12Diagnostics
import X12Parser

@Suite("Transaction sets placed by their guides")
struct GuidePlacementTests {
    /// A transaction set and the blocks it is cut into.
    struct Sample: CustomTestStringConvertible {
        let name: String
        let group: String
        let guide: String
        /// The segments between ST and SE.
        let body: [String]
        let blocks: [String]

        var testDescription: String { name }

        var interchange: String { SampleInterchange(sets: [self]).text }
    }

    static let samples = [
        Sample(
            name: "270 of a subscriber with a dependent, and of another subscriber", group: "HS",
            guide: "005010X279A1",
            body: [
                "270", "BHT*0022*13*REF1*20260801*1200", "HL*1**20*1", "NM1*PR*2*PAYER*****PI*P1",
                "HL*2*1*21*1", "NM1*1P*2*CLINIC*****XX*1999999984", "REF*EO*477563928",
                "HL*3*2*22*1", "TRN*1*T1*9CLINIC", "NM1*IL*1*ROE*RICHARD****MI*M1",
                "HL*4*3*23*0", "NM1*03*1*ROE*ROBIN", "DMG*D8*20100101*F", "DTP*291*D8*20260801", "EQ*30",
                "EQ**HC:99213", "III*ZZ*11", "DTP*291*D8*20260802",
                "HL*5*2*22*0", "NM1*IL*1*DOE*JO****MI*M2", "HI*ABK:J020", "EQ*30", "AMT*R*50", "AMT*PB*80",
                "REF*9F*R1",
            ],
            blocks: [
                "header: ST BHT", "level 2000A: HL NM1", "level 2000B: HL NM1 REF", "unit 2000C: HL TRN NM1",
                "unit 2000D: HL NM1 DMG DTP EQ EQ III DTP", "unit 2000C: HL NM1 HI EQ AMT AMT REF",
                "trailer: SE",
            ]),
        Sample(
            name: "271 with entities in brackets, and a refused dependent", group: "HB",
            guide: "005010X279A1",
            body: [
                "271", "BHT*0022*11*REF1*20260801*1200", "HL*1**20*1", "NM1*PR*2*PAYER*****PI*P1",
                "PER*IC*DESK*TE*8005550100", "HL*2*1*21*1", "NM1*1P*2*CLINIC*****XX*1999999984",
                "HL*3*2*22*1", "TRN*2*T1*9CLINIC", "NM1*IL*1*ROE*RICHARD****MI*M1", "REF*6P*G1",
                "N3*1 MAIN ST", "N4*AUSTIN*TX*78701", "INS*Y*18", "DTP*346*D8*20260101",
                "MPI*A*AE*A", "EB*1**30**GOLD", "EB*C*IND*30****500", "HSD*VS*30***22", "REF*18*P1",
                "DTP*193*D8*20260101", "MSG*CALL FIRST", "III*ZZ*11", "III*ZZ*22", "LS*2120",
                "NM1*P3*1*DOC*ANN", "PER*IC**TE*8005550101", "PRV*PE*PXC*207Q00000X",
                "NM1*PR*2*OTHER PAYER", "N3*PO BOX 1", "N4*DALLAS*TX*75201", "LE*2120", "EB*B**98****20",
                "HL*4*3*23*0", "NM1*03*1*ROE*ROBIN", "AAA*N**71*C",
            ],
            blocks: [
                "header: ST BHT", "level 2000A: HL NM1 PER", "level 2000B: HL NM1",
                "unit 2000C: HL TRN NM1 REF N3 N4 INS DTP MPI EB EB HSD REF DTP MSG III III LS NM1 PER PRV NM1 N3"
                    + " N4 LE EB",
                "unit 2000D: HL NM1 AAA", "trailer: SE",
            ]),
        Sample(
            name: "999 with errors in a segment and an element", group: "FA", guide: "005010X231A1",
            body: [
                "999", "AK1*HC*101*005010X222A1", "AK2*837*0001*005010X222A1", "IK3*NM1*8*2010*8",
                "CTX*SITUATIONAL TRIGGER*CLM*7*2300*5:1", "CTX*CLM01:PCN1", "IK4*9*67*I9*X",
                "CTX*SITUATIONAL TRIGGER*SBR*5", "IK4*8*66*7", "IK3*DTP*9**I6",
                "CTX*SUBSCRIBER NUMBER REF02:S1",
                "IK5*R*5", "AK2*837*0002*005010X222A1", "IK5*A", "AK9*P*2*2*1",
            ],
            blocks: [
                "header: ST AK1", "unit 2000: AK2 IK3 CTX CTX IK4 CTX IK4 IK3 CTX IK5", "unit 2000: AK2 IK5",
                "trailer: AK9 SE",
            ]),
        Sample(
            name: "277CA with counts, a refused claim and a refused line", group: "HN", guide: "005010X214",
            body: [
                "277", "BHT*0085*08*277CA1*20260801*1200*TH", "HL*1**20*1", "NM1*PR*2*PAYER*****PI*P1",
                "TRN*1*R1", "DTP*050*D8*20260801", "DTP*009*D8*20260801", "HL*2*1*21*1",
                "NM1*41*2*CLINIC*****46*C1", "TRN*2*B1", "STC*A1:19:PR*20260801*WQ*180", "QTY*90*1",
                "QTY*AA*1", "AMT*YU*100", "AMT*YY*80", "HL*3*2*19*1", "NM1*85*2*CLINIC*****XX*1999999984",
                "TRN*1*0", "REF*TJ*123456789", "QTY*QA*1", "QTY*QC*1", "AMT*YU*100", "AMT*YY*80",
                "HL*4*3*PT", "NM1*QC*1*ROE*RICHARD****MI*M1", "TRN*2*PCN1", "STC*A2:20*20260801*WQ*100",
                "REF*1K*PAYERNO", "DTP*472*D8*20260701", "HL*5*3*PT", "NM1*QC*1*DOE*JO****MI*M2",
                "TRN*2*PCN2", "STC*A3:21*20260801*U*80", "REF*D9*CH1", "DTP*472*D8*20260702",
                "SVC*HC:99213*80",
                "STC*A3:122**U", "REF*FJ*L1", "DTP*472*D8*20260702",
            ],
            blocks: [
                "header: ST BHT", "level 2000A: HL NM1 TRN DTP DTP",
                "level 2000B: HL NM1 TRN STC QTY QTY AMT AMT", "level 2000C: HL NM1 TRN REF QTY QTY AMT AMT",
                "unit 2000D: HL NM1 TRN STC REF DTP", "unit 2000D: HL NM1 TRN STC REF DTP SVC STC REF DTP",
                "trailer: SE",
            ]),
    ]

    @Test("every segment has its place, and blocks are cut at levels and units", arguments: samples)
    func placed(sample: Sample) throws {
        let file = try PlacedFile(sample.interchange)
        #expect(file.findings == [])
        #expect(file.unplaced == [])
        #expect(file.odd == [])
        #expect(file.blocks == sample.blocks)
        #expect(file.guides == ["\(sample.guide) \(sample.body[0])"])
    }

    @Test("a 270 and a 271 in one file follow their own guides though they share an identifier")
    func sharedIdentifier() throws {
        let both = Array(Self.samples.prefix(2)) + [Self.samples[0]]
        let file = try PlacedFile(SampleInterchange(sets: both).text)
        #expect(file.findings == [])
        #expect(file.guides == ["005010X279A1 270", "005010X279A1 271"])
        #expect(file.blocks == both.flatMap(\.blocks))
    }

    @Test(
        "a near identifier leads to the guide, with one remark on it",
        arguments: [(0, "005010X279"), (1, "005010X279"), (2, "005010X231"), (2, "")])
    func near(index: Int, identifier: String) throws {
        let sample = Self.samples[index]
        let renamed = Sample(
            name: sample.name, group: sample.group, guide: identifier, body: sample.body,
            blocks: sample.blocks)
        let file = try PlacedFile(renamed.interchange)
        // That GS08 is empty is for the checks of the GS to say.
        #expect(file.findings.map(\.rule.id) == (identifier.isEmpty ? [] : ["ENV-GS07-08"]))
        #expect(file.blocks == sample.blocks)
    }

    @Test(
        "a segment of another set is told from one that the standard does not have",
        arguments: [
            ("N9*ZZ*1", "ENV-SEG-NOT-IN-SET"), ("PO1*1", "ENV-SEG-NOT-IN-SET"),
            ("XX*1", "ENV-SEG-ID-UNKNOWN"),
            ("ZZZ*1", "ENV-SEG-ID-UNKNOWN"), ("NM1Q*1", "ENV-SEG-ID-UNKNOWN"),
        ])
    func strangers(segment: String, rule: String) throws {
        var sample = Self.samples[0]
        sample = Sample(
            name: sample.name, group: sample.group, guide: sample.guide, body: sample.body + [segment],
            blocks: [])
        let file = try PlacedFile(sample.interchange)
        #expect(file.findings.map(\.rule.id) == [rule])
        #expect(file.unplaced.count == 1)
    }

    @Test("a finding names the claim of a claim or payment, not the number of a level")
    func claim() throws {
        let sample = Self.samples[0]
        let broken = Sample(
            name: sample.name, group: sample.group, guide: sample.guide, body: sample.body + ["N9*ZZ"],
            blocks: [])
        let finding = try #require(try PlacedFile(broken.interchange).findings.first)
        #expect(finding.context.claim == "")
        #expect(finding.context.loop == "2110C")
    }
}

/// An interchange around transaction sets, its counts and numbers right.
struct SampleInterchange {
    let sets: [GuidePlacementTests.Sample]

    var text: String {
        var text =
            "ISA*00*          *00*          *ZZ*CLINIC01       *ZZ*PAYER01        *260801*1200*^*00501*000000001*0*T*:~"
        for (index, set) in sets.enumerated() {
            let number = "\(index + 1)"
            text += "GS*\(set.group)*CLINIC01*PAYER01*20260801*1200*\(number)*X*\(set.guide)~"
            text += "ST*\(set.body[0])*000\(number)*\(set.guide)~"
            for segment in set.body.dropFirst() { text += segment + "~" }
            text += "SE*\(set.body.count + 1)*000\(number)~GE*1*\(number)~"
        }
        return text + "IEA*\(sets.count)*000000001~"
    }
}
