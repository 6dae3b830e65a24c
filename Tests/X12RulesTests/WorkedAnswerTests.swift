import Testing
import X12Diagnostics

@testable import X12Rules

/// Worked sums of remittances, and answers of all kinds, sound and with one thing changed.
@Suite("Worked examples of answers")
struct WorkedAnswerTests {
    typealias Variant = WorkedExampleTests.Variant

    static let soundOnes: [Variant] = [
        Variant("A: reversal, correction, denial, interest and recovery", .correction, []),
        Variant("B: a negative balance carried forward", .carriedForward, []),
        Variant("C: adjustments of claim and lines", .claimAndLine, []),
        Variant("D1: one service paid as three", .unbundled, []),
        Variant(
            "D1 by the other layout", .unbundled, [("CAS*CO*45*60~", "CAS*CO*45*25~\nCAS*OA*94*35~")]),
        Variant("D2: two services paid as one", .bundled, []),
        Variant("E: a predetermination", .predetermination, []),
        Variant("F: a second payer", .secondPayer, []),
        Variant(
            "a plan that had ended before the answer, on the day that was asked about", .benefits,
            [
                (
                    "DTP*346*D8*20260101~",
                    "DTP*291*D8*20241101~\nDTP*346*D8*20240101~\nDTP*347*D8*20241231~"
                )
            ]),
        Variant(
            "a plan that has ended, and one that took its place", .benefits,
            [
                (
                    "EB*1*IND*30**PPO GOLD~",
                    "EB*1*IND*30**PPO OLD~\nDTP*291*RD8*20250101-20251231~\nEB*1*IND*30**PPO GOLD~"
                )
            ]
        ),
        Variant(
            "a deductible that is told in words", .benefits,
            [("*29*1200*****Y~", "*29*1200*****Y~\nEB*C*IND*35***23******Y~\nMSG*NONE FOR DENTAL CARE~")]),
        Variant(
            "one provider's claims are listed, another's are refused as a whole", .claimsAnswered,
            providerRefused),
        Variant(
            "a notice beside the remark that a reason asks for", .correction,
            [("LQ*HE*M51~", "LQ*HE*MA01~\nLQ*HE*M51~")]),
        Variant(
            "a notice, and the remark that a reason asks for on the claim", .correction,
            [
                ("LQ*HE*M51~", "LQ*HE*MA01~"),
                ("BAINES*ADA****MI*W100200555~", "BAINES*ADA****MI*W100200555~\nMOA***M51~"),
            ]),
        Variant(
            "a line refused with its units", .takeback,
            [
                ("*60*45**1~", "*60*0~"), ("CAS*CO*45*15~", "CAS*CO*45*60*1~"),
                ("BPR*I*100*", "BPR*I*55*"), ("*180*125*20*", "*180*80*20*"),
            ]),
        Variant(
            "a reversal and its correction behind the payment", .takeback,
            [
                ("BPR*I*100*", "BPR*I*35*"),
                (
                    "PLB*",
                    """
                    CLP*PCN0001*22*-180*-125**12*ICN555~
                    NM1*QC*1*ISAAC*ROSA****MI*W100200300~
                    SVC*HC:99213*-120*-80**1~
                    DTM*472*20260220~
                    CAS*CO*45*-20~
                    CAS*PR*3*-20~
                    REF*6R*L1~
                    SVC*HC:87880*-60*-45**1~
                    DTM*472*20260220~
                    CAS*CO*45*-15~
                    REF*6R*L2~
                    CLP*PCN0001*1*180*60*20*12*ICN556**7~
                    NM1*QC*1*ISAAC*ROSA****MI*W100200300~
                    SVC*HC:99213*120*60**1~
                    DTM*472*20260220~
                    CAS*CO*45*40~
                    CAS*PR*3*20~
                    REF*6R*L1~
                    SVC*HC:87880*60*0**1~
                    DTM*472*20260220~
                    CAS*CO*45*60~
                    REF*6R*L2~
                    PLB*
                    """
                ),
            ]),
    ]

    static let brokenOnes: [Variant] =
        sums + order + reversals + payments + statuses + bundles + inquiries + benefits + acknowledgements

