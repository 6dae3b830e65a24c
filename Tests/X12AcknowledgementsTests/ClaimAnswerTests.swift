import Testing
import X12Acknowledgements
import X12Diagnostics
import X12Models
import X12Parser
import X12TestSupport
import X12Text
import X12Validation

@Suite("Claim acknowledgements")
struct ClaimAnswerTests {
    /// A finding of a higher level, on the segment of a block that begins as said.
    private struct Made {
        let segment: String
        let element: Int
        let text: String
        let rule: Finding.Rule
        var serviceLine = 0
        /// How many segments before it the finding stands.
        var before = 0
    }

    private static func rule(_ statuses: Finding.ClaimStatus..., level: Int = 4) -> Finding.Rule {
        Finding.Rule(
            "TRY-CLAIM", level: level, .error, "", help: "",
            acknowledgement: Finding.Acknowledgement(statuses: statuses))
    }

    private func answer(
        _ input: String, _ made: [Made] = []
    ) throws -> (bytes: [UInt8], claims: (accepted: Int, rejected: Int)) {
        var reader = BlockReader(ByteSource(bytes: Array(input.utf8)))
        var validator = BlockValidator()
        var block = Block()
        var writer = ClaimAcknowledgementWriter(try Answer.options)
        var bytes: [UInt8] = []
        while try reader.next(into: &block) {
            var findings = block.findings
            validator.validate(block, into: &findings)
            for index in 0..<block.count {
                for one in made where block.view(index).identifier.description == one.segment {
                    guard block.view(index)[one.element].string == one.text else { continue }
                    var place = block[index].location
                    place.segment -= one.before
                    var finding = Finding(one.rule, at: place)
                    finding.serviceLine = one.serviceLine
                    findings.append(finding)
                }
            }
            try writer.take(block, findings) { (part: UnsafeRawBufferPointer) throws(X12Error) in
                bytes += Array(part)
            }
        }
        try writer.finish { (part: UnsafeRawBufferPointer) throws(X12Error) in bytes += Array(part) }
        if !bytes.isEmpty {
            #expect(
                try Answer.findings(in: bytes, withRules: true).map { "\($0.rule.id) \($0.context.segment)" }
                    == [])
        }
        return (bytes, writer.claims)
    }

    /// The segments that differ from set to set: statuses, totals, claims, lines.
    private func verdict(_ bytes: [UInt8]) -> [String] {
        Answer.lines(bytes).filter { line in
            ["TRN*2", "STC", "QTY", "AMT", "SVC", "REF"].contains { line.hasPrefix($0) }
        }
    }

    @Test("a sound claim is accepted, with totals of batch and provider")
    func accepted() throws {
        let answer = try answer(Inputs.claim)
        #expect(
            Answer.lines(answer.bytes) == [
                "ISA*00*          *00*          *ZZ*PAYER01        *ZZ*CLINIC01       *260302*0001*^*00501*000000101*0*T*:",
                "GS*HN*PAYER01*CLINIC01*20260302*0001*1*X*005010X214", "ST*277*0001*005010X214",
                "BHT*0085*08*000000101-101-0001*20260302*0001*TH", "HL*1**20*1",
                "NM1*PR*2*SAMPLE PAYER*****46*PAYER01", "TRN*1*000000101-101-0001", "DTP*050*D8*20260301",
                "DTP*009*D8*20260302", "HL*2*1*21*1", "NM1*41*2*MAPLE CLINIC*****46*CLINIC01", "TRN*2*B101",
                "STC*A1:19:PR*20260302*WQ*180", "QTY*90*1", "AMT*YU*180", "HL*3*2*19*1",
                "NM1*85*2*MAPLE CLINIC*****XX*1234567893", "TRN*1*0", "QTY*QA*1", "AMT*YU*180", "HL*4*3*PT",
                "NM1*QC*1*ISAAC*ROSA****MI*W100200300", "TRN*2*PCN0001", "STC*A1:20*20260302*WQ*180",
                "DTP*472*D8*20260220", "SE*24*0001", "GE*1*1", "IEA*1*000000101",
            ])
        #expect(answer.claims == (1, 0))
    }

    @Test("an error of the claim rejects it, statuses that belong together in one report")
    func rejected() throws {
        let made = [
            Made(segment: "CLM", element: 1, text: "PCN0001", rule: Self.rule("A7:400", "A7:178")),
            Made(
                segment: "CLM", element: 1, text: "PCN0001",
                rule: Self.rule("A8:562:85", "A8:128:85", "A8:153:85")),
            // The same once more says nothing new.
            Made(segment: "CLM", element: 1, text: "PCN0001", rule: Self.rule("A7:400", "A7:178")),
        ]
        let answer = try answer(Inputs.claim, made)
        #expect(
            verdict(answer.bytes) == [
                "TRN*2*B101", "STC*A1:19:PR*20260302*WQ*180", "QTY*AA*1", "AMT*YY*180", "QTY*QC*1",
                "AMT*YY*180",
                "TRN*2*PCN0001", "STC*A7:400*20260302*U*180******A7:178",
                "STC*A8:562:85*20260302*U*180******A8:128:85*A8:153:85",
            ])
        #expect(answer.claims == (0, 1))
    }

    @Test("an error of a line is told of the line; the claim is returned because of it")
    func line() throws {
        let made = [Made(segment: "LX", element: 1, text: "2", rule: Self.rule("A7:507"), serviceLine: 2)]
        #expect(
            verdict(try answer(Inputs.claim, made).bytes).suffix(5) == [
                "TRN*2*PCN0001", "STC*A3:247*20260302*U*180", "SVC*HC:87880*60*****1",
                "STC*A7:507*20260302*U",
                "REF*FJ*L2",
            ])
    }

    @Test("an error whose rule has no status is missing or wrong information")
    func unnamed() throws {
        let made = [Made(segment: "CLM", element: 1, text: "PCN0001", rule: Self.rule())]
        #expect(verdict(try answer(Inputs.claim, made).bytes).last == "STC*A7:21*20260302*U*180")
    }

    @Test("an error of the provider or the subscriber rejects all claims under it, and no others")
    func levels() throws {
        var two = Inputs.claimSet()
        two.removeLast()
        let again = Inputs.claimSet(claim: "PCN0002")[5...26]
            .map {
                $0.replacing("HL*1**20*1", with: "HL*3**20*1").replacing("HL*2*1*22*0", with: "HL*4*3*22*0")
            }
        let input = Inputs.envelope("HC", "101", "005010X222A1", [two + again + ["SE*50*0001"]])
        let both = try answer(input)
        #expect(both.claims == (2, 0))
        let provider = Made(segment: "HL", element: 1, text: "1", rule: Self.rule("A7:562:85"))
        let first = try answer(input, [provider])
        #expect(first.claims == (1, 1))
        #expect(
            Answer.lines(first.bytes).filter { $0.hasPrefix("STC") } == [
                "STC*A1:19:PR*20260302*WQ*360", "STC*A7:562:85*20260302*U*180", "STC*A1:20*20260302*WQ*180",
            ])
        let subscriber = Made(segment: "HL", element: 1, text: "4", rule: Self.rule("A7:164:IL"))
        #expect(
            Answer.lines(try answer(input, [subscriber]).bytes).filter { $0.hasPrefix("STC") } == [
                "STC*A1:19:PR*20260302*WQ*360", "STC*A1:20*20260302*WQ*180", "STC*A7:164:IL*20260302*U*180",
            ])
    }

    @Test("what is found of a provider when a payer is met rejects all claims of that payer under it")
    func lateOfProvider() throws {
        var two = Inputs.claimSet()
        two.removeLast()
        let first = try #require(two.firstIndex { $0.hasPrefix("HL*2*") })
        let again = Inputs.claimSet(claim: "PCN0002")[first...26].map {
            $0.replacing("HL*2*1*22*0", with: "HL*3*1*22*0")
        }
        let other = Inputs.claimSet(claim: "PCN0003")[first...26].map {
            $0.replacing("HL*2*1*22*0", with: "HL*4*1*22*0").replacing("PI*PAYER01", with: "PI*PAYER02")
        }
        let all = two + again + other
        let input = Inputs.envelope("HC", "101", "005010X222A1", [all + ["SE*\(all.count + 1)*0001"]])
        #expect(try answer(input).claims == (3, 0))
        let late = Made(segment: "HL", element: 1, text: "2", rule: Self.rule("A7:562:85"), before: 1)
        #expect(try answer(input, [late]).claims == (1, 2))
    }

    @Test("an error of the header refuses the batch, and nothing below is answered")
    func batch() throws {
        let made = [Made(segment: "BHT", element: 3, text: "B101", rule: Self.rule("A3:746:40"))]
        let answer = try answer(Inputs.claim, made)
        #expect(
            verdict(answer.bytes) == ["TRN*2*B101", "STC*A3:746:40*20260302*U*180", "QTY*AA*1", "AMT*YY*180"])
        #expect(Answer.lines(answer.bytes).contains("HL*2*1*21*0"))
        #expect(Answer.lines(answer.bytes).contains("SE*14*0001"))
        #expect(answer.claims == (0, 1))
    }

    @Test(
        "a set that a 999 rejects, a group that it rejects, and an interchange that a TA1 rejects, have none")
    func none() throws {
        let bad = Inputs.claimSet("0001").map { $0.replacing("NM1*85*2", with: "NM1*85*7") }
        let mixed = Inputs.envelope(
            "HC", "101", "005010X222A1", [bad, Inputs.claimSet("0002", claim: "PCN0002")])
        let answer = try answer(mixed)
        #expect(Answer.lines(answer.bytes).filter { $0.hasPrefix("TRN*2*PCN") } == ["TRN*2*PCN0002"])
        #expect(Answer.lines(answer.bytes).filter { $0.hasPrefix("ST*") } == ["ST*277*0001*005010X214"])
        #expect(try self.answer(Inputs.claim.with("IEA*1*", "IEA*2*")).bytes.isEmpty)
        let group = try self.answer(Inputs.claim.with("GE*1*", "GE*2*"))
        #expect(group.bytes.isEmpty && group.claims == (0, 0))
        #expect(try self.answer(Inputs.claim.with("GS*HC*", "GS*HP*")).bytes.isEmpty)
        #expect(try self.answer(Inputs.payment).bytes.isEmpty)
    }

    @Test("a dependent goes by the subscriber's number; days of service span the lines")
    func dependent() throws {
        let sample = String(
            decoding: try SampleFile(path: "837P/pass/dependent-child.837").bytes, as: UTF8.self)
        let lines = Answer.lines(try answer(sample).bytes)
        let patient = try #require(lines.first { $0.hasPrefix("NM1*QC") })
        #expect(patient.contains("*MI*"))
        let days = Inputs.claim.with("D8*20260220~\nREF*6R*L2", "D8*20260223~\nREF*6R*L2")
        #expect(Answer.lines(try answer(days).bytes).contains("DTP*472*RD8*20260220-20260223"))
    }

    @Test("made-up claims: totals add up, and every level has its number", arguments: 1...3)
    func workload(seed: Int) throws {
        let format = WorkloadFormat(lineEnd: .lineFeed)
        var workload = ClaimWorkload(seed: UInt64(seed), format: format)
        workload.claimsPerSet = 60
        let input = String(decoding: workload.bytes(atLeast: 150_000).bytes, as: UTF8.self)
        let answer = try answer(input)
        var reader = ModelReader(ByteSource(bytes: answer.bytes))
        var claims = 0
        var expected = ExactDecimal.zero
        var charges = ExactDecimal.zero
        while let item = try reader.next() {
            #expect(reader.findings.isEmpty)
            switch item {
            case .acknowledgementReceiver(let part):
                expected = expected + (part.batch?.acceptedAmount ?? .zero)
            case .patientAcknowledgement(let part):
                claims += part.claims.count
                for claim in part.claims { charges = charges + (claim.statuses.first?.chargeAmount ?? .zero) }
            case .carried: Issue.record("something has no model")
            default: break
            }
        }
        #expect(claims == answer.claims.accepted)
        #expect(claims == input.split(separator: "\n").count { $0.hasPrefix("CLM*") })
        #expect(charges == expected)
    }
}
