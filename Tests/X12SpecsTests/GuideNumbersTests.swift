import Testing
import X12Grammar
import X12Specs
import X12Text

@Suite("Numbers of the guides")
struct GuideNumbersTests {
    /// What was counted in the tables that the guides were written from, loops used twice counted twice, with
    /// what was decided otherwise added to it.
    struct Numbers: CustomTestStringConvertible {
        let guide: String
        let loops, segments, elements, components, codedElements, codes: Int

        var testDescription: String { guide }
    }

    static let known = [
        // No table lists the components of REF04 in 2420A (six, one coded), which stands there twice.
        Numbers(
            guide: "005010X222A1", loops: 65, segments: 381, elements: 2405, components: 654 + 12,
            codedElements: 859 + 2, codes: 2800 + 2),
        Numbers(
            guide: "005010X221A1", loops: 5, segments: 53, elements: 442, components: 28, codedElements: 84,
            codes: 532),
        Numbers(
            guide: "005010X279A1-270", loops: 10, segments: 43, elements: 274, components: 168,
            codedElements: 78, codes: 625),
        Numbers(
            guide: "005010X279A1-271", loops: 14, segments: 69, elements: 435, components: 168,
            codedElements: 165, codes: 1732),
        // STC10-3 and STC11-3 of 2200C and 2200D have the codes of STC01-3 too.
        Numbers(
            guide: "005010X214", loops: 13, segments: 38, elements: 210, components: 56, codedElements: 69,
            codes: 253 + 2 * 4 + 2 * 27),
        // IK403 goes without the code 11, which no release of the standard has.
        Numbers(
            guide: "005010X231A1", loops: 3, segments: 11, elements: 52, components: 19, codedElements: 21,
            codes: 299 - 1),
        Numbers(
            guide: "005010X223A2", loops: 59, segments: 273, elements: 2002, components: 1970,
            codedElements: 716, codes: 1798),
        // ST03 names this guide alone.
        Numbers(
            guide: "005010X224A2", loops: 53, segments: 254, elements: 1602, components: 232,
            codedElements: 439, codes: 1142 - 1),
        Numbers(
            guide: "005010X212-276", loops: 14, segments: 41, elements: 217, components: 16,
            codedElements: 61,
            codes: 90),
        Numbers(
            guide: "005010X212-277", loops: 16, segments: 44, elements: 270, components: 88,
            codedElements: 90,
            codes: 2812),
        Numbers(
            guide: "005010X220A1", loops: 20, segments: 76, elements: 470, components: 10, codedElements: 140,
            codes: 785),
        Numbers(
            guide: "005010X218", loops: 15, segments: 41, elements: 304, components: 15, codedElements: 57,
            codes: 218),
    ]

    @Test("loops, segments, elements, components and codes are all there", arguments: known)
    func counts(numbers: Numbers) throws {
        let guide = try #require(X12Specs.guide(numbers.guide))
        let elements = guide.segments.flatMap { guide.elements[$0.elements] }
        let components = elements.flatMap { guide.elements[$0.components] }
        let codes = (elements + components).filter { $0.codes >= 0 }.map { guide.codeLists[$0.codes] }
        // The transaction set itself is the first loop, which the tables do not count.
        #expect(guide.loops.count - 1 == numbers.loops)
        #expect(guide.segments.count == numbers.segments)
        #expect(elements.count == numbers.elements)
        #expect(components.count == numbers.components)
        #expect(codes.count == numbers.codedElements)
        #expect(codes.map(\.count).reduce(0, +) == numbers.codes)
    }

    @Test("every guide that comes along has its numbers here")
    func complete() {
        #expect(Self.known.map(\.guide).sorted() == X12Specs.guides)
    }

    @Test("loop 2300 of the 837P stands under 2000B and 2000C, on the same elements")
    func sharedLoop() throws {
        let guide = try #require(X12Specs.guide("005010X222A1"))
        let claims = guide.loops.filter { $0.identifier == "2300" }
        #expect(claims.map { guide.loops[$0.parent].identifier } == ["2000B", "2000C"])
        // The subscriber may have no claim of his own; a patient without a claim makes no sense.
        #expect(claims.map(\.usage) == [.situational, .required])
        let segments = claims.map { $0.segments.map { guide.segments[$0] } }
        #expect(segments[0].map(\.elements) == segments[1].map(\.elements))
        #expect(Set(segments[0].map(\.loop)).isDisjoint(with: segments[1].map(\.loop)))
    }

    @Test(
        "blocks are cut at the hierarchical levels and at claims, patients or answers",
        arguments: [
            ("005010X222A1", ["2000A", "2000B", "2000C"], ["2300", "2300"]),
            ("005010X221A1", ["2000"], ["2100"]),
            ("005010X279A1-270", ["2000A", "2000B"], ["2000C", "2000D"]),
            ("005010X279A1-271", ["2000A", "2000B"], ["2000C", "2000D"]),
            ("005010X214", ["2000A", "2000B", "2000C"], ["2000D"]),
            ("005010X231A1", [], ["2000"]),
            ("005010X223A2", ["2000A", "2000B", "2000C"], ["2300", "2300"]),
            ("005010X224A2", ["2000A", "2000B", "2000C"], ["2300", "2300"]),
            ("005010X212-276", ["2000A", "2000B", "2000C"], ["2000D", "2000E"]),
            ("005010X212-277", ["2000A", "2000B", "2000C"], ["2000D", "2000E"]),
            ("005010X220A1", [], ["2000"]),
            ("005010X218", ["2000A", "2000B"], ["2300A", "2300B"]),
        ])
    func blocks(identifier: String, levels: [String], units: [String]) throws {
        let guide = try #require(X12Specs.guide(identifier))
        #expect(guide.loops.filter { $0.block == .level }.map(\.identifier) == levels)
        #expect(guide.loops.filter { $0.block == .unit }.map(\.identifier) == units)
    }
}
