import Testing
import X12TestSupport
import X12Text

/// Header and billing provider of the stories about claims.
private let head = """
    BHT*0019*00*B7*20260401*0815*CH @ 837
    NM1*41*2*CLINIC*****46*C @ 1000A
    PER*IC*OFFICE*TE*5555550177 @ 1000A
    NM1*40*2*PLAN*****46*P @ 1000B
    HL*1**20*1 @ 2000A
    NM1*85*2*CLINIC*****XX*1234567893 @ 2010AA
    N3*4 SHORE RD @ 2010AA
    N4*SPRINGFIELD*IL*627010001 @ 2010AA
    REF*EI*987654321 @ 2010AA

    """

/// A subscriber who is the patient.
private let subscriber = """
    HL*2*1*22*0 @ 2000B
    SBR*P*18*******CI @ 2000B
    NM1*IL*1*ISAAC*ROSA****MI*M7 @ 2010BA
    N3*22 OAK AVE @ 2010BA
    N4*SPRINGFIELD*IL*62701 @ 2010BA
    DMG*D8*19790203*M @ 2010BA
    NM1*PR*2*PLAN*****PI*P @ 2010BB

    """

private let claim = """
    CLM*A1*100***11:B:1*Y*A*Y*Y @ 2300
    HI*ABK:J020 @ 2300

    """

private let line = """
    LX*1 @ 2400
    SV1*HC:99213*100*UN*1***1 @ 2400
    DTP*472*D8*20260330 @ 2400

    """

/// Another claim of the same subscriber, to show that nothing is left of what went before.
private let next = """
    CLM*A2*100***11:B:1*Y*A*Y*Y @ 2300
    HI*ABK:J020 @ 2300
    NM1*82*1*DOE*ANN****XX*1234567893 @ 2310B
    LX*1 @ 2400
    SV1*HC:99213*100*UN*1***1 @ 2400
    """

private let soundStories = [
    PlacementStory(story: "a claim of the subscriber", body: head + subscriber + claim + line + next),
    PlacementStory(
        story: "a dependent's claim with two other payers",
        body: head
            + subscriber.replacing("HL*2*1*22*0", with: "HL*2*1*22*1").replacing("*18***", with: "****") + """
                HL*3*2*23*0 @ 2000C
                PAT*19 @ 2000C
                NM1*QC*1*ISAAC*TOM @ 2010CA
                N3*22 OAK AVE @ 2010CA
                N4*SPRINGFIELD*IL*62701 @ 2010CA
                DMG*D8*20150203*M @ 2010CA
                CLM*A1*100***11:B:1*Y*A*Y*Y @ 2300
                HI*ABK:J020 @ 2300
                NM1*82*1*DOE*ANN****XX*1234567893 @ 2310B
                PRV*PE*PXC*207Q00000X @ 2310B
                SBR*S*19*G1******CI @ 2320
                CAS*PR*3*20 @ 2320
                AMT*D*80 @ 2320
                OI***Y***Y @ 2320
                NM1*IL*1*ISAAC*ROSA****MI*M8 @ 2330A
                NM1*PR*2*SECOND*****PI*P2 @ 2330B
                REF*F8*77 @ 2330B
                NM1*82*1 @ 2330D
                REF*G2*55 @ 2330D
                SBR*T*18*G2******CI @ 2320
                OI***Y***Y @ 2320
                NM1*IL*1*ISAAC*MAX****MI*M9 @ 2330A
                NM1*PR*2*THIRD*****PI*P3 @ 2330B
                LX*1 @ 2400
                SV1*HC:99213*60*UN*1***1 @ 2400
                NM1*82*1*ROE*MAY****XX*1234567893 @ 2420A
                SVD*P2*40*HC:99213**1 @ 2430
                CAS*PR*3*20 @ 2430
                DTP*573*D8*20260401 @ 2430
                LX*2 @ 2400
                SV1*HC:87880*40*UN*1***1 @ 2400
                HL*4*1*22*0 @ 2000B
                SBR*P*18*******CI @ 2000B
                NM1*IL*1*POE*SAM****MI*M1 @ 2010BA
                NM1*PR*2*PLAN*****PI*P @ 2010BB
                CLM*A3*100***11:B:1*Y*A*Y*Y @ 2300
                LX*1 @ 2400
                SV1*HC:99213*100*UN*1***1 @ 2400
                HL*5**20*1 @ 2000A
                NM1*85*2*OTHER*****XX*1234567893 @ 2010AA
                """),
]

