internal import X12Diagnostics
internal import X12Parser
internal import X12Text

/// Whether what levels 1 and 2 found takes away what a rule of the levels above relies on.
extension Finding {
    /// Tells an error of level 1 or 2 in a place that a rule relies on.
    ///
    /// - Parameters:
    ///   - places: places of the guide that a rule relies on.
    ///   - block: the block that the finding stands in.
    /// - Returns: whether this is one, about one of the places or about what may be meant for it.
    func isAbout(_ places: [SentPlace], in block: borrowing Block) -> Bool {
        guard !places.isEmpty, rule.severity >= .error, rule.level <= 2, let guide = block.shared?.guide
        else {
            return false
        }
        switch rule.id {
        case "GDE-LOOP-MIN" where !detail.isEmpty:
            return places.contains { $0.loop == detail }
        case "GDE-SEG-MISSING":
            return places.contains { $0.loop == context.loop && $0.means(context.segment) }
        default:
            let first = Int(block[0].ordinal)
            let index = location.segment - first
            guard index >= 0, index < block.count else { return false }
            let placed = Int(block[index].placement.rule)
            if placed >= 0 { return places.contains { $0.segments(in: guide).contains(placed) } }
            // A stranger of the same kind may be what is missed, unless it stands in another loop under a code of its own.
            let identifier = block.view(index).identifier
            return places.contains {
                !$0.identifier.isEmpty && SegmentIdentifier($0.identifier) == identifier
                    && ($0.code.isEmpty || $0.loop == context.loop)
            }
        }
    }

    /// Tells that a segment in a place that a rule adds up is not among what was read of its part: there are too many of
    /// them, or it stands where none may.
    func takesAway(_ places: [SentPlace], in block: borrowing Block) -> Bool {
        guard !places.isEmpty else { return false }
        let index = location.segment - Int(block[0].ordinal)
        guard index >= 0, index < block.count else { return false }
        let placed = Int(block[index].placement.rule)
        guard placed < 0 || rule.id == "GDE-SEG-MAX" || rule.id == "GDE-LOOP-MAX" else { return false }
        return isAbout(places, in: block)
    }
}

extension SentPlace {
    /// Whether a segment of its loop is meant.
    fileprivate func means(_ segment: String) -> Bool { identifier.isEmpty || identifier == segment }
}
