internal import X12Grammar
internal import X12Text

/// Filling a block with many segments at once.
extension LoopTracker {
    /// Why gathering came to its end.
    enum Ending {
        /// There is no more at hand, or the next segment needs a second look.
        case open
        /// The next segment is one to be seen by itself, and this rule takes it.
        case stops(rule: Int32)
    }

    /// Places the segments of a run that followed each other like this before, up to one that is to be seen by itself,
    /// and puts them into a block; `position` is the first one's number in its transaction set. With `isSeen`, the first
    /// one has been seen by itself.
    ///
    /// Most segments of most files come this way. Their bytes are copied all at once, as they lie in the window; what
    /// changes with each segment is kept in registers.
    @inline(never)
    mutating func gather(
        _ run: inout SegmentRun, into block: inout Block, position: Int, isSeen: Bool
    ) -> Ending {
        let end = min(run.end, run.taken &+ Self.mostGathered)
        guard run.taken < end, !isSwallowing, run.line < Self.mostCounted,
            run.segmentsBefore &+ end < Self.mostCounted
        else { return .open }
        let first = run.taken
        let from = run.start(of: first)
        let countBefore = block.count
        let room = block.makeRoom(
            segments: end &- first, bytes: run.start(of: end) &- from, ends: run.ends(to: end))
        var stand = stand
        var ending = Ending.open
        let seen = isSeen ? first : -1
        var isUnlisted = false
        var filled = 0
        var behind = from
        while run.taken < end {
            let before = Int(run.places[run.taken &- 1])
            let last = Int(run.places[run.taken])
            var start = behind
            var breaks = 0
            while run.base[start] <= 0x20, start < Int(run.ends[before &+ 1]) {
                if run.base[start] == 0x0A { breaks &+= 1 }
                start &+= 1
            }
            let segment = RawSegment(
                base: run.base, start: start, ends: run.ends + (before &+ 1),
                elementCount: last &- before &- 1)
            let known = followers.follower(of: stand.rule, segment)
            guard let follower = known ?? followerByTable(segment, behind: stand.rule) else { break }
            if follower.stop != .none {
                if follower.stop == .once {
                    if cameBefore(Int(follower.rule)) { break }
                } else if follower.stop == .counted {
                    let taken = run.taken &- first
                    let most = guide.segments[Int(follower.rule)].maximumUse
                    if most <= countBefore &+ taken,
                        Block.isFull(room.segments + taken, of: follower.rule, times: most)
                    {
                        break
                    }
                } else if follower.stop != .seen || run.taken != seen {
                    if follower.stop == .seen { ending = .stops(rule: follower.rule) }
                    break
                }
            }
            let placement = take(follower, &stand)
            isUnlisted = isUnlisted || placement.remarks.contains(.unlisted)
            let textEnd = Int(run.ends[last])
            let index = run.taken &- first
            room.segments[index] = BlockSegment(
                placement: placement, byteOffset: run.byteOffset &+ start, line: run.line &+ breaks,
                ordinal: run.segmentsBefore &+ run.taken &+ 1, position: position &+ index,
                elementCount: segment.elementCount, isTerminated: true,
                textStart: room.byteStart &+ (start &- from),
                rawStart: room.byteStart &+ (start &- from), rawCount: textEnd &- start,
                leadingCount: start &- behind, endsStart: room.endStart &+ filled)
            segment.copyEnds(to: room.ends + filled)
            filled &+= last &- before
            run.line &+= breaks &+ run.linesPerSegment
            run.taken &+= 1
            behind = textEnd &+ 1
        }
        self.stand = stand
        block.fill(
            segments: run.taken &- first,
            bytes: UnsafeBufferPointer(start: run.base + from, count: behind &- from),
            ends: filled, isUnlisted: isUnlisted)
        return ending
    }

    /// How many segments are gathered at once, so that a block need not have room for a whole window's.
    static let mostGathered = 64
    /// From how many lines and segments of input on they are counted one by one: their numbers have 31 bits.
    private static let mostCounted = Int(Int32.max) - (1 << 24)
}

extension Block {
    /// Whether the last segments are this many that a rule took in one instance of its loop.
    func ends(with rule: Int, times: Int) -> Bool {
        times <= count && Self.isFull(segments.start + count, of: Int32(rule), times: times)
    }

    /// Whether the segments in front of a place, of which there are enough, are this many that a rule took in one
    /// instance of its loop.
    static func isFull(_ end: UnsafePointer<BlockSegment>, of rule: Int32, times: Int) -> Bool {
        let instance = end[-1].placement.loopInstance
        return (1...times).allSatisfy {
            end[-$0].placement.rule == rule && end[-$0].placement.loopInstance == instance
        }
    }
}

extension RawSegment {
    /// Writes where identifier and elements end, counted from the identifier's first byte.
    ///
    /// Eight at a time: mostly once, whatever the number of elements is. What is written past the last one is
    /// overwritten by the next segment's.
    @inline(__always)
    func copyEnds(to target: UnsafeMutablePointer<UInt32>) {
        let start = SIMD8<UInt32>(repeating: UInt32(truncatingIfNeeded: start))
        var index = 0
        repeat {
            let ends = UnsafeRawPointer(ends + index).loadUnaligned(as: SIMD8<UInt32>.self)
            UnsafeMutableRawPointer(target + index).storeBytes(of: ends &- start, as: SIMD8<UInt32>.self)
            index &+= 8
        } while index <= elementCount
    }
}
