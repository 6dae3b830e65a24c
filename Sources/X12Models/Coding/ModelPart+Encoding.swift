/// Parts that may be absent, written where they are.
///
/// `part?.write(...)` looks into an optional in place. To ask for `part != nil` first copies a large part out, with each text
/// and list of it counted and let go again.
extension ModelPart {
    /// Writes a loop that occurs at most once.
    @inline(__always)
    mutating func write(asLoop identifier: StaticString, to encoder: inout BlockEncoder) {
        encoder.loop(identifier, "", &self)
    }

    /// Writes a segment that occurs at most once.
    @inline(__always)
    mutating func write(asSegment key: SegmentKey, to encoder: inout BlockEncoder) {
        encoder.segment(key, &self)
    }

    /// Writes a composite element.
    @inline(__always)
    mutating func write(asComposite element: Int, to encoder: inout BlockEncoder) {
        encoder.composite(element, "", &self)
    }
}
