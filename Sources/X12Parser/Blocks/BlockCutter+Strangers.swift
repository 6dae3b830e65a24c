internal import X12Diagnostics
internal import X12Grammar
internal import X12Specs
internal import X12Text

/// Segments that do not fit as they stand, and those that no guide places.
extension BlockCutter {
    /// A segment that nothing takes as it stands.
    @inline(never)
    mutating func doubtful(
        _ segment: borrowing SegmentView, _ placement: Placement, behind before: Int,
        after previous: borrowing Block
    ) -> Step {
        let identifier = known(segment.identifier)
        var placement = placement
        if identifier != segment.identifier {
            if let step = respelledControl(identifier, segment, after: previous) { return step }
            placement = tracker?.place(segment, as: identifier) ?? Placement.none
        }
        if placement == .undecided, let separator = separatorInUse(segment, identifier) {
            componentInUse = separator
            placement =
                tracker?.place(segment, as: identifier, componentSeparator: separator) ?? Placement.none
        }
        if placement == .undecided, let again = tracker?.placeAtOnce(segment, after: previous) {
            placement = again
        }
        if placement == .undecided {
            guard let again = placementByHabit(segment, identifier) else {
                return Step(kind: kind, begins: false, waits: .lookAhead)
            }
            placement = again
        }
        return placed(segment, identifier, placement, behind: before, after: previous)
    }

    /// Places a segment of which so many were read the same way in the block that it need not be weighed again.
    private mutating func placementByHabit(
        _ segment: borrowing SegmentView, _ identifier: SegmentIdentifier
    ) -> Placement? {
        let raw = RawSegment(segment)
        let separator = componentInUse ?? segment.delimiters.component
        let symbol = tracker?.symbol(of: identifier, raw, separator) ?? -1
        let doubt = DoubtHabits.Case(rule: tracker?.position ?? 0, symbol: symbol)
        guard let reading = habits.reading(of: doubt) else { return nil }
        return tracker?.take(reading, identifier, symbol).placement
    }

    /// Decides on a segment that was left undecided, with those behind it at hand.
    ///
    /// - Parameters:
    ///   - held: The segments that wait.
    ///   - index: Where in them the segment stands.
    ///   - previous: The block being filled.
    /// - Returns: the decision.
    mutating func decide(
        _ held: borrowing Block, _ index: Int, after previous: borrowing Block
    ) -> Step {
        let segment = held.view(index).detached()
        let identifier = known(segment.identifier)
        let separator = componentInUse ?? held.delimiters.component
        let before = tracker?.position ?? 0
        let symbol = tracker?.symbol(of: identifier, held.raw(index), separator) ?? -1
        var following: [FollowingSegment] = []
        var next = index + 1
        while next < held.count, following.count < LoopTracker.lookAhead {
            let identifier = known(held.raw(next).identifier)
            if Self.isControl(identifier), identifier != "SE" { break }
            let raw = held.raw(next)
            following.append(
                FollowingSegment(symbol: tracker?.symbol(of: identifier, raw, separator) ?? -1, segment: raw))
            if identifier == "SE" { break }
            next += 1
        }
        var delimiters = held.delimiters
        delimiters.component = separator
        let doubtful = DoubtfulSegment(
            segment: held.raw(index), delimiters: delimiters, isCopy: previous.endsWithCopy(of: segment),
            gap: Self.gap(between: previous, held, index..<next))
        let reading =
            tracker?.reading(of: doubtful, symbol, before: following, in: previous) ?? .passedOver
        habits.note(reading, of: DoubtHabits.Case(rule: before, symbol: symbol))
        let taken = tracker?.take(reading, identifier, symbol) ?? TakenReading(.none)
        exchanged = taken.next
        var step = placed(segment, identifier, taken.placement, behind: before, after: previous)
        step.amended = taken.last
        return step
    }

    /// What is lost between the last level of a block and the first one of the segments behind it.
    private static func gap(
        between before: borrowing Block, _ held: borrowing Block, _ range: Range<Int>
    ) -> LevelGap? {
        guard
            let next = range.first(where: {
                held.raw($0).identifier == "HL" && levelNumber(held.raw($0), 1) != nil
            }), let last = (0..<before.count).last(where: { before.raw($0).identifier == "HL" }),
            let number = levelNumber(before.raw(last), 1), let following = levelNumber(held.raw(next), 1)
        else { return nil }
        let above = levelNumber(held.raw(next), 2)
        return LevelGap(
            count: following - number - 1, isAboveNext: above.map { $0 > number && $0 < following },
            isBehind: next > range.lowerBound)
    }

