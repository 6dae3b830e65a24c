import X12Diagnostics
import X12Grammar
import X12Parser
import X12TestSupport
import X12Text

extension Job {
    /// Reading plus the question which rule of the guide takes the segment; nothing is copied.
    static let place = Job(
        name: "place", summary: "P: every segment of a set placed in its loop, no block filled"
    ) { input in
        let (identifier, set) =
            switch input.kind {
            case .professionalClaims: ("005010X222A1", "837")
            case .remittances: ("005010X221A1", "835")
            case .eligibilityResponses: ("005010X279A1", "271")
            }
        guard let guide = GuideLibrary().guide(identifier, transactionSet: set) else {
            throw X12Error(.unknownGuide, at: Location(), identifier)
        }
        var reader = SegmentReader(ByteSource(bytes: input.bytes))
        var tracker = LoopTracker(guide)
        let total = try placeSegments(&reader, &tracker)
        try WrongAnswer.unless(total.homeless, is: 0, "segments without a place", in: "place")
        try WrongAnswer.unless(total.segments, is: input.key.segments, "segments", in: "place")
        return total.fingerprint
    }
}

private struct Total {
    var segments = 0
    var homeless = 0
    var fingerprint: UInt64 = 0
}

@inline(never)
private func placeSegments(_ reader: inout SegmentReader, _ tracker: inout LoopTracker) throws(X12Error)
    -> Total
{
    var total = Total()
    while let segment = try reader.next() {
        total.segments &+= 1
        let placement: Placement
        switch segment.identifier {
        case "ISA", "IEA", "GS", "GE": continue
        case "ST": placement = tracker.begin(segment)
        default: placement = tracker.place(segment)
        }
        if placement.rule < 0 { total.homeless &+= 1 }
        total.fingerprint &+=
            UInt64(truncatingIfNeeded: placement.rule)
            &+ UInt64(truncatingIfNeeded: placement.loopInstance) &* 31
    }
    return total
}
