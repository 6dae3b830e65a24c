import Testing
import X12Diagnostics
import X12Grammar
import X12Parser
import X12Specs
import X12Text
import X12Validation

@testable import X12Acknowledgements

@Suite("Codes of answers")
struct CodeCoverageTests {
    private static let rules = ReadingRules.all + StructureRules.all + ValidationRules.all

    /// The codes that the guide of the 999, and the standard for the TA1, list for an element.
    private static func codes(_ segment: String, _ element: Int) throws -> Set<String> {
        if segment == "TA1" {
            return Set(try #require(X12Specs.dictionary.slot(element, of: "TA1")).codes)
        }
        let guide = try #require(X12Specs.guide("005010X231A1"))
        let rule = try #require(guide.segments.first { $0.identifier.description == segment })
        return Set(guide.codeLists[guide.elements[rule.elements.lowerBound + element - 1].codes])
    }

    @Test("each rule's codes are those of the answer's guide")
    func declared() throws {
        let sets = try Self.codes("IK5", 2)
        let segments = try Self.codes("IK3", 4)
        let elements = try Self.codes("IK4", 3)
        let groups = try Self.codes("AK9", 5)
        let notes = try Self.codes("TA1", 5)
        for rule in Self.rules {
            let codes = rule.acknowledgement
            let all =
                [
                    (codes.setError, sets), (codes.segmentError, segments), (codes.elementError, elements),
                    (codes.groupError, groups),
                ] + codes.interchangeNotes.values.map { ($0, notes) }
            for (code, list) in all where !code.isEmpty {
                #expect(list.contains(code), "\(rule.id): \(code)")
            }
        }
    }

    @Test("every error has a code to tell it by")
    func complete() {
        for rule in Self.rules where rule.severity >= .error {
            #expect(rule.acknowledgement != Finding.Acknowledgement(), "\(rule.id): \(rule.wording)")
        }
    }

    /// A finding on the billing provider's NM102 by a made-up rule.
    private func finding(_ acknowledgement: Finding.Acknowledgement, element: Int = 2) -> Finding {
        let rule = Finding.Rule("TRY-CODE", level: 2, .error, "", help: "", acknowledgement: acknowledgement)
        var context = Finding.Context()
        context.segment = "NM1"
        context.loop = "2010AA"
        return Finding(
            rule, at: Location(segment: 9, segmentPosition: 7, element: element), in: context,
            found: Fact("7", .code))
    }

    private func verdict(_ made: Finding) throws -> [String] {
        let answer = try Answer.answer(Array(Inputs.claim.utf8), Answer.options) { block in
            block.count > 0 && block.view(0).identifier == "HL" && block.view(0)[3].string == "20"
                ? [made] : []
        }
        #expect(try Answer.findings(in: answer.bytes).isEmpty)
        return Answer.lines(answer.bytes).filter { $0.hasPrefix("IK") || $0.hasPrefix("CTX") }
    }

    @Test("every IK403 can be written")
    func elementCodes() throws {
        for code in try Self.codes("IK4", 3) {
            #expect(
                try verdict(finding(.element(code))) == [
                    "IK3*NM1*7*2010*8", "IK4*2*1065*\(code)*7", code.hasPrefix("I") ? "IK5*R*I5" : "IK5*R*5",
                ])
        }
    }

    @Test("every IK304 can be written; what is missing is told where it was expected")
    func segmentCodes() throws {
        for code in try Self.codes("IK3", 4) {
            let status = code.hasPrefix("I") ? "IK5*R*I5" : "IK5*R*5"
            #expect(try verdict(finding(.segment(code), element: 0)) == ["IK3*NM1*7*2010*\(code)", status])
            #expect(try verdict(finding(.missing(code), element: 0)) == ["IK3*NM1*8*2010*\(code)", status])
        }
    }

    @Test("every IK502 can be written")
    func setCodes() throws {
        for code in try Self.codes("IK5", 2) {
            #expect(try verdict(finding(.set(code), element: 0)) == ["IK5*R*\(code)"])
        }
    }

    @Test("what makes an element necessary is told in a context")
    func triggers() throws {
        var made = finding(.element("I9"))
        made.trigger = Finding.Trigger(
            at: Location(segmentPosition: 6, element: 4), segment: "HL", loop: "2000A")
        #expect(
            try verdict(made) == [
                "IK3*NM1*7*2010*8", "IK4*2*1065*I9*7", "CTX*SITUATIONAL TRIGGER*HL*6*2000*4", "IK5*R*I5",
            ])
        var segment = finding(.segment("I9"), element: 0)
        segment.trigger = made.trigger
        #expect(
            try verdict(segment) == [
                "IK3*NM1*7*2010*I9", "CTX*SITUATIONAL TRIGGER*HL*6*2000*4", "IK5*R*I5",
            ])
    }

    @Test("rules of higher levels are no matter of the 999 unless the options say so")
    func levels() throws {
        let rule = Finding.Rule("TRY-HIGH", level: 3, .error, "", help: "", acknowledgement: .element("I12"))
        var made = finding(.element("I12"))
        made = Finding(rule, at: made.location, in: made.context)
        #expect(try verdict(made) == ["IK5*A"])
        var options = try Answer.options
        options.highestLevel = 3
        let answer = try Answer.answer(Array(Inputs.claim.utf8), options) { block in
            block.count > 0 && block.view(0).identifier == "HL" && block.view(0)[3].string == "20"
                ? [made] : []
        }
        #expect(Answer.lines(answer.bytes).contains("IK4*2*1065*I12"))
    }

    @Test(
        "faults in control segments are told by their place",
        arguments: [
            ("GS", 6, "AK9*R*1*1*0*6"), ("GS", 8, "AK9*R*1*1*0*2"), ("GS", 2, "AK9*R*1*1*0*1"),
            ("GE", 3, "AK9*R*1*1*0*5"),
            ("ST", 2, "IK5*R*7"), ("ST", 1, "IK5*R*6"), ("IEA", 3, "TA1*000000101*260301*0930*R*022"),
        ])
    func controlSegments(segment: String, element: Int, line: String) throws {
        var made = finding(.element("5"), element: element)
        made.context.segment = segment
        let answer = try Answer.answer(Array(Inputs.claim.utf8), Answer.options) { block in
            block.kind == .header ? [made] : []
        }
        #expect(Answer.lines(answer.bytes).contains(line))
    }
}
