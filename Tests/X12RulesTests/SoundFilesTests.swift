import Testing
import X12Diagnostics
import X12Grammar
import X12TestSupport
import X12Text

@testable import X12Rules

/// Files that are sound at all levels stay without a finding.
@Suite("Sound files at all levels")
struct SoundFilesTests {
    /// What only says how a file is written down, and is true of sound files too.
    private static let remarks: Set<String> = ["ENV-SEG-TERM-CRLF"]

    static let files = ["837P", "835", "270", "271", "277CA", "999"].flatMap {
        SampleFile.all(in: "\($0)/pass")
    }

    @Test("a sound sample has no finding", arguments: files)
    func samples(sample: SampleFile) throws {
        let findings = try Checked.findings(in: sample.bytes).filter {
            !Self.remarks.contains($0.rule.id) && $0.rule.severity > .info
        }
        #expect(Checked.lines(findings) == [])
    }

    @Test("generated claims have no finding", arguments: UInt64(1)...2)
    func claims(seed: UInt64) throws {
        var workload = ClaimWorkload(seed: seed)
        workload.claimsPerSet = seed.isMultiple(of: 2) ? 40 : 5000
        let findings = try Checked.findings(in: workload.bytes(atLeast: 100_000).bytes)
        #expect(Checked.lines(findings.filter { $0.rule.severity > .info }).prefix(5) == [])
    }

    @Test("generated remittances have no finding", arguments: UInt64(1)...2)
    func remittances(seed: UInt64) throws {
        var workload = RemittanceWorkload(seed: seed)
        workload.claimsPerSet = seed.isMultiple(of: 2) ? 40 : 2000
        let findings = try Checked.findings(in: workload.bytes(atLeast: 100_000).bytes)
        #expect(Checked.lines(findings.filter { $0.rule.severity > .info }).prefix(5) == [])
    }
}

/// Faulty samples at all levels: what stands beside them, and no consequence of it.
@Suite("Faulty files at all levels")
struct FaultyFilesTests {
    static let files = ["837P", "835", "270", "271", "277CA", "999"].flatMap {
        SampleFile.all(in: "\($0)/fail")
    }.filter {
        !["837P/fail/empty.837", "837P/fail/not-x12.837", "271/fail/party-without-bracket.271"].contains(
            $0.path)
    }

    @Test("a faulty sample has the findings that stand beside it", arguments: files)
    func sample(sample: SampleFile) throws {
        let findings = try Checked.findings(in: sample.bytes).filter { $0.rule.severity > .info }
        let beside = sample.path.prefix { $0 != "." } + ".expected"
        let expected = String(decoding: try SampleFile(path: String(beside)).bytes, as: UTF8.self)
        #expect(
            findings.map(\.rule.id) == expected.split(separator: "\n").map(String.init),
            "\(Checked.lines(findings))")
    }
}

/// What a rule has nothing against, close to what it is against.
@Suite("What rules leave alone")
struct SilentCasesTests {
    /// A change of a sound set that keeps a rule silent.
    struct Case: CustomTestStringConvertible, Sendable {
        let story: String
        let rule: String
        let base: ExampleSet
        let changes: [(from: String, to: String)]
        var against: ExampleSet?
        var codes = CodeTables()
        var testDescription: String { "\(rule): \(story)" }
    }

