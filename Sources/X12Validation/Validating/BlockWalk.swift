internal import X12Parser
internal import X12Text

/// Goes over the segments of a block as long as nothing about them is worth a finding, and counts them.
///
/// All it needs lies flat, and it changes nothing before it is sure of a segment: what it does not take is still to be
/// taken note of, slowly and in words. Levels that are not numbered one by one, copies of loops that may not come so
/// often, and whatever was remarked on while placing are left to that.
///
/// Good as long as the block is neither refilled nor let go; `memory` belongs to nobody else meanwhile.
struct BlockWalk {
    let scan: BlockScan
    private let loops: UnsafePointer<GuideChecks.Loop>
    private let demandedSegments: UnsafePointer<Int>
    private let demandedLoops: UnsafePointer<Int>
    private let brackets: UnsafePointer<GuideChecks.Bracket>
    private let memory: SetMemory.Flat

    /// What may be remarked on without a difference here.
    private static let plain: UInt8 =
        Placement.Remarks([.opensLoop, .lenient, .unlisted]).rawValue

    init(_ scan: BlockScan, _ checks: GuideChecks, _ memory: SetMemory) {
        self.scan = scan
        loops = checks.flatLoops
        demandedSegments = checks.flatDemandedSegments
        demandedLoops = checks.flatDemandedLoops
        brackets = checks.flatBrackets
        self.memory = memory.flat
    }

    /// Takes note of sound segments from `start` on; returns the index of the first that it did not take, or `count`.
    @inline(never)
    func pass(from start: Int, to count: Int) -> Int {
        guard scan.isPlain else { return start }
        let head = memory.head
        let lines = memory.lines
        var index = start
        while index < count {
            let segment = scan.segments + index
            let rule = Int(segment.pointee.placement.rule)
            let instance = segment.pointee.placement.loopInstance
            let remarks = segment.pointee.placement.remarks.rawValue
            guard rule >= 0, remarks & ~Self.plain == 0, segment.pointee.isTerminated else { return index }
            let line = lines + rule
            guard !line.pointee.isEnd, scan.isSoundWhenPlain(segment, rule, line) else { return index }
            if remarks & Placement.Remarks.opensLoop.rawValue != 0 {
                guard opens(Int(line.pointee.loop), instance, segment) else { return index }
            } else {
                let before = line.pointee.use.instance != instance ? 0 : line.pointee.use.count
                // The first one too many is reported.
                guard before != line.pointee.maximumUse || line.pointee.isOpener else { return index }
                line.pointee.use = SetState.Use(instance: instance, count: before &+ 1)
            }
            line.pointee.place = SetState.Place(of: segment.pointee)
            head.pointee.standing = Int(line.pointee.loop)
            index &+= 1
        }
        return index
    }

    // MARK: - Opening and closing

    /// Opens an instance of a loop, after those that it closes; or says that more than that is to be done.
    @inline(__always)
    private func opens(_ loop: Int, _ instance: Int32, _ segment: UnsafePointer<BlockSegment>) -> Bool {
        let known = loops + loop
        let parent = known.pointee.parent
        let around = parent >= 0 ? memory.instances[parent] : 1
        let use = memory.loops + loop
        let count = (use.pointee.instance == around ? use.pointee.count : 0) &+ 1
        guard Int(count) &- 1 != known.pointee.maximumUse else { return false }
        if known.pointee.isLine, !isNumbered(segment, count) { return false }
        let isLevel = known.pointee.isLevel
        if isLevel, !isLevelNumbered(segment, parent) { return false }
        guard isAnyOpen(loop, known.pointee.end) ? closes(loop, known.pointee.end) : true else {
            return false
        }
        if known.pointee.isLine { memory.head.pointee.lastLineNumber = Int(count) }
        if isLevel { noteLevel(loop, segment) }
        use.pointee = SetState.Use(instance: around, count: count)
        memory.instances[loop] = instance
        memory.count(known.pointee.opener, in: instance)
        memory.head.pointee.newest = instance
        memory.open(loop)
        return true
    }