    private static let sums: [Variant] = [
        Variant(
            "A: PLB read with the wrong sign", .correction, [("BPR*I*46.25*", "BPR*I*93.75*")],
            "835-BAL-TXN BPR02"),
        Variant("A: a cent too much", .correction, [("BPR*I*46.25*", "BPR*I*46.26*")], "835-BAL-TXN BPR02"),
        Variant(
            "A: interest with the wrong sign", .correction,
            [("*L6*-1.25*", "*L6*1.25*"), ("BPR*I*46.25*", "BPR*I*43.75*")], "835-PLB-L6 PLB04"),
        Variant(
            "A: a line paid a dollar less", .correction, [("*80*30**1~", "*80*29**1~")], "835-BAL-LINE SVC03"),
        Variant(
            "A: a claim paid a dollar more", .correction,
            [("*200*110*20*", "*200*111*20*"), ("BPR*I*46.25*", "BPR*I*47.25*")], "835-BAL-CLAIM CLP04"),
        Variant(
            "A: the charge of a claim a dollar more than its lines", .correction,
            [("*200*110*20*", "*201*110*20*")], "835-BAL-CLAIM CLP03"),
        Variant(
            "A: the patient's part forgotten", .correction, [("*200*110*20*", "*200*110**")],
            "835-CLP05-PR CLP05"),
        Variant(
            "B: the balance carried forward is short", .carriedForward,
            [("FB:0122*-40~", "FB:0122*-30~")], "835-BAL-TXN BPR02",
            "835-PLB-FB PLB04"),
        Variant(
            "C: the claim's own adjustment forgotten", .claimAndLine, [("CAS*PR*3*25~\n", "")],
            "835-BAL-CLAIM CLP04"),
        Variant(
            "C: a line left out", .claimAndLine,
            [
                ("SVC*HC:99213*200*150**1~\nCAS*CO*45*50~", ""),
                ("CAS*PR*3*25~", "CAS*PR*3*25~\nCAS*CO*45*50~"),
            ],
            "835-BAL-LINE-CHG CLP03"),
        Variant(
            "F: what the first payer did forgotten on one line", .secondPayer, [("\nCAS*OA*23*80~", "")],
            "835-BAL-LINE SVC03"),
        Variant(
            "a charge that cannot be read", .takeback, [("*180*125*20*", "*1X80*125*20*")], "ENV-TYPE-R CLP03"
        ),
        Variant(
            "an amount out of range", .takeback, [("*180*125*20*", "*180*99999999999999999999*20*")],
            "ENV-MIN-MAX-LEN CLP04", "835-BAL-NOT-EVAL BPR02"),
    ]

    private static let reversals: [Variant] = [
        Variant(
            "A: the reversal lost its signs", .correction,
            [
                ("*22*-150*-100**", "*22*150*100**"), ("SVC*HC:99214*-150*-100~", "SVC*HC:99214*150*100~"),
                ("CAS*CO*45*-30~\nCAS*PR*1*-20~", "CAS*CO*45*30~\nCAS*PR*1*20~"),
                ("BPR*I*46.25*", "BPR*I*246.25*"),
            ], "835-REV-SIGN CLP03"),
        Variant(
            "A: the reversal's payment lost its sign", .correction,
            [("*22*-150*-100**", "*22*-150*100**"), ("BPR*I*46.25*", "BPR*I*246.25*")],
            "835-REV-SIGN CLP04"),
        Variant(
            "A: the charge of the reversal's line lost its sign", .correction,
            [("SVC*HC:99214*-150*-100~", "SVC*HC:99214*150*-100~")], "835-REV-SIGN SVC02"),
        Variant(
            "A: a debt on the reversal", .correction, [("*22*-150*-100**", "*22*-150*-100*20*")],
            "835-REV-CLP05 CLP05"),
        Variant(
            "the reversal by other groups", .paidAndReversed,
            [("CAS*CO*45*-30~\nCAS*PR*1*-20~", "CAS*CO*45*-50~")], "835-REV-GROUP CLP"),
        Variant(
            "the reversal with the group CR", .paidAndReversed,
            [("CAS*CO*45*-30~", "CAS*CR*45*-30~")], "GDE-CODE-NOTUSED CAS01", "835-REV-GROUP CLP"),
        Variant(
            "the reversal of a part", .paidAndReversed,
            [
                ("*22*-150*-100**", "*22*-100*-100**"), ("*-150*-100~", "*-100*-100~"),
                ("\nCAS*CO*45*-30~\nCAS*PR*1*-20~", ""),
            ], "835-REV-WHOLE CLP03"),
    ]

