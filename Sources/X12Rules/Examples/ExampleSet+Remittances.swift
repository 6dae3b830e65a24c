/// Sound sets of remittances.
extension ExampleSet {
    /// 125 paid on a claim, 25 taken back by PLB, 100 in the bank.
    public static let takeback = ExampleSet(
        "a payment with an earlier overpayment taken back", .remittance,
        transfer("100") + parties + """
            LX*1~
            CLP*PCN0001*1*180*125*20*12*ICN555~
            NM1*QC*1*ISAAC*ROSA****MI*W100200300~
            SVC*HC:99213*120*80**1~
            DTM*472*20260220~
            CAS*CO*45*20~
            CAS*PR*3*20~
            REF*6R*L1~
            SVC*HC:87880*60*45**1~
            DTM*472*20260220~
            CAS*CO*45*15~
            REF*6R*L2~
            PLB*1234567893*20261231*WO:OLDCLM77*25~
            """)

    /// A payment with interest, a reversal and its correction, a denial, and a recovery.
    public static let correction = ExampleSet(
        "a payment with reversal, correction, denial, interest and recovery", .remittance,
        transfer("46.25") + parties + """
            LX*1~
            CLP*PCN1001*1*200*110*20*12*ICN1*11*1~
            NM1*QC*1*ISAAC*ROSA****MI*W100200300~
            AMT*I*1.25~
            SVC*HC:99213*120*80**1~
            DTM*472*20260105~
            CAS*CO*45*20~
            CAS*PR*2*20~
            SVC*HC:85025*80*30**1~
            DTM*472*20260105~
            CAS*CO*45*50~
            CLP*PCN0990*22*-150*-100**12*ICN2*11*1~
            NM1*QC*1*XIONG*LEE****MI*W100200444~
            SVC*HC:99214*-150*-100~
            DTM*472*20251201~
            CAS*CO*45*-30~
            CAS*PR*1*-20~
            CLP*PCN0990*1*150*60*50*12*ICN3*11*7~
            NM1*QC*1*XIONG*LEE****MI*W100200444~
            SVC*HC:99214*150*60~
            DTM*472*20251201~
            CAS*CO*45*40~
            CAS*PR*1*50~
            CLP*PCN1002*1*75*0**12*ICN4*11*1~
            NM1*QC*1*BAINES*ADA****MI*W100200555~
            SVC*HC:99212*75*0~
            DTM*472*20260107~
            CAS*CO*16*75~
            LQ*HE*M51~
            PLB*1234567893*20261231*L6*-1.25*WO:ICN0777*25~
            """)

    /// Payments that no claim to the next payer can rest on: taken back, foretold, passed on by the payer, not adding
    /// up; and one of a claim whose lines have numbers.
    public static let unfinishedPayments = ExampleSet(
        "payments that are not the last word", .remittance,
        transfer("330") + parties + """
            LX*1~
            CLP*PCN1101*22*-200*-110**12*ICN1*11*1~
            NM1*QC*1*ISAAC*ROSA****MI*W100200300~
            CAS*CO*45*-70~
            CAS*PR*2*-20~
            CLP*PCN1102*25*200*0*20*12*ICN2*11*1~
            NM1*QC*1*ISAAC*ROSA****MI*W100200300~
            CAS*CO*45*70~
            CAS*OA*101*110~
            CAS*PR*2*20~
            CLP*PCN1103*19*200*110*20*12*ICN3*11*1~
            NM1*QC*1*ISAAC*ROSA****MI*W100200300~
            CAS*CO*45*70~
            CAS*PR*2*20~
            CLP*PCN1104*1*200*110*20*12*ICN4*11*1~
            NM1*QC*1*ISAAC*ROSA****MI*W100200300~
            CAS*CO*45*60~
            CAS*PR*2*20~
            CLP*PCN1106*1*200*110*20*12*ICN6*11*1~
            NM1*QC*1*ISAAC*ROSA****MI*W100200300~
            SVC*HC:99213*100*70**1~
            DTM*472*20260105~
            CAS*CO*45*10~
            CAS*PR*2*20~
            REF*6R*L1~
            SVC*HC:99213*20*10**1~
            DTM*472*20260105~
            CAS*CO*45*10~
            REF*6R*L1~
            SVC*HC:85025*80*30**1~
            DTM*472*20260105~
            CAS*CO*45*50~
            CLP*PCN1105*1*200*110*20*12*ICN5*11*1~
            NM1*QC*1*ISAAC*ROSA****MI*W100200300~
            SVC*HC:99213*120*80**1~
            DTM*472*20260105~
            CAS*CO*45*20~
            CAS*PR*2*20~
            REF*6R*L1~
            SVC*HC:85025*80*30**1~
            DTM*472*20260105~
            CAS*CO*45*50~
            """)

