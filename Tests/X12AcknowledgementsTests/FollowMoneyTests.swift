import Testing
import X12Acknowledgements
import X12Text

@Suite("Money of claims that were taken back, denied first, or passed on")
struct FollowMoneyTests {
    private typealias Paid = Exchange.Paid

    private static let paid = Paid(claim: "PCN1*1*180*125*20")
    private static let takenBack = Paid(
        claim: "PCN1*22*-180*-125", adjustments: ["CO*45*-35", "PR*3*-20"])
    private static let corrected = Paid(claim: "PCN1*1*180*100*40", adjustments: ["CO*45*40", "PR*3*40"])
    private static let correctedTakenBack = Paid(
        claim: "PCN1*22*-180*-100", adjustments: ["CO*45*-40", "PR*3*-40"])
    private static let part = Paid(claim: "PCN1*1*120*80*20", adjustments: ["CO*45*20", "PR*3*20"])
    private static let rest = Paid(claim: "PCN1*1*60*45", adjustments: ["CO*45*15"])
    private static let restTakenBack = Paid(claim: "PCN1*22*-60*-45", adjustments: ["CO*45*-15"])
    private static let denied = Paid(claim: "PCN1*4*180*0", adjustments: ["CO*109*180"])
    private static let denialTakenBack = Paid(claim: "PCN1*22*-180*0", adjustments: ["CO*109*-180"])

    static let takenBackAgain: [FollowStory] = [
        FollowStory(
            "paid and taken back in one remittance",
            "reversed 2026-03-10 835 paid 0 patient 0 adjusted 0 open 180",
            Exchange.paid([paid, takenBack], on: "0310")),
        FollowStory(
            "paid and taken back on one day", "reversed 2026-03-10 835 paid 0 patient 0 adjusted 0 open 180",
            Exchange.paid([paid], on: "0310"), Exchange.paid([takenBack], on: "0310")),
        FollowStory(
            "the correction taken back on its day",
            "reversed 2026-03-20 835 paid 0 patient 0 adjusted 0 open 180",
            Exchange.paid([paid], on: "0310"), Exchange.paid([takenBack, corrected], on: "0320"),
            Exchange.paid([correctedTakenBack], on: "0320")),
        FollowStory(
            "the correction taken back later", "reversed 2026-03-25 835 paid 0 patient 0 adjusted 0 open 180",
            Exchange.paid([paid], on: "0310"), Exchange.paid([takenBack, corrected], on: "0320"),
            Exchange.paid([correctedTakenBack], on: "0325")),
        FollowStory(
            "the correction stands before what it corrects",
            "paid 2026-03-20 835 paid 100 patient 40 adjusted 40 open 0",
            Exchange.paid([paid], on: "0310"), Exchange.paid([corrected, takenBack], on: "0320")),
        FollowStory(
            "paid, taken back and corrected on one day",
            "paid 2026-03-10 835 paid 100 patient 40 adjusted 40 open 0",
            Exchange.paid([takenBack], on: "0310"), Exchange.paid([corrected], on: "0310"),
            Exchange.paid([paid], on: "0310")),
        FollowStory(
            "corrected without a change, and the payment before it not at hand",
            "paid 2026-03-25 835 +earlierPaymentMissing paid 0 patient 0 adjusted 0 open 0",
            Exchange.paid([takenBack], on: "0320"), Exchange.paid([paid], on: "0325")),
        FollowStory(
            "one of two payments taken back", "paid 2026-03-12 835 paid 125 patient 20 adjusted 35 open 0",
            Exchange.paid([paid], on: "0310"), Exchange.paid([paid], on: "0312"),
            Exchange.paid([takenBack], on: "0320")),
        FollowStory(
            "one of two parts taken back",
            "paidInPart 2026-03-12 835 +partOpen paid 80 patient 20 adjusted 20 open 60",
            Exchange.paid([part], on: "0310"), Exchange.paid([rest], on: "0312"),
            Exchange.paid([restTakenBack], on: "0320")),
        FollowStory(
            "both parts taken back, and paid as one",
            "paid 2026-03-20 835 paid 100 patient 40 adjusted 40 open 0",
            Exchange.paid([part], on: "0310"), Exchange.paid([rest], on: "0310"),
            Exchange.paid(
                [
                    Paid(claim: "PCN1*22*-120*-80", adjustments: ["CO*45*-20", "PR*3*-20"]), restTakenBack,
                    corrected,
                ], on: "0320")),
        FollowStory(
            "a part of it taken back", "reversed 2026-03-20 835 paid 80 patient 20 adjusted 20 open 60",
            Exchange.paid([paid], on: "0310"), Exchange.paid([restTakenBack], on: "0320")),
        FollowStory(
            "taken back by a payer that does not turn the charge",
            "reversed 2026-03-20 835 paid 0 patient 0 adjusted 0 open 180",
            Exchange.paid([paid], on: "0310"),
            Exchange.paid(
                [Paid(claim: "PCN1*22*180*-125", adjustments: ["CO*45*-35", "PR*3*-20"])], on: "0320")),
        FollowStory(
            "taken back, the payment not at hand",
            "reversed 2026-03-20 835 +earlierPaymentMissing paid -125 patient -20 adjusted -35 open 180",
            Exchange.paid([takenBack], on: "0320")),
        FollowStory(
            "taken back twice, one payment not at hand",
            "reversed 2026-03-25 835 +earlierPaymentMissing paid -125 patient -20 adjusted -35 open 180",
            Exchange.paid([paid], on: "0310"), Exchange.paid([takenBack], on: "0320"),
            Exchange.paid([takenBack], on: "0325")),
    ]

