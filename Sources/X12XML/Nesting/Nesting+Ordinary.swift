internal import X12Grammar
internal import X12Parser

/// The short way for segments in the guide's order: almost all of most files.
extension Nesting {
    /// Whether a placed segment stands in the element that is open innermost, in order: then there is nothing to do.
    @inline(__always)
    mutating func stands(_ placement: Placement) -> Bool {
        guard placement.rule >= 0, !placement.remarks.contains(.opensLoop), let table, ending == 0,
            let frame = frames.last
        else { return false }
        let stand = table.stands[Int(placement.rule)]
        guard frame.kind == .loop, frame.loop == stand.loop, frame.instance == placement.loopInstance,
            stand.slot >= 0, stand.slot >= frame.slot
        else { return false }
        frames[frames.count &- 1].slot = stand.slot
        return true
    }

    /// What ``Run`` looks at; `nil` while it would find nothing ordinary.
    mutating func run() -> Run? {
        guard let table, ending == 0, frames.count > 0 else { return nil }
        // Loops lie in each other no deeper than there are loops in the guide.
        frames.reserve(table.guide.loops.count + 1)
        return Run(
            stands: table.stands, parents: table.parents, slotOfLoop: table.slotOfLoop, frames: frames.start,
            latest: latest.start, count: frames.count)
    }

    /// Takes over what a run of segments left open.
    mutating func end(_ run: Run) { frames.settle(count: run.count) }

    /// The open elements while segments are taken that need none of the steps: bare memory, kept in registers.
    struct Run {
        fileprivate let stands: UnsafePointer<LoopTable.Stand>
        fileprivate let parents: UnsafePointer<Int32>
        fileprivate let slotOfLoop: UnsafePointer<Int32>
        fileprivate let frames: UnsafeMutablePointer<Frame>
        fileprivate let latest: UnsafeMutablePointer<Int32>
        /// How many elements are open.
        fileprivate(set) var count: Int

        /// The loop of an open element, from 0.
        @inline(__always)
        func loop(at place: Int) -> Int { Int(frames[place].loop) }

        /// Takes a segment that goes on with the innermost loop, in order; false where it does not.
        @inline(__always)
        func stands(_ placement: Placement) -> Bool {
            let stand = stands[Int(placement.rule)]
            let frame = frames + (count &- 1)
            guard !placement.remarks.contains(.opensLoop), frame.pointee.kind == .loop,
                frame.pointee.loop == stand.loop, frame.pointee.instance == placement.loopInstance,
                stand.slot >= 0, stand.slot >= frame.pointee.slot
            else { return false }
            frame.pointee.slot = stand.slot
            return true
        }

        /// How many loops end before a segment that opens one, with nothing else to be said or done; -1 where
        /// there is more to it.
        @inline(__always)
        func loopsEnding(before placement: Placement) -> Int {
            let said: Placement.Remarks = [.opensLoop, .orphan, .openerMissing]
            guard placement.remarks.intersection(said) == .opensLoop else { return -1 }
            let loop = Int(stands[Int(placement.rule)].loop)
            let parent = parents[loop]
            guard parent >= 0 else { return -1 }
            let instance = latest[Int(parent)]
            var place = count &- 1
            while place >= 0 {
                let frame = frames + place
                guard frame.pointee.kind == .loop || frame.pointee.kind == .set else { return -1 }
                if frame.pointee.loop == parent, frame.pointee.instance == instance {
                    return slotOfLoop[loop] >= frame.pointee.slot ? count &- 1 &- place : -1
                }
                guard frame.pointee.kind == .loop else { return -1 }
                place &-= 1
            }
            return -1
        }

        /// Ends so many loops, as ``loopsEnding(before:)`` said, and opens the one that a segment begins.
        @inline(__always)
        mutating func open(_ placement: Placement, ending ended: Int) {
            let loop = stands[Int(placement.rule)].loop
            let parent = frames + (count &- 1 &- ended)
            parent.pointee.slot = slotOfLoop[Int(loop)]
            latest[Int(loop)] = placement.loopInstance
            (parent + 1).pointee = Frame(
                kind: .loop, loop: loop, instance: placement.loopInstance, table: parent.pointee.table)
            count = count &- ended &+ 1
        }
    }
}
