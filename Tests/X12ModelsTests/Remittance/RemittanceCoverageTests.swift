import Testing
import X12Grammar
import X12Models
import X12Specs
import X12Text

@Suite("Remittance model against its guide")
struct RemittanceCoverageTests {
    typealias Segment = WalkOutline.Segment
    typealias Place = WalkOutline.Place

    let guide: Guide
    let outline: WalkOutline
    /// The guide's segments as the walk names them, in the guide's order.
    let rules: [(segment: Segment, rule: SegmentRule)]

    init() throws {
        let guide = try #require(X12Specs.guide("005010X221A1"))
        var outline = WalkOutline()
        outline.visit(RemittanceHeader.self)
        outline.visit(RemittanceGroup.self, in: "2000")
        outline.visit(ClaimPayment.self, in: "2100")
        outline.visit(RemittanceTrailer.self)
        self.guide = guide
        self.outline = outline
        rules = guide.segments.map { rule in
            let loop = guide.loops[rule.loop]
            let code = SegmentIdentifier(rule.discriminator?.values.first ?? "")
            let key = SegmentKey(packedIdentifier: rule.identifier.packed, packedCode: code.packed)
            return (Segment(loop: loop.parent < 0 ? "" : loop.identifier, key: key.packed), rule)
        }
    }

    @Test("every segment of the guide is visited once, in the guide's order")
    func order() {
        #expect(outline.segments == rules.map(\.segment))
    }

    @Test("every used element and component has a property or is a constant")
    func completeness() {
        for (segment, rule) in rules {
            for element in guide.elements[rule.elements] where element.usage != .notUsed {
                let place = Place(segment: segment, element: element.position, component: 0)
                if element.components.isEmpty {
                    #expect(isVisited(place, of: rule), "\(rule.name), \(element.name)")
                    continue
                }
                for component in guide.elements[element.components] where component.usage != .notUsed {
                    let inner = Place(
                        segment: segment, element: element.position, component: component.position)
                    #expect(isVisited(inner, of: rule), "\(rule.name), \(element.name), \(component.name)")
                }
            }
        }
    }

    @Test("nothing is visited that the guide does not use, but the description of a procedure")
    func nothingMore() {
        var unused: [String] = []
        for (place, rule) in outline.kinds.keys.map({ ($0, element(at: $0)) }) {
            guard rule.map({ $0.usage == .notUsed }) ?? true else { continue }
            let identifier = SegmentIdentifier(packed: UInt32(truncatingIfNeeded: place.segment.key))
            unused.append("\(identifier)-\(place.element)-\(place.component)")
        }
        // The composite is shared with the claim, where the description is used.
        #expect(unused.sorted() == ["SVC-1-7", "SVC-6-7"])
    }

    @Test("every element is visited once, as what its data type says")
    func types() {
        for (place, kinds) in outline.kinds {
            guard let rule = element(at: place) else { continue }
            #expect(kinds.count == 1, "\(rule.name)")
            switch kinds.first {
            case .constant(let value):
                #expect(rule.usage == .required, "\(rule.name)")
                #expect(rule.codes >= 0 && guide.codeLists[rule.codes] == [value], "\(rule.name)")
            case let kind: #expect(kind == Self.kind(of: rule), "\(rule.name)")
            }
        }
    }

    /// Whether the walk visits the place, or need not: a discriminator with one value is in the key.
    private func isVisited(_ place: Place, of rule: SegmentRule) -> Bool {
        if outline.kinds[place] != nil { return true }
        guard let discriminator = rule.discriminator else { return false }
        return discriminator.values.count == 1 && discriminator.element == place.element
            && discriminator.component == place.component
    }

    private func element(at place: Place) -> ElementRule? {
        guard let rule = rules.first(where: { $0.segment == place.segment })?.rule else { return nil }
        let element = guide.elements[rule.elements].first { $0.position == place.element }
        guard let element, place.component > 0 else { return element }
        return guide.elements[element.components].first { $0.position == place.component }
    }

    private static func kind(of rule: ElementRule) -> WalkOutline.Kind {
        switch rule.type {
        case .composite: .composite
        case .date: .date
        case .decimal: .decimal
        case .integer: .integer
        case .time: .time
        default: .text
        }
    }
}
