import Testing
import X12Acknowledgements
import X12Diagnostics
import X12Models
import X12Text

@testable import X12Rules

/// What a 999 says of what a rule finds.
@Suite("Answers to what rules find")
struct RuleAnswerTests {
    /// One example of one rule, broken.
    struct Case: CustomTestStringConvertible, Sendable {
        let rule: Rule
        let number: Int
        var testDescription: String { "\(rule.id) \(rule.examples[number].fault) \(number + 1)" }
    }

    static let cases = RuleSet.all.flatMap { rule in
        rule.examples.indices.map { Case(rule: rule, number: $0) }
    }

    @Test("who refuses or notes a segment names it, and the answer is clean", arguments: cases)
    func answer(sample: Case) throws {
        let example = sample.rule.examples[sample.number]
        var configuration = RuleConfiguration()
        configuration.enabled = [sample.rule.id]
        var engine = RuleEngine(configuration, codes: example.codes)
        let answer = try Answer.answer(Array(example.failing.utf8), Answer.options) { block in
            var findings: [Finding] = []
            engine.check(block, into: &findings)
            return findings
        }
        // What is an answer itself has none.
        guard !answer.bytes.isEmpty else { return }
        var reader = ModelReader(ByteSource(bytes: answer.bytes))
        while let item = try reader.next() {
            guard case .transactionSetResponse(let response) = item else { continue }
            let speaksOfSegments = response.errorCodes.contains { ["5", "I5"].contains($0) }
            #expect(speaksOfSegments == !response.segmentErrors.isEmpty)
        }
        let findings = try Answer.findings(in: answer.bytes, withRules: true)
        #expect(findings.map { "\($0.rule.id) \($0.context.segment)\($0.location.element)" } == [])
    }
}
