import Testing
import X12Acknowledgements
import X12Diagnostics
import X12TestSupport
import X12Text

@Suite("Which claim an answer is about")
struct FollowMatchingTests {
    /// `PCN1 replaced <3 >-`: number and state, and the lines of the claims that it is tied to.
    private func rows(_ files: [String]) throws -> [String] {
        let follower = try Exchange.follow(files)
        return (0..<follower.count).map { index in
            let claim = follower.claim(at: index)
            var parts = [claim.number, claim.state.rawValue]
            if let paid = claim.paid { parts.append("paid \(paid)") }
            if let place = claim.replacedBy { parts.append("by file \(place.file)") }
            if let place = claim.replaces { parts.append("for file \(place.file)") }
            if let place = claim.earlierPayerClaim { parts.append("after file \(place.file)") }
            if claim.remarks.contains(.ambiguous) { parts.append("ambiguous") }
            return parts.joined(separator: " ")
        }
    }

    private func unmatched(_ files: [String]) throws -> [String] {
        try Exchange.follow(files).unmatched.map { "\($0.kind.rawValue) \($0.number) \($0.reason.rawValue)" }
    }

    private static let first = Exchange.sent([.init()], on: "0301")

    private static let replacement = Exchange.sent(
        [.init(frequency: "7", original: "ICN1")], on: "0315", number: 102)
    private static let takenBack = Exchange.Paid(
        claim: "PCN1*22*-180*-125", adjustments: ["CO*45*-35", "PR*3*-20"])
    private static let paidAnew = Exchange.Paid(
        claim: "PCN1*1*180*140*20", adjustments: ["CO*45*20", "PR*3*20"], payerNumber: "ICN1", frequency: "7")

    struct Story: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let files: [String]
        let rows: [String]

