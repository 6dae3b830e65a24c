/// Parts that are none of a guide's: elements of one segment, or segments that belong together.
extension BlockDecoder {
    @inline(__always)
    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part?) {
        guard cursor.mayHold(Part.self) else {
            if part != nil { part = nil }
            return
        }
        let before = cursor.filled
        part = Part()
        part?.walk(&self)
        if cursor.filled == before { part = nil }
    }

    @inline(__always)
    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part) {
        guard cursor.mayHold(Part.self) else { return }
        let before = cursor.filled
        part.walk(&self)
        if cursor.filled == before { part = Part() }
    }

    @inline(__always)
    mutating func part<Part: ModelPart>(_ name: StaticString, _ box: inout Boxed<Part>) {
        guard cursor.mayHold(Part.self) else { return }
        decodeBox(&box)
    }

    private mutating func decodeBox<Part: ModelPart>(_ box: inout Boxed<Part>) {
        let before = cursor.filled
        let inner = Boxed<Part>.Box(Part())
        inner.part.walk(&self)
        if cursor.filled > before { box = Boxed(inner) }
    }
}