    /// A claim that is taken back as it was paid, in a set behind the payment.
    public static let paidAndReversed = ExampleSet(
        "a payment, and in the next set its reversal", .remittance,
        transfer("100") + parties + """
            LX*1~
            CLP*PCN0990*1*150*100*20*12*ICN2*11*1~
            NM1*QC*1*XIONG*LEE****MI*W100200444~
            SVC*HC:99214*150*100~
            DTM*472*20251201~
            CAS*CO*45*30~
            CAS*PR*1*20~
            ====

            """ + noPayment("REMIT0122") + parties + """
                LX*1~
                CLP*PCN0990*22*-150*-100**12*ICN2*11*1~
                NM1*QC*1*XIONG*LEE****MI*W100200444~
                SVC*HC:99214*-150*-100~
                DTM*472*20251201~
                CAS*CO*45*-30~
                CAS*PR*1*-20~
                PLB*1234567893*20261231*FB:0122*-100~
                """)

    /// A balance below zero is carried forward, and taken off the next payment.
    public static let carriedForward = ExampleSet(
        "a negative balance carried forward", .remittance,
        noPayment("REMIT0122") + parties + """
            LX*1~
            CLP*PCN0990*22*-150*-100**12*ICN2*11*1~
            NM1*QC*1*XIONG*LEE****MI*W100200444~
            SVC*HC:99214*-150*-100~
            DTM*472*20251201~
            CAS*CO*45*-30~
            CAS*PR*1*-20~
            CLP*PCN0990*1*150*60*50*12*ICN3*11*7~
            NM1*QC*1*XIONG*LEE****MI*W100200444~
            SVC*HC:99214*150*60~
            DTM*472*20251201~
            CAS*CO*45*40~
            CAS*PR*1*50~
            PLB*1234567893*20261231*FB:0122*-40~
            ====

            """ + transfer("50") + parties + """
                LX*1~
                CLP*PCN1005*1*100*90**12*ICN9*11*1~
                NM1*QC*1*BAINES*ADA****MI*W100200555~
                SVC*HC:99213*100*90~
                DTM*472*20260210~
                CAS*CO*45*10~
                PLB*1234567893*20261231*FB:0122*40~
                """)

    /// A deductible on the claim as a whole, and contract on its lines.
    public static let claimAndLine = ExampleSet(
        "adjustments of the claim and of its lines", .remittance,
        transfer("365") + parties + """
            LX*1~
            CLP*PCN2001*1*500*365*25*12*ICN20*11*1~
            CAS*PR*3*25~
            NM1*QC*1*ISAAC*ROSA****MI*W100200300~
            DTM*232*20260215~
            SVC*HC:99215*300*240**1~
            CAS*CO*45*60~
            SVC*HC:99213*200*150**1~
            CAS*CO*45*50~
            """)

    /// One billed panel paid as three tests.
    public static let unbundled = ExampleSet(
        "one billed service paid as three", .remittance,
        transfer("65") + parties + """
            LX*1~
            CLP*PCN2002*1*90*65**12*ICN21*11*1~
            NM1*QC*1*ISAAC*ROSA****MI*W100200300~
            DTM*232*20260215~
            SVC*HC:80053*90*30**1*HC:80050~
            CAS*CO*45*60~
            SVC*HC:85025*0*15**1*HC:80050~
            CAS*OA*94*-15~
            SVC*HC:84443*0*20**1*HC:80050~
            CAS*OA*94*-20~
            """)

    /// Two billed services paid as one.
    public static let bundled = ExampleSet(
        "two billed services paid as one", .remittance,
        transfer("150") + parties + """
            LX*1~
            CLP*PCN2003*1*200*150**12*ICN22*11*1~
            NM1*QC*1*ISAAC*ROSA****MI*W100200300~
            DTM*232*20260215~
            SVC*HC:G0463*120*150**1*HC:99213~
            CAS*OA*94*-80~
            CAS*CO*45*50~
            SVC*HC:G0463*80*0**1*HC:99211~
            CAS*CO*97*80~
            """)

