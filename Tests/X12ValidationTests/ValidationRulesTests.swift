import Testing
import X12Diagnostics
import X12TestSupport
import X12Validation

@Suite("Catalogue of validation")
struct ValidationRulesTests {
    @Test("each rule says what is wrong and what to do, in one line")
    func words() {
        for rule in ValidationRules.all {
            #expect(!rule.wording.isEmpty && !rule.help.isEmpty, "\(rule.id)")
            #expect(!rule.wording.contains("\n") && !rule.wording.hasSuffix("."), "\(rule.id)")
            #expect((1...2).contains(rule.level), "\(rule.id)")
        }
    }

    @Test("rules stand in the order of their ids, and differ from each other")
    func order() {
        let ids = ValidationRules.all.map(\.id)
        #expect(ids == ids.sorted())
        #expect(Set(ValidationRules.all.map(Self.key)).count == ids.count)
    }

    /// What tells rules apart that share an id.
    private static func key(_ rule: Finding.Rule) -> String {
        "\(rule.id) \(rule.severity) \(rule.wording) \(rule.acknowledgement.elementError)"
    }

    @Test("each rule is broken by one of the changes and samples of these tests")
    func tried() throws {
        let edits = EnvelopeRulesTests.edits + SyntaxRulesTests.edits + GuideRulesTests.edits
        var found: Set<String> = []
        for edit in edits {
            for finding in try Validation.findings(in: edit.bytes()) { found.insert(Self.key(finding.rule)) }
        }
        for sample in SampleFilesTests.faulty {
            for finding in (try? Validation.findings(in: sample.bytes)) ?? [] {
                found.insert(Self.key(finding.rule))
            }
        }
        for rule in ValidationRules.all {
            #expect(found.contains(Self.key(rule)), "\(rule.id): \(rule.wording)")
        }
    }
}
