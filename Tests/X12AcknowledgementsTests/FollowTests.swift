import Testing
import X12Acknowledgements
import X12Text

@Suite("Following claims")
struct FollowTests {
    private static func paid(_ claim: String, _ adjustments: [String], lines: [String] = []) -> [Exchange
        .Paid]
    {
        [Exchange.Paid(claim: claim, adjustments: adjustments, lines: lines)]
    }

    static let statuses: [FollowStory] = [
        FollowStory("nothing came back", "notAnswered 2026-03-01 - open 180"),
        FollowStory(
            "interchange taken", "received 2026-03-02 TA1 open 180", Exchange.receipt("A", on: "0302")),
        FollowStory(
            "interchange refused", "rejected 2026-03-02 TA1 023 open 180", Exchange.receipt("R", on: "0302")),
        FollowStory("group taken", "received 2026-03-02 999 open 180", Exchange.group("A", on: "0302")),
        FollowStory(
            "set taken", "received 2026-03-02 999 open 180",
            Exchange.group("A", on: "0302", sets: [("0001", "A")])),
        FollowStory(
            "set taken with errors", "received 2026-03-02 999 5 open 180",
            Exchange.group("E", on: "0302", sets: [("0001", "E")])),
        FollowStory(
            "set refused", "rejected 2026-03-02 999 5 open 180",
            Exchange.receipt("A", on: "0302"), Exchange.group("R", on: "0302", sets: [("0001", "R")])),
        FollowStory(
            "group refused with a sound set", "rejected 2026-03-02 999 R open 180",
            Exchange.group("R", on: "0302", sets: [("0001", "A")])),
        FollowStory(
            "claim taken", "accepted 2026-03-03 277CA open 180", Exchange.group("A", on: "0302"),
            Exchange.taken([.init()], on: "0303")),
        FollowStory(
            "batch taken that does not name the claim", "received 2026-03-03 277CA open 180",
            Exchange.taken([], on: "0303")),
        FollowStory(
            "claim refused", "rejected 2026-03-03 277CA A7:562:85 open 180", Exchange.group("A", on: "0302"),
            Exchange.taken([.init(status: "A7:562:85", action: "U")], on: "0303")),
        FollowStory(
            "claim taken and refused at once", "rejected 2026-03-03 277CA A7:562:85 +contradicted open 180",
            Exchange.taken([.init(status: "A7:562:85")], on: "0303")),
        FollowStory(
            "batch refused", "rejected 2026-03-03 277CA A3:746:40 open 180",
            Exchange.taken([], on: "0303", batchStatus: "A3:746:40", action: "U")),
        FollowStory(
            "provider refused", "rejected 2026-03-03 277CA A3:24:85 open 180",
            Exchange.taken([], on: "0303", provider: "A3:24:85")),
        FollowStory(
            "clearinghouse took it, payer did not", "rejected 2026-03-04 277CA A3:33 open 180",
            Exchange.taken([.init(status: "A1:19")], on: "0303"),
            Exchange.taken([.init(status: "A3:33", action: "U")], on: "0304")),
        FollowStory(
            "status pending", "pending 2026-03-08 277 P1:20 open 180", Exchange.taken([.init()], on: "0303"),
            Exchange.status("PCN1", "P1:20", on: "0308")),
        FollowStory(
            "more is wanted", "pending 2026-03-08 277 R4:294 +wanted open 180",
            Exchange.status("S1", "R4:294", on: "0308", references: ["EJ*PCN1"])),
        FollowStory(
            "asked by the payer's number", "denied 2026-03-08 277 F2:88 open 180",
            Exchange.taken([.init(payerNumber: "ICN1")], on: "0303"),
            Exchange.status("S1", "F2:88", on: "0308", references: ["1K*ICN1"])),
        FollowStory(
            "decided, no remittance", "decided 2026-03-08 277 F1:65 open 180",
            Exchange.status("PCN1", "F1:65", on: "0308")),
        FollowStory(
            "not found", "notFound 2026-03-08 277 D0:35 open 180",
            Exchange.status("PCN1", "D0:35", on: "0308")),
        FollowStory(
            "a question that could not be answered says nothing", "accepted 2026-03-03 277CA open 180",
            Exchange.taken([.init()], on: "0303"), Exchange.status("PCN1", "E1:0", on: "0308")),
        FollowStory(
            "the last status counts", "pending 2026-03-09 277 P2:20 open 180",
            Exchange.status("PCN1", "P1:20", on: "0308"), Exchange.status("PCN1", "P2:20", on: "0309")),
    ]