    /// What would be paid for a planned service.
    public static let predetermination = ExampleSet(
        "a forecast of what would be paid", .remittance,
        noPayment("REMIT0130") + parties + """
            LX*1~
            CLP*PCN3003*25*300*0*60*12*ICN30*11*1~
            NM1*QC*1*ISAAC*ROSA****MI*W100200300~
            SVC*HC:27130*300*0**1~
            CAS*CO*45*40~
            CAS*PR*2*60~
            CAS*OA*101*200~
            """)

    /// What a second payer pays after the first.
    public static let secondPayer = ExampleSet(
        "a second payer's payment", .remittance,
        transfer("20") + parties + """
            LX*1~
            CLP*PCN1001*2*200*20**12*ICN40*11*1~
            NM1*QC*1*ISAAC*ROSA****MI*W100200300~
            SVC*HC:99213*120*20**1~
            DTM*472*20260105~
            CAS*OA*23*100~
            SVC*HC:85025*80*0**1~
            DTM*472*20260105~
            CAS*OA*23*80~
            """)

    /// A payment that was sent on to the next payer, of a claim that was split.
    public static let forwarded = ExampleSet(
        "a claim paid and sent on to the next payer", .remittance,
        transfer("80") + parties + """
            LX*1~
            CLP*PCN0001*19*120*80*20*MB*ICN50*11*1~
            NM1*QC*1*ISAAC*ROSA****MI*W100200300~
            NM1*74*1*ISAACS*ROSA****C*W100200301~
            NM1*82*1*MERRIWEATHER*ADA****XX*1555000110~
            NM1*TT*2*NEXT PAYER*****PI*NEXT01~
            MOA***MA18~
            DTM*050*20260301~
            SVC*HC:99213*120*80**1**2~
            DTM*150*20260220~
            DTM*151*20260221~
            CAS*CO*45*20*1~
            CAS*PR*2*20~
            REF*6R*L1~
            """)

    /// Two payments, each with the sums of its claims by provider.
    public static let twoPayments = ExampleSet(
        "two payments with sums by provider", .remittance,
        transfer("80") + parties + summed("PCN5001", "ICN60") + "\n====\n"
            + transfer("80").replacing("EFT20260310", with: "EFT20260311") + parties
            + summed("PCN5002", "ICN61"))

    /// A payment by check, and no bank accounts.
    public static let check = ExampleSet(
        "a payment by check", .remittance,
        "BPR*I*80*C*CHK************20260310~\nTRN*1*100200*1512345678~\n" + parties
            + summed("PCN5001", "ICN60"))

    private static func summed(_ number: String, _ payerNumber: String) -> String {
        """
        LX*1~
        TS3*1234567893*11*20261231*1*120~
        CLP*\(number)*1*120*80*20*12*\(payerNumber)*11*1~
        NM1*QC*1*ISAAC*ROSA****MI*W100200300~
        DTM*232*20260220~
        DTM*233*20260220~
        SVC*HC:99213*120*80**1~
        CAS*CO*45*20~
        CAS*PR*3*20~
        """
    }

    /// BPR and TRN of a transfer.
    private static func transfer(_ amount: String) -> String {
        """
        BPR*I*\(amount)*C*ACH*CCP*01*111000025*DA*123456*1512345678**01*111000025*DA*654321*20260310~
        TRN*1*EFT20260310*1512345678~

        """
    }

    /// BPR and TRN where nothing is paid.
    private static func noPayment(_ trace: String) -> String {
        "BPR*H*0*C*NON************20260310~\nTRN*1*\(trace)*1512345678~\n"
    }

    /// Who pays, and who is paid.
    private static let parties = """
        DTM*405*20260309~
        N1*PR*SAMPLE PAYER~
        N3*1 PAYER PLAZA~
        N4*CHICAGO*IL*60601~
        PER*BL*PROVIDER HELP*TE*8005550100~
        N1*PE*MAPLE CLINIC*XX*1234567893~
        REF*TJ*123456789~

        """
}
