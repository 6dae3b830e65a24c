extension ExampleSet {
    /// An office visit with a throat test; the subscriber is the patient.
    public static let officeVisit = ExampleSet(
        "an office visit", .claim,
        """
        BHT*0019*00*B101*20260301*0930*CH~
        NM1*41*2*MAPLE CLINIC*****46*CLINIC01~
        PER*IC*BILLING OFFICE*TE*5555550100~
        NM1*40*2*SAMPLE PAYER*****46*PAYER01~
        HL*1**20*1~
        NM1*85*2*MAPLE CLINIC*****XX*1234567893~
        N3*10 ELM ST~
        N4*SPRINGFIELD*IL*627010001~
        REF*EI*123456789~
        HL*2*1*22*0~
        SBR*P*18*******CI~
        NM1*IL*1*ISAAC*ROSA****MI*W100200300~
        N3*22 OAK AVE~
        N4*SPRINGFIELD*IL*62701~
        DMG*D8*19800512*F~
        NM1*PR*2*SAMPLE PAYER*****PI*PAYER01~
        CLM*PCN0001*180***11:B:1*Y*A*Y*Y~
        HI*ABK:J020~
        LX*1~
        SV1*HC:99213*120*UN*1***1~
        DTP*472*D8*20260220~
        REF*6R*L1~
        LX*2~
        SV1*HC:87880*60*UN*1***1~
        DTP*472*D8*20260220~
        REF*6R*L2~
        """)

    /// The second payer's claim for a visit that the first has paid for by lines (worked example G).
    public static let secondaryByLine = ExampleSet(
        "a secondary claim with the first payer's decisions by line", .claim,
        head + """
            HL*2*1*22*0~
            SBR*S*18*******CI~
            NM1*IL*1*ISAAC*ROSA****MI*W100200300~
            N3*22 OAK AVE~
            N4*SPRINGFIELD*IL*62701~
            DMG*D8*19800512*F~
            NM1*PR*2*SAMPLE PAYER*****PI*PAYER01~
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

    /// Header and billing provider that most sets of claims share.
    static let head = """
        BHT*0019*00*B101*20260301*0930*CH~
        NM1*41*2*MAPLE CLINIC*****46*CLINIC01~
        PER*IC*BILLING OFFICE*TE*5555550100~
        NM1*40*2*SAMPLE PAYER*****46*PAYER01~
        HL*1**20*1~
        NM1*85*2*MAPLE CLINIC*****XX*1234567893~
        N3*10 ELM ST~
        N4*SPRINGFIELD*IL*627010001~
        REF*EI*123456789~

        """
}
