internal import X12Grammar
internal import X12Specs
internal import X12Text

/// All that is checked by one guide, made once for it.
final class GuideChecks: @unchecked Sendable {
    let guide: Guide
    /// The checks of its segments, at the guide's indices.
    let table: CheckTable
    /// What each loop is and demands, flat.
    let loops: [Loop]
    /// The segments and loops that loops demand; see ``Loop``.
    let demandedSegments: [Int]
    let demandedLoops: [Int]
    let brackets: [Bracket]
    /// For each segment, whether it opens its loop.
    let isOpener: [Bool]
    /// What is asked for of every segment that comes, flat; written here and only read afterwards.
    let places: UnsafePointer<Place>
    /// ``loops``, ``demandedSegments``, ``demandedLoops`` and ``brackets`` once more, to be read without a look at their bounds.
    let flatLoops: UnsafePointer<Loop>
    let flatDemandedSegments: UnsafePointer<Int>
    let flatDemandedLoops: UnsafePointer<Int>
    let flatBrackets: UnsafePointer<Bracket>

    /// Where a segment stands and how often it may.
    struct Place: BitwiseCopyable {
        let loop: Int32
        let maximumUse: Int32
        let isEnd: Bool
        let isOpener: Bool
    }

    /// A segment that is sent with the loop it brackets.
    struct Bracket: BitwiseCopyable {
        let segment: Int
        let loop: Int
    }

    /// What a loop is, and what it demands.
    struct Loop {
        /// The loop around it; -1 for the set itself.
        let parent: Int
        /// The index behind its last inner loop.
        let end: Int
        /// The segment that opens it.
        let opener: Int
        let maximumUse: Int
        /// Its segments other than the opener that the guide demands.
        let segments: Range<Int>
        /// The loops directly inside that the guide demands.
        let inner: Range<Int>
        /// Its segments that bracket a loop inside, all sent or none, and with that loop.
        let brackets: Range<Int>
        /// Whether it is complete when its block ends: levels and the set itself are not.
        let endsWithBlock: Bool
        /// Whether it is a hierarchical level.
        let isLevel: Bool
        /// Whether it is a claim's service line, which are numbered.
        let isLine: Bool
        /// What its HL04 may be, where it is a level.
        let children: LevelChildren
    }

    init(_ guide: Guide) {
        self.guide = guide
        table = CheckTable(
            guide.segments.map {
                CheckTable.Source(
                    identifier: $0.identifier, elements: $0.elements, syntaxNotes: $0.syntaxNotes,
                    isList: guide.transactionSet == "837" && $0.identifier == "HI"
                        && $0.discriminator?.values.contains("ABK") == true)
            },
            elements: guide.elements, notes: guide.syntaxNotes, codeLists: guide.codeLists,
            dictionary: X12Specs.dictionary)
        var segments: [Int] = []
        var inner: [Int] = []
        var brackets: [Bracket] = []
        var ends = Array(guide.loops.indices.map { $0 + 1 })
        // A block of its own inside: a dependent (2000D) stands in its subscriber's level (2000C), but behind
        // the subscriber's block.
        var holdsBlocks = Array(repeating: false, count: guide.loops.count)
        for loop in guide.loops.indices.reversed() where guide.loops[loop].parent >= 0 {
            let parent = guide.loops[loop].parent
            ends[parent] = max(ends[parent], ends[loop])
            if holdsBlocks[loop] || guide.loops[loop].block != .inside { holdsBlocks[parent] = true }
        }
        loops = guide.loops.enumerated().map { index, loop in
            let firstSegment = segments.count
            let firstInner = inner.count
            let firstBracket = brackets.count
            segments += loop.segments.dropFirst().filter {
                guide.segments[$0].usage == .required && guide.segments[$0].identifier != "SE"
            }
            inner += loop.children.filter { guide.loops[$0].usage == .required }
            brackets += loop.segments.filter { guide.segments[$0].bracketed >= 0 }
                .map { Bracket(segment: $0, loop: guide.segments[$0].bracketed) }
            let opener = guide.segments[loop.segments[0]].identifier
            return Loop(
                parent: loop.parent, end: ends[index], opener: loop.segments[0], maximumUse: loop.maximumUse,
                segments: firstSegment..<segments.count, inner: firstInner..<inner.count,
                brackets: firstBracket..<brackets.count,
                endsWithBlock: index > 0 && loop.block != .level && !holdsBlocks[index],
                isLevel: opener == "HL",
                isLine: opener == "LX" && guide.transactionSet == "837",
                children: LevelChildren(guide.segments[loop.segments[0]], guide))
        }
        demandedSegments = segments
        demandedLoops = inner
        self.brackets = brackets
        let isOpener = guide.segments.indices.map {
            guide.loops[guide.segments[$0].loop].segments.first == $0
        }
        self.isOpener = isOpener
        places = UnsafePointer(
            FlatMemory.keep(
                guide.segments.enumerated().map { index, segment in
                    Place(
                        loop: Int32(segment.loop), maximumUse: Int32(clamping: segment.maximumUse),
                        isEnd: segment.identifier == "SE", isOpener: isOpener[index])
                }))
        flatLoops = Self.memory(loops)
        flatDemandedSegments = UnsafePointer(FlatMemory.keep(segments))
        flatDemandedLoops = UnsafePointer(FlatMemory.keep(inner))
        flatBrackets = UnsafePointer(FlatMemory.keep(brackets))
    }

    deinit {
        places.deallocate()
        flatLoops.deallocate()
        flatDemandedSegments.deallocate()
        flatDemandedLoops.deallocate()
        flatBrackets.deallocate()
    }

    private static func memory<Element>(_ list: [Element]) -> UnsafePointer<Element> {
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(list.count, 1))
        for (index, element) in list.enumerated() { (memory + index).initialize(to: element) }
        return UnsafePointer(memory)
    }
}
