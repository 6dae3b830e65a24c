internal import X12Diagnostics
internal import X12Grammar
internal import X12Specs
internal import X12Text

/// Envelopes: what opens and closes them, what they count, and which of them have no end.
extension BlockCutter {
    mutating func beginInterchange(
        _ segment: borrowing SegmentView, after previous: borrowing Block
    ) -> Step {
        if envelope.interchange.isOpen, envelope.interchange.count == 0, previous.endsWithCopy(of: segment) {
            return passCopy(segment, .interchangeTwice)
        }
        close(inside: .file, before: "this ISA", at: segment.location)
        envelope.interchange.open(segment[13].string)
        envelope.hasAcknowledgement = false
        isGapReported = false
        componentInUse = nil
        return begin(.interchange)
    }

    mutating func endInterchange(_ segment: borrowing SegmentView) -> Step {
        close(inside: .interchange, before: "this IEA", at: segment.location)
        let step = begin(.interchangeEnd)
        check(segment, 1, .interchangeCount, counted: envelope.interchange.count)
        if envelope.interchange.isOpen, envelope.interchange.count == 0, !envelope.hasAcknowledgement,
            !isGapReported
        {
            report(.interchangeEmpty, place(of: segment), "IEA")
        }
        if Self.isControlNumber(envelope.interchange.controlNumber, 9...9) {
            check(segment, 2, .interchangeControlNumber, envelope.interchange.controlNumber)
        }
        envelope.interchange.isOpen = false
        return step
    }

    /// A TA1 that stands in no group.
    mutating func beginAcknowledgement(_ segment: borrowing SegmentView) -> Step {
        envelope.hasAcknowledgement = true
        let step = begin(.acknowledgement)
        if envelope.interchange.count > 0 { report(.acknowledgementLate, segment.location, "TA1") }
        return step
    }

    mutating func beginGroup(
        _ segment: borrowing SegmentView, after previous: borrowing Block
    ) -> Step {
        if envelope.group.isOpen, envelope.group.count == 0, previous.endsWithCopy(of: segment) {
            return passCopy(segment, .groupTwice)
        }
        close(inside: .interchange, before: "this GS", at: segment.location)
        isGapReported = false
        envelope.openGroup(segment)
        return begin(.group)
    }

    mutating func endGroup(
        _ segment: borrowing SegmentView, after previous: borrowing Block
    ) -> Step {
        close(inside: .group, before: "this GE", at: segment.location)
        let step = begin(.groupEnd)
        if envelope.group.isOpen {
            check(segment, 1, .groupCount, counted: envelope.group.count)
            if envelope.group.count == 0, !isGapReported { report(.groupEmpty, place(of: segment), "GE") }
            if Self.isControlNumber(envelope.group.controlNumber, 1...9) {
                check(segment, 2, .groupControlNumber, envelope.group.controlNumber)
            }
        } else if previous.endsWithCopy(of: segment) {
            report(.groupRequired, segment.location, "GE", detail: "functional group: it is sent twice")
        } else {
            // The GS is missing, but a group there was.
            envelope.interchange.count += 1
            reportGap(segment, "functional group")
        }
        isGapReported = false
        envelope.group.isOpen = false
        return step
    }

    mutating func beginSet(
        _ segment: borrowing SegmentView, after previous: borrowing Block
    ) -> Step {
        if envelope.set.isOpen, envelope.set.count == 1, previous.endsWithCopy(of: segment) {
            envelope.set.count = 2
            var step = passCopy(segment, .setTwice)
            step.position = 2
            return step
        }
        close(inside: .group, before: "this ST", at: segment.location)
        if envelope.group.isOpen { isGapReported = false } else { reportGap(segment, "functional group") }
        envelope.group.count += 1
        envelope.set.open(segment[2].string)
        envelope.set.count = 1
        stranger = nil
        choose(segment)
        var step = begin(course == .none ? .carried : .header)
        step.position = 1
        if course == .undecided { step.waits = .guide }
        if course == .guided { step.placement = placementOfHeader(segment) }
        return step
    }

