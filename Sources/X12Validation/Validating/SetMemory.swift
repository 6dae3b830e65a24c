internal import X12Grammar
internal import X12Text

/// What is remembered of the open set's segments and loops, in flat memory that is read and written for each segment.
///
/// ## Preconditions
/// Indices are rules and loops of the guide that the memory was made for, and are not checked again.
/// ``BlockValidator`` makes sure once for each block that its segments were placed by a guide of so many rules; loops
/// come from the guide's own tables. A loop is open once at most.
final class SetMemory: @unchecked Sendable {
    /// What there is of the set as a whole.
    struct Head: BitwiseCopyable {
        /// How many loops are open and not yet looked at for what is missing.
        var openCount = 0
        /// The loop of the segment placed last.
        var standing = 0
        /// LX01 of the service line before.
        var lastLineNumber = 0
        /// How many levels (HL) came.
        var levelCount = 0
        /// HL01 of the level before.
        var lastLevelNumber = 0
        /// How many levels around the next one nobody saw.
        var unknownLevels = 0
        /// The newest instance of any loop.
        var newest: Int32 = 0
    }

    /// What is known of one rule for segments: all that is asked for when a segment comes, in one line of a cache.
    struct Line {
        /// How often the segment came.
        var use = SetState.Use()
        /// The elements that it was sent with when that was last found sound, bit 0 standing for the first.
        var soundElements: UInt64 = 0
        /// Where it came last.
        var place = SetState.Place()
        /// Its loop.
        let loop: Int32
        /// How often it may come.
        let maximumUse: Int32
        /// Its elements, at indices of checks.
        let firstElement: Int32
        let elementCount: Int32
        let isOpener: Bool
        /// Whether it ends the set.
        let isEnd: Bool
        /// So that no line of a cache has parts of two rules.
        private let rest: UInt64 = 0
    }

    /// The memory as bare pointers, good as long as it is.
    struct Flat {
        let head: UnsafeMutablePointer<Head>
        /// What is known of each rule for segments.
        let lines: UnsafeMutablePointer<Line>
        /// How often each loop came.
        let loops: UnsafeMutablePointer<SetState.Use>
        /// The instance of each loop that is, or was last, open; 0 before the first.
        let instances: UnsafeMutablePointer<Int32>
        /// The loops that are open, in the order they were opened.
        let open: UnsafeMutablePointer<Int32>
        /// Whether a loop is among them: 1, else 0.
        let isOpen: UnsafeMutablePointer<UInt8>
        /// The level that is, or was last, open, for each loop that is one.
        let levels: UnsafeMutablePointer<SetState.Level>
    }

    let flat: Flat
    /// Where separators stand in the block that is looked at.
    var marks = SeparatorMarks()
    private let segmentCount: Int
    private let loopCount: Int

    init(_ checks: GuideChecks) {
        segmentCount = checks.guide.segments.count
        loopCount = checks.guide.loops.count
        flat = Flat(
            head: .allocate(capacity: 1), lines: Self.lines(segmentCount),
            loops: .allocate(capacity: loopCount), instances: .allocate(capacity: loopCount),
            open: .allocate(capacity: loopCount), isOpen: .allocate(capacity: loopCount),
            levels: .allocate(capacity: loopCount))
        for rule in 0..<segmentCount {
            let known = checks.places[rule]
            let check = checks.table.segments[rule]
            (flat.lines + rule).initialize(
                to: Line(
                    loop: known.loop, maximumUse: known.maximumUse, firstElement: check.firstElement,
                    elementCount: check.elementCount, isOpener: known.isOpener, isEnd: known.isEnd))
        }
        forget()
    }

    init(copying other: SetMemory) {
        segmentCount = other.segmentCount
        loopCount = other.loopCount
        flat = Flat(
            head: .allocate(capacity: 1), lines: Self.lines(segmentCount),
            loops: .allocate(capacity: loopCount), instances: .allocate(capacity: loopCount),
            open: .allocate(capacity: loopCount), isOpen: .allocate(capacity: loopCount),
            levels: .allocate(capacity: loopCount))
        flat.head.initialize(from: other.flat.head, count: 1)
        flat.lines.initialize(from: other.flat.lines, count: segmentCount)
        flat.loops.initialize(from: other.flat.loops, count: loopCount)
        flat.instances.initialize(from: other.flat.instances, count: loopCount)
        flat.open.initialize(from: other.flat.open, count: loopCount)
        flat.isOpen.initialize(from: other.flat.isOpen, count: loopCount)
        flat.levels.initialize(from: other.flat.levels, count: loopCount)
    }

    deinit {
        flat.head.deallocate()
        UnsafeMutableRawPointer(flat.lines).deallocate()
        flat.loops.deallocate()
        flat.instances.deallocate()
        flat.open.deallocate()
        flat.isOpen.deallocate()
        flat.levels.deallocate()
    }

    private static func lines(_ count: Int) -> UnsafeMutablePointer<Line> {
        UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<Line>.stride, alignment: 64)
            .bindMemory(to: Line.self, capacity: count)
    }

    /// Forgets what came.
    func forget() {
        flat.head.initialize(to: Head())
        for rule in 0..<segmentCount {
            flat.lines[rule].use = SetState.Use()
            flat.lines[rule].place = SetState.Place()
        }
        flat.loops.initialize(repeating: SetState.Use(), count: loopCount)
        flat.instances.initialize(repeating: 0, count: loopCount)
        flat.open.initialize(repeating: 0, count: loopCount)
        flat.isOpen.initialize(repeating: 0, count: loopCount)
        flat.levels.initialize(repeating: SetState.Level(), count: loopCount)
    }
}

extension SetMemory.Flat {
    /// Counts a segment in its loop's instance; returns how often it came.
    @inline(__always) @discardableResult
    func count(_ rule: Int, in instance: Int32) -> Int32 {
        let line = lines + rule
        let count = (line.pointee.use.instance == instance ? line.pointee.use.count : 0) &+ 1
        line.pointee.use = SetState.Use(instance: instance, count: count)
        return count
    }

    /// Adds a loop to the open ones, if it is not among them.
    @inline(__always)
    func open(_ loop: Int) {
        guard isOpen[loop] == 0 else { return }
        isOpen[loop] = 1
        open[head.pointee.openCount] = Int32(truncatingIfNeeded: loop)
        head.pointee.openCount &+= 1
    }

    /// Takes loops away from the open ones.
    @inline(__always)
    func close(where isClosed: (Int) -> Bool) {
        var kept = 0
        for index in 0..<head.pointee.openCount {
            let loop = open[index]
            if isClosed(Int(loop)) {
                isOpen[Int(loop)] = 0
            } else {
                open[kept] = loop
                kept &+= 1
            }
        }
        head.pointee.openCount = kept
    }
}
