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
/// What a part has no room for is left out; levels do not stand above their claims.
public struct PartReader: ~Copyable {
    private var plan = BlockPlan()
    private var maps = ModelMaps()

    /// A reader for any number of inputs.
    public init() {}

    /// The part that a block holds.
    public mutating func read<Part: BlockPart>(_ type: Part.Type, from block: borrowing Block) -> Part {
        var part = Part(standingFor: block)
        guard block.count > 0 else { return part }
        let map = block.shared.map { maps.map($0) }
        plan.fill(block, map, lineEnd: block.lineEnd)
        map?.chart(part, loop: plan.loop)
        var decoder = BlockDecoder(plan, block.memory, map, block.delimiters)
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
        guard block.count > 0, let guide = block.guide else { return nil }
        var segments: [BlockSegment] = []
        for index in 0..<block.count { segments.append(block[index]) }
        let isNoLevel: Bool
        switch block.kind {
        case .level, .unit: isNoLevel = false
        default: isNoLevel = true
        }
        var finder = PlaceFinder(path, segments, maps.map(guide), isLoopless: isNoLevel)
        let found = finder.find(Part(standingFor: block))
        return finder.place(found, in: block)
    }
}
