/// Sound sets of professional claims.
extension ExampleSet {
    /// An office visit with a throat test; the subscriber is the patient.
    public static let officeVisit = ExampleSet(
        "an office visit", .claim,
        head + subscriber + """
            CLM*PCN0001*180***11:B:1*Y*A*Y*Y~
            HI*ABK:J020*ABF:R509~
            LX*1~
            SV1*HC:99213*120*UN*1***1~
            DTP*472*D8*20260220~
            REF*6R*L1~
            LX*2~
            SV1*HC:87880*60*UN*1***1~
            DTP*472*D8*20260220~
            REF*6R*L2~
            """)

    /// A visit of a child that is insured with a parent.
    public static let dependentVisit = ExampleSet(
        "a child's visit", .claim,
        head + """
            HL*2*1*22*1~
            SBR*P********CI~
            NM1*IL*1*ISAAC*ROSA****MI*W100200300~
            NM1*PR*2*SAMPLE PAYER*****PI*PAYER01~
            HL*3*2*23*0~
            PAT*19~
            NM1*QC*1*ISAAC*BEN~
            N3*22 OAK AVE~
            N4*SPRINGFIELD*IL*62701~
            DMG*D8*20190311*M~
            CLM*PCN0002*120***11:B:1*Y*A*Y*Y~
            HI*ABK:J020~
            LX*1~
            SV1*HC:99213*120*UN*1***1~
            DTP*472*D8*20260220~
            """)

    /// Hospital visits by somebody else than who bills, in a place with a name of its own.
    public static let hospitalVisit = ExampleSet(
        "visits in a hospital", .claim,
        head + subscriber + """
            CLM*PCN0003*300***21:B:1*Y*A*Y*Y~
            DTP*435*D8*20260209~
            DTP*096*D8*20260212~
            HI*ABK:J189~
            NM1*DN*1*BAINES*ESTHER****XX*1555000227~
            NM1*82*1*MERRIWEATHER*ADA****XX*1555000110~
            PRV*PE*PXC*207R00000X~
            NM1*77*2*COUNTY HOSPITAL*****XX*1555000334~
            N3*1 HOSPITAL DR~
            N4*SPRINGFIELD*IL*627040002~
            NM1*DQ*1*XIONG*PRIYA****XX*1555000441~
            LX*1~
            SV1*HC:99222*180*UN*1***1~
            DTP*472*D8*20260209~
            LX*2~
            SV1*HC:99232*120*UN*2***1~
            DTP*472*RD8*20260210-20260211~
            """)

    /// A visit after a car accident, on the car's insurance.
    public static let carAccident = ExampleSet(
        "a visit after a car accident", .claim,
        head + """
            HL*2*1*22*0~
            SBR*P*18*******AM~
            NM1*IL*1*ISAAC*ROSA****MI*W100200300~
            N3*22 OAK AVE~
            N4*SPRINGFIELD*IL*62701~
            DMG*D8*19800512*F~
            REF*Y4*RW2026118~
            NM1*PR*2*SAMPLE INSURANCE*****PI*RW900~
            CLM*PCN0004*195***11:B:1*Y*A*Y*Y**AA:::IL~
            DTP*439*D8*20260130~
            HI*ABK:S134XXA~
            LX*1~
            SV1*HC:99203*195*UN*1***1~
            DTP*472*D8*20260202~
            """)

    /// Two batches of one visit each.
    public static let twoBatches = ExampleSet(
        "two batches", .claim,
        officeVisit.segments + "\n====\n"
            + officeVisit.segments.replacing("*B101*", with: "*B102*").replacing("PCN0001", with: "PCN0009"))

    /// Three batches of one visit each, two of which have one number.
    public static let visitSentTwice = ExampleSet(
        "a number that two visits share", .claim,
        twoBatches.segments + "\n====\n"
            + officeVisit.segments.replacing("*B101*", with: "*B103*").replacing("PCN0001", with: "PCN0009"))

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

    /// A subscriber who is the patient, and the payer.
    static let subscriber = """
        HL*2*1*22*0~
        SBR*P*18*******CI~
        NM1*IL*1*ISAAC*ROSA****MI*W100200300~
        N3*22 OAK AVE~
        N4*SPRINGFIELD*IL*62701~
        DMG*D8*19800512*F~
        NM1*PR*2*SAMPLE PAYER*****PI*PAYER01~

        """

    /// The same with Medicare as the payer.
    static let medicareSubscriber =
        subscriber.replacing("******CI~", with: "******MB~").replacing(
            "SAMPLE PAYER*****PI*PAYER01", with: "SAMPLE MEDICARE*****PI*MCARE1")
}
