/// What a document says of one segment besides its values.
struct XMLExpectation: BitwiseCopyable {
    /// How many steps stand before it (``XMLExpectations/marks``).
    var markCount: Int
    /// The bytes of the segment, without its terminator.
    var byteCount: Int
    /// The line its start tag ends on.
    var line: Int
}

/// What was read of a document and not compared with its segments yet, in order.
struct XMLExpectations {
    private var segments: [XMLExpectation] = []
    private var firstSegment = 0
    private var marks: [NestingMark] = []
    private var firstMark = 0
    private var guides: [String] = []
    /// The steps read since the last segment.
    private var open = 0

    /// The most steps between two segments.
    static let mostSteps = 1000

    /// How many steps were read since the last segment.
    var openSteps: Int { open }

    mutating func add(_ mark: NestingMark) {
        marks.append(mark)
        open += 1
    }

    /// Notes the guide of a set that was opened.
    mutating func add(guide: String) { guides.append(guide) }

    mutating func add(segmentOf byteCount: Int, line: Int) {
        segments.append(XMLExpectation(markCount: open, byteCount: byteCount, line: line))
        open = 0
    }

    /// The next segment.
    mutating func takeSegment() -> XMLExpectation? {
        guard firstSegment < segments.count else { return nil }
        defer { firstSegment += 1 }
        if firstSegment > 4096 {
            segments.removeFirst(firstSegment)
            firstSegment = 0
        }
        return segments[firstSegment]
    }

    /// The next step.
    mutating func takeMark() -> NestingMark? {
        guard firstMark < marks.count else { return nil }
        defer { firstMark += 1 }
        if firstMark > 4096 {
            marks.removeFirst(firstMark)
            firstMark = 0
        }
        return marks[firstMark]
    }

    /// The guide of the next set.
    mutating func takeGuide() -> String? { guides.isEmpty ? nil : guides.removeFirst() }
}
