import Testing
import X12Grammar
import X12Specs
import X12Text

/// Cells of the guides in which sources differ, as they were decided; the reasons stand in the guides.
@Suite("Disputed cells")
struct GuideDecisionsTests {
    /// A segment of a guide, found by its loop, identifier and one telling value.
    private func elements(_ name: String, _ loop: String, _ segment: String, by value: String? = nil) throws
        -> (guide: Guide, rule: SegmentRule, elements: [ElementRule])
    {
        let guide = try #require(X12Specs.guide(name))
        let rule = try #require(
            guide.segments.first {
                guide.loops[$0.loop].identifier == loop && $0.identifier == SegmentIdentifier(segment)
                    && (value == nil || $0.discriminator?.values.first == value)
            })
        return (guide, rule, Array(guide.elements[rule.elements]))
    }

    @Test("IK403 has no 11, IK502 to IK506 have I5, and SE stands last in a 999")
    func acknowledgement() throws {
        let note = try elements("005010X231A1", "2110", "IK4")
        let codes = note.guide.codeLists[note.elements[2].codes]
        #expect(codes.count == 18 && !codes.contains("11"))
        let trailer = try elements("005010X231A1", "2000", "IK5")
        for element in trailer.elements.dropFirst() {
            #expect(trailer.guide.codeLists[element.codes].contains("I5"))
        }
        let end = try elements("005010X231A1", "999", "SE")
        #expect(end.rule.position == 1000)
        #expect(end.rule.order == note.guide.segments.filter { $0.loop == 0 }.map(\.order).max())
    }

    @Test(
        "service types of subscriber and dependent are the same list, in question and answer",
        arguments: [
            ("005010X279A1-270", "2110C", "2110D", "EQ", 1, 187),
            ("005010X279A1-271", "2110C", "2110D", "EB", 3, 187),
        ])
    func serviceTypes(
        guide: String, subscriber: String, dependent: String, segment: String, position: Int, count: Int
    ) throws {
        let first = try elements(guide, subscriber, segment)
        let second = try elements(guide, dependent, segment)
        let codes = first.guide.codeLists[first.elements[position - 1].codes]
        #expect(codes.count == count)
        #expect(Set(codes) == Set(second.guide.codeLists[second.elements[position - 1].codes]))
        #expect(first.elements[position - 1].maximumRepeat == 99)
    }

    @Test("a benefit's entity has a suffix and no prefix", arguments: ["2120C", "2120D"])
    func suffix(loop: String) throws {
        let name = try elements("005010X279A1-271", loop, "NM1")
        #expect(name.elements[5].usage == .notUsed)
        #expect(name.elements[6].usage == .situational)
        #expect(name.elements[6].name == "Benefit Related Entity Name Suffix")
    }

    @Test(
        "a 277CA counts what was accepted as YU and what was rejected as YY", arguments: ["2200B", "2200C"])
    func amounts(loop: String) throws {
        for (code, word) in [("YU", "Accepted"), ("YY", "Rejected")] {
            let amount = try elements("005010X214", loop, "AMT", by: code)
            #expect(amount.rule.name == "Total \(word) Amount")
            #expect(amount.elements[1].name == "Total \(word) Amount")
        }
    }

    @Test(
        "further statuses of a 277CA name whom the first one may name",
        arguments: ["2200B", "2200C", "2200D"])
    func statuses(loop: String) throws {
        let status = try elements("005010X214", loop, "STC")
        let lists = [0, 9, 10].map { position in
            let entity = status.guide.elements[status.elements[position].components.lowerBound + 2]
            return Set(status.guide.codeLists[entity.codes])
        }
        #expect(lists[0].isSubset(of: lists[1]) && lists[1] == lists[2])
    }

    @Test("the status of a line in a 277CA may have a date")
    func lineStatusDate() throws {
        let status = try elements("005010X214", "2220D", "STC")
        #expect(status.elements[1].usage == .situational)
    }

    @Test("REF04 of 837P 2420A has the components of 2420D")
    func otherPayer() throws {
        let rendering = try elements("005010X222A1", "2420A", "REF")
        let supervising = try elements("005010X222A1", "2420D", "REF")
        let first = Array(rendering.guide.elements[rendering.elements[3].components])
        let second = Array(supervising.guide.elements[supervising.elements[3].components])
        #expect(first == second)
        #expect(rendering.guide.codeLists[first[0].codes] == ["2U"])
    }
}