    static let cases = [
        Case(
            story: "a reason that is taken back needs no remark", rule: "835-CARC-RARC", base: .correction,
            changes: [("CAS*CO*45*-30~", "CAS*CO*16*-30~")]),
        Case(
            story: "a reason that the table does not speak of", rule: "835-CORE-COMBO", base: .correction,
            changes: [], codes: .example(.combination, "96", "96-CO-N30")),
        Case(
            story: "a reason that needs no remark, and one with one of two remarks", rule: "835-CORE-COMBO",
            base: .correction, changes: [("LQ*HE*M51~", "LQ*HE*M51~\nLQ*HE*N30~")],
            codes: .example(.combination, "45", "45-CO", "16", "16-CO-N30")),
        Case(
            story: "that a plan cannot say is said", rule: "271-GENERIC-SET", base: .benefits,
            changes: [("^86^88^98^", "^86^98^"), ("EB*R**30~", "EB*V**88~\nEB*R**30~")]),
        Case(
            story: "a second patient in a batch", rule: "270-REALTIME-ONE", base: .inquiry,
            changes: [
                ("EQ*30~", "EQ*30~\nHL*4*2*22*0~\nTRN*1*TRACE0009*9CLINIC001~\nNM1*IL*1*LOW*ANN~\nEQ*30~")
            ]),
        Case(
            story: "a reference laboratory that is named for all lines", rule: "837P-LAB-REFER",
            base: .laboratory,
            changes: [
                ("\nNM1*77*2*REFERENCE LABORATORY~\nN3*9 RIVER RD~\nN4*PEORIA*IL*616020001~", ""),
                (
                    "LX*1~",
                    "NM1*77*2*REFERENCE LABORATORY~\nN3*9 RIVER RD~\nN4*PEORIA*IL*616020001~\nLX*1~"
                ),
            ]),
        Case(
            story: "amounts of what was refused are not told", rule: "277-TOTALS", base: .claimsAnswered,
            changes: [
                ("QTY*90*1~\nQTY*AA*1~\nAMT*YU*180~\nAMT*YY*120~", "QTY*90*1~\nAMT*YU*180~"),
                ("QTY*QA*1~\nQTY*QC*1~\nAMT*YU*180~\nAMT*YY*120~", "QTY*QA*1~\nAMT*YU*180~"),
            ]),
        Case(
            story: "a plan whose end is not said", rule: "271-ACTIVE", base: .correctedDependent, changes: []),
        Case(
            story: "a plan that began before the day of the answer (BHT04), whatever its group says (GS04)",
            rule: "271-ACTIVE", base: .correctedDependent,
            changes: [
                ("BHT*0022*11*INQ0001*20260301*", "BHT*0022*11*INQ0001*20260601*"),
                ("DTP*346*D8*20260101~", "DTP*346*D8*20260401~"),
            ]),
        Case(
            story: "inactive coverage of days that are over", rule: "271-ACTIVE", base: .correctedDependent,
            changes: [("EB*1**98~", "EB*6**98~"), ("DTP*346*D8*20260101~", "DTP*347*D8*20251231~")]),
        Case(
            story: "a benefit's own days", rule: "271-ACTIVE", base: .correctedDependent,
            changes: [
                ("DTP*346*D8*20260101~", "DTP*347*D8*20251231~"),
                ("EB*1**98~", "EB*1**98~\nDTP*292*RD8*20260101-20261231~"),
            ]),
        Case(
            story: "a service that a plan need not know is answered like 30", rule: "271-CORE-EXPLICIT",
            base: .benefits, changes: [("TRN*2*TRACE0001*", "TRN*2*TRACE0089*")], against: .rareInquiry),
        Case(
            story: "an answer to another inquiry", rule: "271-CORE-EXPLICIT", base: .correctedDependent,
            changes: [], against: .pharmacyInquiry),
        Case(
            story: "a reversal that a correction follows", rule: "X-SEC-REVERSED", base: .secondaryByClaim,
            changes: [
                ("CLM*PCN1001*200*", "CLM*PCN0990*150*"), ("SV1*HC:99213*120*", "SV1*HC:99213*70*"),
                ("CAS*CO*45*70~\nCAS*PR*2*20~\nAMT*D*110~", "CAS*CO*45*40~\nCAS*PR*1*50~\nAMT*D*60~"),
            ], against: .correction),
        Case(
            story: "a line that the remittance splits", rule: "X-SEC-BAL-FIRST", base: .secondaryByClaim,
            changes: [
                ("CLM*PCN1001*200*", "CLM*PCN1106*200*"),
                ("20260105~\nLX*2~", "20260105~\nREF*6R*L1~\nLX*2~"),
            ],
            against: .unfinishedPayments),
        Case(
            story: "the charge of a part of a claim that the payer has split", rule: "277-TRACE",
            base: .lineRefused,
            changes: [
                ("TRN*2*B102~", "TRN*2*B101~"),
                ("STC*A3:247*20260301*U*180~", "STC*A5:247*20260301*WQ*80~"),
            ], against: .officeVisit),
        Case(
            story: "a patient of another name and the same member number", rule: "277-TRACE",
            base: .lineRefused,
            changes: [
                ("TRN*2*B102~", "TRN*2*B101~"), ("NM1*QC*1*ISAAC*ROSA****MI*", "NM1*QC*1*XIONG*LEE****MI*"),
            ], against: .officeVisit),
    ]

