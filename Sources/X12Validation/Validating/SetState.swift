internal import X12Diagnostics
internal import X12Grammar
internal import X12Parser
internal import X12Text

/// What is remembered of the open transaction set: which loops are open, and what came in them.
///
/// Loops and segments count by the instance of the loop around them: a counter that carries another instance's
/// number counts nothing yet. So nothing has to be cleared when a loop opens.
struct SetState {
    /// How often something came in one instance of the loop around it.
    struct Use: BitwiseCopyable {
        var instance: Int32 = 0
        var count: Int32 = 0
    }

    /// Where a segment came, in few bytes.
    struct Place: BitwiseCopyable, Equatable {
        var byteOffset = 0
        var line: Int32 = 0
        var ordinal: Int32 = 0
        var position: Int32 = 0

        init() {}

        @inline(__always)
        init(of segment: BlockSegment) {
            byteOffset = segment.byteOffset
            line = segment.line
            ordinal = segment.ordinal
            position = segment.position
        }

        var location: Location {
            Location(
                byteOffset: byteOffset, line: Int(line), segment: Int(ordinal), segmentPosition: Int(position)
            )
        }
    }

    /// One hierarchical level.
    struct Level: BitwiseCopyable {
        /// HL01 as sent; -1 when it is no number.
        var number = -1
        /// The level's place among the levels of the set, from 1.
        var ordinal = 0
        var place = Place()
        /// HL04, when it is 0 or 1 and the guide allows that; -1 when another rule speaks.
        var child: Int8 = -1
        var hasChild = false

        /// Whether what HL04 says of levels below is so.
        @inline(__always) var isTrue: Bool { child < 0 || (child == 1) == hasChild }
    }

    /// A segment that nothing took: while it stands in a loop, nothing of its kind is called missing there.
    struct Stranger {
        let identifier: SegmentIdentifier
        /// Whether the guide has no segments of that identifier, so that it may be a misspelt one.
        let isUnknown: Bool
        let loop: Int
        let instance: Int32
    }

    let checks: GuideChecks
    private(set) var memory: SetMemory
    var strangers: [Stranger] = []

    /// The most strangers remembered at a time.
    static let mostStrangers = 256

    init(_ checks: GuideChecks) {
        self.checks = checks
        memory = SetMemory(checks)
    }

    /// Begins another transaction set.
    mutating func reset() {
        own()
        memory.forget()
        strangers.removeAll()
    }

    /// How often each loop came.
    var loops: UnsafeMutablePointer<Use> { memory.flat.loops }
    /// The instance of each loop that is, or was last, open; 0 before the first.
    var instances: UnsafeMutablePointer<Int32> { memory.flat.instances }
    /// The loops that are open and not yet looked at for what is missing, in the order they were opened.
    var open: [Int] { (0..<memory.flat.head.pointee.openCount).map { Int(memory.flat.open[$0]) } }

    /// The loop of the segment placed last.
    var standing: Int {
        get { memory.flat.head.pointee.standing }
        nonmutating set { memory.flat.head.pointee.standing = newValue }
    }

    /// LX01 of the service line before.
    var lastLineNumber: Int {
        get { memory.flat.head.pointee.lastLineNumber }
        nonmutating set { memory.flat.head.pointee.lastLineNumber = newValue }
    }

    /// How many levels (HL) came.
    var levelCount: Int {
        get { memory.flat.head.pointee.levelCount }
        nonmutating set { memory.flat.head.pointee.levelCount = newValue }
    }

    /// HL01 of the level before, or what is due where that is no number.
    var lastLevelNumber: Int {
        get { memory.flat.head.pointee.lastLevelNumber }
        nonmutating set { memory.flat.head.pointee.lastLevelNumber = newValue }
    }

    /// How many levels around the next one nobody saw.
    var unknownLevels: Int {
        get { memory.flat.head.pointee.unknownLevels }
        nonmutating set { memory.flat.head.pointee.unknownLevels = newValue }
    }

    /// The levels that are, or were last, open, by their loops.
    var levels: UnsafeMutablePointer<Level> { memory.flat.levels }

    /// The newest instance of any loop.
    var newest: Int32 {
        get { memory.flat.head.pointee.newest }
        nonmutating set { memory.flat.head.pointee.newest = newValue }
    }

    /// Makes sure that nobody else writes to the same memory: a copy of a validator goes on by itself.
    mutating func own() {
        if !isKnownUniquelyReferenced(&memory) { memory = SetMemory(copying: memory) }
    }

    /// Whether a segment came in an instance of its loop, or none after that.
    func has(segment rule: Int, in instance: Int32) -> Bool {
        memory.flat.lines[rule].use.instance == instance
    }

    /// Notes where a segment came last.
    func note(segment rule: Int, at place: Place) { memory.flat.lines[rule].place = place }

    /// Counts a segment in its loop's instance; returns how often it came.
    func count(segment rule: Int, in instance: Int32) -> Int32 { memory.flat.count(rule, in: instance) }

