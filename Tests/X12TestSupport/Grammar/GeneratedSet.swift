public import X12Grammar

/// A transaction set that a ``GrammarGenerator`` made, to be looked at, changed, and spelled.
public struct GeneratedSet: Sendable {
    /// The guide it follows.
    public let guide: Guide
    /// Its segments, ST to SE.
    public var segments: [GeneratedSegment]

    /// The set's bytes in an interchange of its own, with one group.
    ///
    /// The segments are spelled as they are: counts in SE are not made right.
    public func interchange(format: WorkloadFormat = WorkloadFormat(), controlNumber: Int = 1) -> [UInt8] {
        var out = SegmentComposer(format: format)
        let envelope = SegmentComposer.Envelope(guide, controlNumber: controlNumber)
        out.open(envelope)
        for segment in segments { out.segment(segment) }
        out.close(envelope, sets: 1)
        var bytes: [UInt8] = []
        out.drain(isLast: true) { bytes = $0 }
        return bytes
    }
}

extension SegmentComposer.Envelope {
    /// The envelope of sets of a guide.
    init(_ guide: Guide, controlNumber: Int) {
        self.init(
            functionalCode: guide.functionalIdentifier, guide: guide.identifier, sender: "CLINIC01",
            receiver: "PAYER01", controlNumber: controlNumber)
    }
}

extension SegmentComposer {
    /// Spells a generated segment.
    mutating func segment(_ segment: GeneratedSegment) {
        spell(segment.text) { [format] in
            switch $0 {
            case GeneratedSegment.Separator.element: format.elementSeparator
            case GeneratedSegment.Separator.repetition: format.repetitionSeparator
            case GeneratedSegment.Separator.component: format.componentSeparator
            default: $0
            }
        }
    }
}