    /// Whether a service line (LX) has the number that its place in the claim gives it.
    @inline(__always)
    private func isNumbered(_ segment: UnsafePointer<BlockSegment>, _ count: Int32) -> Bool {
        let ends = scan.ends + segment.pointee.endsStart
        let start = Int(ends[0]) &+ 1
        let length = Int(ends[1]) &- start
        guard segment.pointee.elementCount > 0, length == 1 || length == 2 else { return false }
        let text = scan.bytes + segment.pointee.textStart + start
        // That they are digits has been looked at.
        let first = Int32(text[0] &- 0x30)
        return count == (length == 1 ? first : first &* 10 &+ Int32(text[1] &- 0x30))
    }

    // MARK: - Levels

    /// Whether a level (HL) has the number that is due, and names the level that it stands under.
    @inline(never)
    private func isLevelNumbered(_ segment: UnsafePointer<BlockSegment>, _ parent: Int) -> Bool {
        let sent = scan.sent(segment)
        let due = memory.head.pointee.levelCount &+ 1
        guard memory.head.pointee.lastLevelNumber &+ 1 == due, BlockValidator.number(sent.element(1)) == due
        else {
            return false
        }
        guard parent >= 0, loops[parent].isLevel, memory.levels[parent].ordinal > 0 else { return true }
        let above = sent.element(2)
        return above.isEmpty || BlockValidator.number(above) == memory.levels[parent].number
    }

    /// Takes note of a level that has the number that is due.
    @inline(__always)
    private func noteLevel(_ loop: Int, _ segment: UnsafePointer<BlockSegment>) {
        let known = loops + loop
        let due = memory.head.pointee.levelCount &+ 1
        memory.head.pointee.levelCount = due
        memory.head.pointee.lastLevelNumber = due
        let parent = known.pointee.parent
        if parent >= 0, loops[parent].isLevel { memory.levels[parent].hasChild = true }
        memory.levels[loop] = SetState.Level(
            number: due, ordinal: due, place: SetState.Place(of: segment.pointee),
            child: known.pointee.children.child(scan.sent(segment).element(4)))
    }

    // MARK: - Completeness

    @inline(__always)
    private func isAnyOpen(_ loop: Int, _ end: Int) -> Bool {
        var index = loop
        while index < end {
            if memory.isOpen[index] != 0 { return true }
            index &+= 1
        }
        return false
    }

    /// Closes a loop and those inside it, if nothing is to be said about any.
    @inline(never)
    private func closes(_ loop: Int, _ end: Int) -> Bool {
        let count = memory.head.pointee.openCount
        for index in 0..<count {
            let inner = Int(memory.open[index])
            if inner >= loop, inner < end, !isComplete(inner) { return false }
        }
        memory.close { $0 >= loop && $0 < end }
        return true
    }

    /// Closes the loops that end with the block, if nothing is to be said about any.
    @inline(never)
    func endBlock() -> Bool {
        let count = memory.head.pointee.openCount
        for index in 0..<count {
            let loop = Int(memory.open[index])
            if loops[loop].endsWithBlock, !isComplete(loop) { return false }
        }
        memory.close { loops[$0].endsWithBlock }
        return true
    }

    /// Whether a loop's open instance has all it needs, and says of levels below it what is so.
    @inline(__always)
    private func isComplete(_ loop: Int) -> Bool {
        let known = loops + loop
        let instance = memory.instances[loop]
        var index = known.pointee.segments.lowerBound
        while index < known.pointee.segments.upperBound {
            guard memory.lines[demandedSegments[index]].use.instance == instance else { return false }
            index &+= 1
        }
        index = known.pointee.inner.lowerBound
        while index < known.pointee.inner.upperBound {
            guard memory.loops[demandedLoops[index]].instance == instance else { return false }
            index &+= 1
        }
        index = known.pointee.brackets.lowerBound
        while index < known.pointee.brackets.upperBound {
            let bracket = brackets + index
            // That it came without its loop is looked into where there is time.
            guard
                (memory.lines[bracket.pointee.segment].use.instance == instance)
                    == (memory.loops[bracket.pointee.loop].instance == instance)
            else { return false }
            index &+= 1
        }
        return !known.pointee.isLevel || memory.levels[loop].isTrue
    }
}
