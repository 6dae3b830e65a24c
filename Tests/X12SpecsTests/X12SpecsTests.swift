import Testing
import X12Grammar
import X12Specs

@Suite("The guides that come along")
struct X12SpecsTests {
    @Test("every listed guide is there under its identifier", arguments: X12Specs.guides)
    func listed(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        #expect(identifier == guide.identifier || identifier == "\(guide.identifier)-\(guide.transactionSet)")
    }

    @Test("an unknown identifier has no guide", arguments: ["", "005010X222", "005010x222a1"])
    func unknown(identifier: String) {
        #expect(X12Specs.guide(identifier) == nil)
    }
}