    /// A service that comes after its payment for a reason.
    private static let paidAhead = [
        ("a price that is told before the service", [("CLP*PCN0990*1*", "CLP*PCN0990*25*")]),
        ("what is paid by the head", [("CAS*CO*45*40~", "CAS*CO*24*40~")]),
        ("a refusal, with the day as it was billed", [("*1*150*60*50*", "*4*150*0*50*")]),
    ].map { story, changes in
        let day = "99214*150*60~\nDTM*472*2025"
        return Case(
            story: story, rule: "835-BPR16-DATE", base: .carriedForward,
            changes: changes + [(day + "1201~", day.replacing("2025", with: "2026") + "1201~")])
    }

    /// A claim that is paid a second time for a reason.
    private static let paidAgain = [
        ("another part of a claim that was split", [(second, first.replacing("ICN60", with: "ICN61"))]),
        ("what was denied before", [(first, denied), (second, first)]),
        ("a predetermination", [(first, stated("25")), (second, stated("25"))]),
        ("what was sent on to the next payer", [(first, stated("19")), (second, stated("19"))]),
        ("the next payer's part in a remittance of the first", [(second, stated("2"))]),
        (
            "another payer's payment",
            [(second, first), ("TRN*1*EFT20260311*1512345678~", "TRN*1*EFT20260311*1598765432~")]
        ),
        ("nothing paid twice", [(first, denied), (second, denied)]),
        ("what was taken back", [(second, reversed + person + "CLP*" + first)]),
        ("a remittance that came twice", [(second, first), ("*EFT20260311*", "*EFT20260310*")]),
        ("another stay", [(second + day, first + day.replacing("20260220", with: "20260221"))]),
        (
            "another line",
            [
                (
                    second + day + "SVC*HC:99213*120*80**1~",
                    first + day + "SVC*HC:99213*120*80**1~\nREF*6R*L2~"
                )
            ]
        ),
    ].map { Case(story: $0.0, rule: "835-REV-ORDER", base: .twoPayments, changes: $0.1) }

    private static let first = "PCN5001*1*120*80*20*12*ICN60"
    private static let second = "PCN5002*1*120*80*20*12*ICN61"
    private static let person = "*11*1~\nNM1*QC*1*ISAAC*ROSA****MI*W100200300~\n"
    private static let day = person + "DTM*232*20260220~\nDTM*233*20260220~\n"
    private static let denied = "PCN5001*4*120*0*20*12*ICN60"
    private static let reversed = "PCN5001*22*-120*-80**12*ICN60"

    private static func stated(_ status: String) -> String {
        first.replacing("PCN5001*1*", with: "PCN5001*\(status)*")
    }

    /// Names that two systems write in two ways.
    private static let namesAlike = [
        ("O'BRIEN", "OBRIEN"), ("SMITH-JONES", "SMITH JONES"), ("ISAAC JR", "ISAAC"), ("ISAAC", "Isaac, Jr."),
        ("ISAAC", "ISAAC III"),
    ].map { own, other in
        Case(
            story: "\(own) and \(other)", rule: "837P-COB-2330-IDS", base: .secondaryByClaim,
            changes: [
                ("ISAAC*ROSA****MI*W100200300~", "\(own)*ROSA****MI*W100200300~"),
                ("ISAAC*ROSA****MI*P555~", "\(other)*ROSA****MI*P555~"),
            ])
    }

    /// Streets that have a box's name, and what only looks like a box.
    private static let streets = [
        "1 LOCKBOX CT", "100 P BOX RD", "10 BOXWOOD LN", "12 POBOY ST", "1 BX12 WAY", "9 LOCK BOX COURT",
    ].map {
        Case(
            story: "\($0) is a street", rule: "837P-BILL-ADDR-STREET", base: .officeVisit,
            changes: [("N3*10 ELM ST~", "N3*\($0)~")])
    }

    /// Who bills is the hospital or nursing home itself.
    private static let hospitals = [
        ("by its name", "MAPLE CLINIC*****XX", "COUNTY HOSPITAL*****XX", ""),
        ("by its taxonomy", "MAPLE CLINIC*****XX", "MAPLE*****XX", "\nPRV*BI*PXC*314000000X~"),
    ].map { story, name, other, taxonomy in
        Case(
            story: "a facility \(story)", rule: "837P-POS-HOME-FAC", base: .officeVisit,
            changes: [
                ("***11:B:1*", "***31:B:1*"), (name, other), ("HL*1**20*1~", "HL*1**20*1~" + taxonomy),
            ])
    }

