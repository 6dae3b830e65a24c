import Testing
import X12Grammar
import X12Specs
import X12Text

@Suite("Structure of the guides")
struct GuideStructureTests {
    @Test("elements and components have the positions 1 to n without a gap", arguments: X12Specs.guides)
    func positions(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        for segment in guide.segments {
            let elements = guide.elements[segment.elements]
            #expect(elements.map(\.position) == Array(1...elements.count), "\(segment.name)")
            for element in elements {
                let components = guide.elements[element.components]
                #expect(components.map(\.position) == Array(1..<components.count + 1), "\(segment.name)")
                #expect(components.isEmpty || element.type == .composite)
            }
        }
    }

    @Test("a composite that is used says its components", arguments: X12Specs.guides)
    func components(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        var missing: [String] = []
        for segment in guide.segments {
            for element in guide.elements[segment.elements]
            where element.type == .composite && element.usage != .notUsed && element.components.isEmpty {
                missing.append(
                    "\(guide.loops[segment.loop].identifier) \(segment.identifier) \(element.position)")
            }
        }
        #expect(missing == [])
    }

    @Test("a loop begins with a segment that is required once", arguments: X12Specs.guides)
    func openers(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        for loop in guide.loops {
            let opener = guide.segments[try #require(loop.segments.first)]
            #expect(opener.order == 1 && opener.usage == .required && opener.maximumUse == 1, "\(loop.name)")
            #expect(loop.children.allSatisfy { guide.loops[$0].order > 1 }, "\(loop.name)")
        }
    }

    @Test("within a loop the order rises with the printed position", arguments: X12Specs.guides)
    func order(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        for loop in guide.loops {
            var printed: [Int: Set<Int>] = [:]
            for segment in loop.segments.map({ guide.segments[$0] }) {
                printed[segment.order, default: []].insert(segment.position)
            }
            for child in loop.children.map({ guide.loops[$0] }) {
                printed[child.order, default: []].insert(child.position)
            }
            #expect(printed.values.allSatisfy { $0.count == 1 }, "\(loop.name)")
            #expect(printed.keys.sorted() == Array(1...printed.count), "\(loop.name)")
            let orders = loop.segments.map { guide.segments[$0].order }
            #expect(orders == orders.sorted(), "\(loop.name)")
        }
    }

    @Test("code lists hold something, nothing twice, and fit their data elements", arguments: X12Specs.guides)
    func codes(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        for list in guide.codeLists {
            #expect(!list.isEmpty && Set(list).count == list.count)
        }
        #expect(Set(guide.codeLists).count == guide.codeLists.count)
        for element in guide.elements where element.codes >= 0 {
            let lengths = element.minimumLength...element.maximumLength
            #expect(
                guide.codeLists[element.codes].allSatisfy { lengths.contains($0.utf8.count) },
                "\(element.name)")
        }
    }

    @Test("syntax notes speak of elements that are there", arguments: X12Specs.guides)
    func syntaxNotes(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        // No segment of a 999 has one.
        #expect(guide.syntaxNotes.isEmpty == (identifier == "005010X231A1"))
        for segment in guide.segments {
            for note in guide.syntaxNotes[segment.syntaxNotes] {
                #expect(note.positions.count >= 2)
                #expect(
                    note.positions.allSatisfy { (1...segment.elements.count).contains($0) }, "\(segment.name)"
                )
            }
        }
    }

    @Test("LS and LE bracket the loop between them", arguments: X12Specs.guides)
    func brackets(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        #expect(
            (guide.segments.count { $0.bracketed >= 0 })
                == (["005010X279A1-271": 4, "005010X220A1": 2][identifier] ?? 0))
        for loop in guide.loops {
            let segments = loop.segments.map { guide.segments[$0] }
            guard let start = segments.first(where: { $0.identifier == "LS" }),
                let end = segments.first(where: { $0.identifier == "LE" })
            else { continue }
            let between = loop.children.filter { (start.order...end.order).contains(guide.loops[$0].order) }
            #expect(between == [start.bracketed] && between == [end.bracketed], "\(loop.name)")
        }
    }
}