    static let deniedFirst: [FollowStory] = [
        FollowStory(
            "denied, then paid without taking the denial back",
            "paid 2026-03-15 835 paid 100 patient 40 adjusted 40 open 0",
            Exchange.paid([denied], on: "0310"), Exchange.paid([corrected], on: "0315")),
        FollowStory(
            "denied by service, then paid", "paid 2026-03-15 835 paid 100 patient 40 adjusted 40 open 0",
            Exchange.paid(
                [
                    Paid(
                        claim: "PCN1*1*180*0", adjustments: [],
                        lines: ["SVC*HC:99213*180*0**1", "DTM*472*20260220", "CAS*CO*16*180"])
                ], on: "0310"), Exchange.paid([corrected], on: "0315")),
        FollowStory(
            "denied, taken back and paid", "paid 2026-03-15 835 paid 100 patient 40 adjusted 40 open 0",
            Exchange.paid([denied], on: "0310"), Exchange.paid([denialTakenBack, corrected], on: "0315")),
        FollowStory(
            "denied and paid on one day", "paid 2026-03-10 835 paid 125 patient 20 adjusted 35 open 0",
            Exchange.paid([denied], on: "0310"), Exchange.paid([paid], on: "0310")),
        FollowStory(
            "denied, then a part is paid",
            "paidInPart 2026-03-15 835 +partOpen paid 80 patient 20 adjusted 20 open 60",
            Exchange.paid([denied], on: "0310"), Exchange.paid([part], on: "0315")),
        FollowStory(
            "a part is denied, the rest is paid", "paid 2026-03-15 835 paid 45 patient 0 adjusted 135 open 0",
            Exchange.paid([Paid(claim: "PCN1*4*120*0", adjustments: ["CO*109*120"])], on: "0310"),
            Exchange.paid([rest], on: "0315")),
        FollowStory(
            "denied twice", "denied 2026-03-15 835 CO:109 paid 0 patient 0 adjusted 180 open 0",
            Exchange.paid([denied], on: "0310"), Exchange.paid([denied], on: "0315")),
        FollowStory(
            "denied, the denial taken back", "reversed 2026-03-15 835 paid 0 patient 0 adjusted 0 open 180",
            Exchange.paid([denied], on: "0310"), Exchange.paid([denialTakenBack], on: "0315")),
        FollowStory(
            "denied, paid and taken back", "reversed 2026-03-20 835 paid 0 patient 0 adjusted 0 open 180",
            Exchange.paid([denied], on: "0310"), Exchange.paid([paid], on: "0315"),
            Exchange.paid([takenBack], on: "0320")),
        FollowStory(
            "denied, paid, taken back and corrected",
            "paid 2026-03-20 835 paid 100 patient 40 adjusted 40 open 0",
            Exchange.paid([denied], on: "0310"), Exchange.paid([paid], on: "0315"),
            Exchange.paid([takenBack, corrected], on: "0320")),
        FollowStory(
            "paid, denied, and only then taken back",
            "denied 2026-03-15 835 CO:109 paid 0 patient 0 adjusted 180 open 0",
            Exchange.paid([paid], on: "0310"), Exchange.paid([denied], on: "0315"),
            Exchange.paid([takenBack], on: "0320")),
        FollowStory(
            "denied after it was paid, and nothing taken back",
            "paid 2026-03-15 835 CO:109 +decidedTwice paid 125 patient 20 adjusted 215 open 0",
            Exchange.paid([paid], on: "0310"), Exchange.paid([denied], on: "0315")),
        FollowStory(
            "denied, then paid twice",
            "paid 2026-03-20 835 +decidedTwice paid 250 patient 40 adjusted 70 open 0",
            Exchange.paid([denied], on: "0310"), Exchange.paid([paid], on: "0315"),
            Exchange.paid([paid], on: "0320")),
        FollowStory(
            "denied to the patient, then paid",
            "paid 2026-03-15 835 +decidedTwice paid 100 patient 220 adjusted 40 open 0",
            Exchange.paid([Paid(claim: "PCN1*4*180*0*180", adjustments: ["PR*96*180"])], on: "0310"),
            Exchange.paid([corrected], on: "0315")),
        FollowStory(
            "foretold, then paid", "paid 2026-03-15 835 +foretold paid 125 patient 20 adjusted 35 open 0",
            Exchange.paid([Paid(claim: "PCN1*25*180*0", adjustments: ["OA*101*180"])], on: "0310"),
            Exchange.paid([paid], on: "0315")),
    ]