    /// What stands in another order than it should: the sums are those of the whole set, and are said once.
    private static let order: [Variant] = [
        Variant(
            "PLB before the claims", .takeback,
            [("\n" + takenBack, ""), ("LX*1~", takenBack + "\nLX*1~")], "ENV-SEG-ORDER LX"),
        Variant(
            "PLB before the claims, and a cent too much", .takeback,
            [("\n" + takenBack, ""), ("LX*1~", takenBack + "\nLX*1~"), ("BPR*I*100*", "BPR*I*100.01*")],
            "ENV-SEG-ORDER LX", "835-BAL-TXN BPR02"),
        Variant(
            "PLB between the claims", .correction,
            [("\n" + interest, ""), ("CLP*PCN1002*", interest + "\nLX*2~\nCLP*PCN1002*")],
            "ENV-SEG-ORDER LX"),
        Variant(
            "PLB between the claims, the interest with the wrong sign", .correction,
            [
                ("\n" + interest, ""), ("CLP*PCN1002*", interest + "\nLX*2~\nCLP*PCN1002*"),
                ("*L6*-1.25*", "*L6*1.25*"), ("BPR*I*46.25*", "BPR*I*43.75*"),
            ], "ENV-SEG-ORDER LX", "835-PLB-L6 PLB04"),
        Variant(
            "PLB between the claims, the amount of one unreadable", .correction,
            [
                ("\n" + interest, ""), ("CLP*PCN1002*", interest + "\nLX*2~\nCLP*PCN1002*"),
                ("*WO:ICN0777*25~", "*WO:ICN0777*2-5~"),
            ], "ENV-TYPE-R PLB06", "ENV-SEG-ORDER LX", "835-BAL-NOT-EVAL BPR02"),
        Variant(
            "the correction before its reversal, under the same number of the payer's", .paidAndReversed,
            [("CLP*PCN0990*22*", corrected + "CLP*PCN0990*22*"), ("FB:0122*-100~", "FB:0122*-40~")],
            "835-REV-ORDER CLP04"),
        Variant(
            "the correction before its reversal, which has other groups than the payment", .paidAndReversed,
            [
                ("CLP*PCN0990*22*", corrected + "CLP*PCN0990*22*"), ("FB:0122*-100~", "FB:0122*-40~"),
                ("CAS*CO*45*-30~\nCAS*PR*1*-20~", "CAS*CO*45*-50~"),
            ], "835-REV-GROUP CLP", "835-REV-ORDER CLP04"),
    ]

    private static let takenBack = "PLB*1234567893*20261231*WO:OLDCLM77*25~"
    private static let interest = "PLB*1234567893*20261231*L6*-1.25*WO:ICN0777*25~"
    private static let corrected = """
        CLP*PCN0990*1*150*60*50*12*ICN2*11*7~
        NM1*QC*1*XIONG*LEE****MI*W100200444~
        SVC*HC:99214*150*60~
        DTM*472*20251201~
        CAS*CO*45*40~
        CAS*PR*1*50~

        """

    private static let payments: [Variant] = [
        Variant("nothing paid by check", .predetermination, [("*NON***", "*CHK***")], "835-BPR-ZERO BPR04"),
        Variant("money without a transfer", .check, [("*CHK***", "*NON***")], "835-BPR-H-NONZERO BPR02"),
        Variant("a transfer without format", .takeback, [("*ACH*CCP*", "*ACH**")], "835-BPR-ACH BPR05"),
        Variant(
            "a bank that is none", .takeback, [("*CCP*01*111000025*", "*CCP*01*111000024*")],
            "835-ROUTING-ABA BPR07"),
        Variant(
            "another payer in the trace", .takeback,
            [("EFT20260310*1512345678~", "EFT20260310*1512345679~")], "835-BPR10-TRN03 TRN03"),
        Variant(
            "paid in 2062", .takeback, [("*654321*20260310~", "*654321*20620310~")], "835-BPR16-DATE BPR16"),
        Variant(
            "a date in the year 0000", .takeback, [("*654321*20260310~", "*654321*00000310~")],
            "ENV-TYPE-DT-TM BPR16"),
        Variant(
            "the same remittance again", .twoPayments,
            [("TRN*1*EFT20260311*", "TRN*1*EFT20260310*")], "835-DUP-REMIT TRN02"),
        Variant(
            "an adjustment of nothing", .takeback, [("OLDCLM77*25~", "OLDCLM77*25*CS:X1*0~")],
            "835-PLB-ZERO PLB06"),
        Variant(
            "a recovery of nobody knows what", .takeback, [("*WO:OLDCLM77*25~", "*WO*25~")],
            "835-PLB-REFID PLB03-1"),
        Variant(
            "sums by provider that miss a claim", .check, [("*1*120~\nCLP", "*2*240~\nCLP")], "835-TS3 TS304"),
    ]

