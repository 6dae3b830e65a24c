import Testing
import X12Diagnostics
import X12Grammar
import X12Models
import X12Parser
import X12Rules
import X12Text
import X12Validation

@testable import X12Rules

/// Claims, payments and answers of very many lines, all of them wrong: the time for a finding must not grow with them.
///
/// With the square of their number, one of these takes many minutes.
@Suite("Blocks of many lines", .timeLimit(.minutes(3)))
struct LargeBlockTests {
    /// A sound set, a piece of it, what each of many copies of the piece is, and the rule that all of these break.
    struct Sample: CustomTestStringConvertible, Sendable {
        let set: ExampleSet
        let piece: String
        let copy: @Sendable (Int) -> String
        let rule: String
        var testDescription: String { "\(set.title), \(rule)" }
    }

    static let count = 12_000

    @Test(
        "what rules find in a block is found at once, and bounded",
        arguments: [
            Sample(
                set: .takeback, piece: "SVC*HC:87880*60*45**1~\nDTM*472*20260220~\nCAS*CO*45*15~",
                copy: { _ in "SVC*HC:87880*60*45**1~\nDTM*472*20260220~\nCAS*CO*45*16~" },
                rule: "835-BAL-LINE"),
            Sample(
                set: .officeVisit,
                piece: "LX*2~\nSV1*HC:87880*60*UN*1***1~\nDTP*472*D8*20260220~\nREF*6R*L2~",
                copy: { "LX*\($0 + 2)~\nSV1*HC:87880*60*UN*1*11**1~\nDTP*472*D8*20260220~" },
                rule: "837P-POS-LINE"),
            Sample(
                set: .takeback, piece: "CAS*CO*45*15~", copy: { _ in "CAS*CO*99999*1~" },
                rule: "835-CAS-CARC"),
        ])
    func bounded(sample: Sample) throws {
        let findings = try Self.findings(in: sample)
        let kept = findings.filter { $0.rule.id == sample.rule }
        // Others, on the claim, may be among those that are kept.
        #expect(Block.mostFindings - 9...Block.mostFindings ~= kept.count)
        #expect(Set(kept.map(\.path)).count == kept.count)
        #expect(Set(kept.map(\.location.segment)).count == kept.count)
        let omitted = findings.compactMap { $0.rule == .findingsOmitted ? Int($0.detail) : nil }
        #expect(omitted.contains { $0 >= Self.count - Block.mostFindings }, "\(omitted)")
    }

    @Test(
        "what is wrong with each part of an answer is found at once",
        arguments: [
            Sample(
                set: .benefits, piece: "EB*R**30~", copy: { _ in "EB*B*IND*98***27**.3****Y~" },
                rule: "271-COPAY-COINS"),
            Sample(
                set: .benefits, piece: "EB*R**30~", copy: { "EB*C*IND*30***29*-\($0 + 1)*****Y~" },
                rule: "271-REMAIN-LE-BASE"),
            Sample(
                set: .groupAnswered, piece: "IK3*SBR*18*2320*8~", copy: { "IK3*SBR*\($0 + 2)*2320*99~" },
                rule: "GDE-CODE-BAD"),
        ])
    func answers(sample: Sample) throws {
        let findings = try Self.findings(in: sample)
        #expect(findings.count { $0.rule.id == sample.rule } == Block.mostFindings)
    }

    /// All findings, each with the line and the property that a report names.
    private static func findings(in sample: Sample) throws -> [Finding] {
        let text = sample.set.interchange([])
        let copies = (0..<count).map(sample.copy).joined(separator: "\n")
        let bytes = Array(text.replacing(sample.piece, with: copies, maxReplacements: 1).utf8)
        var reader = BlockReader(ByteSource(bytes: bytes))
        var validator = BlockValidator()
        var rules = RuleEngine()
        var properties = PropertyFinder()
        var block = Block()
        var all: [Finding] = []
        while try reader.next(into: &block) {
            var findings = block.findings
            validator.validate(block, into: &findings)
            rules.check(block, into: &findings)
            properties.enter(block)
            var chart: BlockChart?
            for finding in findings {
                _ = FindingExplainer.explain(finding, in: block, &chart)
                if let index = block.index(ofOrdinal: finding.location.segment) {
                    _ = properties.path(of: PartPlace(segment: index, element: 1), in: block, &chart)
                }
            }
            all += findings
        }
        return all
    }
}
