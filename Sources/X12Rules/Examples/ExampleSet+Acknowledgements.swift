/// Sound answers to claims and to functional groups.
extension ExampleSet {
    /// A payer took one claim and refused another.
    public static let claimsAnswered = ExampleSet(
        "one claim taken, one refused", .claimAcknowledgement,
        acknowledgementHead + """
            TRN*2*B101~
            STC*A1:19:PR*20260301*WQ*300~
            QTY*90*1~
            QTY*AA*1~
            AMT*YU*180~
            AMT*YY*120~
            HL*3*2*19*1~
            NM1*85*2*MAPLE CLINIC*****XX*1234567893~
            TRN*1*0~
            QTY*QA*1~
            QTY*QC*1~
            AMT*YU*180~
            AMT*YY*120~
            HL*4*3*PT~
            NM1*QC*1*ISAAC*ROSA****MI*W100200300~
            TRN*2*PCN0001~
            STC*A2:20:PR*20260301*WQ*180~
            REF*1K*ICN555~
            DTP*472*D8*20260220~
            HL*5*3*PT~
            NM1*QC*1*ISAAC*BEN****MI*W100200300~
            TRN*2*PCN0002~
            STC*A7:562:85*20260301*U*120~
            DTP*472*D8*20260220~
            """)

    /// A payer refused a claim for one of its lines.
    public static let lineRefused = ExampleSet(
        "a claim refused for a line", .claimAcknowledgement,
        acknowledgementHead + """
            TRN*2*B102~
            STC*A1:19:PR*20260301*WQ*180~
            QTY*AA*1~
            AMT*YY*180~
            HL*3*2*19*1~
            NM1*85*2*MAPLE CLINIC*****XX*1234567893~
            HL*4*3*PT~
            NM1*QC*1*ISAAC*ROSA****MI*W100200300~
            TRN*2*PCN0001~
            STC*A3:247*20260301*U*180~
            DTP*472*D8*20260220~
            SVC*HC:87880*60*****1~
            STC*A7:402**U*******A7:583~
            REF*FJ*L2~
            DTP*472*D8*20260220~
            """)

    /// A payer's answers to two batches.
    public static let twoAnswers = ExampleSet(
        "answers to two batches", .claimAcknowledgement,
        claimsAnswered.segments + "\n====\n" + lineRefused.segments)

    /// Of two sets of claims one was taken, one refused.
    public static let groupAnswered = ExampleSet(
        "one set taken, one refused", .implementationAcknowledgement,
        """
        AK1*HC*101*005010X222A1~
        AK2*837*0001*005010X222A1~
        IK5*A~
        AK2*837*0002*005010X222A1~
        IK3*SBR*18*2320*8~
        IK4*9*1032*I9~
        CTX*SITUATIONAL TRIGGER*CLM*17*2300*2~
        IK5*R*I5~
        AK9*P*2*2*1~
        """)

    /// Two groups, each answered in a set of its own.
    public static let twoGroupsAnswered = ExampleSet(
        "answers to two groups", .implementationAcknowledgement,
        """
        AK1*HC*101*005010X222A1~
        AK2*837*0001*005010X222A1~
        IK5*A~
        AK9*A*1*1*1~
        ====
        AK1*HC*102*005010X222A1~
        AK2*837*0001*005010X222A1~
        IK5*A~
        AK9*A*1*1*1~
        """)

    private static let acknowledgementHead = """
        BHT*0085*08*ACK0001*20260301*1000*TH~
        HL*1**20*1~
        NM1*PR*2*SAMPLE PAYER*****PI*PAYER01~
        TRN*1*RECEIPT001~
        DTP*050*D8*20260301~
        DTP*009*D8*20260301~
        HL*2*1*21*1~
        NM1*41*2*MAPLE CLINIC*****46*CLINIC01~

        """
}
