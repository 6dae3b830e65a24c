import Testing
import X12TestSupport

@Suite("x12 worklist, where there is doubt about the answer")
struct WorkListCommandTests {
    private let day = "testbed/day-0001"

    private func lines(_ path: String) throws -> [String] {
        String(decoding: try SampleFiles.samples.bytes(path), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test("an answer that was cut off is not 'nothing to do', wherever it was cut")
    func cutOff() throws {
        let program = try Program()
        defer { program.remove() }
        let whole = try lines("\(day).277")
        #expect(whole.count > 48)
        for count in [8, 20, 45] {
            try program.put("cut.277", (whole.prefix(count).joined(separator: "\n") + "\n").utf8)
            let run = try program.run("worklist", "cut.277")
            #expect(run.status == 1)
            #expect(run.output.contains("the answer is damaged: "), "\(count) lines")
            #expect(run.output.contains("what it says may not be all: ask for it again"))
            #expect(!run.output.contains("nothing to do"))
            let json = try program.run("worklist", "--format", "json", "cut.277")
            #expect(json.status == 1)
            #expect(json.output.contains("\"damage\":[{\"rule\":\"ENV-IEA-MISSING\""))
        }
        let answer = try lines("999/pass/accepted.999")
        try program.put("cut.999", (answer.prefix(4).joined(separator: "\n") + "\n").utf8)
        #expect(try program.run("worklist", "cut.999").status == 1)
        let miscounted = answer.map { $0.hasPrefix("SE*") ? $0.replacing("SE*", with: "SE*9") : $0 }
        try program.put("count.999", miscounted.joined(separator: "\n").utf8)
        let run = try program.run("worklist", "count.999")
        #expect(run.status == 1)
        #expect(run.output.contains("[ENV-SE01-COUNT]"))
    }

    @Test("a rejection counts behind more entries than are printed", .timeLimit(.minutes(1)))
    func manyEntries() throws {
        let program = try Program()
        defer { program.remove() }
        let noted = (1...10_001).map { "AK2*837*\($0)*005010X222A1~\nIK5*E*5~" }
        let answer = String(decoding: try SampleFiles.samples.bytes("999/pass/accepted.999"), as: UTF8.self)
        for (last, status) in [("E", 0), ("R", 1)] as [(String, Int32)] {
            let sets = noted + ["AK2*837*99999*005010X222A1~\nIK5*\(last)*5~"]
            let text = answer.replacing(
                "AK2*837*0001*005010X222A1~\nIK5*A~", with: sets.joined(separator: "\n")
            )
            .replacing("AK9*A*1*1*1", with: "AK9*P*10002*10002*10001").replacing("SE*6", with: "SE*20008")
            try program.put("a.999", text.utf8)
            #expect(try program.run("worklist", "a.999").status == status, "\(last)")
        }
    }

    @Test("what was accepted is looked for in the original too", arguments: ["999", "277", "ta1"])
    func otherFile(kind: String) throws {
        let program = try Program()
        defer { program.remove() }
        let answers = [
            "999": "999/pass/accepted.999", "277": "277CA/pass/accepted.277", "ta1": "TA1/pass/accepted.ta1",
        ]
        try program.put("answer", try SampleFiles.samples.bytes(answers[kind] ?? ""))
        try program.put("other.835", try SampleFiles.samples.bytes("\(day).835"))
        #expect(try program.run("worklist", "answer").status == 0)
        let run = try program.run("worklist", "--against", "other.835", "answer")
        #expect(run.status == 1)
        #expect(run.output.contains(" is not in other.835: is it the file answered?"))
        let json = try program.run("worklist", "--format", "json", "--against", "other.835", "answer")
        #expect(json.output.contains("\"isInOriginal\":false"))
    }

    @Test("claims of the batch that the answer leaves out are counted and named")
    func leftOut() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("sent.837", try SampleFiles.samples.bytes("\(day).837"))
        try program.put("whole.277", try SampleFiles.samples.bytes("\(day).277"))
        let whole = try program.run("worklist", "--against", "sent.837", "whole.277")
        #expect(!whole.output.contains("ask what became of the others"))
        // One more claim in what was sent than the answer speaks of.
        var sent = try lines("\(day).837")
        let claim = try #require(sent.lastIndex { $0.hasPrefix("CLM*") })
        let end = try #require(sent[claim...].firstIndex { $0.hasPrefix("SE*") || $0.hasPrefix("HL*") })
        sent.insert(contentsOf: sent[claim..<end], at: end)
        try program.put("sent.837", sent.joined(separator: "\n").utf8)
        let run = try program.run("worklist", "--against", "sent.837", "whole.277")
        #expect(run.status == 1)
        let again = sent[claim].split(separator: "*")[1]
        #expect(
            run.output.contains("it answers 9: ask what became of the others: \(again)\n"), "\(run.output)")
        // More than are named, and as many of another number, so that counts alone would not tell.
        let more = (1...30).flatMap { number in
            sent[claim..<end].map { $0.replacing("CLM*\(again)*", with: "CLM*MORE\(number)*") }
        }
        sent.replaceSubrange(claim..<end, with: more)
        try program.put("sent.837", sent.joined(separator: "\n").utf8)
        let many = try program.run("worklist", "--against", "sent.837", "whole.277").output
        #expect(many.contains("what became of the others: MORE1, MORE2, "))
        #expect(many.contains(", MORE20 and 10 more\n"))
        let json = try program.run(
            "worklist", "--format", "json", "--against", "sent.837", "whole.277"
        ).output
        #expect(json.contains(#""claimsLeftOut":30,"leftOut":["MORE1","MORE2","#), "\(json)")
    }