    private static let statuses: [Variant] = [
        Variant(
            "a denial that pays", .claimAndLine, [("*PCN2001*1*", "*PCN2001*4*")], "835-CLP02-DENIED CLP04"),
        Variant(
            "a forecast that pays", .claimAndLine,
            [
                ("*PCN2001*1*", "*PCN2001*25*"),
                (
                    "BPR*I*365*C*ACH*CCP*01*111000025*DA*123456*1512345678**01*111000025*DA*654321*",
                    "BPR*H*0*C*NON************"
                ),
            ], "835-PREDET CLP04"),
        Variant(
            "a second payer that is silent on the first", .claimAndLine, [("*PCN2001*1*", "*PCN2001*2*")],
            "835-CLP02-PRIORITY CLP02"),
        Variant("sent on to nobody", .claimAndLine, [("*PCN2001*1*", "*PCN2001*19*")], "835-CROSSOVER CLP02"),
        Variant(
            "a reason that asks for a remark, and a notice alone", .correction,
            [("LQ*HE*M51~", "LQ*HE*MA01~")],
            "835-CARC-RARC CAS02"),
        Variant(
            "a reason that asks for a remark, and a notice on the claim alone", .correction,
            [
                ("LQ*HE*M51~", "LQ*HE*MA01~"),
                ("BAINES*ADA****MI*W100200555~", "BAINES*ADA****MI*W100200555~\nMOA***MA01~"),
            ],
            "835-CARC-RARC CAS02"),
        Variant("no date at all", .claimAndLine, [("DTM*232*20260215~\n", "")], "835-CLM-DATES SVC"),
        Variant(
            "coinsurance as a contract's", .secondPayer, [("CAS*OA*23*100~", "CAS*OA*23*90~\nCAS*CO*2*10~")],
            "835-GROUP-MEANING CAS01"),
        Variant(
            "an adjustment of nothing on a line", .secondPayer, [("CAS*OA*23*100~", "CAS*OA*23*100**94*0~")],
            "835-CAS-ZERO CAS06"),
        Variant("units that were lost", .forwarded, [("**1**2~", "**1**4~")], "835-SVC-UNITS SVC05"),
        Variant(
            "units are taken off, and all are paid that were billed (no SVC07)", .forwarded,
            [("**1**2~", "**1~")], "835-SVC-UNITS SVC05"),
        Variant(
            "units are taken off, and nobody says how many there were", .forwarded,
            [("*80**1**2~", "*80~")], "835-SVC-UNITS SVC05"),
    ]

    private static let bundles: [Variant] = [
        Variant(
            "D1: a line without what was billed", .unbundled, [("*0*15**1*HC:80050~", "*0*15**1~")],
            "835-UNBUNDLE SVC"),
        Variant(
            "D2: more taken over than was charged", .bundled,
            [("CAS*OA*94*-80~\nCAS*CO*45*50~", "CAS*OA*94*-90~\nCAS*CO*45*60~")], "835-BUNDLE CAS03"),
        Variant(
            "D2: the negative adjustment lost its sign", .bundled, [("CAS*OA*94*-80~", "CAS*OA*94*80~")],
            "835-BAL-LINE SVC03"),
    ]

    private static let inquiries: [Variant] = [
        Variant("a trace of nobody", .inquiry, [("*9CLINIC001~", "*7CLINIC001~")], "270-TRN TRN03"),
        Variant(
            "asked about both", .dependentInquiry, [("HL*4*3*23*0~", "EQ*30~\nHL*4*3*23*0~")],
            "270-EQ-LEVEL EQ"),
        Variant(
            "HL04 promises a dependent who never comes", .inquiry, [("HL*3*2*22*0~", "HL*3*2*22*1~")],
            "GDE-HL04-CHILD HL04"),
        Variant(
            "too little to be found", .inquiry, [("****MI*W100200300~\nDMG*D8*19800512*F~", "~")],
            "270-SEARCH NM1"),
        Variant("ten years back", .inquiry, [("*20260220~", "*20160220~")], "270-DTP291 DTP03"),
        Variant(
            "a provider that is none", .inquiry, [("*1234567893~", "*1234567890~")], "270-PROVIDER-ID NM109"),
        Variant(
            "a dependent with a number", .dependentInquiry,
            [("NM1*03*1*ISAAC*BEN~", "NM1*03*1*ISAAC*BEN****MI*W1~")], "GDE-ELEM-NOTUSED NM108",
            "GDE-ELEM-NOTUSED NM109"),
    ]

