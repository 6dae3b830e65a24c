internal import X12Diagnostics
internal import X12Grammar
internal import X12Specs
internal import X12Text

/// Which guide a transaction set is read by, and what is to be said about the identifiers that name it.
///
/// What is wrong with GS08 is said once for its group, at the GS, however many sets the group holds.
extension BlockCutter {
    /// Chooses the guide of the set that an ST begins.
    mutating func choose(_ segment: borrowing SegmentView) {
        let transactionSet = segment[1].string
        let choice = library.choose(
            group: envelope.guideOfGroup, set: segment[3].string, transactionSet: transactionSet,
            isInGroup: envelope.group.isOpen)
        switch choice.course {
        case .guide(let guide): follow(guide)
        case .undecided: course = .undecided
        case .none: course = .none
        }
        switch choice.remark {
        case .none: break
        case .near: reportGuide(.guideNear, segment)
        case .unnamed:
            // An undecided set's guide is reported when it is decided.
            if course != .undecided { reportGuide(.guideUnnamed, segment) }
        case .namedBySet: reportGuide(.guideNamedBySet, segment)
        case .unknownGuide: reportGuide(.guideUnknown, segment)
        case .otherSet:
            // Where GS01 is that of the other set too, that is the thing to mend, and is checked with the ST.
            let own = X12Specs.dictionary.transactionSet(transactionSet)?.group
            if own == nil || own == envelope.kindOfGroup { reportGuide(.guideOfOtherSet, segment) }
        case .unknownSet:
            let own = X12Specs.dictionary.transactionSet(transactionSet)?.group
            if own == nil || own == envelope.kindOfGroup { reportSet(.setUnsupported, segment) }
        case .noSet: reportSet(.setUnsupported, segment)
        }
    }

    /// Whether this segment, waiting behind an ST, decides on the guide.
    static func decides(_ segment: borrowing SegmentView) -> Bool {
        switch segment.identifier {
        case "SV1", "SV2", "SV3", "SE", "GE", "IEA", "ISA", "ST", "GS": true
        default: false
        }
    }

    /// Ends the waiting: the first service line tells the guide, anything else that there is none.
    mutating func decide(for held: borrowing Block) {
        let start = held.view(0).detached()
        let segment = held.view(held.count - 1).detached()
        if let guide = library.guide(ofServiceLine: segment.identifier.description) {
            follow(guide)
            let own = X12Specs.dictionary.transactionSet("837")?.group
            // In a group of another kind, GS01 is the thing to mend.
            if own == envelope.kindOfGroup || !envelope.group.isOpen { reportGuide(.guideUnnamed, start) }
        } else {
            course = .none
            reportGuide(.guideUnknown, start)
        }
    }

    // MARK: - Findings

    private mutating func reportGuide(_ rule: Finding.Rule, _ segment: borrowing SegmentView) {
        guard envelope.group.isOpen else {
            let sent = segment[3].string
            return report(
                rule, segment.location.at(element: 3), "ST", found: Self.identifier(sent), expected: expected)
        }
        // That GS08 is empty is found by the checks of the GS.
        guard !envelope.isGroupGuideReported, !envelope.guideOfGroup.isEmpty else { return }
        envelope.isGroupGuideReported = true
        var context = Finding.Context()
        context.interchange = envelope.interchange.controlNumber
        context.group = envelope.group.controlNumber
        context.segment = "GS"
        keep(
            Finding(
                rule, at: envelope.placeOfGroup.at(element: 8), in: context,
                found: Self.identifier(envelope.guideOfGroup), expected: expected))
    }

    private mutating func reportSet(_ rule: Finding.Rule, _ segment: borrowing SegmentView) {
        var place = segment.location.at(element: 1)
        place.segmentPosition = 1
        let sent = segment[1].string
        report(
            rule, place, "ST", found: Fact(sent, sent.utf8.count <= 3 ? .code : .text),
            expected: guide.map { [$0.transactionSet] } ?? [])
    }

    private var expected: [String] { guide.map { [$0.identifier] } ?? [] }

    /// Identifiers of guides are codes; what is much longer is something else.
    private static func identifier(_ text: String) -> Fact? {
        text.isEmpty ? nil : Fact(text, text.utf8.count <= 12 ? .code : .text)
    }
}
