import X12Grammar
import X12TestSupport
import X12Text

/// Whether segments stand as a guide has it: order, usage, repeats, levels. Slow and plain: it descends the
/// guide's loops and takes what comes, and stops at the first thing that is not as it should be.
struct StructureOracle {
    let guide: Guide
    private let segments: [GeneratedSegment]
    private var next = 0
    private var levels = 0

    /// Whether these segments, ST to SE, are in order.
    static func accepts(_ set: GeneratedSet) -> Bool {
        var oracle = StructureOracle(guide: set.guide, segments: set.segments)
        return oracle.loop(0, parent: "") != nil && oracle.next == set.segments.count
    }

    private init(guide: Guide, segments: [GeneratedSegment]) {
        self.guide = guide
        self.segments = segments
    }

    /// What a level needs to know of one below it.
    private struct Taken { var isLevel = false }

    /// Takes one instance of a loop; `nil` when it is not as it should be.
    private mutating func loop(_ index: Int, parent: String) -> Taken? {
        let rule = guide.loops[index]
        let opener = segments[next]
        next += 1
        var taken = Taken()
        var number = parent
        if opener.identifier == "HL" {
            levels += 1
            taken.isLevel = true
            number = opener[1]
            guard number == String(levels), opener[2] == parent else { return nil }
        }
        var items = rule.segments.dropFirst().map { (order: guide.segments[$0].order, segment: $0, loop: -1) }
        items += rule.children.map {
            (order: guide.loops[$0].order, segment: guide.loops[$0].segments[0], loop: $0)
        }
        items = items.filter { usage($0) != .notUsed }.sorted {
            ($0.order, $0.segment) < ($1.order, $1.segment)
        }
        var counts = Array(repeating: 0, count: items.count)
        var reached = 0
        var hasChild = false
        while let item = items.indices.first(where: { items[$0].order >= reached && takes(items[$0].segment) }
        ) {
            reached = items[item].order
            counts[item] += 1
            if items[item].loop >= 0 {
                guard let inner = loop(items[item].loop, parent: number) else { return nil }
                hasChild = hasChild || inner.isLevel
            } else {
                next += 1
            }
        }
        for (item, count) in zip(items, counts) {
            let most =
                item.loop >= 0 ? guide.loops[item.loop].maximumUse : guide.segments[item.segment].maximumUse
            if count > most || count == 0 && usage(item) == .required { return nil }
        }
        guard areBracketed(items, counts) else { return nil }
        if taken.isLevel, !opener[4].isEmpty, (opener[4] == "1") != hasChild { return nil }
        return taken
    }

    /// Whether the segments around loops are all there where the loop or one of them is.
    private func areBracketed(_ items: [(order: Int, segment: Int, loop: Int)], _ counts: [Int]) -> Bool {
        let brackets = items.indices.filter {
            items[$0].loop < 0 && guide.segments[items[$0].segment].bracketed >= 0
        }
        return brackets.allSatisfy { bracket in
            let loop = guide.segments[items[bracket].segment].bracketed
            let isAsked = items.indices.contains {
                counts[$0] > 0
                    && (items[$0].loop == loop
                        || brackets.contains($0) && guide.segments[items[$0].segment].bracketed == loop)
            }
            return !isAsked || counts[bracket] > 0
        }
    }

    private func usage(_ item: (order: Int, segment: Int, loop: Int)) -> Usage {
        item.loop >= 0 ? guide.loops[item.loop].usage : guide.segments[item.segment].usage
    }

    /// Whether a rule takes the next segment.
    private func takes(_ rule: Int) -> Bool {
        guard next < segments.count else { return false }
        let segment = guide.segments[rule]
        guard segments[next].identifier == segment.identifier.description else { return false }
        guard let telling = segment.discriminator else { return true }
        return telling.values.contains(segments[next][telling.element, max(1, telling.component)])
    }
}
