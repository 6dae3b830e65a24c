internal import X12Grammar
internal import X12Specs
internal import X12Text

/// The tags of all segments and loops of a guide, or of the base dictionary, ready to be copied.
///
/// Nothing of it changes once it is made, so it may be shared.
final class SegmentTags: @unchecked Sendable {
    /// The tags of one element or component.
    struct Element: BitwiseCopyable {
        /// The start tag, its closing bracket included.
        var open = TagArena.Piece()
        var close = TagArena.Piece()
        /// The first component's number in ``SegmentTags/elements``, and how many there are.
        var components: Int32 = 0
        var componentCount: Int32 = 0
        /// The list of its codes' meanings; -1 when there is none.
        var meanings: Int16 = -1
        var repeats = false
    }

    /// The tags of one segment.
    struct Segment: BitwiseCopyable {
        var open = TagArena.Piece()
        var close = TagArena.Piece()
        /// The first element's number in ``SegmentTags/elements``, and how many there are.
        var elements: Int32 = 0
        var elementCount: Int32 = 0
        /// The bytes of all its tags once, indented or not.
        var room: Int32 = 0
    }

    /// Start and end of a loop.
    struct Loop: BitwiseCopyable {
        var open: TagArena.Piece
        var close: TagArena.Piece

        init(_ tags: (open: TagArena.Piece, close: TagArena.Piece)) { (open, close) = tags }
    }

    let bytes: UnsafePointer<UInt8>
    let segments: UnsafePointer<Segment>
    let elements: UnsafePointer<Element>
    let loopTags: UnsafePointer<Loop>
    /// The most bytes that a start or end of a loop takes, indented.
    let longestLoopTag: Int
    let meanings: MeaningTable
    /// The segments that need no rule, by identifier.
    private let byIdentifier: [SegmentIdentifier: Int]

    /// The tags of a guide's rules and loops; behind the rules, its segments by identifier alone.
    convenience init(_ guide: Guide, labelled: Bool) {
        var shapes = guide.segments.map { SegmentShape($0, of: guide) }
        var found: [SegmentIdentifier: Int] = [:]
        for rule in guide.segments where found[rule.identifier] == nil {
            found[rule.identifier] = shapes.count
            shapes.append(SegmentShape(base: rule.identifier) ?? SegmentShape(rule, of: guide))
        }
        self.init(shapes, found, guide, labelled: labelled)
    }

    /// The tags of the base dictionary's segments, with names and meanings.
    static let labelledBase = SegmentTags(baseLabelled: true)
    /// The tags of the base dictionary's segments alone.
    static let plainBase = SegmentTags(baseLabelled: false)

    private convenience init(baseLabelled labelled: Bool) {
        var shapes: [SegmentShape] = []
        var found: [SegmentIdentifier: Int] = [:]
        for identifier in X12Specs.dictionary.segments.keys.sorted(by: { $0.packed < $1.packed }) {
            guard let shape = SegmentShape(base: identifier) else { continue }
            found[identifier] = shapes.count
            shapes.append(shape)
        }
        self.init(shapes, found, nil, labelled: labelled)
    }

    private init(
        _ shapes: [SegmentShape], _ found: [SegmentIdentifier: Int], _ guide: Guide?, labelled: Bool
    ) {
        var builder = SegmentTagBuilder(labelled: labelled)
        for shape in shapes { builder.add(shape) }
        let loops = guide.map { guide in guide.loops.map { builder.loop($0, of: guide) } } ?? []
        loopTags = UnsafePointer(FlatMemory.keep(loops))
        longestLoopTag =
            loops.reduce(0) { max($0, Int($1.open.count), Int($1.close.count)) } + Indentation.most
        byIdentifier = found
        segments = UnsafePointer(FlatMemory.keep(builder.segments))
        elements = UnsafePointer(FlatMemory.keep(builder.elements))
        let (bytes, meanings) = builder.finish()
        self.bytes = bytes
        self.meanings = meanings
    }

    deinit {
        bytes.deallocate()
        segments.deallocate()
        elements.deallocate()
        loopTags.deallocate()
    }

    /// The tags as bare memory, which counts no references; good as long as they are held.
    struct Flat {
        let bytes: UnsafePointer<UInt8>
        let segments: UnsafePointer<Segment>
        let elements: UnsafePointer<Element>
        let loops: UnsafePointer<Loop>
        let longestLoopTag: Int
        let meanings: MeaningTable.Flat
    }

    /// The tags as bare memory.
    var flat: Flat {
        Flat(
            bytes: bytes, segments: segments, elements: elements, loops: loopTags,
            longestLoopTag: longestLoopTag, meanings: meanings.flat)
    }

    /// The number of a segment by its identifier alone; `nil` when it is not known here.
    func number(of identifier: SegmentIdentifier) -> Int? { byIdentifier[identifier] }
}
