import Testing
import X12Diagnostics
import X12Models
import X12Parser
import X12Text
import X12Validation

@testable import X12Rules

@Suite("Rule engine")
struct RuleEngineTests {
    private static let visit = ExampleSet.officeVisit

    private static func changed(_ from: String, _ to: String) -> String {
        visit.interchange([RuleExample.Change(from, to)])
    }

    @Test("a finding says where it stands, what it is about and what a 277CA says of it")
    func facts() throws {
        let findings = try Checked.findings(in: Self.changed("CLM*PCN0001*180*", "CLM*PCN0001*999*"))
        let finding = try #require(findings.first)
        #expect(findings.count == 1)
        #expect(finding.found == Fact("999", .amount))
        #expect(finding.expected == ["180"])
        #expect(finding.detail == "line 1 120, line 2 60")
        #expect(finding.path == "claims[0].chargeAmount")
        #expect(finding.context.claim == "PCN0001")
        #expect(finding.context.loop == "2300")
        #expect(finding.context.loopPath == "2000A[1] > 2000B[1] > 2300[1]")
        #expect(finding.context.interchange == "000000101")
        #expect(finding.context.group == "101")
        #expect(finding.context.transactionSet == "0001")
        #expect(finding.context.name == "Total Claim Charge Amount")
        #expect(finding.location.segmentPosition == 18)
        #expect(
            finding.rule.acknowledgement.named.map(\.name) == ["category", "status", "category2", "status2"])
    }

    @Test(
        "a claim that was cut off is there: nothing is said of a subscriber without one", arguments: [6, 100])
    func cutOff(segments: Int) throws {
        var limits = Limits()
        limits.blockSegments = segments
        var reader = BlockReader(ByteSource(bytes: Array(Self.visit.interchange([]).utf8)), limits: limits)
        reader.cutsOff = true
        var rules = RuleEngine()
        var block = Block()
        var findings: [Finding] = []
        while try reader.next(into: &block) {
            findings += block.findings
            rules.check(block, into: &findings)
        }
        #expect(findings.map(\.rule.id).filter { $0 != "ENV-BLOCK-LIMIT" } == [])
        #expect(findings.isEmpty == (segments == 100))
    }

    @Test("groups of two interchanges may have one number, and each is answered")
    func groupNumbersOfInterchanges() throws {
        let first = ExampleSet.groupAnswered.interchange([])
        let second = first.replacing("000000101", with: "000000102")
        #expect(second != first)
        #expect(Checked.lines(try Checked.findings(in: first + second)) == [])
        // Within one interchange it is one group.
        let twice = RuleExample.Change("AK1*HC*102*", "AK1*HC*101*")
        let findings = try Checked.findings(in: ExampleSet.twoGroupsAnswered.interchange([twice]))
        #expect(Checked.places(findings) == ["ACK-999-ONE-GROUP AK102"])
        // Also where the first answer lacks its end.
        let whole = ExampleSet.twoGroupsAnswered.interchange([twice])
        let cut = whole.replacing(/AK9[^~]*~\s*SE[^~]*~\s*/, with: "", maxReplacements: 1)
        try #require(cut != whole)
        #expect(Checked.places(try Checked.findings(in: cut)).contains("ACK-999-ONE-GROUP AK102"))
    }

    @Test(
        "a file that breaks off, wherever that is, is one finding",
        arguments: [
            ExampleSet.officeVisit, .dependentVisit, .takeback, .inquiry, .benefits, .claimsAnswered,
        ],
        ["~\n", "\n"])
    func brokenOff(set: ExampleSet, terminator: String) throws {
        let text = set.interchange([]).replacing("~\n", with: terminator)
        let bytes = Array(text.utf8)
        let first = try #require(bytes.firstRange(of: Array("GS*".utf8))).lowerBound
        let end = try #require(bytes.firstRange(of: Array("\nSE*".utf8))).lowerBound
        let leftOver = bytes.firstRange(of: Array("\nSTC".utf8)).map { [$0.upperBound - 1] } ?? []
        var rules = RuleEngine()
        var block = Block()
        for length in leftOver + stride(from: first + 2, to: end, by: 5) {
            var reader = BlockReader(ByteSource(bytes: Array(bytes[..<length])))
            var validator = BlockValidator()
            var findings: [Finding] = []
            var summary = InputSummary()
            rules.restart()
            while try reader.next(into: &block) {
                summary.add(block)
                var found = block.findings
                validator.validate(block, into: &found)
                rules.check(block, into: &found)
                findings += found
            }
            let last = String(decoding: bytes[max(0, length - 30)..<length], as: UTF8.self)
            // That lines alone end the segments is told at the ISA.
            let told = findings.map(\.rule.id).filter { $0 != "ENV-SEG-TERM-CRLF" }
            #expect(told == ["ENV-IEA-MISSING"], "\(last) \(Checked.lines(findings))")
            #expect(summary.transactionSets <= 1, "\(last)")
        }
    }

    @Test("a claim number that comes again is told of one submitter's claims, not of two submitters'")
    func numbersOfSubmitters() throws {
        let first = ExampleSet.officeVisit.interchange([])
        let again = first.replacing("000000101", with: "000000102")
        let others = again.replacing("*46*CLINIC01~", with: "*46*CLINIC02~")
        #expect(try Checked.findings(in: first + again).count { $0.rule.id == "837P-CLM01" } == 1)
        #expect(try Checked.findings(in: first + others).count { $0.rule.id == "837P-CLM01" } == 0)
    }

    @Test("a payment that is off by what its claims are off by says so")
    func oneCause() throws {
        func detail(_ change: RuleExample.Change) throws -> String? {
            let findings = try Checked.findings(in: ExampleSet.takeback.interchange([change]))
            return findings.first { $0.rule.id == "835-BAL-TXN" }?.detail
        }
        let words = "the claims that do not add up"
        #expect(try detail(RuleExample.Change("*180*125*20*", "*180*135*20*"))?.contains(words) == true)
        #expect(try detail(RuleExample.Change("OLDCLM77*25~", "OLDCLM77*77~"))?.contains(words) == false)
    }

    @Test("an amount that cannot be read keeps the rule on it silent", arguments: ["*1X0*", "**"])
    func notEvaluable(charge: String) throws {
        let findings = try Checked.findings(in: Self.changed("HC:99213*120*", "HC:99213\(charge)"))
        #expect(!findings.contains { $0.rule.id == "837P-BAL-CLM02" })
        #expect(!findings.isEmpty)
    }

    @Test("a rule can be off, of another severity, or less exact")
    func configuration() throws {
        let text = Self.changed("CLM*PCN0001*180*", "CLM*PCN0001*180.05*")
        func found(_ settings: String) throws -> [Severity] {
            var configuration = RuleConfiguration()
            try configuration.add(text: settings)
            return try Checked.findings(in: text, configuration).map(\.rule.severity)
        }
        #expect(try found("") == [.error])
        #expect(try found("837P-BAL-CLM02 off") == [])
        #expect(try found("837P-BAL-CLM02 off\n837P-BAL-CLM02 warning") == [.warning])
        #expect(try found("837P-BAL-CLM02 warning\n837P-BAL-CLM02 off") == [])
        #expect(try found("# remark\n837P-BAL-CLM02=warning # why") == [.warning])
        #expect(try found("837P-BAL-CLM02 tolerance 0.05") == [])
        #expect(try found("837P-BAL-CLM02 tolerance 0.04") == [.error])
        var configuration = RuleConfiguration()
        configuration.highestLevel = 2
        #expect(try Checked.findings(in: text, configuration).isEmpty)
    }

    @Test(
        "a setting that is none is an error with its line",
        arguments: ["837P-X", "A perhaps", "A tolerance -1"])
    func malformed(line: String) {
        var configuration = RuleConfiguration()
        #expect(throws: X12Error(.malformedSetting)) { try configuration.add(text: "A off\n" + line) }
    }

    @Test("sums of a set reach over blocks, and point at the payment")
    func accumulated() throws {
        let text = ExampleSet.takeback.interchange([RuleExample.Change("OLDCLM77*25~", "OLDCLM77*77~")])
        let findings = try Checked.findings(in: text)
        #expect(Checked.places(findings) == ["835-BAL-TXN BPR02"])
        let finding = try #require(findings.first)
        #expect(finding.found == Fact("100", .amount))
        #expect(finding.expected == ["48"])
        #expect(finding.detail == "125 less 77")
        #expect(finding.location.segmentPosition == 2)
        #expect(finding.path == "payment.amount")
    }

    @Test("a claim that was cut off is asked nothing")
    func cut() throws {
        let text = Self.changed("CLM*PCN0001*180*", "CLM*PCN0001*999*")
        let end = try #require(text.firstRange(of: "LX*2~"))
        let findings = try Checked.findings(in: String(text[..<end.lowerBound]))
        #expect(!findings.contains { $0.rule.level > 2 })
        #expect(!findings.isEmpty)
    }

    @Test("a user's own rule is asked like those of the catalogue")
    func own() throws {
        let rule = Rule(
            "OWN-1", level: 7, .claim, demand: "no claim is of 180", reason: "for a test",
            faults: [Fault(.warning, "{at} is {found}", help: "nothing")], source: RuleSource(.high, "us"),
            examples: [],
            check: .claim { claim, _, findings in
                if let charge = claim.chargeAmount, charge == 180 {
                    findings.add(at: "chargeAmount", found: .amount(charge))
                }
            })
        let findings = try Checked.findings(in: Self.visit.interchange([]), adding: [rule])
        #expect(Checked.places(findings) == ["OWN-1 CLM02"])
    }
}