    private static let benefits: [Variant] = [
        Variant(
            "twenty instead of a fifth", .benefits, [("*****.2****Y~", "****20*****Y~")],
            "271-COPAY-COINS EB08"
        ),
        Variant(
            "a copayment in percent", .benefits, [("*27*30*****Y~", "*27**.3****Y~")], "271-COPAY-COINS EB08"),
        Variant(
            "more left than there was", .benefits, [("*29*1200*", "*29*2500*")], "271-REMAIN-LE-BASE EB07"),
        Variant(
            "active and inactive", .benefits, [("EB*R**30~", "EB*6*IND*30**PPO GOLD~\nEB*R**30~")],
            "271-ACTIVE-CONFLICT EB01"),
        Variant("nothing said", .unknownSubscriber, [("\nAAA*N**72*C~", "")], "271-EB-OR-AAA HL"),
        Variant(
            "rejected by a code of another loop", .unknownSubscriber, [("AAA*N**72*C~", "AAA*N**04*C~")],
            "GDE-CODE-NOTUSED AAA03"),
        Variant(
            "another payer without a name", .benefits, [("NM1*PR*2*OTHER", "NM1*P3*2*OTHER")], "271-EB01-R EB"
        ),
        Variant(
            "a provider who is refused, and benefits below", .benefits,
            [("*XX*1234567893~", "*XX*1234567893~\nAAA*N**51*C~")], "271-EB-OR-AAA EB"),
        Variant(
            "a plan that has ended", .benefits,
            [("DTP*346*D8*20260101~", "DTP*346*D8*20240101~\nDTP*347*D8*20241231~")],
            "271-ACTIVE EB"),
        Variant(
            "a plan that begins later", .benefits, [("DTP*346*D8*20260101~", "DTP*346*D8*20270101~")],
            "271-ACTIVE EB"),
        Variant(
            "a plan that ends before it begins", .benefits,
            [("DTP*346*D8*20260101~", "DTP*346*D8*20260101~\nDTP*347*D8*20251231~")], "271-ACTIVE EB"),
        Variant(
            "a deductible for nobody knows whom", .benefits, [("EB*C*IND*30***23*", "EB*C*ZZZ*30***23*")],
            "GDE-CODE-BAD EB02"),
        Variant(
            "a deductible without its amount", .benefits, [("*29*1200*****Y~", "*29******Y~")],
            "271-COPAY-COINS EB"),
        Variant("no vision, no urgent care", .benefits, [("^AL^MH^UC~", "^MH~")], "271-GENERIC-SET EB"),
    ]

    @Test("there are forty broken ones at least")
    func number() { #expect(Self.brokenOnes.count >= 40) }

    @Test(
        "a payment that does not add up says what explains all of the difference",
        arguments: [
            ([("*22*-150*-100**", "*22*-150*100**")], "taken back with the wrong sign"),
            ([("*200*110*20*", "*200*120*20*")], "claims that do not add up"),
            ([("*L6*-1.25*", "*L6*1.25*")], "interest"), ([("*L6*-1.25*WO:", "*WO:")], "interest"),
            ([("BPR*I*46.25*", "BPR*I*93.75*")], "signs of PLB"), ([("BPR*I*46.25*", "BPR*I*46*")], ""),
        ])
    func hints(edits: [(String, String)], words: String) throws {
        let changes = edits.map { RuleExample.Change($0.0, $0.1) }
        let findings = try Checked.findings(in: ExampleSet.correction.interchange(changes))
        let detail = try #require(findings.first { $0.rule.id == "835-BAL-TXN" }?.detail)
        #expect(words.isEmpty ? !detail.contains(";") : detail.contains(words), "\(detail)")
    }

    @Test("a hundred adjustments on a line of a payment add up")
    func many() throws {
        let reasons = (1...100).map { "\(200 + $0)" }
        let segments = stride(from: 0, to: 100, by: 6).map { start in
            "CAS*CO" + reasons[start..<min(start + 6, 100)].map { "*\($0)*0.6*" }.joined().dropLast() + "~"
        }
        let changes = [
            RuleExample.Change("CAS*CO*45*60~", segments.joined(separator: "\n"))
        ]
        let findings = try Checked.findings(in: ExampleSet.claimAndLine.interchange(changes))
        // Some of the reasons are in no list.
        #expect(!findings.contains { $0.rule.level == 3 }, "\(Checked.lines(findings))")
    }
}
