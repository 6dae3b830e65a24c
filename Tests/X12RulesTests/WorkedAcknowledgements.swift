@testable import X12Rules

extension WorkedAnswerTests {
    /// A second provider, whose only claim is refused without being listed.
    static let providerRefused: [(String, String)] = [
        ("*WQ*300~", "*WQ*360~"),
        ("QTY*AA*1~\nAMT*YU*180~\nAMT*YY*120~", "QTY*AA*2~\nAMT*YU*180~\nAMT*YY*180~"),
        (
            "STC*A7:562:85*20260301*U*120~\nDTP*472*D8*20260220~",
            """
            STC*A7:562:85*20260301*U*120~
            DTP*472*D8*20260220~
            HL*6*2*19*0~
            NM1*85*2*RIVER THERAPY*****XX*1999999984~
            TRN*1*0~
            STC*A8:496:85**U*60~
            QTY*QC*1~
            AMT*YY*60~
            """
        ),
    ]

    /// Answers to faulty originals, of which they repeat what is wrong.
    static let echoes: [Variant] = [
        Variant(
            "two groups of one number, of which the second is refused for it", .twoGroupsAnswered,
            [("AK1*HC*102*", "AK1*HC*101*"), ("AK9*A*1*1*1~\n", "AK9*R*1*1*0*19~\n")]),
        Variant(
            "a group's number that is none", .groupAnswered,
            [("AK1*HC*101*", "AK1*HC*A13*"), ("AK9*P*2*2*1~", "AK9*R*2*2*0*6~")]),
        Variant(
            "a set's number that is too short", .groupAnswered,
            [("AK2*837*0002*", "AK2*837*2*"), ("IK5*R*I5~", "IK5*R*7*I5~")]),
    ]

    static let acknowledgements: [Variant] = [
        Variant(
            "a provider refused as a whole, whose claim the batch's totals lack", .claimsAnswered,
            providerRefused + [("QTY*AA*2~", "QTY*AA*1~")], "277-TOTALS QTY02"),
        Variant(
            "a batch refused as a whole that lists claims", .claimsAnswered,
            [("STC*A1:19:PR*20260301*WQ*300~", "STC*A3:746:40*20260301*U*300~")], "277-FILE-REJ STC"),
        Variant(
            "a batch that charges something else than its claims", .claimsAnswered,
            [("*WQ*300~", "*WQ*301~")], "277-TOTALS STC04"),
        Variant(
            "one status takes the claim, another refuses it", .claimsAnswered,
            [
                (
                    "STC*A7:562:85*20260301*U*120~",
                    "STC*A7:562:85*20260301*U*120~\nSTC*A2:20:PR*20260301*WQ*120~"
                )
            ], "277-STC-CATEGORY STC03"),
        Variant(
            "a category that there is not", .claimsAnswered, [("STC*A7:562:85*", "STC*A9:562:85*")],
            "277-STC-CATEGORY STC01-1"),
        Variant(
            "taken with a category that refuses", .claimsAnswered,
            [("*20260301*U*120~", "*20260301*WQ*120~")], "277-STC-CATEGORY STC03"),
        Variant(
            "refused with a category that takes", .claimsAnswered,
            [("STC*A2:20:PR*20260301*WQ*", "STC*A2:20:PR*20260301*U*")], "277-STC-CATEGORY STC03"),
        Variant(
            "a line refused of a claim that is taken", .lineRefused,
            [("STC*A3:247*20260301*U*180~", "STC*A2:20*20260301*WQ*180~")], "277-LINE-REJ SVC"),
        Variant(
            "three accepted, one listed", .claimsAnswered, [("QTY*90*1~", "QTY*90*3~")], "277-TOTALS QTY02"),
        Variant(
            "taken and refused at once", .claimsAnswered,
            [
                ("*20260301*U*120~", "*20260301*WQ*120~"), ("QTY*90*1~", "QTY*90*2~"),
                ("QTY*AA*1~\nAMT*YU*180~\nAMT*YY*120~", "AMT*YU*300~"),
                ("QTY*QA*1~\nQTY*QC*1~\nAMT*YU*180~\nAMT*YY*120~", "QTY*QA*2~\nAMT*YU*300~"),
            ], "277-STC-CATEGORY STC03"),
        Variant(
            "paid, says an acknowledgement", .claimsAnswered, [("STC*A2:20:PR*", "STC*F1:20:PR*")],
            "277-STC-CATEGORY STC01-1"),
        Variant("whose NPI?", .claimsAnswered, [("STC*A7:562:85*", "STC*A7:562*")], "277-STC-ENTITY STC01-2"),
        Variant(
            "must be above zero, but what?", .lineRefused,
            [("STC*A7:402**U*******A7:583~", "STC*A7:402**U~")],
            "277-STC-COMPANION STC01-2"),
        Variant(
            "two codes in one place", .claimsAnswered, [("STC*A7:562:85*", "STC*A7:562,128:85*")],
            "277-STC-FORM STC01-2"),
        Variant(
            "a batch answered twice", .twoAnswers, [("TRN*2*B102~", "TRN*2*B101~")], "277-ONE-PER-837 TRN02"),
        Variant(
            "a set accepted with errors called clean", .groupAnswered,
            [("IK5*R*I5~\nAK9*P*2*2*1~", "IK5*A*I5~\nAK9*A*2*2*2~")], "ACK-999-IK501 IK501"),
        Variant(
            "a group accepted as if no set had errors", .groupAnswered,
            [("IK5*R*I5~\nAK9*P*2*2*1~", "IK5*E*I5~\nAK9*A*2*2*2~")], "ACK-999-AK9 AK901"),
        Variant(
            "a group answered twice", .twoGroupsAnswered, [("AK1*HC*102*", "AK1*HC*101*")],
            "ACK-999-ONE-GROUP AK102"),
        Variant(
            "a number that no group may have, and no reason", .groupAnswered,
            [("AK1*HC*101*", "AK1*HC*A13*")],
            "ENV-TYPE-N AK102"),
        Variant(
            "a number that no set may have, and no reason", .groupAnswered,
            [("AK2*837*0002*", "AK2*837*2*")], "ENV-MIN-MAX-LEN AK202"),
        Variant(
            "a group of lost sets", .groupAnswered, [("AK9*P*2*2*1~", "AK9*P*4*4*1~")], "ACK-999-AK9 AK903"),
    ]
}
