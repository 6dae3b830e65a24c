package import X12Diagnostics
internal import X12Parser

/// Whether pieces that are to become a file of X12 come in an order in which a file can have them.
///
/// What was received with a header or trailer missing is written as it came, so only that is refused which no file could
/// have been: content without any interchange, a claim outside of a transaction set. Sets without a group, levels and
/// claims without the levels that they stand under, and ends that are missing, are told of.
package struct PieceOrder {
    private var hasInterchange = false
    /// What is open and has had no end yet.
    private var isInterchangeOpen = false
    private var isGroupOpen = false
    private var isSetOpen = false
    /// How deep the levels are that are open in the set; -1 for none.
    private var openDepth = -1
    /// Whether it was told that a set stands outside of a group.
    private var isGroupMissed = false

    /// No pieces yet.
    package init() {}

    /// Whether no piece of an interchange came at all.
    package var isEmpty: Bool { !hasInterchange }

    /// Takes the next piece, and tells what is missing before and around it.
    ///
    /// - Throws: `.malformedModel` for a piece that cannot stand here.
    package mutating func take(_ item: ModelItem) throws(X12Error) -> [Finding] {
        switch item {
        case .carried: return []
        case .interchange:
            let missing = ends(before: "the next ISA", set: true, group: true, interchange: true)
            (hasInterchange, isInterchangeOpen) = (true, true)
            (isGroupOpen, isSetOpen, isGroupMissed) = (false, false, false)
            return missing
        default: break
        }
        guard hasInterchange else {
            throw X12Error(.malformedModel, "the interchange's header is missing, which comes before")
        }
        switch item {
        case .interchangeTrailer:
            let missing = ends(before: "IEA", set: true, group: true)
            (isInterchangeOpen, isGroupOpen, isSetOpen) = (false, false, false)
            return missing
        case .group:
            let missing = ends(before: "the next GS", set: true, group: true)
            (isGroupOpen, isSetOpen) = (true, false)
            return missing
        case .groupTrailer:
            let missing = ends(before: "GE", set: true)
            (isGroupOpen, isSetOpen) = (false, false)
            return missing
        case .acknowledgement: return []
        default:
            guard item.isInSet else { return beginSet() }
            return try takeInSet(item)
        }
    }

    private mutating func takeInSet(_ item: ModelItem) throws(X12Error) -> [Finding] {
        switch item {
        case .claimTrailer, .eligibilityTrailer, .claimAcknowledgementTrailer: isSetOpen = false
        // PLB and AK9 may have come too early: the set ends with SE.
        case .remittanceTrailer(let part):
            isSetOpen = part.segmentCount == nil && part.controlNumber == nil
        case .implementationAcknowledgementTrailer(let part):
            isSetOpen = part.segmentCount == nil && part.controlNumber == nil
        default:
            guard isSetOpen else {
                throw X12Error(
                    .malformedModel,
                    "a piece of a transaction set stands outside of one: the set's header comes before, its trailer behind"
                )
            }
            return levels(around: item)
        }
        return []
    }

    private mutating func beginSet() -> [Finding] {
        let missing = ends(before: "the next ST", set: true)
        isSetOpen = true
        openDepth = -1
        guard !isGroupOpen, !isGroupMissed else { return missing }
        isGroupMissed = true
        var context = Finding.Context()
        context.segment = "ST"
        return missing + [Finding(.groupRequired, at: Location(), in: context, detail: "functional group")]
    }

    /// What is missing of the levels that a level or claim stands under.
    private mutating func levels(around item: ModelItem) -> [Finding] {
        let isClaim = if case .claim = item { true } else { false }
        guard let depth = isClaim ? min(2, openDepth + 1) : item.depth else { return [] }
        let wanted = isClaim ? 1 : depth - 1
        defer { if !isClaim { openDepth = depth } }
        guard openDepth < wanted else { return [] }
        var context = Finding.Context()
        context.segment = isClaim ? "CLM" : "HL"
        context.name = isClaim ? "Claim Information" : "Hierarchical Level"
        let loops = (openDepth + 1...wanted).map { "2000" + ["A", "B", "C", "D"][$0] }
        return [
            Finding(
                .loopMissing, at: Location(), in: context, detail: "loop " + loops.joined(separator: " and "))
        ]
    }

    /// The ends that are missing when there are no more pieces.
    package func ends() -> [Finding] {
        ends(before: "the end of the document", set: true, group: true, interchange: true)
    }

    /// The ends that are missing of what is open and cannot go on.
    private func ends(
        before place: String, set: Bool = false, group: Bool = false, interchange: Bool = false
    ) -> [Finding] {
        let open = [
            (set && isSetOpen, "SE", Finding.Rule.setEndMissing),
            (group && isGroupOpen, "GE", .groupEndMissing),
            (interchange && isInterchangeOpen, "IEA", .interchangeEndMissing),
        ].filter(\.0)
        guard let outermost = open.last else { return [] }
        var context = Finding.Context()
        context.segment = outermost.1
        return [Finding(outermost.2, at: Location(), in: context, expected: open.map(\.1), detail: place)]
    }
}
