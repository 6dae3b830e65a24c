package import X12Diagnostics
internal import X12Parser

/// Whether pieces that are to become a file of X12 come in an order in which a file can have them.
///
/// What was received with a header or trailer missing is written as it came, so only that is refused which no file could
/// have been: content without any interchange, a claim outside of a transaction set. Sets without a group, and ends that
/// are missing, are told of.
package struct PieceOrder {
    private var hasInterchange = false
    /// What is open and has had no end yet.
    private var isInterchangeOpen = false
    private var isGroupOpen = false
    private var isSetOpen = false
    /// Whether it was told that a set stands outside of a group.
    private var isGroupMissed = false

    /// No pieces yet.
    package init() {}

    /// Takes the next piece, and tells what is missing around it.
    ///
    /// - Throws: `.malformedModel` for a piece that cannot stand here.
    package mutating func take(_ item: ModelItem) throws(X12Error) -> Finding? {
        switch item {
        case .carried: return nil
        case .interchange:
            (hasInterchange, isInterchangeOpen) = (true, true)
            (isGroupOpen, isSetOpen, isGroupMissed) = (false, false, false)
            return nil
        default: break
        }
        guard hasInterchange else {
            throw X12Error(.malformedModel, "the interchange's header is missing, which comes before")
        }
        switch item {
        case .interchangeTrailer: (isInterchangeOpen, isGroupOpen, isSetOpen) = (false, false, false)
        case .group: (isGroupOpen, isSetOpen) = (true, false)
        case .groupTrailer: (isGroupOpen, isSetOpen) = (false, false)
        case .claimTrailer, .eligibilityTrailer, .claimAcknowledgementTrailer: isSetOpen = false
        // PLB and AK9 may have come too early: the set ends with SE.
        case .remittanceTrailer(let part):
            isSetOpen = part.segmentCount == nil && part.controlNumber == nil
        case .implementationAcknowledgementTrailer(let part):
            isSetOpen = part.segmentCount == nil && part.controlNumber == nil
        case .acknowledgement: break
        default:
            guard item.isInSet else { return beginSet() }
            guard isSetOpen else {
                throw X12Error(
                    .malformedModel,
                    "a piece of a transaction set stands outside of one: the set's header comes before, its trailer behind"
                )
            }
        }
        return nil
    }

    private mutating func beginSet() -> Finding? {
        isSetOpen = true
        guard !isGroupOpen, !isGroupMissed else { return nil }
        isGroupMissed = true
        var context = Finding.Context()
        context.segment = "ST"
        return Finding(.groupRequired, at: Location(), in: context, detail: "functional group")
    }

    /// The ends that are missing when there are no more pieces; `nil` when none is.
    package var missingEnds: Finding? {
        let missing = [(isSetOpen, "SE"), (isGroupOpen, "GE"), (isInterchangeOpen, "IEA")].filter(\.0).map(
            \.1)
        guard !missing.isEmpty else { return nil }
        return Finding(
            .interchangeEndMissing, at: Location(), expected: missing, detail: "the end of the document")
    }
}
