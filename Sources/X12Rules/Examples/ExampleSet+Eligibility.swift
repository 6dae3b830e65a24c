/// Sound sets of inquiries about coverage, and of answers to them.
extension ExampleSet {
    /// A provider asks about a subscriber's coverage.
    public static let inquiry = ExampleSet(
        "an inquiry about a subscriber", .eligibilityInquiry,
        inquiryHead + """
            HL*3*2*22*0~
            TRN*1*TRACE0001*9CLINIC001~
            NM1*IL*1*ISAAC*ROSA****MI*W100200300~
            DMG*D8*19800512*F~
            DTP*291*D8*20260220~
            EQ*30~
            """)

    /// A provider asks whether and how a plan covers drugs.
    public static let pharmacyInquiry = ExampleSet(
        "an inquiry about drugs", .eligibilityInquiry,
        inquiryHead + """
            HL*3*2*22*0~
            TRN*1*TRACE0088*9CLINIC001~
            NM1*IL*1*ISAAC*ROSA****MI*W100200300~
            DMG*D8*19800512*F~
            EQ*88~
            """)

    /// A provider asks about a child that is insured with a parent.
    public static let dependentInquiry = ExampleSet(
        "an inquiry about a dependent", .eligibilityInquiry,
        inquiryHead + """
            HL*3*2*22*1~
            NM1*IL*1*ISAAC*ROSA****MI*W100200300~
            HL*4*3*23*0~
            TRN*1*TRACE0002*9CLINIC001~
            NM1*03*1*ISAAC*BEN~
            DMG*D8*20190311*M~
            DTP*291*D8*20260220~
            EQ*30~
            """)

    /// What a plan says of a subscriber: coverage, deductible, copayment and coinsurance.
    public static let benefits = ExampleSet(
        "coverage of a subscriber", .eligibilityAnswer,
        answerHead + """
            HL*3*2*22*0~
            TRN*2*TRACE0001*9CLINIC001~
            NM1*IL*1*ISAAC*ROSA****MI*W100200300~
            DMG*D8*19800512*F~
            DTP*346*D8*20260101~
            EB*1*IND*30**PPO GOLD~
            EB*1**1^33^35^47^48^50^86^88^98^AL^MH^UC~
            EB*C*IND*30***23*1500*****Y~
            EB*C*IND*30***29*1200*****Y~
            EB*B*IND*98***27*30*****Y~
            EB*A*IND*98*****.2****Y~
            EB*R**30~
            LS*2120~
            NM1*PR*2*OTHER PAYER*****PI*OTHER1~
            LE*2120~
            """)

    /// A plan does not know the subscriber.
    public static let unknownSubscriber = ExampleSet(
        "a subscriber who is not known", .eligibilityAnswer,
        answerHead + """
            HL*3*2*22*0~
            TRN*2*TRACE0001*9CLINIC001~
            NM1*IL*1*ISAAC*ROSA****MI*W100200300~
            AAA*N**72*C~
            """)

    /// A plan has corrected the birth date of a dependent.
    public static let correctedDependent = ExampleSet(
        "coverage of a dependent whose data were corrected", .eligibilityAnswer,
        answerHead + """
            HL*3*2*22*1~
            NM1*IL*1*ISAAC*ROSA****MI*W100200300~
            HL*4*3*23*0~
            TRN*2*TRACE0002*9CLINIC001~
            NM1*03*1*ISAAC*BEN~
            DMG*D8*20190321*M~
            INS*N*19*001*25~
            DTP*346*D8*20260101~
            EB*1**98~
            """)

    private static let inquiryHead = """
        BHT*0022*13*INQ0001*20260301*0930~
        HL*1**20*1~
        NM1*PR*2*SAMPLE PAYER*****PI*PAYER01~
        HL*2*1*21*1~
        NM1*1P*2*MAPLE CLINIC*****XX*1234567893~

        """

    private static let answerHead = """
        BHT*0022*11*INQ0001*20260301*0931~
        HL*1**20*1~
        NM1*PR*2*SAMPLE PAYER*****PI*PAYER01~
        HL*2*1*21*1~
        NM1*1P*2*MAPLE CLINIC*****XX*1234567893~

        """
}
