import Testing
import X12Grammar
import X12Specs
import X12TestSupport

@Suite("Rulings on other programs' verdicts")
struct JudgeRulingsTests {
    @Test("each is about a place that the guide has, and takes something away", arguments: Pyx12Rulings.all)
    func narrowing(ruling: JudgeRuling) throws {
        let guide = try #require(X12Specs.guide(ruling.guide))
        let narrowed = try #require(ruling.narrowing(guide))
        #expect(narrowed != guide)
        #expect(!ruling.reason.isEmpty)
    }

    @Test(
        "what is valid by both sides has no finding", arguments: Set(Pyx12Rulings.all.map(\.guide)).sorted())
    func both(identifier: String) throws {
        var guide = try #require(X12Specs.guide(identifier))
        for ruling in Pyx12Rulings.all where ruling.guide == identifier {
            guide = try #require(ruling.narrowing(guide))
        }
        var generator = GrammarGenerator(guide, seed: 8)
        for _ in 1...10 {
            #expect(Validation.lines(try Validation.findings(in: generator.interchange())).prefix(5) == [])
        }
    }
}
