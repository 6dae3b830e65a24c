internal import X12Grammar
public import X12Parser
internal import X12Text

/// Reads parts from blocks for whoever checks them: the values alone, without the proof that writing gives the same
/// bytes, and on demand the place where a property stands.
///
///     var parts = PartReader()
///     let claim = parts.read(Claim.self, from: block)
///     let place = parts.place(of: "serviceLines[1].chargeAmount", in: Claim.self, block)
///
/// What a part has no room for is left out; levels do not stand above their claims. Blanks at the end of a text are no part of
/// it, and are left out too.
public struct PartReader: ~Copyable {
    private var plan = BlockPlan()
    private var maps = ModelMaps()
    /// Where properties outside of lists and inner loops were found before.
    private var known: [KnownPath: KnownPlace] = [:]

    /// A property of a type of part.
    private struct KnownPath: Hashable {
        var part: ObjectIdentifier
        var path: String
    }

    /// The place of a property: the segment's rule in a guide, and the position.
    private struct KnownPlace {
        // Held, so that no other guide can take its place in memory.
        var guide: SharedGuide
        var rule: Int32
        var element: Int
        var component: Int
    }

    /// A reader for any number of inputs.
    public init() {}

    /// The part that a block holds.
    public mutating func read<Part: BlockPart>(_ type: Part.Type, from block: borrowing Block) -> Part {
        part(of: block)
    }

    /// The part that a block holds, of the type that is asked for.
    @inline(__always)
    mutating func part<Part: BlockPart>(of block: borrowing Block) -> Part {
        var part = Part(standingFor: block)
        guard block.count > 0 else { return part }
        let map = block.shared.map { maps.map($0) }
        plan.fill(block, map, lineEnd: block.lineEnd)
        map?.chart(part, loop: plan.loop)
        var decoder = BlockDecoder(plan, block.memory, map, block.delimiters, cutsBlanks: true)
        part.walk(&decoder)
        return part
    }

    /// Where a property of a part stands in the block that the part was read from.
    ///
    /// - Parameters:
    ///   - path: the property as JSON names it, from the part on: `serviceLines[1].chargeAmount`.
    ///   - type: the part's type.
    ///   - block: the block that the part was read from.
    /// - Returns: the element; where it was not sent, what comes nearest to it around: the segment of a list, or the
    ///   one that opens the loop. `nil` when the block has no guide.
    public mutating func place<Part: BlockPart>(
        of path: String, in type: Part.Type, _ block: borrowing Block
    ) -> PartPlace? {
        var chart: BlockChart?
        return place(of: path, in: type, block, &chart)
    }

    /// The same for one of several properties of a block: `chart` is the block's, which is made when it is first needed.
    package mutating func place<Part: BlockPart>(
        of path: String, in type: Part.Type, _ block: borrowing Block, _ chart: inout BlockChart?
    ) -> PartPlace? {
        guard block.count > 0, let shared = block.shared else { return nil }
        let name = KnownPath(part: ObjectIdentifier(type), path: path)
        if let known = known[name], known.guide === shared {
            let own = block[0].placement.loopInstance
            for index in 0..<block.count
            where block[index].placement.rule == known.rule && block[index].placement.loopInstance == own {
                return PartPlace(segment: index, element: known.element, component: known.component)
            }
        }
        if chart == nil { chart = BlockChart(block) }
        guard let chart else { return nil }
        var finder = PlaceFinder(path, chart, maps.map(shared))
        let place = finder.place(finder.find(Part(standingFor: block)))
        let placement = block[place.segment].placement
        if place.isExact, place.loops.isEmpty, place.repetition == 0, placement.rule >= 0,
            placement.loopInstance == block[0].placement.loopInstance, !path.utf8.contains(UInt8(ascii: "["))
        {
            known[name] = KnownPlace(
                guide: shared, rule: placement.rule, element: place.element,
                component: place.component)
        }
        return place
    }
}