private let faultyStories = [
    PlacementStory(
        story: "a segment that X12 does not have",
        body: head + subscriber + claim + "ZZZ*1 @ -\n" + line + next, findings: ["ENV-SEG-ID-UNKNOWN ZZZ"]),
    PlacementStory(
        story: "a name of an unknown kind with its address and number",
        body: head + subscriber + claim
            + "NM1*ZZ*1*X @ -\nN3*1 MAIN ST @ -\nN4*SPRINGFIELD*IL*62701 @ -\nREF*G2*9 @ -\n" + line + next,
        findings: ["ENV-TXN-UNKNOWN-LOOP NM1"]),
    PlacementStory(
        story: "a reference before the name it belongs to",
        body: head.replacing("NM1*85", with: "REF*EI*111111111 @ -\nNM1*85") + subscriber + claim + line
            + next, findings: ["GDE-SEG-NOTUSED REF"]),
    PlacementStory(
        story: "a claim reference behind the diagnoses",
        body: head + subscriber + claim + "REF*D9*44 @ 2300\n" + line + next,
        findings: ["ENV-SEG-ORDER REF"]),
    PlacementStory(
        story: "a diagnosis segment behind the service line",
        body: head + subscriber + "CLM*A1*100***11:B:1*Y*A*Y*Y @ 2300\n" + line + "HI*ABK:J029 @ 2300\n"
            + "LX*2 @ 2400\nSV1*HC:1*1*UN*1***1 @ 2400\n" + next,
        findings: ["ENV-SEG-ORDER HI"]),
    PlacementStory(
        story: "a claim without the levels around it",
        body: head.components(before: "HL*1") + claim + line + next,
        findings: ["GDE-LOOP-MIN CLM"]),
    PlacementStory(
        // The only level that may stand here takes it; its HL03 is for the check of codes to report.
        story: "a level of an unknown kind",
        body: head + subscriber + claim + line
            + "HL*3*2*99*0 @ 2000C\nPAT*19 @ 2000C\nNM1*QC*1*STONE*IDA @ 2010CA\n" + next),
]

extension String {
    /// The lines before the one that begins with some text.
    fileprivate func components(before start: String) -> String {
        split(separator: "\n").prefix { !$0.hasPrefix(start) }.map { $0 + "\n" }.joined()
    }
}

@Suite("Placement of segments")
struct PlacementTests {
    @Test("sound sets place without a finding", arguments: soundStories)
    func sound(story: PlacementStory) {
        check(story)
    }

    @Test("a fault is one finding, and the claim behind it is clean", arguments: faultyStories)
    func faulty(story: PlacementStory) {
        check(story)
    }

    @Test("a fault is found again in the next set of the same reader")
    func repeated() {
        let body = head.components(before: "HL*1") + claim + line
        let segments = PlacementStory(story: "", body: body).segments
        let set = ["ST*837*0001*005010X222A1"] + segments + ["SE*\(segments.count + 2)*0001"]
        let text = SampleText.lines(
            [SampleText.header(), "GS*HC*A*B*20260401*0815*7*X*005010X222A1"] + set + set + set
                + ["GE*3*7", "IEA*1*000000007"])
        #expect(PlacedText(text).findings == Array(repeating: "GDE-LOOP-MIN CLM", count: 3))
    }

