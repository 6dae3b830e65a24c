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
        meanings = MeaningTable(labelled ? X12Specs.codeLists : CodeLists(), in: &arena)
    }

    /// Lays down a segment's tags.
    mutating func add(_ shape: SegmentShape) {
        var segment = SegmentTags.Segment()
        var room = 0
        (segment.open, segment.close) = tag(shape.identifier, shape.name)
        room += roomFor(segment.open, segment.close)
        segment.elements = Int32(elements.count)
        segment.elementCount = Int32(shape.slots.count)
        let first = elements.count
        for (index, slot) in shape.slots.enumerated() {
            elements.append(element(slot, SegmentShape.reference(shape.identifier, index + 1), &room))
        }
        for (index, slot) in shape.slots.enumerated() where !slot.components.isEmpty {
            elements[first + index].components = Int32(elements.count)
            elements[first + index].componentCount = Int32(slot.components.count)
            let reference = SegmentShape.reference(shape.identifier, index + 1)
            for (number, component) in slot.components.enumerated() {
                elements.append(element(component, "\(reference)-\(number + 1)", &room))
            }
        }
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

    private mutating func element(_ slot: SegmentShape.Slot, _ reference: String, _ room: inout Int)
        -> SegmentTags.Element
    {
        var element = SegmentTags.Element()
        (element.open, element.close) = tag(reference, slot.name)
        room += roomFor(element.open, element.close)
        element.meanings = slot.components.isEmpty ? meanings.list(of: slot.dataElement) : -1
        element.repeats = slot.repeats
        return element
    }

    private mutating func tag(_ name: String, _ label: String, _ attributes: String = "") -> (
        open: TagArena.Piece, close: TagArena.Piece
    ) {
        let label = labelled ? TagArena.attribute("name", label) : ""
        return (arena.append("<\(name)\(attributes)\(label)>"), arena.append("</\(name)>"))
    }

    /// The most bytes a pair of tags takes: both may be indented, and the meaning of a value stand in the first.
    private func roomFor(_ open: TagArena.Piece, _ close: TagArena.Piece) -> Int {
        Int(open.count + close.count) + 2 * Indentation.most + meanings.longest
    }
}
