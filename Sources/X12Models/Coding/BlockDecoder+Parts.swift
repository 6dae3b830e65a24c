/// Parts that are none of a guide's: elements of one segment, or segments that belong together.
extension BlockDecoder {
    @inline(__always)
    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part?) {
        guard mayHold(Part.self) else {
            if part != nil { part = nil }
            return
        }
        let before = filled
        part = Part()
        part?.walk(&self)
        if filled == before { part = nil }
    }

    @inline(__always)
    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part) {
        guard mayHold(Part.self) else { return }
        let before = filled
        part.walk(&self)
        if filled == before { part = Part() }
    }

    @inline(__always)
    mutating func part<Part: ModelPart>(_ name: StaticString, _ box: inout Boxed<Part>) {
        guard mayHold(Part.self) else { return }
        decodeBox(&box)
    }

    private mutating func decodeBox<Part: ModelPart>(_ box: inout Boxed<Part>) {
        let before = filled
        let inner = Boxed<Part>.Box(Part())
        inner.part.walk(&self)
        if filled > before { box = Boxed(inner) }
    }

    /// Whether a part could find anything: elements of the segment entered, or the segment that comes next.
    @inline(__always)
    private func mayHold<Part: ModelPart>(_ type: Part.Type) -> Bool {
        let part = PartIdentity(type)
        return isInside || nextParts.0 == part || nextParts.1 == part || nextParts.0 == .any
    }
}