    /// Where an ST stands, by the guide that is followed.
    mutating func placementOfHeader(_ segment: borrowing SegmentView) -> Placement {
        var placement = tracker?.begin(segment) ?? Placement.none
        if segment.identifier != "ST" { placement.remarks.insert(.unlisted) }
        return placement
    }

    mutating func endSet(_ segment: borrowing SegmentView, _ step: Step) -> Step {
        // Terminators in a row were reported, whether the sender counted them or not.
        let counted = envelope.set.count - envelope.set.blanks
        if envelope.set.blanks == 0 || Int(segment[1].string) != envelope.set.count {
            check(segment, 1, .setCount, counted: counted)
        }
        if Self.isControlNumber(envelope.set.controlNumber, 4...9, isNumeric: false) {
            check(segment, 2, .setControlNumber, envelope.set.controlNumber)
        }
        envelope.set.isOpen = false
        return step
    }

    /// A header that is sent twice in a row: the second one opens nothing.
    private mutating func passCopy(_ segment: borrowing SegmentView, _ rule: Finding.Rule) -> Step {
        report(rule, place(of: segment), segment.identifier.description)
        return Step(kind: kind, begins: false)
    }

    /// Whether a header's control number is sound; of one that is not, the header is reported, and the trailer need
    /// not be.
    private static func isControlNumber(
        _ number: String, _ length: ClosedRange<Int>, isNumeric: Bool = true
    ) -> Bool {
        guard length.contains(number.utf8.count), number.utf8.last != 0x20 else { return false }
        guard isNumeric else { return true }
        return number.utf8.allSatisfy { 0x30...0x39 ~= $0 } && (length.lowerBound < 9 || Int(number) != 0)
    }

    private mutating func check(
        _ segment: borrowing SegmentView, _ element: Int, _ rule: Finding.Rule, counted: Int
    ) {
        let sent = segment[element].string
        guard Int(sent) != counted else { return }
        report(
            rule, place(of: segment).at(element: element), segment.identifier.description,
            found: Fact(sent, .count), expected: ["\(counted)"])
    }

    private mutating func check(
        _ segment: borrowing SegmentView, _ element: Int, _ rule: Finding.Rule, _ expected: String
    ) {
        let sent = segment[element].string
        guard sent != expected else { return }
        report(
            rule, place(of: segment).at(element: element), segment.identifier.description,
            found: Fact(sent, .count), expected: [expected])
    }

    func place(of segment: borrowing SegmentView) -> Location {
        var place = segment.location
        place.segmentPosition = envelope.set.isOpen ? envelope.set.count : 0
        return place
    }

    mutating func reportGap(_ segment: borrowing SegmentView, _ missing: String) {
        guard !isGapReported else { return }
        isGapReported = true
        report(.groupRequired, segment.location, segment.identifier.description, detail: missing)
    }

    /// Closes what has no end of its own, with one finding for all of it.
    mutating func close(
        inside depth: EnvelopeState.Depth, before name: String, at place: Location
    ) {
        let next = envelope.set.count + 1
        let guide = guide?.identifier ?? ""
        let missing = envelope.closeOpen(inside: depth)
        course = .none
        guard let innermost = missing.first, let outermost = missing.last else { return }
        closedAfterCut = isBehindCut
        closedSet = innermost == .setEndMissing
        var place = place
        var context = Finding.Context()
        context.interchange = envelope.interchange.controlNumber
        if innermost != .interchangeEndMissing { context.group = envelope.group.controlNumber }
        if innermost == .setEndMissing {
            place.segmentPosition = next
            context.transactionSet = envelope.set.controlNumber
            context.guide = guide
        }
        keep(
            Finding(
                outermost, at: place, in: context, expected: missing.map(EnvelopeState.trailer),
                detail: isBehindCut ? name + ", which comes in the middle of a segment" : name))
    }
}