    private static let forwarded = Paid(claim: "PCN1*19*180*125*20")
    private static let next = Paid(claim: "PCN1*2*180*15*5", adjustments: ["OA*23*160", "PR*2*5"])
    private static let nextTakenBack = Paid(
        claim: "PCN1*22*-180*-15", adjustments: ["OA*23*-160", "PR*2*-5"])
    private static let third = Paid(claim: "PCN1*3*180*3*2", adjustments: ["OA*23*175", "PR*2*2"])
    private static let thirdTakenBack = Paid(
        claim: "PCN1*22*-180*-3", adjustments: ["OA*23*-175", "PR*2*-2"])

    private static func byNext(_ claims: [Paid], on day: String) -> String {
        Exchange.paid(claims, on: day, payer: "NEXT PAYER")
    }

    static let passedOn: [FollowStory] = [
        FollowStory(
            "the next payer takes back",
            "paid 2026-03-10 835 +passedOn paid 125 patient 20 adjusted 35 next 0 open 0",
            Exchange.paid([paid], on: "0310"), byNext([next], on: "0320"),
            byNext([nextTakenBack], on: "0330")),
        FollowStory(
            "passed on, and the next payer takes back",
            "paid 2026-03-10 835 +passedOn paid 125 patient 20 adjusted 35 next 0 open 0",
            Exchange.paid([forwarded], on: "0310"), byNext([next], on: "0320"),
            byNext([nextTakenBack], on: "0330")),
        FollowStory(
            "the next payer takes back on the day it pays",
            "paid 2026-03-10 835 +passedOn paid 125 patient 20 adjusted 35 next 0 open 0",
            Exchange.paid([paid], on: "0310"), byNext([next, nextTakenBack], on: "0320")),
        FollowStory(
            "the next payer corrects", "paid 2026-03-10 835 paid 125 patient 10 adjusted 35 next 10 open 0",
            Exchange.paid([paid], on: "0310"), byNext([next], on: "0320"),
            byNext(
                [
                    nextTakenBack,
                    Paid(claim: "PCN1*2*180*10*10", adjustments: ["OA*23*160", "PR*2*10"]),
                ], on: "0330")),
        FollowStory(
            "the next payer takes back what is not at hand",
            "paid 2026-03-10 835 +passedOn +earlierPaymentMissing paid 125 patient 20 adjusted 50 next -15 open 0",
            Exchange.paid([paid], on: "0310"), byNext([nextTakenBack], on: "0330")),
        FollowStory(
            "the first payer takes back, the next one has paid",
            "reversed 2026-03-20 835 paid 0 patient 0 adjusted 0 next 15 open 165",
            Exchange.paid([forwarded], on: "0310"), Exchange.paid([takenBack], on: "0320"),
            byNext([next], on: "0330")),
        FollowStory(
            "both take back", "reversed 2026-03-20 835 paid 0 patient 0 adjusted 0 next 0 open 180",
            Exchange.paid([forwarded], on: "0310"), Exchange.paid([takenBack], on: "0320"),
            byNext([next], on: "0315"), byNext([nextTakenBack], on: "0330")),
        FollowStory(
            "three payers", "paid 2026-03-10 835 paid 125 patient 2 adjusted 35 next 18 open 0",
            Exchange.paid([forwarded], on: "0310"), byNext([next], on: "0320"),
            Exchange.paid([third], on: "0330", payer: "THIRD PLAN")),
        FollowStory(
            "three payers, the last takes back",
            "paid 2026-03-10 835 +passedOn paid 125 patient 5 adjusted 35 next 15 open 0",
            Exchange.paid([forwarded], on: "0310"), byNext([next], on: "0320"),
            Exchange.paid([third], on: "0325", payer: "THIRD PLAN"),
            Exchange.paid([thirdTakenBack], on: "0330", payer: "THIRD PLAN")),
        FollowStory(
            "passed on twice, the third payer has not answered",
            "paid 2026-03-10 835 +passedOn paid 125 patient 5 adjusted 35 next 15 open 0",
            Exchange.paid([forwarded], on: "0310"),
            byNext([Paid(claim: "PCN1*20*180*15*5", adjustments: ["OA*23*160", "PR*2*5"])], on: "0320")),
        FollowStory(
            "not the first payer's, and paid by the next one",
            "paid 2026-03-20 835 OA:23 paid 15 patient 5 adjusted 160 open 0",
            Exchange.paid([Paid(claim: "PCN1*23*180*0", adjustments: ["OA*B11*180"])], on: "0310"),
            byNext([next], on: "0320")),
        FollowStory(
            "the next payer alone", "paid 2026-03-20 835 OA:23 paid 15 patient 5 adjusted 160 open 0",
            byNext([next], on: "0320")),
        FollowStory(
            "the next payer alone takes back",
            "reversed 2026-03-30 835 paid 0 patient 0 adjusted 0 open 180",
            byNext([next], on: "0320"), byNext([nextTakenBack], on: "0330")),
    ]

