internal import X12Grammar
internal import X12Text

/// A guide's loops as ``Nesting`` asks for them: for each rule its loop and slot, for each loop its parent.
final class LoopTable: Sendable {
    let guide: Guide
    let loopOfRule: [Int32]
    /// The slot of each rule in its loop; -1 for an opener.
    let slotOfRule: [Int32]
    let parents: [Int32]
    /// The identifier of each loop's first segment.
    let openers: [SegmentIdentifier]
    /// The slot of each loop in its parent.
    let slotOfLoop: [Int32]

    init(_ guide: Guide) {
        self.guide = guide
        loopOfRule = guide.segments.map { Int32($0.loop) }
        parents = guide.loops.map { Int32($0.parent) }
        openers = guide.loops.map { loop in
            loop.segments.first.map { guide.segments[$0].identifier } ?? SegmentIdentifier(packed: 0)
        }
        var slotOfRule = Array(repeating: Int32(-1), count: guide.segments.count)
        var slotOfLoop = Array(repeating: Int32(-1), count: guide.loops.count)
        for loop in guide.loops.indices {
            let content = LoopContent(of: loop, in: guide)
            for (rule, slot) in content.slotOfRule { slotOfRule[rule] = Int32(slot) }
            for (child, slot) in content.slotOfLoop { slotOfLoop[child] = Int32(slot) }
        }
        self.slotOfRule = slotOfRule
        self.slotOfLoop = slotOfLoop
    }
}
