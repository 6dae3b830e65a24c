internal import X12Grammar
internal import X12Text

/// A guide's loops as ``Nesting`` asks for them: for each rule its loop and slot, for each loop its parent.
///
/// All in flat memory, so that a look at it counts no references. Nothing of it changes once it is made.
final class LoopTable: @unchecked Sendable {
    /// Where a rule's segment stands.
    struct Stand: BitwiseCopyable {
        var loop: Int32
        /// The slot in that loop; -1 for its opener.
        var slot: Int32
    }

    let guide: Guide
    /// Of each rule.
    let stands: UnsafePointer<Stand>
    /// The loop around each loop; -1 around the set itself.
    let parents: UnsafePointer<Int32>
    /// The slot of each loop in the one around it.
    let slotOfLoop: UnsafePointer<Int32>
    /// The identifier of each loop's first segment.
    let openers: [SegmentIdentifier]

    init(_ guide: Guide) {
        self.guide = guide
        openers = guide.loops.map { loop in
            loop.segments.first.map { guide.segments[$0].identifier } ?? SegmentIdentifier(packed: 0)
        }
        var stands = guide.segments.map { Stand(loop: Int32($0.loop), slot: -1) }
        var slotOfLoop = Array(repeating: Int32(-1), count: guide.loops.count)
        for loop in guide.loops.indices {
            let content = LoopContent(of: loop, in: guide)
            for (rule, slot) in content.slotOfRule { stands[rule].slot = Int32(slot) }
            for (child, slot) in content.slotOfLoop { slotOfLoop[child] = Int32(slot) }
        }
        self.stands = UnsafePointer(FlatMemory.keep(stands))
        parents = UnsafePointer(FlatMemory.keep(guide.loops.map { Int32($0.parent) }))
        self.slotOfLoop = UnsafePointer(FlatMemory.keep(slotOfLoop))
    }

    deinit {
        stands.deallocate()
        parents.deallocate()
        slotOfLoop.deallocate()
    }
}
