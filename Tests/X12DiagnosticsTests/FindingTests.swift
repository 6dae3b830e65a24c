import Testing
import X12Diagnostics

@Suite("Findings")
struct FindingTests {
    @Test("a finding of another rule keeps everything else")
    func otherRule() {
        var context = Finding.Context()
        context.claim = "PCN0001"
        var finding = Finding(
            Finding.Rule("T-ONE", level: 3, .error, "one", help: "none"),
            at: Location(byteOffset: 7, line: 1, segment: 2, element: 3), in: context,
            found: Fact("Z", .code), expected: ["A"], detail: "words")
        finding.path = "claims[0]"
        finding.serviceLine = 4
        finding.trigger = Finding.Trigger(at: Location(byteOffset: 1), segment: "CLM", loop: "2300")
        let other = finding.with(rule: Finding.Rule("T-TWO", level: 3, .warning, "two", help: "none"))
        #expect(other.rule.id == "T-TWO" && other.rule.severity == .warning)
        #expect(other != finding)
        // With its own rule back it is the same in every property, those included that come later.
        #expect(other.with(rule: finding.rule) == finding)
    }
}
