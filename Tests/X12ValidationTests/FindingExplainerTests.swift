import Testing
import X12Diagnostics
import X12Parser
import X12TestSupport
import X12Text
import X12Validation

@Suite("What grammar knows about a finding")
struct FindingExplainerTests {
    /// The line of each finding on a sample with something changed.
    private func lines(
        _ from: String, _ to: String, of path: String = "837P/pass/office-visit.837"
    ) throws -> [Int] {
        try explanations(from, to, of: path).map(\.serviceLine)
    }

    private func explanations(_ from: String, _ to: String, of path: String) throws -> [FindingExplanation] {
        let sample = String(decoding: try SampleFiles.samples.bytes(path), as: UTF8.self)
        try #require(sample.ranges(of: from).count == 1)
        var reader = BlockReader(ByteSource(bytes: Array(sample.replacing(from, with: to).utf8)))
        var validator = BlockValidator()
        var block = Block()
        var explanations: [FindingExplanation] = []
        while try reader.next(into: &block) {
            var findings = block.findings
            validator.validate(block, into: &findings)
            explanations += findings.map { FindingExplainer.explain($0, in: block) }
        }
        return explanations
    }

    @Test("a service line is known by its number, without one by the lines before it")
    func serviceLine() throws {
        #expect(try lines("REF*6R*OFFICE-1-2~", "REF*6R~") == [2])
        #expect(try lines("LX*2~", "LX~") == [2])
        // A number that LX01 cannot have is none, and the place in the claim is told instead.
        let line = "LX*2~\nSV1*HC:87880*65*UN*1***1~\nDTP*472*D8*20260220~\nREF*6R*OFFICE-1-2~"
        for number in ["9223372036854775807", "-3", "0", "1000000"] {
            let faulty = line.replacing("LX*2", with: "LX*\(number)").replacing("*OFFICE-1-2", with: "")
            #expect(try lines(line, faulty).last == 2, "\(number)")
        }
        // SE01 counts the segment that is gone.
        #expect(try lines("LX*2~\n", "") == [2, 0])
        #expect(try lines("LX*1~\n", "") == [1, 0])
        // A remittance does not number its lines.
        let payment = "835/pass/paid-with-contract-and-copay.835"
        #expect(try lines("SVC*HC:87880:", "SVC*ZZ:87880:", of: payment) == [2])
    }

    @Test("name, birth date and address of a subscriber who is the patient are the patient's on paper")
    func patientBoxes() throws {
        let place = "N3*22 OAK AVE~\nN4*SPRINGFIELD*IL*62701~\nDMG*D8*19800512*F~"
        let person = "NM1*IL*1*ISAAC*ROSA****MI*W100200300~\n"
        for (relationship, name, address, birth) in [("18", "2", "5", "3"), ("", "4", "7", "11a")] {
            func boxes(_ from: String, _ to: String) throws -> [String] {
                try explanations(
                    "SBR*P*18*GRP4471******CI~\n" + person + place,
                    "SBR*P*\(relationship)*GRP4471******CI~\n" + (person + place).replacing(from, with: to),
                    of: "837P/pass/office-visit.837"
                ).map(\.box)
            }
            #expect(try boxes("19800512", "19801312") == [birth])
            #expect(try boxes("*F~", "*Q~") == [birth])
            #expect(try boxes("N3*22 OAK AVE~", "N3*~") == [address])
            #expect(try boxes("*ISAAC*", "**") == [name])
            #expect(try boxes("*W100200300~", "* ~") == ["1a"])
        }
    }

    @Test("how a remittance is written is the payer's to mend, of other sets whoever reads it")
    func mender() throws {
        let payment = "835/pass/paid-with-contract-and-copay.835"
        #expect(
            try explanations("SVC*HC:87880:", "SVC*ZZ:87880:", of: payment).map(\.mender) == ["the payer"])
        #expect(try explanations("LX*2~", "LX~", of: "837P/pass/office-visit.837").map(\.mender) == [""])
    }
}
