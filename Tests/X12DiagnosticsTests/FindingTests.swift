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

    @Test(
        "the codes that tell a finding are those for where it is",
        arguments: [
            (Finding.Acknowledgement.interchange([5: "005", 6: "006"]), "ISA", 6, 0, "ta105 006"),
            (.interchange("022"), "", 0, 0, "ta105 022"), (.element("6"), "ISA", 9, 0, "ta105 022"),
            (.segment("6"), "TA1", 0, 0, "ta105 022"), (.segment("6"), "TA1", 0, 7, "ik304 6"),
            (.element("6"), "GS", 6, 0, "ak905 6"), (.element("6"), "GS", 8, 0, "ak905 2"),
            (.element("6"), "GS", 2, 0, "ak905 1"), (.element("6"), "GE", 1, 0, "ak905 5"),
            (.element("4"), "ST", 2, 1, "ik502 7"), (.element("7", "A7:562:85"), "ST", 1, 1, "category A7"),
            (.element("7"), "CLM", 5, 20, "ik304 8"), (.claim("A7:21"), "CLM", 2, 20, "category A7"),
        ] as [(Finding.Acknowledgement, String, Int, Int, String)])
    func told(
        codes: Finding.Acknowledgement, segment: String, element: Int, position: Int, told: String
    ) {
        var context = Finding.Context()
        context.segment = segment
        var place = Location()
        place.element = element
        place.segmentPosition = position
        let rule = Finding.Rule("T-ONE", level: 1, .error, "one", help: "none", acknowledgement: codes)
        let named = Finding(rule, at: place, in: context).acknowledgement.named.map {
            "\($0.name) \($0.code)"
        }
        #expect(named.contains(told), "\(named)")
        // It is told once: of the interchange, a group, a set or a segment.
        let kinds = ["ta105", "ak905", "ik502", "ik304"]
        #expect(named.count { word in kinds.contains { word.hasPrefix($0) } } <= 1, "\(named)")
    }
}
