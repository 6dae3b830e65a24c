import Testing
import X12Grammar
import X12Specs
import X12Text

@Suite("Where a segment belongs")
struct GuideAmbiguityTests {
    @Test("a segment identifier is told apart by one position throughout a guide", arguments: X12Specs.guides)
    func onePosition(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        var places: [SegmentIdentifier: Set<[Int]>] = [:]
        for segment in guide.segments {
            guard let discriminator = segment.discriminator else { continue }
            places[segment.identifier, default: []].insert([discriminator.element, discriminator.component])
        }
        #expect(!places.isEmpty)
        #expect(places.filter { $0.value.count > 1 }.isEmpty)
    }

    @Test("what tells a segment apart is among the codes of that element", arguments: X12Specs.guides)
    func discriminatingCodes(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        for segment in guide.segments {
            guard let discriminator = segment.discriminator else { continue }
            var element = guide.elements[segment.elements.lowerBound + discriminator.element - 1]
            if discriminator.component > 0 {
                element = guide.elements[element.components.lowerBound + discriminator.component - 1]
            }
            try #require(element.codes >= 0, "\(segment.name)")
            #expect(Set(discriminator.values).isSubset(of: guide.codeLists[element.codes]), "\(segment.name)")
            #expect(element.usage == .required, "\(segment.name)")
        }
    }

    @Test("no segment could enter at two places of one loop", arguments: X12Specs.guides)
    func siblings(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        #expect(guide.ambiguousSiblings == [])
    }

    @Test("no segment of a loop could also go on in a loop around it", arguments: X12Specs.guides)
    func acrossLevels(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        #expect(guide.ambiguousAcrossLevels == [])
    }

    @Test("the two rules above find what they should")
    func rules() throws {
        var guide = try #require(X12Specs.guide("005010X222A1"))
        for index in guide.segments.indices where guide.segments[index].identifier == "PWK" {
            guide.segments[index].discriminator = nil
        }
        #expect(guide.ambiguousSiblings.count == 2)
        let trailer = try #require(guide.segments.firstIndex { $0.identifier == "SE" })
        guide.segments[trailer].identifier = "N4"
        #expect(
            guide.ambiguousAcrossLevels.contains(
                "2010AA N4 Billing Provider City State and ZIP / 837 N4 Transaction Set Trailer"))
    }

    @Test("the two CTX of 999 loop 2100 are told apart by the first four characters of their names")
    func context() throws {
        var guide = try #require(X12Specs.guide("005010X231A1"))
        let contexts = guide.segments.indices.filter {
            guide.segments[$0].identifier == "CTX"
                && guide.loops[guide.segments[$0].loop].identifier == "2100"
        }
        try #require(contexts.count == 2)
        #expect(guide.segments[contexts[0]].discriminator?.values == ["SITUATIONAL TRIGGER"])
        #expect(guide.segments[contexts[1]].discriminator?.values.count == 7)
        // A name that begins like the other's would be taken for it.
        guide.segments[contexts[1]].discriminator?.values.append("SITUATION NM109")
        #expect(guide.ambiguousSiblings.count == 1)
    }

    @Test("both PWK of 837P loop 2400 are told apart although they share a report type")
    func paperwork() throws {
        let guide = try #require(X12Specs.guide("005010X222A1"))
        let paperwork = guide.segments.filter {
            $0.identifier == "PWK" && guide.loops[$0.loop].identifier == "2400"
        }
        #expect(paperwork.count == 4)
        for segment in paperwork {
            #expect(segment.discriminator?.element == 2)
            let types = guide.elements[segment.elements.lowerBound]
            #expect(guide.codeLists[types.codes].contains("CT"))
        }
    }
}

extension Guide {
    /// Pairs of places in one loop that one segment could take.
    fileprivate var ambiguousSiblings: [String] {
        var ambiguous: [String] = []
        for loop in loops.indices {
            let entries = entries(of: loop)
            for (index, first) in entries.enumerated() {
                for second in entries[(index + 1)...] where overlap(first, second) {
                    ambiguous.append(describe(first, second))
                }
            }
        }
        return ambiguous
    }

    /// Pairs of places, one in a loop and one behind it in the loops around, that one segment could take.
    fileprivate var ambiguousAcrossLevels: [String] {
        var ambiguous: [String] = []
        for loop in loops.indices.dropFirst() {
            for inner in loops[loop].segments.dropFirst() {
                for outer in reachable(from: loop) where overlap(inner, outer) {
                    ambiguous.append(describe(inner, outer))
                }
            }
        }
        return ambiguous
    }

    /// The segments by which one can enter a loop's places: its own, and the openers of the loops inside.
    fileprivate func entries(of loop: Int) -> [Int] {
        loops[loop].segments + loops[loop].children.compactMap { loops[$0].segments.first }
    }

    /// What may follow a loop in the loops around it: places of the same order or later, and repetitions.
    fileprivate func reachable(from loop: Int) -> [Int] {
        var result: [Int] = []
        var inner = loop
        while inner > 0 {
            if loops[inner].maximumUse > 1 { result += loops[inner].segments.prefix(1) }
            let outer = loops[inner].parent
            result += loops[outer].segments.filter { segments[$0].order >= loops[inner].order }
            result += loops[outer].children.filter { $0 != inner && loops[$0].order >= loops[inner].order }
                .compactMap { loops[$0].segments.first }
            inner = outer
        }
        return result
    }

    /// Whether one segment could be both; a reader looks at no more than the first four characters.
    fileprivate func overlap(_ first: Int, _ second: Int) -> Bool {
        guard segments[first].identifier == segments[second].identifier else { return false }
        guard let one = segments[first].discriminator, let other = segments[second].discriminator else {
            return true
        }
        return !Set(one.values.map { $0.utf8.prefix(4).map(\.self) })
            .isDisjoint(with: other.values.map { $0.utf8.prefix(4).map(\.self) })
    }

    fileprivate func describe(_ first: Int, _ second: Int) -> String {
        [first, second].map {
            "\(loops[segments[$0].loop].identifier) \(segments[$0].identifier) \(segments[$0].name)"
        }
        .joined(separator: " / ")
    }
}
