import Testing
import X12Grammar
import X12Models
import X12Specs
import X12Text

@Suite("Remittance model against its guide")
struct RemittanceCoverageTests {
    /// A segment of a loop; the transaction set itself has no loop identifier.
    struct Segment: Hashable {
        var loop: String
        var identifier: String
        var code: String
    }

    /// An element or component of a segment.
    struct Place: Hashable {
        var segment: Segment
        var element: Int
        var component: Int

        init(_ segment: Segment, _ element: Int, _ component: Int = 0) {
            self.segment = segment
            self.element = element
            self.component = component
        }

        init(_ visit: ModelOutline.Visit) {
            segment = Segment(
                loop: visit.loops.last ?? "", identifier: visit.segment, code: visit.code)
            element = visit.element
            component = visit.component
        }
    }

    let guide: Guide
    let visits: [ModelOutline.Visit]
    let places: Set<Place>
    /// The guide's segments as the walk names them, in the guide's order.
    let rules: [(segment: Segment, rule: SegmentRule)]

    init() throws {
        let guide = try #require(X12Specs.guide("005010X221A1"))
        self.guide = guide
        visits = Self.visits(as: .segments)
        places = Set(visits.map(Place.init))
        rules = guide.segments.map { rule in
            let loop = guide.loops[rule.loop]
            let segment = Segment(
                loop: loop.parent < 0 ? "" : loop.identifier, identifier: rule.identifier.description,
                code: rule.discriminator?.values.first ?? "")
            return (segment, rule)
        }
    }

    private static func visits(as view: ModelOutline.View) -> [ModelOutline.Visit] {
        ModelOutline(of: RemittanceHeader.self, as: view).visits
            + ModelOutline(of: RemittanceGroup.self, loop: "2000", as: view).visits
            + ModelOutline(of: ClaimPayment.self, loop: "2100", as: view).visits
            + ModelOutline(of: RemittanceTrailer.self, as: view).visits
    }

    @Test("every segment of the guide is visited once, in the guide's order")
    func order() {
        var visited: [Segment] = []
        for place in visits.map(Place.init) where visited.last != place.segment {
            visited.append(place.segment)
        }
        #expect(visited == rules.map(\.segment))
    }

    @Test("every used element and component has a property or is a constant")
    func completeness() {
        for (segment, rule) in rules {
            for element in guide.elements[rule.elements] where element.usage != .notUsed {
                if element.components.isEmpty {
                    let place = Place(segment, element.position)
                    #expect(isVisited(place, of: rule), "\(rule.name), \(element.name)")
                    continue
                }
                for component in guide.elements[element.components] where component.usage != .notUsed {
                    let place = Place(segment, element.position, component.position)
                    #expect(isVisited(place, of: rule), "\(rule.name), \(element.name), \(component.name)")
                }
            }
        }
    }

    @Test("nothing is visited that the guide does not use, but the description of a procedure")
    func nothingMore() {
        let unused = places.filter { element(at: $0).map { $0.usage == .notUsed } ?? true }
        let names = unused.map { "\($0.segment.identifier)-\($0.element)-\($0.component)" }
        // The composite is shared with the claim, where the description is used.
        #expect(names.sorted() == ["SVC-1-7", "SVC-6-7"])
    }

    @Test("every element is visited once, as what its data type says")
    func types() {
        #expect(places.count == visits.count)
        for visit in visits {
            guard let rule = element(at: Place(visit)) else { continue }
            switch visit.kind {
            case .constant(let value):
                #expect(rule.usage == .required, "\(rule.name)")
                #expect(rule.codes >= 0 && guide.codeLists[rule.codes] == [value], "\(rule.name)")
            case .listedText: #expect(Self.kind(of: rule) == .text, "\(rule.name)")
            case let kind: #expect(kind == Self.kind(of: rule), "\(rule.name)")
            }
        }
    }

    @Test("no two properties share a path")
    func paths() {
        for part in [
            ModelOutline(of: RemittanceHeader.self, as: .properties),
            ModelOutline(of: RemittanceGroup.self, as: .properties),
            ModelOutline(of: ClaimPayment.self, as: .properties),
            ModelOutline(of: RemittanceTrailer.self, as: .properties),
        ] {
            let paths = part.visits.map(\.path)
            #expect(Set(paths).count == paths.count)
        }
    }

    @Test("adjustments are flat lists as properties")
    func flatLists() {
        let paths = Set(Self.visits(as: .properties).map(\.path))
        #expect(
            paths.isSuperset(of: [
                "adjustments[].reason", "serviceLines[].adjustments[].reason", "providerAdjustments[].reason",
                "providerAdjustments[].fiscalPeriodDate", "providerAdjustments[].beginsSegment",
            ]))
        #expect(!paths.contains { $0.contains("details") })
    }

    /// Whether the walk visits the place, or need not: a discriminator with one value is in the key.
    private func isVisited(_ place: Place, of rule: SegmentRule) -> Bool {
        if places.contains(place) { return true }
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

    private static func kind(of rule: ElementRule) -> ModelOutline.Kind {
        switch rule.type {
        case .date: .date
        case .decimal: .decimal
        case .integer: .integer
        case .time: .time
        default: .text
        }
    }
}
