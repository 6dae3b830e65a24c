internal import X12Grammar
internal import X12Specs
internal import X12Text

/// What the base standard demands of a guide's loops, so that a 999 can tell what only the guide asks for.
struct StandardDemands {
    private let guide: Guide
    private let set: BaseTransactionSet?

    init(_ guide: Guide) {
        self.guide = guide
        set = X12Specs.dictionary.transactionSet(guide.transactionSet)
    }

    /// Whether the standard has every place of a segment in a loop as mandatory.
    func demands(_ segment: SegmentIdentifier, in loop: Int) -> Bool {
        let places = set?.places(of: segment, inGuideLoop: name(loop)) ?? []
        return !places.isEmpty && places.allSatisfy { $0.requirement == .mandatory }
    }

    /// Whether the standard demands a loop where it stands. The guide's loops of one number are one loop of the
    /// standard, which is there when the loop around is of that number too.
    func demands(loop: Int) -> Bool {
        guard let own = set?.loop(ofGuideLoop: name(loop)), own.requirement == .mandatory else {
            return false
        }
        return own.identifier != set?.loop(ofGuideLoop: name(guide.loops[loop].parent))?.identifier
    }

    /// A loop's identifier; empty for the set itself.
    private func name(_ loop: Int) -> String { loop > 0 ? guide.loops[loop].identifier : "" }
}
