/// Sound sets of claims that another payer has decided on.
extension ExampleSet {
    /// The second payer's claim for a visit that the first has paid for by lines (worked example G).
    public static let secondaryByLine = ExampleSet(
        "a secondary claim with the first payer's decisions by line", .claim,
        head + secondarySubscriber + """
            CLM*PCN1001*200***11:B:1*Y*A*Y*Y~
            HI*ABK:J020~
            SBR*P*18*******CI~
            AMT*D*110~
            OI***Y***Y~
            NM1*IL*1*ISAAC*ROSA****MI*P555~
            NM1*PR*2*FIRST PAYER*****PI*PRIMID~
            LX*1~
            SV1*HC:99213*120*UN*1***1~
            DTP*472*D8*20260105~
            SVD*PRIMID*80*HC:99213**1~
            CAS*CO*45*20~
            CAS*PR*2*20~
            DTP*573*D8*20260115~
            LX*2~
            SV1*HC:85025*80*UN*1***1~
            DTP*472*D8*20260105~
            SVD*PRIMID*30*HC:85025**1~
            CAS*CO*45*50~
            DTP*573*D8*20260115~
            """)

    /// The same where the first payer decided on the claim as a whole (worked example J).
    public static let secondaryByClaim = ExampleSet(
        "a secondary claim with the first payer's decision on the whole", .claim,
        head + secondarySubscriber + """
            CLM*PCN1001*200***11:B:1*Y*A*Y*Y~
            HI*ABK:J020~
            SBR*P*18*******CI~
            CAS*CO*45*70~
            CAS*PR*2*20~
            AMT*D*110~
            OI***Y***Y~
            NM1*IL*1*ISAAC*ROSA****MI*P555~
            NM1*PR*2*FIRST PAYER*****PI*PRIMID~
            DTP*573*D8*20260115~
            LX*1~
            SV1*HC:99213*120*UN*1***1~
            DTP*472*D8*20260105~
            LX*2~
            SV1*HC:85025*80*UN*1***1~
            DTP*472*D8*20260105~
            """)

    /// The third payer's claim (worked example I).
    public static let tertiary = ExampleSet(
        "a tertiary claim with the decisions of two payers", .claim,
        head
            + secondarySubscriber.replacing("SBR*S*", with: "SBR*T*")
                + """
                CLM*PCN1001*200***11:B:1*Y*A*Y*Y~
                HI*ABK:J020~
                SBR*P*18*******CI~
                AMT*D*110~
                OI***Y***Y~
                NM1*IL*1*ISAAC*ROSA****MI*P555~
                NM1*PR*2*FIRST PAYER*****PI*PRIMID~
                SBR*S*18*******CI~
                AMT*D*15~
                OI***Y***Y~
                NM1*IL*1*ISAAC*ROSA****MI*S777~
                NM1*PR*2*SECOND PAYER*****PI*SECID~
                LX*1~
                SV1*HC:99213*120*UN*1***1~
                DTP*472*D8*20260105~
                SVD*PRIMID*80*HC:99213**1~
                CAS*CO*45*20~
                CAS*PR*2*20~
                DTP*573*D8*20260115~
                SVD*SECID*15*HC:99213**1~
                CAS*OA*23*100~
                CAS*PR*3*5~
                DTP*573*D8*20260130~
                LX*2~
                SV1*HC:85025*80*UN*1***1~
                DTP*472*D8*20260105~
                SVD*PRIMID*30*HC:85025**1~
                CAS*CO*45*50~
                DTP*573*D8*20260115~
                SVD*SECID*0*HC:85025**1~
                CAS*OA*23*80~
                DTP*573*D8*20260130~
                """)

    /// A subscriber whose second payer is asked.
    private static let secondarySubscriber = subscriber.replacing("SBR*P*", with: "SBR*S*")
}
