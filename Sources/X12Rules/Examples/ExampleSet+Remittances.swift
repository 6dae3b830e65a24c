extension ExampleSet {
    /// 125 paid on a claim, 25 taken back by PLB, 100 in the bank.
    public static let takeback = ExampleSet(
        "a payment with an earlier overpayment taken back", .remittance,
        """
        BPR*I*100*C*ACH*CCP*01*111000025*DA*123456*1512345678**01*111000025*DA*654321*20260310~
        TRN*1*EFT20260310*1512345678~
        DTM*405*20260309~
        N1*PR*SAMPLE PAYER~
        N3*1 PAYER PLAZA~
        N4*CHICAGO*IL*60601~
        PER*BL*PROVIDER HELP*TE*8005550100~
        N1*PE*MAPLE CLINIC*XX*1234567893~
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
}
