import Testing
import X12Acknowledgements
import X12Diagnostics
import X12Models
import X12TestSupport
import X12Text

@Suite("Envelopes of answers")
struct EnvelopeTests {
    @Test("sender and receiver change places, dates and numbers come from the options")
    func envelope() throws {
        var options = try Answer.options
        options.numbers = AnswerNumbers(interchange: 77, group: 4000)
        options.answersEveryInterchange = true
        #expect(
            try Answer.segments(Inputs.claim, options) == [
                "ISA*00*          *00*          *ZZ*PAYER01        *ZZ*CLINIC01       *260302*0001*^*00501*000000077*0*T*:",
                "TA1*000000101*260301*0930*A*000", "GS*FA*PAYER01*CLINIC01*20260302*0001*4000*X*005010X231A1",
                "ST*999*0001*005010X231A1", "AK1*HC*101*005010X222A1", "AK2*837*0001*005010X222A1", "IK5*A",
                "AK9*A*1*1*1", "SE*6*0001", "GE*1*4000", "IEA*1*000000077",
            ])
    }

    @Test(
        "a header that is sent twice is told where it belongs",
        arguments: [
            ("GS*", ["IK5*A", "AK9*R*1*1*0*3"]), ("ST*", ["IK5*R*2*4", "AK9*R*1*1*0"]),
            ("ISA*", ["TA1*000000101*260301*0930*R*023"]),
        ])
    func twice(header: String, wanted: [String]) throws {
        let lines = Answer.lines(Array(Inputs.claim.utf8))
        let input = lines.flatMap { $0.hasPrefix(header) ? [$0, $0] : [$0] }.map { $0 + "~" }.joined()
        #expect(try Answer.verdict(input) == wanted)
    }

    @Test("blanks behind the names and numbers of a group or set are no reason to refuse all of it")
    func padded() throws {
        let padded = Inputs.claim.replacing("GS*HC*CLINIC01*", with: "GS*HC*CLINIC01  *")
            .replacing("ST*837*0001*", with: "ST*837*0001 *")
        let answer = try Answer.segments(padded)
        #expect(answer.contains { $0.hasPrefix("GS*FA*PAYER01*CLINIC01*") })
        #expect(answer.contains("AK2*837*0001*005010X222A1"))
        #expect(!answer.contains { $0.hasPrefix("AK9*R") || $0.hasPrefix("TA1") })
    }

    @Test("a TA1 inside a set is a segment of the set that does not belong there")
    func receiptInSet() throws {
        let text = Inputs.claim.replacing("SE*", with: "TA1*000000001*260301*1200*A*000~SE*")
        let verdict = try Answer.verdict(text)
        #expect(verdict.contains { $0.hasPrefix("IK3*TA1*") && $0.hasSuffix("*6") }, "\(verdict)")
        #expect(!verdict.contains { $0.hasPrefix("TA1") })
    }

    @Test("a TA1 comes when ISA14 asks for it, and not else")
    func asked() throws {
        let asked = Inputs.envelope("HC", "101", "005010X222A1", [Inputs.claimSet()], asked: true)
        #expect(try Answer.verdict(asked).first == "TA1*000000101*260301*0930*A*000")
        #expect(try Answer.verdict(Inputs.claim).first == "IK5*A")
    }

    @Test("numbers count up over interchanges and groups")
    func numbers() throws {
        var options = try Answer.options
        options.numbers = AnswerNumbers(interchange: 999_999_999, group: 9)
        let second = Inputs.envelope(
            "HP", "556", "005010X221A1",
            [Array(Answer.lines(Array(Inputs.payment.utf8)).dropFirst(2).dropLast(2))])
        let lines = try Answer.segments(Inputs.claim + second, options)
        #expect(lines.filter { $0.hasPrefix("IEA") } == ["IEA*1*999999999", "IEA*1*000000001"])
        #expect(lines.filter { $0.hasPrefix("GE") } == ["GE*1*9", "GE*1*10"])
    }

    @Test(
        "each interchange of a run is answered under a number of its own",
        arguments: [
            (["000000101", "000000101"], ["000000101", "000000102"]),
            (["000000101", "000000102", "000000101"], ["000000101", "000000102", "000000103"]),
            (["000000300", "000000101", "000000300"], ["000000300", "000000101", "000000301"]),
            (["999999999", "999999999", "000000001"], ["999999999", "000000001", "000000002"]),
            (["00000000A", "000000000"], ["000000001", "000000002"]),
            (
                ["000000001", "000000003", "999999999", "000000003", "000000002", "999999999"],
                ["000000001", "000000003", "999999999", "000000002", "000000004", "000000005"]
            ),
        ])
    func ownNumbers(received: [String], wanted: [String]) throws {
        let inputs = received.map { Inputs.claim.replacing("000000101", with: $0) }
        var options = try Answer.options
        options.answersEveryInterchange = true
        let ends = { (bytes: [UInt8]) in
            Answer.lines(bytes).filter { $0.hasPrefix("IEA") }.map { String($0.suffix(9)) }
        }
        #expect(ends(try Answer.answer(Array(inputs.joined().utf8), options).bytes) == wanted, "in one file")
        var all: [String] = []
        for input in inputs {
            let answer = try Answer.answer(Array(input.utf8), options)
            all += ends(answer.bytes)
            options.numbers = answer.numbers
        }
        #expect(all == wanted, "in several files")
    }

    @Test("one 999 for each group, each in a group of its own")
    func groups() throws {
        let lines = Answer.lines(Array(Inputs.claim.utf8))
        let group = Array(lines[1..<lines.count - 1])
        let second = group.map {
            $0.replacing("20260301*0930*101", with: "20260301*0930*102").replacing(
                "GE*1*101", with: "GE*1*102")
        }
        let all: [String] = [lines[0]] + group + second + ["IEA*2*000000101"]
        let input = all.map { $0 + "~" }.joined()
        let answer = try Answer.segments(input)
        #expect(
            answer.filter { $0.hasPrefix("AK1") } == ["AK1*HC*101*005010X222A1", "AK1*HC*102*005010X222A1"])
        #expect(answer.filter { $0.hasPrefix("ST") }.map { $0.prefix(11) } == ["ST*999*0001", "ST*999*0002"])
        #expect(answer.last == "IEA*2*000000101")
    }

    @Test(
        "delimiters and line ends are those of the interchange answered",
        arguments: [
            WorkloadFormat(lineEnd: .none), WorkloadFormat(lineEnd: .carriageReturnLineFeed),
            WorkloadFormat(
                terminator: 0x1C, elementSeparator: 0x1D, componentSeparator: 0x1F, repetitionSeparator: 0x1E,
                lineEnd: .lineFeed),
            WorkloadFormat(
                terminator: 0x0A, elementSeparator: UInt8(ascii: "|"), componentSeparator: UInt8(ascii: ">"),
                repetitionSeparator: UInt8(ascii: "!"), lineEnd: .none),
        ])
    func delimiters(format: WorkloadFormat) throws {
        let input = ClaimWorkload(seed: 3, format: format).bytes(atLeast: 4000).bytes
        let answer = try Answer.answer(input, Answer.options).bytes
        #expect(answer[3] == input[3] && answer[104] == input[104] && answer[105] == input[105])
        #expect(answer[82] == input[82])
        var reader = ModelReader(ByteSource(bytes: answer))
        guard case .interchange(let head)? = try reader.next() else {
            Issue.record("no interchange")
            return
        }
        var original = ModelReader(ByteSource(bytes: input))
        guard case .interchange(let first)? = try original.next() else {
            Issue.record("no interchange")
            return
        }
        #expect(head.lineEnd == first.lineEnd)
        let remarks: Set<String> = ["ENV-SEG-TERM-CRLF"]
        #expect(try Answer.findings(in: answer).filter { !remarks.contains($0.rule.id) }.isEmpty)
    }

    @Test("delimiters that cannot be used are replaced by the usual ones")
    func unusable() throws {
        // The repetition separator is the component separator.
        let input = Inputs.claim.with("*^*00501", "*:*00501")
        let lines = try Answer.segments(input)
        #expect(lines.first?.hasSuffix("*^*00501*000000101*0*T*:") == true)
        #expect(lines.contains("TA1*000000101*260301*0930*R*026"))
    }

    @Test("a version 4010 interchange has no repetition separator; its answer has one")
    func fourTen() throws {
        let input = Inputs.claim.with("*^*00501", "*U*00401")
        #expect(try Answer.segments(input).first?.contains("*^*00501*") == true)
    }

    @Test("any chunking gives the same answer", arguments: [1, 2, 7, 100])
    func chunks(size: Int) throws {
        let input = Array((Inputs.claim.with("11:B:1", "11:Z:1") + Inputs.payment).utf8)
        let whole = try Answer.answer(input, Answer.options).bytes
        #expect(try Answer.answer(input, Answer.options, chunk: size).bytes == whole)
    }
}
