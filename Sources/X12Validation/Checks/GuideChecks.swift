internal import X12Grammar
internal import X12Specs
internal import X12Text

/// All that is checked by one guide, made once for it.
final class GuideChecks: Sendable {
    let guide: Guide
    /// The checks of its segments, at the guide's indices.
    let table: CheckTable
    /// For each loop, its segments other than the opener that the guide demands.
    let requiredSegments: [[Int]]
    /// For each loop, the loops directly inside that the guide demands.
    let requiredLoops: [[Int]]
    /// For each loop, the index behind its last inner loop.
    let subtreeEnds: [Int]
    /// For each loop, whether it is complete when its block ends: levels and the set itself are not.
    let endsWithBlock: [Bool]
    /// For each loop, whether it is a hierarchical level.
    let isLevel: [Bool]
    /// For each segment, whether it opens its loop.
    let isOpener: [Bool]
    /// What is asked for of every segment that comes, flat.
    let places: [Place]

    /// Where a segment stands and how often it may.
    struct Place: BitwiseCopyable {
        let loop: Int32
        let maximumUse: Int32
        let isEnd: Bool
    }

    init(_ guide: Guide) {
        self.guide = guide
        table = CheckTable(
            guide.segments.map {
                CheckTable.Source(
                    identifier: $0.identifier, elements: $0.elements, syntaxNotes: $0.syntaxNotes)
            },
            elements: guide.elements, notes: guide.syntaxNotes, codeLists: guide.codeLists,
            dictionary: X12Specs.dictionary)
        requiredSegments = guide.loops.map { loop in
            loop.segments.dropFirst().filter {
                guide.segments[$0].usage == .required && guide.segments[$0].identifier != "SE"
            }
        }
        requiredLoops = guide.loops.map { loop in
            loop.children.filter { guide.loops[$0].usage == .required }
        }
        var ends = Array(guide.loops.indices.map { $0 + 1 })
        for loop in guide.loops.indices.reversed() where guide.loops[loop].parent >= 0 {
            ends[guide.loops[loop].parent] = max(ends[guide.loops[loop].parent], ends[loop])
        }
        subtreeEnds = ends
        endsWithBlock = guide.loops.indices.map { $0 > 0 && guide.loops[$0].block != .level }
        isLevel = guide.loops.map { guide.segments[$0.segments[0]].identifier == "HL" }
        places = guide.segments.map {
            Place(
                loop: Int32($0.loop), maximumUse: Int32(clamping: $0.maximumUse), isEnd: $0.identifier == "SE"
            )
        }
        isOpener = guide.segments.indices.map { guide.loops[guide.segments[$0].loop].segments.first == $0 }
    }
}