    @Test("a remittance places: levels, payments, lines, provider adjustments")
    func remittance() {
        let placed = PlacedText(SampleText.remittance)
        #expect(placed.findings == [])
        #expect(
            placed.places.dropFirst(2).dropLast(2).map { $0 } == [
                "ST 835", "BPR 835", "TRN 835", "DTM 835", "N1 1000A", "N3 1000A", "N4 1000A", "PER 1000A",
                "N1 1000B", "LX 2000", "CLP 2100", "NM1 2100", "SVC 2110", "DTM 2110", "CAS 2110", "CAS 2110",
                "REF 2110", "SVC 2110", "DTM 2110", "CAS 2110", "REF 2110", "PLB 835", "SE 835",
            ])
    }

    @Test(
        "every generated file places without a finding", arguments: WorkloadKind.allCases,
        [1, 2, 3] as [UInt64])
    func workloads(kind: WorkloadKind, seed: UInt64) {
        var bytes: [UInt8] = []
        kind.write(atLeast: 120_000, seed: seed) { bytes += $0 }
        let placed = PlacedText(ByteSource(bytes: bytes))
        #expect(placed.findings == [])
        #expect(!placed.places.dropFirst(2).dropLast(2).contains { $0.hasSuffix(" -") })
        #expect(placed.bytes == bytes)
    }

    @Test("what a segment holds tells whose it is")
    func elements() throws {
        // A line's status has neither a date nor an amount, which the claim's must have; the line has another one.
        let sample = String(
            decoding: try SampleFile(path: "277CA/pass/line-rejected.277").bytes, as: UTF8.self)
        let exchanged = sample.replacing(
            "SVC*HC:99213*120*****1~\nSTC*A7:507**U~",
            with: "STC*A7:507**U~\nSVC*HC:99213*120*****1~\nSTC*A7:454**U~")
        #expect(exchanged != sample)
        let placed = PlacedText(exchanged)
        #expect(placed.findings == ["ENV-SEG-ORDER SVC", "ENV-SE01-COUNT SE"])
        #expect(placed.places.contains("STC 2220D"))
        #expect(placed.places.contains("SVC 2220D"))
    }

    @Test("a payment is never passed over, whatever is missing around it")
    func payment() {
        let placed = PlacedText(
            interchange(
                [
                    "BPR*I*100*C*ACH*CTX*01*111000025*DA*654321*1512345678**01*071000013*DA*7654*20260401",
                    "CLP*A1*1*500*100*400*12*ICN1",
                ], isRemittance: true))
        #expect(placed.places.contains("CLP 2100"))
    }

    private func check(_ story: PlacementStory) {
        let placed = PlacedText(interchange(story.segments))
        #expect(Array(placed.places.dropFirst(3).dropLast(3)) == story.places)
        #expect(placed.findings == story.findings)
        #expect(placed.bytes == Array(interchange(story.segments).utf8))
    }
}

@Suite("Placement after any one edit")
struct PlacementEditTests {
    /// Three claims of one subscriber; edits happen in the second.
    private static let segments = PlacementStory(
        story: "", body: head + subscriber + claim + line + claim.replacing("A1", with: "A0") + line + next
    ).segments
    private static let start = segments.firstIndex { $0.hasPrefix("CLM*A0") } ?? 0
    private static let edited: [Int] = segments.indices.filter {
        $0 >= start && $0 < segments.count - next.split(separator: "\n").count
    }

    @Test(
        "nothing crashes, bytes come back, the next claim is clean",
        arguments: ["delete", "duplicate", "swap", "move"])
    func edits(kind: String) {
        for index in Self.edited {
            for other in Self.edited where kind == "swap" || kind == "move" || other == index {
                var segments = Self.segments
                switch kind {
                case "delete": segments.remove(at: index)
                case "duplicate": segments.insert(segments[index], at: index)
                case "swap": segments.swapAt(index, other)
                default: segments.insert(segments.remove(at: index), at: other)
                }
                let text = interchange(segments)
                let placed = PlacedText(text)
                #expect(placed.bytes == Array(text.utf8))
                let behind = text.firstRange(of: "CLM*A2")?.lowerBound.utf16Offset(in: text) ?? 0
                #expect(
                    !placed.offsets.contains { $0 >= behind }, "\(kind) \(index) \(other): \(placed.findings)"
                )
            }
        }
    }
}
