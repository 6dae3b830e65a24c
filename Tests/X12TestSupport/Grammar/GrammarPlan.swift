internal import X12Grammar
internal import X12Specs
internal import X12Text

/// A guide, laid out for generating: what stands in each loop in which order, which positions go together.
final class GrammarPlan: Sendable {
    let guide: Guide
    let loops: [LoopPlan]
    let segments: [SegmentPlan]
    let elements: [ElementPlan]
    /// The loop that grows when a transaction set is to be large: the first without a limit, least deep.
    let growing: Int
    /// The segments that have each element, and the element that each component is part of.
    let owners: [[Int]]
    let composites: [Int: Int]

    /// A segment or a loop inside of a loop.
    struct Item: Sendable {
        enum Kind: Sendable, Equatable {
            case segment(Int)
            case loop(Int)
        }
        let kind: Kind
        /// Whether it is a level, a claim or the like.
        let isBlock: Bool
        let order: Int
        let isRequired: Bool
        let maximum: Int
        /// What the loop begins with, or the segment itself.
        let opener: Int
    }

    /// What stands in a loop behind its opener, in the listing's order.
    struct LoopPlan: Sendable {
        let opener: Int
        var items: [Item] = []
        /// The items that share a position, one group after the other.
        var groups: [Range<Int>] = []
        /// The items that are levels below (HL), and those that are claims or the like.
        var levels: [Int] = []
        var units: [Int] = []
        /// LS, LE and the loop between them, which come together or not at all.
        var bracketed: [Int] = []
        var isLevel = false
    }

    struct SegmentPlan: Sendable {
        let identifier: SegmentIdentifier
        let name: [UInt8]
        let conditions: RelationalConditions
    }

    struct ElementPlan: Sendable {
        let codes: [[UInt8]]
        let source: ValueSource
        let minimum: Int
        /// The most characters a receiver must support.
        let maximum: Int
        /// Of a composite: which components go together.
        let conditions: RelationalConditions
    }

    init(_ guide: Guide) {
        self.guide = guide
        loops = guide.loops.indices.map { Self.loop($0, guide) }
        segments = guide.segments.map { Self.segment($0, guide) }
        elements = guide.elements.map { Self.element($0, guide) }
        var owners = Array(repeating: [Int](), count: guide.elements.count)
        var composites: [Int: Int] = [:]
        for (index, segment) in guide.segments.enumerated() where segment.usage != .notUsed {
            for element in segment.elements {
                owners[element].append(index)
                for component in guide.elements[element].components { composites[component] = element }
            }
        }
        self.owners = owners
        self.composites = composites
        var depths = Array(repeating: 0, count: guide.loops.count)
        for loop in guide.loops.indices.dropFirst() { depths[loop] = depths[guide.loops[loop].parent] + 1 }
        growing =
            guide.loops.indices.dropFirst().filter {
                guide.loops[$0].maximumUse == .max && guide.loops[$0].usage != .notUsed
            }.min { (depths[$0], $0) < (depths[$1], $1) } ?? -1
    }

    /// A loop and those around it, the set itself left out.
    func path(to loop: Int) -> Set<Int> {
        var path: Set<Int> = []
        var loop = loop
        while loop > 0 {
            path.insert(loop)
            loop = guide.loops[loop].parent
        }
        return path
    }

    // MARK: - Laying out

    private static func loop(_ index: Int, _ guide: Guide) -> LoopPlan {
        let loop = guide.loops[index]
        var plan = LoopPlan(opener: loop.segments[0])
        plan.isLevel = isLevel(index, guide)
        for segment in loop.segments.dropFirst() where guide.segments[segment].usage != .notUsed {
            let rule = guide.segments[segment]
            plan.items.append(
                Item(
                    kind: .segment(segment), isBlock: false, order: rule.order,
                    isRequired: rule.usage == .required,
                    maximum: rule.maximumUse, opener: segment))
        }
        for child in loop.children where guide.loops[child].usage != .notUsed {
            let rule = guide.loops[child]
            plan.items.append(
                Item(
                    kind: .loop(child), isBlock: rule.block != .inside, order: rule.order,
                    isRequired: rule.usage == .required,
                    maximum: rule.maximumUse, opener: rule.segments[0]))
        }
        plan.items.sort { ($0.order, $0.opener) < ($1.order, $1.opener) }
        group(&plan, guide)
        return plan
    }

    private static func group(_ plan: inout LoopPlan, _ guide: Guide) {
        for (place, item) in plan.items.enumerated() {
            if let last = plan.groups.last, plan.items[last.lowerBound].order == item.order {
                plan.groups[plan.groups.count - 1] = last.lowerBound..<place + 1
            } else {
                plan.groups.append(place..<place + 1)
            }
            switch item.kind {
            case .segment(let segment) where guide.segments[segment].bracketed >= 0:
                plan.bracketed.append(place)
            case .loop(let loop) where isLevel(loop, guide): plan.levels.append(place)
            case .loop(let loop) where guide.loops[loop].block == .unit: plan.units.append(place)
            case .segment, .loop: break
            }
            let isBracketed = guide.segments.contains { item.kind == .loop($0.bracketed) }
            if isBracketed { plan.bracketed.append(place) }
        }
    }

    private static func isLevel(_ loop: Int, _ guide: Guide) -> Bool {
        guide.segments[guide.loops[loop].segments[0]].identifier == "HL"
    }

    private static func segment(_ rule: SegmentRule, _ guide: Guide) -> SegmentPlan {
        SegmentPlan(
            identifier: rule.identifier, name: Array(rule.identifier.description.utf8),
            conditions: conditions(
                rule.elements, X12Specs.dictionary.segment(rule.identifier)?.elements ?? [],
                guide.syntaxNotes[rule.syntaxNotes], guide))
    }

    private static func element(_ rule: ElementRule, _ guide: Guide) -> ElementPlan {
        let composite = X12Specs.dictionary.composite(rule.dataElement)
        let codes = rule.codes < 0 ? [] : guide.codeLists[rule.codes].map { Array($0.utf8) }
        return ElementPlan(
            codes: codes, source: ValueSource(rule), minimum: rule.minimumLength,
            maximum: rule.guideMaximumLength > 0 ? rule.guideMaximumLength : rule.maximumLength,
            conditions: conditions(
                rule.components, composite?.elements ?? [], (composite?.syntaxNotes ?? [])[...], guide))
    }

    private static func conditions(
        _ elements: Range<Int>, _ slots: [ElementSlot], _ notes: ArraySlice<SyntaxNote>, _ guide: Guide
    ) -> RelationalConditions {
        var required: UInt64 = 0
        var usable: UInt64 = 0
        for (offset, index) in elements.enumerated() where guide.elements[index].usage != .notUsed {
            let isMandatory = offset < slots.count && slots[offset].requirement == .mandatory
            usable |= RelationalConditions.bit(offset + 1)
            if isMandatory || guide.elements[index].usage == .required {
                required |= RelationalConditions.bit(offset + 1)
            }
        }
        return RelationalConditions(required: required, usable: usable, notes: notes)
    }
}