    /// Counts a loop in its parent's open instance; returns how often it came.
    func count(loop: Int) -> Int32 {
        let parent = checks.loops[loop].parent
        let instance = parent >= 0 ? instances[parent] : 1
        if loops[loop].instance == instance {
            loops[loop].count &+= 1
        } else {
            loops[loop] = Use(instance: instance, count: 1)
        }
        return loops[loop].count
    }

    /// Whether a loop's open instance has all it needs, and nothing else is to be said about it.
    func isComplete(_ loop: Int) -> Bool {
        let known = checks.loops[loop]
        let instance = instances[loop]
        for index in known.segments where !has(segment: checks.demandedSegments[index], in: instance) {
            return false
        }
        for index in known.inner where loops[checks.demandedLoops[index]].instance != instance {
            return false
        }
        for bracket in checks.brackets[known.brackets] where isLost(bracket, in: instance, of: known) {
            return false
        }
        return !known.isLevel || levels[loop].isTrue
    }

    /// Whether a segment is missing around a loop, where that loop came or another of its brackets did.
    func isLost(_ bracket: GuideChecks.Bracket, in instance: Int32, of loop: GuideChecks.Loop) -> Bool {
        guard !has(segment: bracket.segment, in: instance) else { return false }
        return loops[bracket.loop].instance == instance
            || checks.brackets[loop.brackets].contains {
                $0.loop == bracket.loop && has(segment: $0.segment, in: instance)
            }
    }

    /// Closes the loops that end with the block, if nothing is to be said about any.
    func endBlockQuietly() -> Bool {
        guard strangers.isEmpty else { return false }
        for loop in open where checks.loops[loop].endsWithBlock && !isComplete(loop) { return false }
        memory.flat.close { checks.loops[$0].endsWithBlock }
        return true
    }

    /// Closes a loop and those inside it, if nothing is to be said about any.
    func closeQuietly(_ loop: Int) -> Bool {
        let end = checks.loops[loop].end
        var isOpen = false
        for inner in open where inner >= loop && inner < end {
            guard strangers.isEmpty, isComplete(inner) else { return false }
            isOpen = true
        }
        if isOpen { memory.flat.close { $0 >= loop && $0 < end } }
        return true
    }

    /// The place of the last segment in a loop's open instance that stands before an order of the guide: next
    /// to where something missing was expected.
    func place(before order: Int, in loop: Int) -> Location {
        var last = Place()
        look(in: loop, before: order, &last)
        return (last == Place() ? first(in: loop) : last).location
    }

    /// The place of the first segment in a loop's open instance: what is missing where its beginning is missing too was
    /// expected in front of it.
    private func first(in loop: Int) -> Place {
        let places = checks.guide.loops[loop].segments.lazy.filter { has(segment: $0, in: instances[loop]) }
            .map { memory.flat.lines[$0].place }.filter { $0 != Place() }
        return places.min { $0.byteOffset < $1.byteOffset } ?? Place()
    }

    /// Looks for the last segment in a loop's open instance, and in all inside it, up to an order.
    private func look(in loop: Int, before order: Int, _ last: inout Place) {
        let guide = checks.guide
        for rule in guide.loops[loop].segments
        where guide.segments[rule].order <= order || checks.isOpener[rule] {
            let place = memory.flat.lines[rule].place
            if has(segment: rule, in: instances[loop]), place.byteOffset >= last.byteOffset { last = place }
        }
        for inner in guide.loops[loop].children
        where guide.loops[inner].order <= order && loops[inner].instance == instances[loop] {
            look(in: inner, before: .max, &last)
        }
    }

    /// Whether something that nothing took stands in a loop's open instance and begins like this.
    func hasStranger(_ identifier: SegmentIdentifier, in loop: Int) -> Bool {
        guard !strangers.isEmpty else { return false }
        return strangers.contains {
            ($0.identifier == identifier || ($0.isUnknown && $0.identifier.isAlike(identifier)))
                && $0.instance >= instances[loop] && (loop..<checks.loops[loop].end).contains($0.loop)
        }
    }

    /// Remembers a segment that nothing took.
    mutating func addStranger(_ identifier: SegmentIdentifier) {
        guard strangers.count < Self.mostStrangers else { return }
        let isUnknown = !checks.guide.segments.contains { $0.identifier == identifier }
        strangers.append(
            Stranger(identifier: identifier, isUnknown: isUnknown, loop: standing, instance: newest))
    }

    /// Forgets what nothing took in a claim that is complete; a level that nothing took may still be one that
    /// the levels around the claim lack.
    mutating func forgetStrangers(in loop: Int) {
        let end = checks.loops[loop].end
        strangers.removeAll { $0.loop >= loop && $0.loop < end && $0.identifier != "HL" }
    }

    /// The loops around a loop, outermost first, with how many of each came: `2000A[1] > 2000B[3]`.
    func path(to loop: Int) -> String {
        var parts: [String] = []
        var loop = loop
        while loop > 0 {
            parts.append("\(checks.guide.loops[loop].identifier)[\(loops[loop].count)]")
            loop = checks.guide.loops[loop].parent
        }
        return parts.reversed().joined(separator: " > ")
    }
}