    /// HL01 or HL02; `nil` when it is no number, or longer than those are.
    private static func levelNumber(_ segment: RawSegment, _ element: Int) -> Int? {
        let digits = segment.element(element)
        guard (1...12).contains(digits.count), digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    // MARK: - Without a guide

    mutating func outsideSet(
        _ segment: borrowing SegmentView, after previous: borrowing Block
    ) -> Step {
        let identifier = segment.identifier.inCapitals
        if identifier != segment.identifier,
            let step = respelledControl(identifier, segment, after: previous)
        {
            return step
        }
        if identifier == "SE", previous.endsWithCopy(of: segment) {
            report(.groupRequired, segment.location, "SE", detail: "transaction set: it is sent twice")
            return carry()
        }
        guard !identifier.description.isEmpty else {
            report(.segmentBlank, segment.location, "")
            return carry()
        }
        if identifier == "TA1", envelope.group.isOpen {
            report(.acknowledgementInGroup, segment.location, "TA1")
            return carry()
        }
        reportGap(segment, envelope.group.isOpen ? "transaction set" : "functional group")
        // The ST is missing, but a set there was.
        if identifier == "SE" { envelope.group.count += 1 }
        return carry()
    }

    mutating func carriedInSet(
        _ segment: borrowing SegmentView, after previous: borrowing Block
    ) -> Step {
        let isEnd = segment.identifier == "SE"
        if !isEnd, !X12Specs.dictionary.isStandard(segment.identifier),
            let step = respelledControl(segment.identifier.inCapitals, segment, after: previous)
        {
            return step
        }
        envelope.set.count += 1
        if segment.identifier.packed == 0 { envelope.set.blanks += 1 }
        var step = carry()
        step.position = envelope.set.count
        return isEnd ? endSet(segment, step) : step
    }

    /// A control segment whose identifier is not in capitals, read as if it were.
    private mutating func respelledControl(
        _ identifier: SegmentIdentifier, _ segment: borrowing SegmentView, after previous: borrowing Block
    ) -> Step? {
        guard Self.isControl(identifier), identifier != segment.identifier else { return nil }
        if identifier == "SE", !envelope.set.isOpen { return nil }
        if identifier == "SE", course == .guided { return nil }
        var place = segment.location
        if identifier == "SE" { place.segmentPosition = envelope.set.count + 1 }
        reportSpelling(segment.identifier, identifier, place)
        switch identifier {
        case "IEA": return endInterchange(segment)
        case "GS": return beginGroup(segment, after: previous)
        case "GE": return endGroup(segment, after: previous)
        case "ST": return beginSet(segment, after: previous)
        default:
            envelope.set.count += 1
            var step = carry()
            step.position = envelope.set.count
            return endSet(segment, step)
        }
    }

    // MARK: - Identifiers

    /// The identifier as the guide spells it: in capitals where the segment's own is none of the guide's.
    func known(_ identifier: SegmentIdentifier) -> SegmentIdentifier {
        switch tracker {
        case .some(let tracker) where !tracker.knows(identifier):
            let other = identifier.inCapitals
            return other != identifier && (tracker.knows(other) || Self.isControl(other)) ? other : identifier
        default: return identifier
        }
    }

    /// Whether an identifier is one of the envelopes'.
    static func isControl(_ identifier: SegmentIdentifier) -> Bool {
        switch identifier {
        case "ISA", "IEA", "GS", "GE", "ST", "SE": true
        default: false
        }
    }

    /// The separator that keeps the telling components of a segment apart, where it is not the one that ISA16
    /// declares.
    private func separatorInUse(
        _ segment: borrowing SegmentView, _ identifier: SegmentIdentifier
    ) -> UInt8? {
        if let componentInUse { return componentInUse }
        switch tracker {
        case .some(let tracker): return tracker.separatorInUse(segment, identifier)
        case .none: return nil
        }
    }
}