    static let bothPlans: [FollowStory] = [
        FollowStory(
            "both plans are one payer's", "paid 2026-03-10 835 paid 125 patient 5 adjusted 35 next 15 open 0",
            Exchange.paid([paid], on: "0310"), Exchange.paid([next], on: "0320")),
        FollowStory(
            "both plans are one payer's, in one remittance",
            "paid 2026-03-10 835 paid 125 patient 5 adjusted 35 next 15 open 0",
            Exchange.paid([paid, next], on: "0310")),
        FollowStory(
            "three plans of one payer's", "paid 2026-03-10 835 paid 125 patient 2 adjusted 35 next 18 open 0",
            Exchange.paid([forwarded], on: "0310"), Exchange.paid([next], on: "0320"),
            Exchange.paid([third], on: "0330")),
        FollowStory(
            "the second plan of one payer's takes back",
            "paid 2026-03-10 835 +passedOn paid 125 patient 20 adjusted 35 next 0 open 0",
            Exchange.paid([paid], on: "0310"), Exchange.paid([next], on: "0320"),
            Exchange.paid([nextTakenBack], on: "0330")),
        FollowStory(
            "what the second plan takes back is known by the payer's number",
            "paid 2026-03-10 835 +passedOn paid 125 patient 20 adjusted 35 next 0 open 0",
            Exchange.paid([paid], on: "0310"),
            Exchange.paid([numbered("PCN1*2*180*15*5", ["OA*23*160", "PR*2*5"])], on: "0320"),
            Exchange.paid([numbered("PCN1*22*-180*-15*", [])], on: "0330")),
        FollowStory(
            "the first plan of one payer's takes back after the second one paid",
            "reversed 2026-03-30 835 paid 0 patient 0 adjusted 0 next 15 open 165",
            Exchange.paid([paid], on: "0310"), Exchange.paid([next], on: "0320"),
            Exchange.paid([takenBack], on: "0330")),
        FollowStory(
            "the payer takes back and decides again, now as the second one",
            "paid 2026-03-20 835 OA:23 paid 15 patient 5 adjusted 160 open 0",
            Exchange.paid([paid], on: "0310"), Exchange.paid([takenBack, next], on: "0320")),
        FollowStory(
            "the payer denies, then pays as the second one",
            "paid 2026-03-20 835 OA:23 paid 15 patient 5 adjusted 160 open 0",
            Exchange.paid([denied], on: "0310"), Exchange.paid([next], on: "0320")),
    ]

    private static func numbered(_ claim: String, _ adjustments: [String]) -> Paid {
        Paid(claim: claim, adjustments: adjustments, payerNumber: "ICN2")
    }

    @Test(
        "what is taken back, denied first or passed on is told as it is, in whatever order it is read",
        arguments: takenBackAgain + deniedFirst + passedOn + bothPlans
    )
    func story(_ story: FollowStory) throws {
        #expect(try FollowStory.rows(story.files) == [story.row])
        let claim = try Exchange.follow(story.files).claim(at: 0)
        let isMissing = claim.remarks.contains(.earlierPaymentMissing)
        let isTwice = claim.remarks.contains(.decidedTwice)
        let isUnsettled = claim.state == .reversed || !claim.remarks.isDisjoint(with: [.passedOn, .partOpen])
        #expect(claim.isFinal != isUnsettled)
        guard !isMissing, !isTwice else { return }
        let parts = [claim.paid, claim.paidByNextPayers, claim.patientShare, claim.adjusted, claim.open]
        #expect(parts.compactMap(\.self).reduce(0, +) == claim.charge)
    }
}