    /// Decisions of a payer, and what is none.
    private static let decisions = [
        Case(
            story: "a line that was unbundled", rule: "837P-COB-SVD01", base: .secondaryByLine,
            changes: [
                ("CLM*PCN1001*200*", "CLM*PCN1001*210*"), ("HC:99213*120*UN*1*", "HC:80050*130*UN*1*"),
                (
                    "SVD*PRIMID*80*HC:99213**1~\nCAS*CO*45*20~",
                    """
                    SVD*PRIMID*45*HC:80053**1~
                    CAS*CO*45*85~
                    DTP*573*D8*20260115~
                    SVD*PRIMID*15*HC:85025**1~
                    CAS*OA*94*-15~
                    DTP*573*D8*20260115~
                    SVD*PRIMID*20*HC:84443**1~
                    CAS*OA*94*-40~
                    """
                ),
            ]),
        Case(
            story: "a wrong payer has no day of its own to miss", rule: "837P-COB-573-ONE",
            base: .secondaryByLine, changes: [("PI*PRIMID~", "PI*PRIMI~")]),
        Case(
            story: "a payer that does not cover the claim paid nothing", rule: "837P-COB-AMTD-REQ",
            base: .secondaryByClaim,
            changes: [("CAS*CO*45*70~\nCAS*PR*2*20~\nAMT*D*110~", "AMT*A8*200~")]),
        Case(
            story: "a line of nothing needs no decision", rule: "837P-COB-CLM-BAL", base: .secondaryByLine,
            changes: [
                ("CLM*PCN1001*200*", "CLM*PCN1001*120*"), ("HC:85025*80*", "HC:85025*0*"),
                ("AMT*D*110~", "AMT*D*80~"),
                ("\nSVD*PRIMID*30*HC:85025**1~\nCAS*CO*45*50~\nDTP*573*D8*20260115~", ""),
            ]),
        Case(
            story: "an adjustment of nothing begins no group", rule: "837P-COB-CAS-NONZERO group",
            base: .secondaryByLine, changes: [("CAS*CO*45*50~", "CAS*CO*45*50~\nCAS*CO*253*0~")]),
        Case(
            story: "six adjustments fill a group", rule: "837P-COB-CAS-NONZERO", base: .secondaryByLine,
            changes: [
                (
                    "CAS*CO*45*50~",
                    "CAS*CO*45*10**253*5**144*5**2*5**3*5**4*5~\nCAS*PR*1*5~\nCAS*CO*5*10~"
                )
            ]),
    ]

    @Test(
        "stays without a finding",
        arguments: cases + paidAgain + paidAhead + namesAlike + streets + hospitals + decisions)
    func silent(sample: Case) throws {
        let text = sample.base.interchange(sample.changes.map { RuleExample.Change($0.from, $0.to) })
        for change in sample.changes { #expect(text.contains(change.to), "\(change.to)") }
        let findings = try Checked.findings(
            in: text, codes: sample.codes, against: sample.against?.interchange([]))
        #expect(Checked.lines(findings.filter { $0.rule.id == sample.rule }) == [])
    }

    @Test("a rule that is asked only when it is switched on is so by a setting, and off again by another")
    func optional() throws {
        let rule = try #require(RuleSet.rule("270-REALTIME-ONE"))
        let text = try #require(rule.examples.first).failing
        func found(_ settings: String...) throws -> [String] {
            var configuration = RuleConfiguration()
            for line in settings { try configuration.add(text: line) }
            return try Checked.findings(in: text, configuration).map { "\($0.rule.id) \($0.rule.severity)" }
        }
        #expect(try found() == [])
        #expect(try found("270-REALTIME-ONE on") == ["270-REALTIME-ONE warning"])
        #expect(try found("270-REALTIME-ONE error") == ["270-REALTIME-ONE error"])
        #expect(try found("270-REALTIME-ONE on", "270-REALTIME-ONE off") == [])
        var own = RuleConfiguration()
        var profile = RuleConfiguration()
        try own.add(text: "270-REALTIME-ONE off")
        try profile.add(text: "270-REALTIME-ONE on")
        own.yield(to: profile)
        #expect(try Checked.findings(in: text, own).isEmpty)
    }
}

extension ExampleSet {
    /// A provider asks about a service that a plan need not know by itself.
    fileprivate static let rareInquiry = ExampleSet(
        "an inquiry about a rare service", .eligibilityInquiry,
        pharmacyInquiry.segments.replacing("TRACE0088", with: "TRACE0089").replacing("EQ*88~", with: "EQ*CK~")
    )
}
