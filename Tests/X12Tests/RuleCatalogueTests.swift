import Testing
import X12

@Suite("Catalogue of all rules")
struct RuleCatalogueTests {
    @Test("each rule says what is wrong and what to do, in one line")
    func words() {
        for rule in RuleCatalogue.all {
            #expect(!rule.wording.isEmpty && !rule.help.isEmpty, "\(rule.id)")
            #expect(!rule.wording.contains("\n") && !rule.wording.hasSuffix("."), "\(rule.id)")
            #expect(!rule.help.contains("\n") && !rule.help.hasSuffix("."), "\(rule.id)")
            #expect((1...7).contains(rule.level), "\(rule.id)")
        }
    }

    @Test("rules differ from each other, and stand in the order of their ids")
    func order() {
        let keys = RuleCatalogue.all.map {
            "\($0.id) \($0.severity) \($0.wording) \($0.acknowledgement.elementError)"
        }
        #expect(Set(keys).count == keys.count)
        let ids = RuleCatalogue.all.map(\.id)
        #expect(ids == ids.sorted())
    }

    @Test("the page of rules is what the declarations say")
    func page() throws {
        let page = try RulesPage.page.expectUpToDate()
        for rule in RuleCatalogue.all { #expect(page.contains("\n| \(rule.id) |"), "\(rule.id)") }
    }
}