    static let payments: [FollowStory] = [
        FollowStory(
            "paid", "paid 2026-03-10 835 paid 125 patient 20 adjusted 35 open 0",
            Exchange.taken([.init()], on: "0303"),
            Exchange.paid([.init(claim: "PCN1*1*180*125*20")], on: "0310")),
        FollowStory(
            "a status before or after the payment changes nothing",
            "paid 2026-03-10 835 paid 125 patient 20 adjusted 35 open 0",
            Exchange.status("PCN1", "P1:20", on: "0308"), Exchange.status("PCN1", "F1:65", on: "0311"),
            Exchange.paid([.init(claim: "PCN1*1*180*125*20")], on: "0310")),
        FollowStory(
            "all is the patient's deductible",
            "paid 2026-03-10 835 CO:45 PR:1 paid 0 patient 145 adjusted 35 open 0",
            Exchange.paid(paid("PCN1*1*180*0*145", ["CO*45*35", "PR*1*145"]), on: "0310")),
        FollowStory(
            "denied", "denied 2026-03-10 835 CO:109 paid 0 patient 0 adjusted 180 open 0",
            Exchange.paid(paid("PCN1*4*180*0", ["CO*109*180"]), on: "0310")),
        FollowStory(
            "denied without saying so", "denied 2026-03-10 835 CO:16 paid 0 patient 0 adjusted 180 open 0",
            Exchange.paid(paid("PCN1*1*180*0", ["CO*16*180"]), on: "0310")),
        FollowStory(
            "denied to the patient", "denied 2026-03-10 835 PR:96 paid 0 patient 180 adjusted 0 open 0",
            Exchange.paid(paid("PCN1*4*180*0*180", ["PR*96*180"]), on: "0310")),
        FollowStory(
            "covered by a capitation", "paid 2026-03-10 835 CO:24 paid 0 patient 0 adjusted 180 open 0",
            Exchange.paid(paid("PCN1*1*180*0", ["CO*24*180"]), on: "0310")),
        FollowStory(
            "a part is decided", "paidInPart 2026-03-10 835 +partOpen paid 80 patient 20 adjusted 20 open 60",
            Exchange.paid(paid("PCN1*1*120*80*20", ["CO*45*20", "PR*3*20"]), on: "0310")),
        FollowStory(
            "a part is denied, the rest is open",
            "denied 2026-03-10 835 CO:109 +partOpen paid 0 patient 0 adjusted 120 open 60",
            Exchange.paid(paid("PCN1*4*120*0", ["CO*109*120"]), on: "0310")),
        FollowStory(
            "the other part comes later", "paid 2026-03-12 835 paid 125 patient 20 adjusted 35 open 0",
            Exchange.paid(paid("PCN1*1*120*80*20", ["CO*45*20", "PR*3*20"]), on: "0310"),
            Exchange.paid(paid("PCN1*1*60*45", ["CO*45*15"]), on: "0312")),
        FollowStory(
            "a service is paid nothing",
            "paidInPart 2026-03-10 835 CO:16 +serviceUnpaid paid 80 patient 20 adjusted 80 open 0",
            Exchange.paid(
                paid(
                    "PCN1*1*180*80*20", [],
                    lines: [
                        "SVC*HC:99213*120*80**1", "DTM*472*20260220", "CAS*CO*45*20", "CAS*PR*3*20",
                        "SVC*HC:87880*60*0**1", "DTM*472*20260220", "CAS*CO*16*60",
                    ]), on: "0310")),
        FollowStory(
            "taken back", "reversed 2026-03-20 835 paid 0 patient 0 adjusted 0 open 180",
            Exchange.paid([.init(claim: "PCN1*1*180*125*20")], on: "0310"),
            Exchange.paid(paid("PCN1*22*-180*-125", ["CO*45*-35", "PR*3*-20"]), on: "0320")),
        FollowStory(
            "taken back and asked about", "pending 2026-03-25 277 P1:20 paid 0 patient 0 adjusted 0 open 180",
            Exchange.paid([.init(claim: "PCN1*1*180*125*20")], on: "0310"),
            Exchange.paid(paid("PCN1*22*-180*-125", ["CO*45*-35", "PR*3*-20"]), on: "0320"),
            Exchange.status("PCN1", "P1:20", on: "0325")),
        FollowStory(
            "corrected", "paid 2026-03-20 835 paid 100 patient 45 adjusted 35 open 0",
            Exchange.paid([.init(claim: "PCN1*1*180*125*20")], on: "0310"),
            Exchange.paid(
                [
                    .init(claim: "PCN1*22*-180*-125", adjustments: ["CO*45*-35", "PR*3*-20"]),
                    .init(claim: "PCN1*1*180*100*45", adjustments: ["CO*45*35", "PR*3*45"]),
                ], on: "0320")),
        FollowStory(
            "corrected, the first remittance not at hand",
            "paid 2026-03-20 835 +earlierPaymentMissing paid -25 patient 25 adjusted 0 open 0",
            Exchange.paid(
                [
                    .init(claim: "PCN1*22*-180*-125", adjustments: ["CO*45*-35", "PR*3*-20"]),
                    .init(claim: "PCN1*1*180*100*45", adjustments: ["CO*45*35", "PR*3*45"]),
                ], on: "0320")),
        FollowStory(
            "denied after it was paid", "denied 2026-03-20 835 CO:109 paid 0 patient 0 adjusted 180 open 0",
            Exchange.paid([.init(claim: "PCN1*1*180*125*20")], on: "0310"),
            Exchange.paid(
                [
                    .init(claim: "PCN1*22*-180*-125", adjustments: ["CO*45*-35", "PR*3*-20"]),
                    .init(claim: "PCN1*4*180*0", adjustments: ["CO*109*180"]),
                ], on: "0320")),
        FollowStory(
            "paid twice", "paid 2026-03-12 835 +decidedTwice paid 250 patient 40 adjusted 70 open 0",
            Exchange.paid([.init(claim: "PCN1*1*180*125*20")], on: "0310"),
            Exchange.paid([.init(claim: "PCN1*1*180*125*20")], on: "0312")),
        FollowStory(
            "only foretold", "pending 2026-03-10 835 +foretold open 180",
            Exchange.paid([.init(claim: "PCN1*25*180*0", adjustments: ["OA*101*180"])], on: "0310")),
        FollowStory(
            "another payer's, passed on", "pending 2026-03-10 835 open 180",
            Exchange.paid([.init(claim: "PCN1*23*180*0", adjustments: ["OA*B11*180"])], on: "0310")),
        FollowStory(
            "passed on, the next payer has not answered",
            "paid 2026-03-10 835 +passedOn paid 125 patient 20 adjusted 35 open 0",
            Exchange.paid([.init(claim: "PCN1*19*180*125*20")], on: "0310")),
        FollowStory(
            "passed on and paid by the next payer",
            "paid 2026-03-10 835 paid 125 patient 5 adjusted 35 next 15 open 0",
            Exchange.paid([.init(claim: "PCN1*19*180*125*20")], on: "0310"),
            Exchange.paid(
                [.init(claim: "PCN1*2*180*15*5", adjustments: ["OA*23*160", "PR*2*5"])], on: "0320",
                payer: "NEXT PAYER")),
        FollowStory(
            "denied by the next payer", "paid 2026-03-10 835 paid 125 patient 20 adjusted 35 next 0 open 0",
            Exchange.paid([.init(claim: "PCN1*19*180*125*20")], on: "0310"),
            Exchange.paid(
                [.init(claim: "PCN1*4*180*0*20", adjustments: ["OA*23*160", "PR*96*20"])], on: "0320",
                payer: "NEXT PAYER")),
        FollowStory(
            "an amount that is no number leaves the sums unsaid",
            "paid 2026-03-10 835 open 0",
            Exchange.paid([.init(claim: "PCN1*1*180*12A*20")], on: "0310")),
    ]

    @Test(
        "where a claim stands by what came back, in whatever order it is read", arguments: statuses + payments
    )
    func story(_ story: FollowStory) throws {
        let files = story.files
        guard !story.name.contains("no number") else {
            let follower = try Exchange.follow(files)
            #expect(FollowStory.words(follower.claim(at: 0)) == story.row)
            return
        }
        let follower = try Exchange.follow(files)
        #expect(follower.unmatched.isEmpty)
        #expect(try FollowStory.rows(files) == [story.row])
    }
}
