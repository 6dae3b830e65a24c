internal import X12Parser
internal import X12Text

/// Writes the segments of a block as the fields of its part's JSON object, and makes no part.
///
/// It walks an empty part, and writes each value that it comes to at once, since a walk has the order of the guide and of JSON
/// both. No text, list or box is made, which is most of what models cost (<doc:0025-lines-without-models>). What it writes
/// is what a ``JSONModelWriter`` writes of the part that a ``BlockDecoder`` reads, as long as every byte of the block is
/// taken in and is spelled as it is written, or read as the same (``isWhole``): what is carried of such spellings its cursor
/// knows. Where that is not so, what it wrote is to be forgotten, and the part made.
struct BlockTranscoder: ModelVisitor {
    // The places are those of X12, and nothing is filled in.
    static var visitsProperties: Bool { false }
    static var decodes: Bool { false }

    var cursor: BlockCursor
    // A visitor is copyable and these are not, hence the pointers; they live for one call of `BlockCoder.transcode`.
    let output: UnsafeMutablePointer<JSONWriter>
    private let empty: UnsafeMutablePointer<EmptyParts>
    /// Whether all text of the block can be copied as it is.
    let isPlain: Bool
    /// Whether the item being walked is one that begins a segment of its own although the one before had room.
    private var beginsSegment = false

    init(
        _ cursor: BlockCursor, isPlain: Bool, _ output: UnsafeMutablePointer<JSONWriter>,
        _ empty: UnsafeMutablePointer<EmptyParts>
    ) {
        self.cursor = cursor
        self.isPlain = isPlain
        self.output = output
        self.empty = empty
    }

    /// Whether what was written is all that the block's part says, but for what is carried beside it.
    var isWhole: Bool { cursor.isWhole }

    /// Walks an empty part of a type.
    @inline(__always)
    mutating func walk<Part: ModelPart>(_ type: Part.Type) { empty.pointee.part(type).pointee.walk(&self) }

    // MARK: - Segments

    @inline(__always)
    mutating func enter(_ key: SegmentKey) -> Bool { cursor.enter(key) }

    mutating func leave() {
        cursor.leave()
        if !cursor.isKnown { cursor.giveUp() }
    }

    @inline(__always)
    mutating func segments<Part: ModelPart>(
        _ key: SegmentKey, _ name: StaticString, _ parts: inout [Part]
    ) {
        guard cursor.isNext(key) else { return }
        writeSegments(key, name, Part.self)
    }

    private mutating func writeSegments<Part: ModelPart>(
        _ key: SegmentKey, _ name: StaticString, _ type: Part.Type
    ) {
        let start = output.pointee.beginField(name, "[")
        while cursor.enter(key) {
            output.pointee.beginElement()
            walk(type)
            output.pointee.endElement()
            cursor.finish()
        }
        output.pointee.endField("]", from: start)
    }

    mutating func segment<Part: ModelPart>(
        _ key: SegmentKey, _ name: StaticString, _ part: inout Part?
    ) {
        guard cursor.enter(key) else { return }
        object(name, Part.self)
        leave()
    }

    @inline(__always)
    mutating func packed<Packing: SegmentPacking>(
        _ key: SegmentKey, _ name: StaticString, _ items: inout [Packing.Item], as packing: Packing.Type
    ) {
        guard cursor.isNext(key) else { return }
        writePacked(key, name, packing)
    }

    /// Walks each item at the places of its group, and at those that all items of a segment share.
    private mutating func writePacked<Packing: SegmentPacking>(
        _ key: SegmentKey, _ name: StaticString, _ packing: Packing.Type
    ) {
        let start = output.pointee.beginField(name, "[")
        let shared = packing.sharedElements
        var lastCount = 0
        while true {
            let last = cursor.bytes(through: shared)
            guard cursor.enter(key) else { break }
            let count = cursor.groupCount(shared + 1, stride: packing.itemElements, most: packing.capacity)
            let hadRoom = lastCount > 0 && lastCount < packing.capacity
            beginsSegment = hadRoom && last.elementsEqual(cursor.bytes(through: shared))
            for item in 0..<count {
                cursor.goTo(item: item, of: packing)
                output.pointee.beginElement()
                walk(Packing.Item.self)
                output.pointee.endElement()
                beginsSegment = false
            }
            cursor.goTo(item: 0, of: packing)
            // A segment without any item is for the part to make something of.
            if count == 0 { cursor.differ() }
            cursor.finish()
            lastCount = count
        }
        output.pointee.endField("]", from: start)
    }

    mutating func flag(_ name: StaticString, _ value: inout Bool) {
        if beginsSegment { output.pointee.trueField(name) }
    }

    // MARK: - Loops

    @inline(__always)
    mutating func loop<Part: ModelPart>(_ identifier: StaticString, _ name: StaticString, _ part: inout Part?)
    {
        guard cursor.opens(identifier) else { return }
        writeLoop(identifier, name, Part.self)
    }

    @inline(__always)
    mutating func loop<Part: ModelPart>(_ identifier: StaticString, _ name: StaticString, _ part: inout Part)
    {
        guard cursor.opens(identifier) else { return }
        writeLoop(identifier, name, Part.self)
    }

    @inline(__always)
    mutating func loop<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ box: inout Boxed<Part>
    ) {
        guard cursor.opens(identifier) else { return }
        writeLoop(identifier, name, Part.self)
    }

    private mutating func writeLoop<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ type: Part.Type
    ) {
        let outer = cursor.beginLoop()
        object(name, type)
        cursor.endLoop(outer)
        cursor.stepOver(identifier)
    }

    @inline(__always)
    mutating func loops<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ parts: inout [Part]
    ) {
        guard cursor.opens(identifier) else { return }
        writeLoops(identifier, name, Part.self)
    }

    private mutating func writeLoops<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ type: Part.Type
    ) {
        let start = output.pointee.beginField(name, "[")
        while cursor.opens(identifier) {
            let outer = cursor.beginLoop()
            output.pointee.beginElement()
            walk(type)
            output.pointee.endElement()
            cursor.endLoop(outer)
        }
        output.pointee.endField("]", from: start)
    }

    // MARK: - Parts

    @inline(__always)
    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part?) {
        guard cursor.mayHold(Part.self) else { return }
        object(name, Part.self)
    }

    @inline(__always)
    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part) {
        guard cursor.mayHold(Part.self) else { return }
        object(name, Part.self)
    }

    @inline(__always)
    mutating func part<Part: ModelPart>(_ name: StaticString, _ box: inout Boxed<Part>) {
        guard cursor.mayHold(Part.self) else { return }
        object(name, Part.self)
    }

    /// Writes a field that holds an object, unless nothing of it was sent.
    mutating func object<Part: ModelPart>(_ name: StaticString, _ type: Part.Type) {
        let start = output.pointee.beginField(name, "{")
        walk(type)
        output.pointee.endField("}", from: start)
    }
}
