import Testing
import X12Acknowledgements
import X12Diagnostics
import X12Parser
import X12TestSupport
import X12Text

@Suite("Work-lists")
struct WorkListTests {
    private func read(_ bytes: [UInt8]) throws -> (items: [WorkItem], tally: AnswerTally, answers: Int) {
        var list = WorkListReader(ByteSource(bytes: bytes))
        var items: [WorkItem] = []
        while let item = try list.next() { items.append(item) }
        #expect(try list.next() == nil)
        return (items, list.tally, list.answers)
    }

    private func read(sample: String) throws -> (items: [WorkItem], tally: AnswerTally, answers: Int) {
        try read(SampleFile(path: sample).bytes)
    }

    /// Subject and codes of each item.
    private func lines(_ items: [WorkItem]) -> [String] {
        items.map { "\($0.subject) \($0.reasons.map(\.code).joined(separator: " "))" }
    }

    @Test(
        "each sample's list",
        arguments: [
            ("999/pass/accepted.999", [String]()),
            ("999/pass/accepted-with-errors.999", ["transactionSet I5", "element I12"]),
            ("999/pass/rejected-missing-segment.999", ["transactionSet 4 I5", "segment I8"]),
            (
                "999/pass/rejected-elements.999",
                ["transactionSet 5 I5", "element 7", "element 6", "element 1", "element 8", "segment I9"]
            ),
            (
                "999/pass/partly-accepted.999",
                ["transactionSet 5", "segment 5", "transactionSet 4 I5", "element I6"]
            ),
            ("999/pass/group-rejected.999", ["transactionSet I6", "group 2 5"]),
            ("999/pass/with-receipt.999", []), ("999/pass/without-sets.999", []),
            ("277CA/pass/accepted.277", []), ("277CA/pass/one-rejected.277", ["claim A7:562:85"]),
            ("277CA/pass/line-rejected.277", ["claim A3:247", "serviceLine A7:507"]),
            (
                "277CA/pass/several-statuses.277",
                ["claim A7:400 A7:178 A8:562:85 A8:128:85 A7:164:IL"]
            ),
            ("277CA/pass/batch-refused.277", ["batch A3:746:40"]),
            ("TA1/pass/accepted.ta1", []), ("TA1/pass/rejected.ta1", ["interchange 023"]),
            ("TA1/pass/accepted-with-errors.ta1", ["interchange 019"]),
            ("TA1/pass/several.ta1", ["interchange 001"]),
        ])
    func samples(path: String, wanted: [String]) throws {
        let list = try read(sample: path)
        #expect(lines(list.items) == wanted)
        #expect(list.answers > 0)
        for item in list.items {
            #expect(!item.advice.isEmpty)
            #expect(item.place.line > 0)
            for reason in item.reasons { #expect(!reason.meaning.contains("not known"), "\(reason.code)") }
        }
    }

    @Test(
        "what is accepted and refused at once is never taken for accepted",
        arguments: [
            (
                "277CA/pass/one-rejected.277", "STC*A7:562:85*20260302*U*", "STC*A7:562:85*20260302*WQ*",
                "A7:562:85 WQ"
            ),
            ("277CA/pass/one-rejected.277", "STC*A7:562:85*20260302*U*", "STC*A2:20*20260302*U*", "A2:20 U"),
        ])
    func contradictions(path: String, sent: String, instead: String, wanted: String) throws {
        let text = String(decoding: try SampleFile(path: path).bytes, as: UTF8.self)
        #expect(text.contains(sent))
        let list = try read(Array(text.replacing(sent, with: instead).utf8))
        #expect(lines(list.items) == ["claim \(wanted)"])
        #expect(list.tally.claims.rejected == 1)
    }

    @Test(
        "a group that is rejected takes its sets along",
        arguments: [
            ("999/pass/accepted-with-errors.999", ["transactionSet I5", "element I12", "group R"]),
            ("999/pass/accepted.999", ["group R"]),
        ])
    func rejectedGroup(path: String, wanted: [String]) throws {
        let text = String(decoding: try SampleFile(path: path).bytes, as: UTF8.self)
        let line = try #require(text.firstMatch(of: /AK9\*[AE]\*(\d+)\*(\d+)\*\d+~/))
        let list = try read(Array(text.replacing(line.0, with: "AK9*R*\(line.1)*\(line.2)*0~").utf8))
        #expect(lines(list.items) == wanted)
        #expect(list.tally.transactionSets.rejected == Int(line.2))
        #expect(list.tally.transactionSets.total == Int(line.2))
    }

    @Test("what was accepted is counted")
    func tally() throws {
        let partly = try read(sample: "999/pass/partly-accepted.999").tally
        #expect(partly.groups.partly == 1)
        #expect(partly.transactionSets.accepted == 1 && partly.transactionSets.rejected == 2)
        #expect(try read(sample: "999/pass/without-sets.999").tally.transactionSets.accepted == 5)
        let claims = try read(sample: "277CA/pass/one-rejected.277").tally
        #expect(claims.claims.accepted == 1 && claims.claims.rejected == 1)
        #expect(claims.acceptedCharges == 180 && claims.rejectedCharges == 95)
        #expect(try read(sample: "277CA/pass/batch-refused.277").tally.claims.rejected == 1)
        #expect(try read(sample: "TA1/pass/several.ta1").tally.interchanges.total == 2)
    }

    @Test(
        "what is no answer has no items",
        arguments: ["837P/pass/office-visit.837", "835/pass/takeback-and-interest.835"])
    func noAnswer(path: String) throws {
        let list = try read(sample: path)
        #expect(list.items.isEmpty && list.answers == 0)
    }

    @Test("elements are named by the guide that was answered")
    func names() throws {
        let items = try read(sample: "999/pass/rejected-elements.999").items
        #expect(items.compactMap { $0.segment?.words } == ["CLM05-2", "SV102", "SV107-1", "DTP03", "REF"])
        #expect(items[1].segment?.name == "Facility Code Qualifier")
        #expect(items[1].allowed == ["B"])
        #expect(items[1].claim == "PCN0001")
        #expect(items[1].badValue == "Z")
    }

    @Test(
        "a line that is refused though its claim is accepted is on the list, and the claim not simply accepted"
    )
    func refusedLine() throws {
        let text = String(decoding: try SampleFile(path: "277CA/pass/line-rejected.277").bytes, as: UTF8.self)
        let refused = try #require(text.firstMatch(of: /STC\*A3:247\*\d+\*U\*/)).0
        let list = try read(Array(text.replacing(refused, with: "STC*A2:20*20260302*WQ*").utf8))
        #expect(lines(list.items) == ["serviceLine A7:507"])
        #expect(list.items.first?.isRejected == true)
        #expect(list.items.first?.advice.contains("ask the payer which holds") == true)
        #expect(list.tally.claims.noted == 1 && list.tally.claims.rejected == 0)
    }

    @Test(
        "counts that no file can have are none",
        arguments: ["-5", "99999999999999999999", "9223372036854775807", "999999999999"])
    func counts(number: String) throws {
        let accepted = String(
            decoding: try SampleFile(path: "999/pass/without-sets.999").bytes, as: UTF8.self)
        let group = try #require(accepted.firstMatch(of: /AK9\*A\*5\*5\*5~/)).0
        let groups = try read(
            Array(accepted.replacing(group, with: "AK9*R*\(number)*\(number)*0~").utf8))
        #expect(groups.tally.transactionSets.total == 0)
        let refused = String(
            decoding: try SampleFile(path: "277CA/pass/batch-refused.277").bytes, as: UTF8.self)
        #expect(refused.contains("QTY*AA*1~"))
        let claims = try read(Array(refused.replacing("QTY*AA*1~", with: "QTY*AA*\(number)~").utf8))
        #expect(claims.tally.claims.total == 0)
    }

    @Test("a segment's position below the first is none", arguments: ["-9223372036854775808", "-1", "0"])
    func positions(number: String) throws {
        let answer = String(
            decoding: try SampleFile(path: "999/pass/rejected-missing-segment.999").bytes, as: UTF8.self)
        let error = try #require(answer.firstMatch(of: /IK3\*(\w+)\*\d+/))
        let items = try read(Array(answer.replacing(error.0, with: "IK3*\(error.1)*\(number)").utf8)).items
        #expect(items.last?.segment?.position == 0)
        var finder = OriginalFinder(items)
        try finder.search(ByteSource(bytes: Array(Inputs.claim.utf8)))
        #expect(finder.items.count == items.count)
    }

    // MARK: - Against the original

    private static let faulty = ["837P", "835", "270", "271", "277CA"].flatMap {
        SampleFile.all(in: "\($0)/fail")
    }

    @Test("each entry of our own answer is found at the place of the finding it tells", arguments: faulty)
    func own(sample: SampleFile) throws {
        guard let answer = try? Answer.answer(sample.bytes, Answer.options).bytes, !answer.isEmpty else {
            return
        }
        var finder = OriginalFinder(try read(answer).items)
        try finder.search(ByteSource(bytes: sample.bytes))
        let places = Set(try Answer.findings(in: sample.bytes).map(\.location.line))
        for item in finder.items {
            let place = try #require(item.original, "\(sample.path): \(item.subject)")
            #expect(place.candidates == 1)
            guard let segment = item.segment else { continue }
            // Something missing is found behind the segment before it, or before the one that follows.
            let line = place.location.line
            #expect(
                places.contains(line) || segment.isMissing && places.contains(line + 1),
                "\(sample.path): line \(line)")
            if !segment.isMissing { #expect(place.segment == segment.identifier, "\(sample.path)") }
            if !item.claim.isEmpty { #expect(place.claim == item.claim, "\(sample.path)") }
        }
    }

    @Test("of claims of one number a hundred are looked at")
    func manyOfOneNumber() throws {
        let claim = Inputs.claimSet()
        let start = try #require(claim.firstIndex { $0.hasPrefix("CLM*") })
        let one = claim[start..<claim.count - 1]
        let set = claim[..<start] + Array(repeating: one, count: 150).flatMap(\.self) + ["SE*1*0001"]
        let original = Inputs.envelope("HC", "101", "005010X222A1", [Array(set)])
        let answer = Exchange.taken([.init(number: "PCN0001", status: "A7:562:85", action: "U")], on: "0303")
        var finder = OriginalFinder(try read(Array(answer.utf8)).items)
        try finder.search(ByteSource(bytes: Array(original.utf8)))
        #expect(finder.items.first?.original?.candidates == 100)
    }

    @Test("loop, claim and service line come from the original, and the element's own name and codes")
    func precise() throws {
        let input = Inputs.claim.with("NM1*85*2", "NM1*85*7").with("*60*UN", "*6,0*UN")
        let answer = try Answer.answer(Array(input.utf8), Answer.options).bytes
        var finder = OriginalFinder(try read(answer).items)
        try finder.search(ByteSource(bytes: Array(input.utf8)))
        let items = finder.items
        #expect(items.count == 3)
        #expect(items[0].original?.claims == 1)
        #expect(items[1].original?.loop == "2010AA" && items[1].original?.loopName == "Billing Provider Name")
        #expect(items[1].allowed == ["1", "2"])
        #expect(items[2].original?.claim == "PCN0001" && items[2].original?.serviceLine == "2")
        #expect(items[2].original?.location.line == 27)
        #expect(
            items[2].original?.excerpt.map { String(decoding: $0.bytes, as: UTF8.self) }
                == "SV1*HC:87880*6,0*UN*1***1")
    }

    @Test("a claim is found in the batch that is named, in another only when it is in none")
    func claims() throws {
        let answer = try SampleFile(path: "277CA/pass/one-rejected.277").bytes
        let other = Inputs.envelope(
            "HC", "100", "005010X222A1",
            [Inputs.claimSet(claim: "PCN0002").map { $0.replacing("*B101*", with: "*B100*") }])
        let own = Inputs.envelope("HC", "101", "005010X222A1", [Inputs.claimSet(claim: "PCN0002")])
        var guessed = OriginalFinder(try read(answer).items)
        try guessed.search(ByteSource(bytes: Array(other.utf8)))
        #expect(guessed.items[0].original?.location.line == 20)
        var finder = OriginalFinder(try read(answer).items)
        try finder.search(ByteSource(bytes: Array((other + own).utf8)))
        #expect(finder.items[0].original?.location.line == 52)
        #expect(finder.items[0].original?.candidates == 1)
    }

    @Test("of claims with one number, the one that charges what the answer says is meant")
    func chargedClaim() throws {
        let answer = try SampleFile(path: "277CA/pass/one-rejected.277").bytes
        let rejected = try read(answer).items
        #expect(rejected.map(\.chargeAmount) == [95])
        let others = Inputs.claimSet("0001", claim: "PCN0002")
        let own = Inputs.claimSet("0002", claim: "PCN0002").map {
            $0.replacing("CLM*PCN0002*180*", with: "CLM*PCN0002*95*")
        }
        for (sets, line) in [([others, own], 48), ([own, others], 20)] {
            var finder = OriginalFinder(rejected)
            let file = Inputs.envelope("HC", "101", "005010X222A1", sets)
            try finder.search(ByteSource(bytes: Array(file.utf8)))
            #expect(finder.items[0].original?.location.line == line)
            #expect(finder.items[0].original?.candidates == 1)
        }
    }

    @Test("a service line is found by its control number, else by its number", arguments: ["L2", "2"])
    func serviceLines(number: String) throws {
        let answer = String(
            decoding: try SampleFile(path: "277CA/pass/line-rejected.277").bytes, as: UTF8.self
        )
        .replacing("PCN0003", with: "PCN0001").replacing("REF*FJ*L1", with: "REF*FJ*\(number)")
        var finder = OriginalFinder(try read(Array(answer.utf8)).items)
        try finder.search(ByteSource(bytes: Array(Inputs.claim.utf8)))
        #expect(finder.items.last?.original?.serviceLine == "2")
        #expect(finder.items.last?.original?.location.line == 26)
    }

    @Test("an interchange, and a file that was not answered")
    func interchanges() throws {
        let receipt = try SampleFile(path: "TA1/pass/rejected.ta1").bytes
        var finder = OriginalFinder(try read(receipt).items)
        try finder.search(ByteSource(bytes: Array(Inputs.claim.utf8)))
        #expect(finder.items[0].original == nil)
        try finder.search(
            ByteSource(bytes: Array(Inputs.claim.replacing("000000101", with: "000000102").utf8)))
        #expect(finder.items[0].original?.location.line == 1)
        #expect(finder.items[0].original?.claims == 1)
    }

    @Test(
        "any file is read to its end",
        .enabled(if: SampleFiles.corpus != nil, "there is no folder shared/corpus beside the package"))
    func corpus() throws {
        let corpus = try #require(SampleFiles.corpus)
        var answers = 0
        for path in corpus.paths(below: ["999", "277CA", "TA1", "mixed", "envelope"]) {
            var list = WorkListReader(ByteSource(bytes: try corpus.bytes(path)))
            do {
                while let item = try list.next() { #expect(!item.advice.isEmpty) }
            } catch { #expect(error.code == .notX12, "\(path)") }
            answers += list.answers
        }
        #expect(answers > 25)
    }

    @Test(
        "an answer that contradicts itself is asked about, one of a system that is down waits, one without IK5 says so"
    )
    func doubtfulAnswers() throws {
        let rejected = String(
            decoding: try SampleFile(path: "277CA/pass/one-rejected.277").bytes, as: UTF8.self)
        let contradicting = try read(Array(rejected.replacing("*U*", with: "*WQ*").utf8)).items
        #expect(contradicting.map(\.advice).contains { $0.hasPrefix("ask the payer whether it has it") })
        let down = try read(Array(rejected.replacing("A7:562:85", with: "E1:484").utf8)).items
        #expect(down.map(\.advice).contains { $0.hasPrefix("send it again when the payer's system answers") })
        let refused = String(
            decoding: try SampleFile(path: "999/pass/rejected-elements.999").bytes, as: UTF8.self)
        let lines = refused.split(separator: "\n").filter { !$0.hasPrefix("IK5*") }
        let silent = try read(Array(lines.joined(separator: "\n").utf8)).items
        #expect(silent.first?.reasons.map(\.element) == ["IK501"])
        #expect(silent.first?.reasons.first?.meaning == "the answer does not say what became of it")
    }
}
