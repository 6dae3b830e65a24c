internal import X12Grammar
internal import X12Specs

/// Lays down tags, one segment after the other.
struct SegmentTagBuilder: ~Copyable {
    private(set) var segments: [SegmentTags.Segment] = []
    private(set) var elements: [SegmentTags.Element] = []
    private var arena = TagArena()
    private let meanings: MeaningTable
    private let labelled: Bool

    init(labelled: Bool) {
        self.labelled = labelled
        meanings = labelled ? .shared : .none
    }

    /// Lays down a segment's tags.
    mutating func add(_ shape: SegmentShape) {
        var segment = SegmentTags.Segment()
        var room = 0
        // Tags lie as they follow each other in a document: those between two values are mostly copied as one.
        segment.close = arena.append("</\(shape.identifier)>")
        segment.open = startTag(shape.identifier, shape.name)
        room += roomFor(segment.open, segment.close)
        segment.elements = Int32(elements.count)
        segment.elementCount = Int32(shape.slots.count)
        var components = elements.count + shape.slots.count
        var behind: [SegmentTags.Element] = []
        for (index, slot) in shape.slots.enumerated() {
            let reference = SegmentShape.reference(shape.identifier, index + 1)
            var element = SegmentTags.Element()
            element.open = startTag(reference, slot.name)
            if !slot.components.isEmpty {
                element.components = Int32(components)
                element.componentCount = Int32(slot.components.count)
                components += slot.components.count
            }
            for (number, component) in slot.components.enumerated() {
                var own = SegmentTags.Element()
                (own.open, own.close) = tag("\(reference)-\(number + 1)", component.name)
                own.meanings = meanings.list(of: component.dataElement)
                room += roomFor(own.open, own.close)
                behind.append(own)
            }
            element.close = arena.append("</\(reference)>")
            element.meanings = slot.components.isEmpty ? meanings.list(of: slot.dataElement) : -1
            element.repeats = slot.repeats
            room += roomFor(element.open, element.close)
            elements.append(element)
        }
        elements += behind
        segment.room = Int32(room)
        segments.append(segment)
    }

    /// Lays down the tags of a loop, or of the transaction set itself.
    mutating func loop(_ rule: LoopRule, of guide: Guide) -> SegmentTags.Loop {
        let name = LoopContent.elementName(of: rule)
        guard rule.parent < 0 else { return SegmentTags.Loop(tag(name, rule.name)) }
        let attributes = TagArena.attribute("guide", guide.identifier)
        return SegmentTags.Loop(tag(name, guide.name, attributes))
    }

    /// The bytes, which the caller lets go, and the meanings.
    consuming func finish() -> (UnsafePointer<UInt8>, MeaningTable) { (arena.release(), meanings) }

    private mutating func tag(_ name: String, _ label: String, _ attributes: String = "") -> (
        open: TagArena.Piece, close: TagArena.Piece
    ) {
        (startTag(name, label, attributes), arena.append("</\(name)>"))
    }

    private mutating func startTag(_ name: String, _ label: String, _ attributes: String = "")
        -> TagArena.Piece
    {
        arena.append("<\(name)\(attributes)\(labelled ? TagArena.attribute("name", label) : "")>")
    }

    /// The most bytes a pair of tags takes: both may be indented, and the meaning of a value stand in the first.
    private func roomFor(_ open: TagArena.Piece, _ close: TagArena.Piece) -> Int {
        Int(open.count + close.count) + 2 * Indentation.most + meanings.longest
    }
}
