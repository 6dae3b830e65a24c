/// Sound sets of claims of one line of business each.
extension ExampleSet {
    /// An ambulance with mileage.
    public static let ambulance = ExampleSet(
        "an ambulance", .claim,
        head + medicareSubscriber + """
            CLM*PCN2001*640***41:B:1*Y*A*Y*Y~
            CR1*LB*175**A*DH*12~
            CRC*07*Y*01*09~
            HI*ABK:I469~
            NM1*PW*2~
            N3*430 QUARRY LN~
            N4*SPRINGFIELD*IL*62703~
            NM1*45*2*COUNTY HOSPITAL~
            N3*1 HOSPITAL DR~
            N4*SPRINGFIELD*IL*62704~
            LX*1~
            SV1*HC:A0427:RH*490*UN*1***1**Y~
            DTP*472*D8*20260211~
            LX*2~
            SV1*HC:A0425:RH*150*UN*12***1**Y~
            DTP*472*D8*20260211~
            """)

    /// An anesthesia, counted in minutes.
    public static let anesthesia = ExampleSet(
        "an anesthesia", .claim,
        head + subscriber + """
            CLM*PCN2002*960***24:B:1*Y*A*Y*Y~
            HI*ABK:K8020~
            HI*BP:47562~
            NM1*77*2*COUNTY SURGERY CENTER~
            N3*1 HOSPITAL DR~
            N4*SPRINGFIELD*IL*627040002~
            LX*1~
            SV1*HC:00790:AA:P2*960*MJ*96***1~
            DTP*472*D8*20260213~
            """)

    /// A monthly rent of oxygen equipment, with its certificate.
    public static let equipment = ExampleSet(
        "rented equipment", .claim,
        head + medicareSubscriber + """
            CLM*PCN2003*185***12:B:1*Y*A*Y*Y~
            HI*ABK:J449~
            LX*1~
            SV1*HC:E1390:RR*185*UN*1***1~
            SV5*HC:E1390*DA*30*185*2400*4~
            CR3*R*MO*99~
            DTP*472*RD8*20260201-20260228~
            DTP*607*D8*20260201~
            DTP*463*D8*20260201~
            NM1*DK*1*XIONG*PRIYA****XX*1555000441~
            N3*77 FERRY ST~
            N4*SPRINGFIELD*IL*62701~
            PER*IC*DR XIONG*TE*2175550142~
            """)

    /// An injected drug with its national code.
    public static let drug = ExampleSet(
        "an injected drug", .claim,
        head + subscriber + """
            CLM*PCN2004*312.4***11:B:1*Y*A*Y*Y~
            HI*ABK:M0579~
            LX*1~
            SV1*HC:96372*39.9*UN*1***1~
            DTP*472*D8*20260217~
            LX*2~
            SV1*HC:J3301*272.5*UN*4***1~
            DTP*472*D8*20260217~
            LIN**N4*00003029320~
            CTP****1.5*ML~
            REF*XZ*RX4471~
            """)

    /// Laboratory tests, one of them sent on to another laboratory.
    public static let laboratory = ExampleSet(
        "laboratory tests", .claim,
        head + subscriber + """
            CLM*PCN2005*98.15***81:B:1*Y*A*Y*Y~
            REF*X4*14D0000208~
            HI*ABK:E119~
            NM1*DN*1*BAINES*ESTHER****XX*1555000227~
            LX*1~
            SV1*HC:83036*33.15*UN*1***1~
            DTP*472*D8*20260224~
            LX*2~
            SV1*HC:80061:90*65*UN*1***1~
            DTP*472*D8*20260224~
            REF*F4*14D9999208~
            NM1*77*2*REFERENCE LABORATORY~
            N3*9 RIVER RD~
            N4*PEORIA*IL*616020001~
            """)

    /// Chiropractic treatment under Medicare.
    public static let chiropractic = ExampleSet(
        "chiropractic treatment", .claim,
        head + medicareSubscriber + """
            CLM*PCN2006*55***11:B:1*Y*A*Y*Y~
            DTP*454*D8*20260105~
            HI*ABK:M9901~
            LX*1~
            SV1*HC:98941:AT*55*UN*1***1~
            DTP*472*D8*20260224~
            """)
}
