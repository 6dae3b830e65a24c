import Testing
import X12Diagnostics
import X12Grammar

@testable import X12Rules

/// Every rule against the examples it is declared with, and against those of all others.
@Suite("Examples of rules")
struct RuleExampleTests {
    /// One example of one rule.
    struct Case: CustomTestStringConvertible, Sendable {
        let rule: Rule
        let number: Int
        var example: RuleExample { rule.examples[number] }
        var wording: String { rule.faults.first { $0.name == example.fault }?.finding.wording ?? "" }
        var testDescription: String { "\(rule.id) \(example.fault) \(number + 1)" }
    }

    static let cases = RuleSet.all.flatMap { rule in
        rule.examples.indices.map { Case(rule: rule, number: $0) }
    }

    /// What a remark says of a sound file is no fault of it.
    private static func faults(_ findings: [Finding]) -> [Finding] {
        findings.filter { $0.rule.severity > .info }
    }

    /// A text, and the file it is compared with.
    struct Sound: Hashable, Sendable, CustomTestStringConvertible {
        let text: String
        let other: String?
        var testDescription: String { "\(text.count) bytes" }
    }

    /// What passes, each text once: many examples share theirs.
    static let sound = Set(
        cases.map { Sound(text: $0.example.passing, other: $0.example.counterpart?.interchange([])) }
    ).sorted { ($0.text, $0.other ?? "") < ($1.text, $1.other ?? "") }

    /// What passes with code sets at hand.
    static let coded = cases.filter { !$0.example.codes.isEmpty }

    @Test("no rule has anything against what passes", arguments: sound)
    func passing(sound: Sound) throws {
        #expect(Checked.lines(try Checked.findings(in: sound.text, against: sound.other)) == [])
    }

    @Test("nor with code sets at hand", arguments: coded)
    func passingCodes(sample: Case) throws {
        let example = sample.example
        let findings = try Checked.findings(in: example.passing, codes: example.codes)
        #expect(Checked.lines(findings) == [])
        // Without code sets that must be loaded, nobody can tell what is wrong.
        guard example.codes.sets.allSatisfy({ $0.shippedList == nil }) else { return }
        let blind = try Checked.findings(in: example.failing)
        #expect(!blind.contains { $0.rule.id == sample.rule.id && $0.rule.wording == sample.wording })
    }

    @Test(
        "a rule that is switched on has nothing against what passes",
        arguments: cases.filter { $0.rule.isOptional })
    func passingSwitchedOn(sample: Case) throws {
        var configuration = RuleConfiguration()
        configuration.enabled = [sample.rule.id]
        let passing = sample.example.passing
        #expect(Checked.lines(try Checked.findings(in: passing, configuration)) == [])
        // What it remembers of a set ends with it.
        guard let start = passing.firstRange(of: "ST*")?.lowerBound,
            let end = passing.firstRange(of: "GE*")?.lowerBound
        else { return }
        let twice = passing[..<end] + passing[start...]
        let findings = try Checked.findings(in: String(twice), configuration)
        #expect(!findings.contains { $0.rule.id == sample.rule.id })
    }

    @Test("one change breaks the rule, and no other", arguments: cases)
    func failing(sample: Case) throws {
        let example = sample.example
        let other = example.counterpart?.interchange([])
        var configuration = RuleConfiguration()
        configuration.enabled = [sample.rule.id]
        let findings = try Checked.findings(
            in: example.failing, configuration, codes: example.codes, against: other)
        let faults = findings.filter {
            ($0.rule.severity > .info || $0.rule.id == sample.rule.id) && !example.beside.contains($0.rule.id)
        }
        #expect(Checked.places(faults) == ["\(sample.rule.id) \(example.place)"], "\(Checked.lines(faults))")
        #expect(Set(example.beside).isSubset(of: findings.map(\.rule.id)))
        guard let finding = faults.first, finding.rule.id == sample.rule.id else { return }
        let fault = try #require(sample.rule.faults.first { $0.name == example.fault })
        #expect(finding.rule.wording == fault.finding.wording)
        #expect(finding.rule.severity == fault.finding.severity)
        #expect(!finding.path.isEmpty)
    }

    @Test("a change stands in its sound set exactly once", arguments: cases)
    func changes(sample: Case) {
        var text = sample.example.base.segments
        for change in sample.example.preparing + [sample.example.change] {
            #expect(text.ranges(of: change.from).count == 1, "\(change.from)")
            if let range = text.firstRange(of: change.from) { text.replaceSubrange(range, with: change.to) }
        }
    }

    @Test("without its check a rule's failing example is sound", arguments: cases)
    func removed(sample: Case) throws {
        var configuration = RuleConfiguration()
        configuration.disabled = [sample.rule.id]
        let example = sample.example
        let found = try Checked.ruleFindings(
            in: example.failing, configuration, codes: example.codes,
            against: example.counterpart?.interchange([]))
        let findings = Self.faults(found).filter {
            !$0.rule.silences(sample.rule) && !example.beside.contains($0.rule.id)
        }
        #expect(Checked.lines(findings) == [])
    }
}

extension Finding.Rule {
    /// Whether a rule that is off was what kept this one from speaking.
    fileprivate func silences(_ rule: Rule) -> Bool {
        RuleSet.rule(id)?.silentAfter.contains(rule.id) ?? false
    }
}