        init(_ name: String, _ files: [String], _ rows: [String]) {
            testDescription = name
            self.files = files
            self.rows = rows
        }
    }

    static let stories = [
        Story(
            "sent again after it was refused, and paid",
            [
                first, Exchange.taken([.init(status: "A7:562:85", action: "U")], on: "0303"),
                Exchange.sent([.init()], on: "0305", number: 102),
                Exchange.taken([.init()], batch: "B102", on: "0306"),
                Exchange.paid([.init(claim: "PCN1*1*180*125*20")], on: "0310"),
            ], ["PCN1 replaced by file 2", "PCN1 paid paid 125 for file 0"]),
        Story(
            "sent again with another member number",
            [
                first, Exchange.taken([.init(status: "A7:164:IL", action: "U")], on: "0303"),
                Exchange.sent([.init(member: "W999")], on: "0305", number: 102),
            ], ["PCN1 replaced by file 2", "PCN1 notAnswered for file 0"]),
        Story(
            "refused twice: the second is the one to mend",
            [
                first, Exchange.taken([.init(status: "A7:562:85", action: "U")], on: "0303"),
                Exchange.sent([.init()], on: "0305", number: 102),
                Exchange.taken([.init(status: "A7:21", action: "U")], batch: "B102", on: "0306"),
            ], ["PCN1 replaced by file 2", "PCN1 rejected for file 0"]),
        Story(
            "sent again for nothing: the first one stands",
            [
                first, Exchange.taken([.init()], on: "0303"),
                Exchange.sent([.init()], on: "0305", number: 102),
                Exchange.taken([.init(status: "A3:54", action: "U")], batch: "B102", on: "0306"),
            ], ["PCN1 accepted", "PCN1 rejected for file 0"]),
        Story(
            "a payment before the second was sent is the first one's",
            [
                first, Exchange.paid([.init(claim: "PCN1*1*180*125*20")], on: "0304"),
                Exchange.sent([.init()], on: "0305", number: 102),
            ], ["PCN1 paid paid 125", "PCN1 notAnswered for file 0"]),
        Story(
            "replaced, taken back and paid anew",
            [
                first, Exchange.paid([.init(claim: "PCN1*1*180*125*20")], on: "0310"),
                Exchange.sent(
                    [.init(charge: "200", frequency: "7", original: "ICN1")], on: "0315", number: 102),
                Exchange.paid(
                    [
                        .init(claim: "PCN1*22*-180*-125", adjustments: ["CO*45*-35", "PR*3*-20"]),
                        .init(claim: "PCN1*1*200*145*20", payerNumber: "ICN2", frequency: "7"),
                    ], on: "0325"),
            ], ["PCN1 replaced paid 0 by file 2", "PCN1 paid paid 145 for file 0"]),
        Story(
            "replaced, taken back and paid anew under the payer's old number",
            [
                first, Exchange.paid([.init(claim: "PCN1*1*180*125*20")], on: "0310"), replacement,
                Exchange.paid([takenBack, paidAnew], on: "0325"),
            ], ["PCN1 replaced paid 0 by file 2", "PCN1 paid paid 140 for file 0"]),
        Story(
            "replaced, and the payer calls what it takes back a replacement too",
            [
                first, Exchange.paid([.init(claim: "PCN1*1*180*125*20")], on: "0310"), replacement,
                Exchange.paid([paidAnew], on: "0325"),
                Exchange.paid(
                    [
                        .init(
                            claim: takenBack.claim, adjustments: takenBack.adjustments, payerNumber: "ICN1",
                            frequency: "7")
                    ], on: "0326"),
            ], ["PCN1 replaced paid 0 by file 2", "PCN1 paid paid 140 for file 0"]),
        Story(
            "replaced without a change, and all taken back",
            [
                first, Exchange.paid([.init(claim: "PCN1*1*180*125*20")], on: "0310"), replacement,
                Exchange.paid([takenBack], on: "0330"),
                Exchange.paid(
                    [takenBack, .init(claim: "PCN1*1*180*125*20", payerNumber: "ICN1", frequency: "7")],
                    on: "0325"),
            ], ["PCN1 replaced paid 0 by file 2", "PCN1 reversed paid 0 for file 0"]),
        Story(
            "replaced by another charge, and a correction that the payer calls a replacement",
            [
                first, Exchange.paid([.init(claim: "PCN1*1*180*125*20")], on: "0310"),
                Exchange.sent(
                    [.init(charge: "200", frequency: "7", original: "ICN1")], on: "0315", number: 102),
                Exchange.paid([takenBack, paidAnew], on: "0325"),
            ], ["PCN1 replaced paid 140 by file 2", "PCN1 notAnswered for file 0"]),
        Story(
            "taken back by the second payer, whose payment is not at hand",
            [
                Exchange.sent([.init(), .init(rank: "S", payer: "SECOND PLAN")], on: "0301"),
                Exchange.paid([.init(claim: "PCN1*1*180*125*20")], on: "0310"),
                Exchange.paid(
                    [.init(claim: "PCN1*22*-180*-15", adjustments: ["OA*23*-160", "PR*3*-5"])], on: "0320",
                    payer: "SECOND PLAN"),
            ], ["PCN1 paid paid 125", "PCN1 reversed paid -15 after file 0"]),
        Story(
            "replaced under another number of ours",
            [
                first, Exchange.paid([.init(claim: "PCN1*1*180*125*20")], on: "0310"),
                Exchange.sent(
                    [.init(number: "PCN2", frequency: "7", original: "ICN1")], on: "0315", number: 102),
            ], ["PCN1 replaced paid 125 by file 2", "PCN2 notAnswered for file 0"]),
        Story(
            "a replacement that is refused replaces nothing",
            [
                first, Exchange.paid([.init(claim: "PCN1*1*180*125*20")], on: "0310"),
                Exchange.sent([.init(frequency: "7", original: "ICN1")], on: "0315", number: 102),
                Exchange.group("R", of: 102, on: "0316", sets: [("0001", "R")]),
            ], ["PCN1 paid paid 125", "PCN1 rejected for file 0"]),
        Story(
            "voided, and the payment taken back",
            [
                first, Exchange.paid([.init(claim: "PCN1*1*180*125*20")], on: "0310"),
                Exchange.sent([.init(frequency: "8", original: "ICN1")], on: "0315", number: 102),
                Exchange.paid(
                    [.init(claim: "PCN1*22*-180*-125", adjustments: ["CO*45*-35", "PR*3*-20"])], on: "0325"),
            ], ["PCN1 voided paid 0 by file 2", "PCN1 voided for file 0"]),
        Story(
            "to two payers, each paid by its own",
            [
                first, Exchange.paid([.init(claim: "PCN1*1*180*125*20")], on: "0310"),
                Exchange.sent([.init(rank: "S", payer: "SECOND PLAN")], on: "0311", number: 102),
                Exchange.paid(
                    [.init(claim: "PCN1*2*180*15*5", adjustments: ["OA*23*160", "PR*3*5"])], on: "0320",
                    payer: "SECOND PLAN"),
            ], ["PCN1 paid paid 125", "PCN1 paid paid 15 after file 0"]),
        Story(
            "to two payers on one day, told apart by who pays",
            [
                Exchange.sent([.init(), .init(rank: "S", payer: "SECOND PLAN")], on: "0301"),
                Exchange.paid(
                    [.init(claim: "PCN1*4*180*0", adjustments: ["CO*109*180"])], on: "0320",
                    payer: "SECOND PLAN"),
                Exchange.paid([.init(claim: "PCN1*1*180*125*20")], on: "0310"),
            ], ["PCN1 paid paid 125", "PCN1 denied paid 0 after file 0"]),
        Story(
            "refused by one payer, sent to the right one",
            [
                first, Exchange.taken([.init(status: "A3:116", action: "U")], on: "0303"),
                Exchange.sent([.init(payer: "OTHER PLAN")], on: "0305", number: 102),
            ], ["PCN1 replaced by file 2", "PCN1 notAnswered for file 0"]),
        Story(
            "one number in two batches, answered by batch",
            [
                Exchange.sent([.init()], on: "0301"),
                Exchange.sent(
                    [.init(patient: "XU*LI", member: "Z9", birth: "19990101")], on: "0301", number: 102),
                Exchange.taken([.init(status: "A7:562:85", action: "U")], batch: "B102", on: "0303"),
                Exchange.taken([.init()], batch: "B101", on: "0303"),
            ], ["PCN1 accepted ambiguous", "PCN1 rejected ambiguous"]),
        Story(
            "a payment that tells only the payer's number",
            [
                first, Exchange.taken([.init(payerNumber: "ICN1")], on: "0303"),
                Exchange.paid([.init(claim: "0*1*180*125*20")], on: "0310"),
            ], ["PCN1 paid paid 125"]),
        Story(
            "one group number used again: the answer is about the last one sent before it",
            [
                first, Exchange.sent([.init(number: "PCN2")], on: "0303", batch: "B2"),
                Exchange.sent([.init(number: "PCN3")], on: "0309", batch: "B3"),
                Exchange.group("R", on: "0305", sets: [("0001", "R")]),
            ], ["PCN1 notAnswered", "PCN2 rejected", "PCN3 notAnswered"]),
    ]

    @Test("answers go to the claim that they can be about", arguments: stories)
    func story(_ story: Story) throws {
        #expect(try rows(story.files) == story.rows)
        #expect(try Exchange.follow(story.files).unmatched.isEmpty)
    }

    @Test("an answer that is about no claim is told with the reason")
    func unmatched() throws {
        let other = Exchange.sent(
            [.init(patient: "XU*LI", member: "Z9", birth: "19990101")], on: "0301", number: 102)
        let payment = Exchange.paid([.init(claim: "PCN1*1*180*125*20")], on: "0310")
        #expect(try unmatched([payment]) == ["835 PCN1 unknown"])
        #expect(try unmatched([Exchange.sent([.init()], on: "0311"), payment]) == ["835 PCN1 sentLater"])
        #expect(
            try unmatched([
                Self.first,
                Exchange.paid([.init(claim: "PCN1*1*180*125*20", patient: "XU*LI****MI*Z9")], on: "0310"),
            ]) == ["835 PCN1 otherPatient"])
        // The payment names its patient, so that it is told apart although the number is shared.
        #expect(try unmatched([Self.first, other, payment]).isEmpty)
        #expect(
            try unmatched([Self.first, other, Exchange.status("PCN1", "P1:20", on: "0310")])
                == ["277 PCN1 ambiguous"])
        #expect(try unmatched([Self.first, Exchange.group("A", of: 7, on: "0302")]) == ["999 7 unknown"])
        #expect(
            try unmatched([Self.first, Exchange.receipt("R", of: 7, on: "0302")]) == ["TA1 000000007 unknown"]
        )
        #expect(
            try unmatched([Self.first, Exchange.taken([.init(number: "PCN7")], on: "0303")])
                == ["277CA PCN7 unknown"])
        #expect(
            try unmatched([
                Self.first, Exchange.taken([], batch: "B7", on: "0303", batchStatus: "A3:24", action: "U"),
            ]) == ["277CA B7 unknown"])
        let follower = try Exchange.follow([payment])
        #expect(follower.unmatchedPaid == 125 && follower.unmatched.first?.paid == 125)
        #expect(follower.unmatchedCounts.values.reduce(0, +) == 1)
    }

    @Test(
        "what is read twice counts once, also a payment in another envelope; a file sent again with new numbers counts"
    )
    func repeated() throws {
        let payment = Exchange.paid([.init(claim: "PCN1*1*180*125*20")], on: "0310")
        let again = payment.with("*000000501*", "*000000502*").with("ST*835*0001", "ST*835*0009")
            .with("*0001~\nGE", "*0009~\nGE").with("IEA*1*000000501", "IEA*1*000000502")
        let follower = try Exchange.follow([Self.first, payment, again, Self.first])
        #expect(follower.count == 1 && follower.claim(at: 0).paid == 125)
        #expect(follower.repeatedSets.map(\.file).sorted() == [2, 3])
        let sentAgain = Self.first.with("000000101", "000000102").with("*101*X", "*102*X").with(
            "GE*1*101", "GE*1*102")
        #expect(try Exchange.follow([Self.first, sentAgain]).count == 2)
    }

    @Test("answers to groups of one number are told apart by who sent them, and when")
    func sameGroupNumber() throws {
        let files = ["PAYER01", "PAYER02"].flatMap { payer in
            [
                Exchange.sent([.init(number: "OF \(payer)")], on: "0301", number: 1),
                Exchange.group("A", of: 1, on: "0302", sets: [("0001", "A")]),
            ].map { $0.with("PAYER01", payer) }
        }
        let follower = try Exchange.follow(files)
        #expect(follower.repeatedSets.isEmpty)
        #expect((0..<follower.count).map { follower.claim(at: $0).state } == [.received, .received])
        // Copies are copies, also of an answer.
        #expect(try Exchange.follow(files + [files[1]]).repeatedSets.map(\.file) == [4])
    }

    @Test("of a hundred and one claims of one number none is guessed")
    func crowd() throws {
        let sent = Exchange.sent(Array(repeating: .init(), count: 101), on: "0301")
        let files = [sent, Exchange.paid([.init(claim: "PCN1*1*180*125*20")], on: "0310")]
        #expect(try unmatched(files) == ["835 PCN1 ambiguous"])
        let follower = try Exchange.follow(files)
        #expect((0..<101).allSatisfy { follower.claim(at: $0).remarks == [.ambiguous] })
    }

    @Test("other sets are counted, and errors of a file are")
    func others() throws {
        let inquiry = String(decoding: try SampleFile(path: "270/pass/office-visit.270").bytes, as: UTF8.self)
        let follower = try Exchange.follow([Self.first, inquiry, Self.first.with("SE*", "SE*9")])
        #expect(follower.otherSets == 1)
        // Answers to what is not followed are no answers without a claim.
        let ofInquiry = Exchange.receipt("A", of: 501, on: "0303")
        let number = try #require(inquiry.firstMatch(of: /\*00501\*(\d{9})\*/)).1
        let institutional = Exchange.group("A", of: 7, on: "0302").with(
            "AK1*HC*7*005010X222A1", "AK1*HC*7*005010X223A2")
        let others = try Exchange.follow([
            Self.first, inquiry, ofInquiry.with("000000501", String(number)), institutional,
            Exchange.group("A", of: 7, on: "0302").with("AK1*HC*7*", "AK1*HS*7*"),
        ])
        #expect(others.unmatched.isEmpty && others.otherSets == 3)
        // The guide with another addendum, or none, is the guide.
        for guide in ["*005010X222", "*005010X222A2", ""] {
            let group = Exchange.group("A", of: 7, on: "0302").with("*7*005010X222A1", "*7\(guide)")
            #expect(try unmatched([Self.first, group]) == ["999 7 unknown"], "\(guide)")
        }
        #expect(follower.errors(in: 0) == 0 && follower.errors(in: 2) > 0)
    }
}
