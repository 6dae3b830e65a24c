import Testing
import X12Acknowledgements
import X12Diagnostics
import X12TestSupport
import X12Text

@Suite("What is answered to what")
struct VerdictTests {
    /// An input with one thing wrong, and what the answer says of it.
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let input: String
        let verdict: [String]

        init(_ story: String, _ input: String, _ verdict: String...) {
            testDescription = story
            self.input = input
            self.verdict = verdict
        }
    }

    private static let claim = Inputs.claim
    private static let line = "CTX*CLM01:PCN0001"

    private static let cases = [
        Case("nothing wrong", claim, "IK5*A", "AK9*A*1*1*1"),
        Case(
            "a code of the standard that the guide leaves out", claim.with("NM1*85*2", "NM1*85*7"),
            "IK3*NM1*7*2010*8", "IK4*2*1065*I6*7", "IK5*R*I5", "AK9*R*1*1*0"),
        Case(
            "a code that there is none", claim.with("11:B:1", "11:Z:1"),
            "IK3*CLM*18*2300*8", line, "IK4*5:2*1332*7*Z", "IK5*R*5", "AK9*R*1*1*0"),
        Case(
            "a segment that the guide alone asks for, with the count right",
            claim.with("N4*SPRINGFIELD*IL*627010001~\n", "").with("SE*28", "SE*27"),
            "IK3*N4*9*2010*I8", "IK5*R*I5", "AK9*R*1*1*0"),
        Case(
            "the same with the count as it was", claim.with("N4*SPRINGFIELD*IL*627010001~\n", ""),
            "IK3*N4*9*2010*I8", "IK5*R*4*I5", "AK9*R*1*1*0"),
        Case("an ISA alone", String(claim.prefix(106)), "TA1*000000101*260301*0930*R*023"),
        Case(
            "a group of a kind that nobody has", claim.with("GS*HC*", "GS*XX*"),
            "TA1*000000101*260301*0930*R*024"),
        Case("a group of no kind", claim.with("GS*HC*", "GS**"), "TA1*000000101*260301*0930*R*024"),
        Case(
            "claims in a group of answers", claim.with("GS*HC*", "GS*FA*"),
            "TA1*000000101*260301*0930*R*024"),
        Case("a wrong count", claim.with("SE*28", "SE*27"), "IK5*R*4", "AK9*R*1*1*0"),
        Case("SE02 of another set", claim.with("SE*28*0001", "SE*28*0002"), "IK5*R*3", "AK9*R*1*1*0"),
        Case("no SE", claim.with("SE*28*0001~\n", ""), "IK5*R*2", "AK9*R*1*1*0"),
        Case(
            "no SE and no GE", claim.with("SE*28*0001~\n", "").with("GE*1*101~\n", ""), "IK5*R*2",
            "AK9*R*1*1*0*3"),
        Case(
            "no BHT, which the standard demands",
            claim.with("BHT*0019*00*B101*20260301*0930*CH~\n", "").with("SE*28", "SE*27"),
            "IK3*BHT*2**3", "IK5*R*5", "AK9*R*1*1*0"),
        Case(
            "no NM1 before an address",
            claim.with("NM1*85*2*MAPLE CLINIC*****XX*1234567893~\n", "").with("SE*28", "SE*27"),
            "IK3*NM1*7*2010*3", "IK5*R*5", "AK9*R*1*1*0"),
        Case(
            "a segment that X12 does not have",
            claim.with("HI*ABK:J020~", "HI*ABK:J020~\nZZZ*1~").with("SE*28", "SE*29"),
            "IK5*R*5", "AK9*R*1*1*0"),
        Case(
            "a segment of another set",
            claim.with("HI*ABK:J020~", "HI*ABK:J020~\nBEG*00*SA*X**20260301~").with("SE*28", "SE*29"),
            "IK3*BEG*20*2300*6", line, "IK5*R*5", "AK9*R*1*1*0"),
        Case(
            "a segment too often",
            claim.with("HI*ABK:J020~", "HI*ABK:J020~\nHI*ABK:J020~").with("SE*28", "SE*29"),
            "IK3*HI*20*2300*5", line, "IK5*R*5", "AK9*R*1*1*0"),
        Case(
            "an element that is missing", claim.with("*B101*", "**"),
            "IK3*BHT*2**8", "IK4*3*127*1", "IK5*R*5", "AK9*R*1*1*0"),
        Case(
            "a pair that is broken", claim.with("*TE*5555550100", "*TE"),
            "IK3*PER*4*1000*8", "IK4*4*364*2", "IK5*R*5", "AK9*R*1*1*0"),
        Case(
            "too many elements", claim.with("LX*2", "LX*2*X"),
            "IK3*LX*24*2400*8", line, "IK4*2**3", "IK5*R*5", "AK9*R*1*1*0"),
        Case(
            "too many components", claim.with("11:B:1", "11:B:1:9"),
            "IK3*CLM*18*2300*8", line, "IK4*5:4**13", "IK5*R*5", "AK9*R*1*1*0"),
        Case(
            "a value too short and one too long",
            claim.with("N4*SPRINGFIELD*IL*62701~", "N4*S*IL*627010001123456789~"),
            "IK3*N4*15*2010*8", "IK4*1*19*4", "IK4*3*116*5", "IK5*R*5", "AK9*R*1*1*0"),
        Case(
            "a date that there is none", claim.with("D8*20260220~\nREF*6R*L1", "D8*20260230~\nREF*6R*L1"),
            "IK3*DTP*22*2400*8", line, "IK4*3*1251*8", "IK5*R*5", "AK9*R*1*1*0"),
        Case(
            "a time that there is none", claim.with("20260301*0930*CH", "20260301*0990*CH"),
            "IK3*BHT*2**8", "IK4*5*337*9", "IK5*R*5", "AK9*R*1*1*0"),
        Case(
            "an amount that is none, copied", claim.with("*120*UN", "*1,20*UN"),
            "IK3*SV1*21*2400*8", line, "IK4*2*782*6*1,20", "IK5*R*5", "AK9*R*1*1*0"),
        Case(
            "an element the guide does not use", claim.with("*180***11", "*180*MC**11"),
            "IK3*CLM*18*2300*8", line, "IK4*3*1032*I10*MC", "IK5*R*I5", "AK9*R*1*1*0"),
        Case(
            "several things in one segment, in their order",
            claim.with("*180***11:B:1*Y*A*Y*Y", "*180*MC**11:Z:1*X*A*Y*Y"),
            "IK3*CLM*18*2300*8", line, "IK4*3*1032*I10*MC", "IK4*5:2*1332*7*Z", "IK4*6*1073*7*X",
            "IK5*R*5*I5",
            "AK9*R*1*1*0"),
        Case(
            "what is a warning is noted", claim.with("LX*2", "LX*3"),
            "IK3*LX*24*2400*8", line, "IK4*1*554*I12*3", "IK5*E*I5", "AK9*E*1*1*1"),
        Case("a remittance without ST03", Inputs.payment, "IK5*A", "AK9*A*1*1*1"),
        Case(
            "a remittance with it", Inputs.payment.with("ST*835*0001", "ST*835*0001*005010X221A1"),
            "IK3*ST*1**8", "CTX*TRN02:EFT20260310", "IK4*3*1705*I10*005010X221A1", "IK5*E*I5", "AK9*E*1*1*1"),
        Case(
            "a payment is known by its trace", Inputs.payment.with("CAS*CO*45*15", "CAS*CX*45*15"),
            "IK3*CAS*19*2110*8", "CTX*TRN02:EFT20260310", "IK4*1*1033*7*CX", "IK5*R*5", "AK9*R*1*1*0"),
        Case(
            "ST03 that is not GS08", claim.with("ST*837*0001*005010X222A1", "ST*837*0001*005010X223A2"),
            "IK5*R*19", "AK9*R*1*1*0"),
        Case(
            "a guide that is not known here",
            claim.with("101*X*005010X222A1", "101*X*005010X217").with(
                "0001*005010X222A1", "0001*005010X217"),
            "IK5*R*I6", "AK9*R*1*1*0*2"),
        Case(
            "GS08 of no guide", claim.with("101*X*005010X222A1", "101*X*005010X999"), "IK5*A",
            "AK9*R*1*1*0*2"),
        Case("GE01 off", claim.with("GE*1*", "GE*3*"), "IK5*A", "AK9*R*3*1*0*5"),
        Case("GE01 that is no count", claim.with("GE*1*", "GE*-5*"), "IK5*A", "AK9*R*1*1*0*5"),
        Case("GE01 that is no number", claim.with("GE*1*", "GE*X*"), "IK5*A", "AK9*R*1*1*0*5"),
        Case("GE02 of another group", claim.with("GE*1*101", "GE*1*102"), "IK5*A", "AK9*R*1*1*0*4"),
        Case("no GE", claim.with("GE*1*101~\n", ""), "IK5*A", "AK9*R*1*1*0*3"),
        Case("GS07 that is not X", claim.with("*101*X*", "*101*T*"), "IK5*A", "AK9*R*1*1*0*2"),
        Case("a group of another kind", claim.with("GS*HC", "GS*HP"), "IK5*A", "AK9*R*1*1*0*1"),
        Case(
            "IEA02 off", claim.with("IEA*1*000000101", "IEA*1*000000102"), "TA1*000000101*260301*0930*R*001"),
        Case("IEA01 off", claim.with("IEA*1*", "IEA*2*"), "TA1*000000101*260301*0930*R*021"),
        Case(
            "cut off", String(claim.prefix(700)), "TA1*000000101*260301*0930*R*023"),
        Case("a version that is none", claim.with("*00501*", "*00401*"), "TA1*000000101*260301*0930*R*017"),
        Case(
            "ISA05 that is none", claim.with("*ZZ*CLINIC01", "*XX*CLINIC01"),
            "TA1*000000101*260301*0930*R*005"),
        Case(
            "ISA07 that is none", claim.with("*ZZ*PAYER01", "*XX*PAYER01"), "TA1*000000101*260301*0930*R*007"),
        Case("ISA14 that is none", claim.with("*0*T*:", "*5*T*:"), "TA1*000000101*260301*0930*R*019"),
        Case("ISA15 that is none", claim.with("*0*T*:", "*0*X*:"), "TA1*000000101*260301*0930*R*020"),
        Case(
            "a date in ISA that is none", claim.with("*260301*0930*^", "*261301*0930*^"),
            "TA1*000000101*261301*0930*R*014"),
        Case(
            "a time in ISA that is none", claim.with("*260301*0930*^", "*260301*2530*^"),
            "TA1*000000101*260301*2530*R*015"),
        Case(
            "a number in ISA that is none", claim.with("*000000101*0*T", "*00000010A*0*T"),
            "TA1*00000010A*260301*0930*R*018"),
        Case(
            "something outside of a group", claim.with("IEA*1", "REF*X*Y~\nIEA*1"),
            "TA1*000000101*260301*0930*R*024"),
        Case(
            "the same interchange twice", claim + claim, "IK5*A", "AK9*A*1*1*1",
            "TA1*000000101*260301*0930*R*025"),
    ]

    @Test("one thing wrong", arguments: cases)
    func verdict(sample: Case) throws { #expect(try Answer.verdict(sample.input) == sample.verdict) }

    @Test("one bad set does not take the others with it")
    func partly() throws {
        let bad = Inputs.claimSet("0002").map {
            $0 == "CLM*PCN0001*180***11:B:1*Y*A*Y*Y" ? "CLM*PCN0002*180***11:Z:1*Y*A*Y*Y" : $0
        }
        let input = Inputs.envelope(
            "HC", "101", "005010X222A1",
            [Inputs.claimSet(), bad, Inputs.claimSet("0003"), Inputs.claimSet("0003")])
        let lines = try Answer.segments(input)
        #expect(lines.filter { $0.hasPrefix("AK2") }.count == 4)
        #expect(lines.filter { $0.hasPrefix("IK5") } == ["IK5*A", "IK5*R*5", "IK5*A", "IK5*R*23"])
        #expect(lines.contains("AK9*P*4*4*2"))
        #expect(lines.contains("CTX*CLM01:PCN0002"))
    }

    @Test("claims that call themselves a remittance are refused for that, and not for each segment")
    func misnamed() throws {
        let misnamed = Inputs.claimSet("0002").map {
            $0.hasPrefix("ST*837*0002") ? "ST*835*0002" : $0
        }
        let input = Inputs.envelope("HC", "101", "005010X222A1", [Inputs.claimSet(), misnamed])
        let lines = try Answer.segments(input)
        #expect(!lines.contains { $0.hasPrefix("IK3") }, "\(lines)")
        #expect(lines.filter { $0.hasPrefix("IK5") } == ["IK5*A", "IK5*R*6"])
        #expect(lines.contains("AK9*P*2*2*1"))
    }

    @Test("sets of different kinds in one group: each is answered by itself")
    func mixed() throws {
        let payment = Answer.lines(Array(Inputs.payment.utf8)).dropFirst(2).dropLast(2)
        let input = Inputs.envelope(
            "HC", "101", "005010X222A1",
            [Inputs.claimSet(), Array(payment), ["ST*850*0003", "BEG*00*SA*X**20260301", "SE*3*0003"]])
        let answer = try Answer.answer(Array(input.utf8), Answer.options)
        let lines = Answer.lines(answer.bytes)
        #expect(lines.contains("AK2*837*0001*005010X222A1"))
        #expect(lines.filter { $0.hasPrefix("IK5") }.first == "IK5*A")
        #expect(lines.filter { $0.hasPrefix("AK2*835*0001") }.count == 1)
        #expect(lines.filter { $0.hasPrefix("IK5*R") }.count == 1)
        // A 999 has no code for an 850: AK9 counts it.
        #expect(!lines.contains { $0.hasPrefix("AK2*850") })
        #expect(lines.contains("AK9*P*3*3*1"))
        #expect(answer.remarks.map(\.rule) == [.setUnnameable])
        #expect(try Answer.findings(in: answer.bytes).isEmpty)
    }

    @Test("groups that a 999 has no code for, or may not answer, are remarked on")
    func unanswered() throws {
        let orders = Inputs.envelope(
            "PO", "101", "005010", [["ST*850*0001", "BEG*00*SA*X**20260301", "SE*3*0001"]])
        let answer = try Answer.answer(Array(orders.utf8), Answer.options)
        #expect(answer.bytes.isEmpty && answer.remarks.map(\.rule) == [.groupUnanswerable])
        let other = try Answer.answer(SampleFile(path: "999/pass/accepted.999").bytes, Answer.options)
        #expect(other.bytes.isEmpty && other.remarks.map(\.rule) == [.acknowledgementsUnanswered])
    }

    @Test("a GS that cannot be repeated rejects the interchange")
    func unnameable() throws {
        let answer = try Answer.answer(
            Array(Inputs.claim.with("*0930*101*X", "*0930**X").utf8), Answer.options)
        #expect(Answer.lines(answer.bytes).contains("TA1*000000101*260301*0930*R*024"))
        #expect(answer.remarks.map(\.rule) == [.groupUnnameable])
    }

    @Test("a TA1 alone is not answered unless asked for")
    func receipts() throws {
        let receipt = "TA1*000000100*260228*0930*R*099~\nIEA*0*000000101~\n"
        let head = String(Inputs.claim.prefix { !$0.isNewline }) + "\n"
        #expect(try Answer.verdict(head + receipt) == [])
        #expect(
            try Answer.verdict(head.with("*0*T*", "*1*T*") + receipt) == ["TA1*000000101*260301*0930*R*022"])
    }
}