    @Test(
        "claims that are answered twice, were not sent, or were sent with another charge are named",
        arguments: [
            ("twice", "of 9 claims of batch", "answers 10: answered more often than sent: ", "answeredAgain"),
            ("other", "of 9 claims of batch", "answers 9: ask what became of the others: ", "unknown"),
            ("charge", "of 9 claims of batch", "answers 9: sent with another charge: ", "recharged"),
        ])
    func unmatched(fault: String, of: String, words: String, key: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("sent.837", try SampleFiles.samples.bytes("\(day).837"))
        var answer = try lines("\(day).277")
        let trace = try #require(answer.lastIndex { $0.hasPrefix("TRN*2*") })
        let claim = answer[trace].dropFirst(6).dropLast()
        switch fault {
        case "twice":
            let end = try #require(answer[trace...].firstIndex { $0.hasPrefix("SE*") })
            answer.insert(contentsOf: answer[trace..<end], at: end)
        case "other": answer[trace] = "TRN*2*ANOTHER~"
        default:
            answer[trace + 1] = answer[trace + 1].replacing(/\*[0-9.]+~/, with: "*1.23~")
        }
        try program.put("answer.277", answer.joined(separator: "\n").utf8)
        let run = try program.run("worklist", "--against", "sent.837", "answer.277")
        #expect(run.status == 1)
        #expect(run.output.contains(of) && run.output.contains(words + claim), "\(run.output)")
        if fault == "other" { #expect(run.output.contains("; not sent in it: ANOTHER\n"), "\(run.output)") }
        let json = try program.run("worklist", "--format", "json", "--against", "sent.837", "answer.277")
            .output
        #expect(json.contains("\"\(key)\":[\"\(fault == "other" ? "ANOTHER" : claim)\"]"), "\(json)")
    }

    @Test("the file that was answered can come on standard input for one answer, not for several")
    func originalFromPipe() throws {
        let program = try Program()
        defer { program.remove() }
        let sent = String(decoding: try SampleFiles.samples.bytes("\(day).837"), as: UTF8.self)
        for name in ["a.277", "b.277"] { try program.put(name, try SampleFiles.samples.bytes("\(day).277")) }
        let one = try program.run(["worklist", "--against", "-", "a.277"], input: sent)
        #expect(one.status == 1 && one.output.contains("original: line "), "\(one.output)")
        let two = try program.run(["worklist", "--against", "-", "a.277", "b.277"], input: sent)
        #expect(two.status == 64)
        #expect(two.errors.contains("--against - goes with one answer"))
    }
}
