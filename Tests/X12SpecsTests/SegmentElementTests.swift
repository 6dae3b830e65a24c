import Testing
import X12Grammar
import X12Specs
import X12Text

@Suite("Elements of a guide's segments")
struct SegmentElementTests {
    @Test("an element is found by its position, a component by its own; where there is none, nothing is")
    func positions() throws {
        let guide = try #require(X12Specs.guide("005010X222A1"))
        let claim = try #require(guide.segments.first { $0.identifier == "CLM" })
        #expect(claim.element(1, in: guide)?.name == "Patient Control Number")
        #expect(claim.element(5, in: guide)?.components.count == 3)
        #expect(claim.element(5, 1, in: guide)?.name == "Place of Service Code")
        #expect(claim.element(5, 3, in: guide)?.name == "Claim Frequency Code")
        #expect(claim.element(5, 4, in: guide) == nil)
        #expect(claim.element(0, in: guide) == nil)
        #expect(claim.element(claim.elements.count, in: guide) != nil)
        #expect(claim.element(claim.elements.count + 1, in: guide) == nil)
        // One without components is its own.
        #expect(claim.element(2, 1, in: guide)?.name == claim.element(2, in: guide)?.name)
    }
}
