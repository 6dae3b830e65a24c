internal import X12Diagnostics
internal import X12Grammar
internal import X12Specs
internal import X12Text

/// What there is to say about segments that do not fit.
extension BlockCutter {
    /// Reports what is odd about where a segment stands.
    mutating func remark(
        on segment: borrowing SegmentView, _ identifier: SegmentIdentifier, _ placement: Placement,
        behind before: Int
    ) {
        noteClaim(segment, placement)
        let remarks = placement.remarks
        if placement.rule >= 0, identifier == segment.identifier,
            remarks.isDisjoint(with: [.late, .orphan, .openerMissing, .openerMistaken])
        {
            return
        }
        guard let guide = followed?.guide, !remarks.contains(.inUnknownLoop) else { return }
        var place = segment.location
        place.segmentPosition = envelope.set.count
        if identifier != segment.identifier { reportSpelling(segment.identifier, identifier, place) }
        guard placement.rule >= 0 else { return passed(segment, identifier, place, guide) }
        let rule = guide.segments[Int(placement.rule)]
        let name = identifier.description
        if remarks.contains(.openerMissing) {
            // What comes right behind is not missing, and is told there.
            guard !remarks.contains(.late) else { return }
            let loop = remarks.contains(.orphan) ? guide.loops[rule.loop].parent : rule.loop
            openerMissing(before: name, place, guide.segments[guide.loops[loop].segments[0]])
        } else if remarks.contains(.openerMistaken) {
            openerMistaken(segment, place, rule)
        } else if remarks.contains(.orphan) {
            let parent = guide.loops[guide.loops[rule.loop].parent]
            report(
                .loopMissing, place, name, name: rule.name,
                detail: "loop \(parent.identifier) (\(parent.name))")
        } else if remarks.contains(.late) {
            let after = guide.segments[before]
            report(
                .segmentOrder, place, name, name: rule.name,
                detail: "\(after.identifier) (\(after.name)), which was sent before it")
        }
    }

    /// Reports an identifier that is not in capitals.
    mutating func reportSpelling(_ sent: SegmentIdentifier, _ known: SegmentIdentifier, _ place: Location) {
        report(
            .segmentSpelling, place, known.description, found: Fact(sent.description, .code),
            expected: [known.description])
    }

    // MARK: - Loops that begin wrongly

    private mutating func openerMissing(before name: String, _ place: Location, _ opener: SegmentRule) {
        // What stands where the opener should is the cause, and was reported.
        if let stranger, stranger.isAlike(opener.identifier) { return }
        report(.openerMissing, place, opener.identifier.description, name: opener.name, detail: name)
    }

    private mutating func openerMistaken(
        _ segment: borrowing SegmentView, _ place: Location, _ opener: SegmentRule
    ) {
        guard let telling = opener.discriminator else { return }
        let sent = tracker?.qualifier(of: segment) ?? ""
        // A value that is missing is missed by the checks of the segment.
        guard !sent.isEmpty else { return }
        report(
            .loopUnknown, place.at(element: telling.element, component: telling.component),
            opener.identifier.description, found: Self.fact(sent), expected: telling.values, name: opener.name
        )
    }

    // MARK: - Segments that nothing takes

    private mutating func passed(
        _ segment: borrowing SegmentView, _ identifier: SegmentIdentifier, _ place: Location, _ guide: Guide
    ) {
        let name = identifier.description
        guard !name.isEmpty else { return report(.segmentBlank, place, "") }
        let set = X12Specs.dictionary.transactionSet(guide.transactionSet)
        let words = X12Specs.dictionary.segment(identifier)?.name ?? ""
        guard guide.segments.contains(where: { $0.identifier == identifier }) else {
            if set?.has(identifier) == true {
                return report(.segmentNotUsed, place, name, name: words, detail: "this guide has no \(name)")
            }
            let isStandard = X12Specs.dictionary.isStandard(identifier)
            return report(
                isStandard ? .segmentNotInSet : .segmentUnknown, place, name,
                found: Fact(name, isIdentifier(name) ? .code : .text), detail: "the \(guide.setName)")
        }
        if Self.isEmpty(segment) { return report(.segmentEmpty, place, name, name: words) }
        let sent = tracker?.qualifier(of: segment) ?? ""
        let openers = listed(tracker?.openers(near: identifier) ?? [], guide)
        if let telling = openers.first?.discriminator, !sent.isEmpty {
            return report(
                .loopUnknown, place.at(element: telling.element, component: telling.component), name,
                found: Self.fact(sent), expected: openers.flatMap { $0.discriminator?.values ?? [] },
                name: words)
        }
        let loops = openLoops().map(\.loop).reversed() + [0]
        // The innermost loop first: that is where the segment was most likely meant to stand.
        let near = loops.flatMap { loop in
            guide.segments.filter { $0.loop == loop && $0.identifier == identifier }
        }
        if let telling = near.first?.discriminator, !sent.isEmpty {
            if let (rule, codes) = Self.nearMiss(sent, near, guide) {
                return report(
                    rule, place.at(element: telling.element, component: telling.component), name,
                    found: Self.fact(sent), expected: codes, name: words)
            }
            return report(
                .segmentOfOtherCode, place.at(element: telling.element, component: telling.component), name,
                found: Self.fact(sent), expected: near.flatMap { $0.discriminator?.values ?? [] },
                name: words)
        }
        if let rule = openers.first ?? near.first, sent.isEmpty,
            let missing = Self.missing(from: segment, rule, guide)
        {
            return report(
                missing.rule, place.at(element: missing.element, component: missing.component), name,
                name: missing.name)
        }
        let isInSet = loops.contains {
            set?.places(of: identifier, inGuideLoop: $0 > 0 ? guide.loops[$0].identifier : "").isEmpty
                == false
        }
        if isInSet, near.isEmpty {
            let loop = loops.first { $0 > 0 }.map { "loop \(guide.loops[$0].identifier)" }
            return report(
                .segmentNotUsed, place, name, name: words,
                detail: "the guide has no \(name) in \(loop ?? "this part of the set")")
        }
        report(.segmentUnexpected, place, name, name: words)
    }

    /// Why a telling code is nearly right: it is one in capitals and without blanks, or one of the segment's further positions.
    private static func nearMiss(
        _ sent: String, _ near: [SegmentRule], _ guide: Guide
    ) -> (Finding.Rule, [String])? {
        let capitals = String(sent.drop { $0 == " " }).trimmedEnd.uppercased()
        if capitals != sent, near.contains(where: { $0.discriminator?.values.contains(capitals) == true }) {
            return (.tellingCodeSpelling, [capitals])
        }
        for rule in near {
            guard let telling = rule.discriminator, telling.component > 0,
                let list = rule.element(telling.element + 1, telling.component, in: guide)?.codes, list >= 0,
                guide.codeLists[list].contains(sent)
            else { continue }
            return (.tellingCodeElsewhere, telling.values)
        }
        return nil
    }

    /// What tells a segment from others, where the base standard or the guide demands it: a composite of which nothing was
    /// sent is missing as a whole.
    private static func missing(
        from segment: borrowing SegmentView, _ rule: SegmentRule, _ guide: Guide
    ) -> (rule: Finding.Rule, element: Int, component: Int, name: String)? {
        guard let telling = rule.discriminator, let element = rule.element(telling.element, in: guide)
        else { return nil }
        let slots = X12Specs.dictionary.segment(rule.identifier)?.elements ?? []
        let isMandatory =
            slots.indices.contains(telling.element - 1)
            && slots[telling.element - 1].requirement == .mandatory
        guard isMandatory || element.usage == .required else { return nil }
        let finding: Finding.Rule = isMandatory ? .elementMandatory : .elementRequired
        guard telling.component > 0, !segment[telling.element].isEmpty,
            let component = rule.element(telling.element, telling.component, in: guide)
        else { return (finding, telling.element, 0, element.name) }
        return (finding, telling.element, telling.component, component.name)
    }

    /// Whether a segment has no value at all.
    private static func isEmpty(_ segment: borrowing SegmentView) -> Bool {
        for position in 1...max(1, segment.elementCount) where !segment[position].isEmpty { return false }
        return true
    }

    private func listed(_ rules: [Int], _ guide: Guide) -> [SegmentRule] { rules.map { guide.segments[$0] } }

    /// A telling value; what is longer than a code is none, and may be somebody's name or number.
    private static func fact(_ value: String) -> Fact { Fact(value, value.utf8.count <= 3 ? .code : .text) }

    /// Whether a text could be a segment's identifier; anything else may be data that a stray separator cut off.
    private func isIdentifier(_ text: String) -> Bool {
        (2...3).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            }
    }

    // MARK: - Making findings

    /// Reports that a block is larger than it may be.
    mutating func reportCutOff(at place: Location, largest limits: Limits) {
        var context = context()
        context.segment = ""
        // Said whatever the number of findings that the block has.
        findings.append(
            Finding(
                .blockCutOff, at: place, in: context,
                detail: "\(limits.blockSegments) segments or \(limits.blockBytes) bytes"))
    }

    mutating func report(
        _ rule: Finding.Rule, _ place: Location, _ segment: String, found: Fact? = nil,
        expected: [String] = [], name: String = "", detail: String = ""
    ) {
        guard !isCut else { return }
        var context = context()
        context.segment = isIdentifier(segment) ? segment : ""
        context.name = name
        keep(Finding(rule, at: place, in: context, found: found, expected: expected, detail: detail))
    }

    mutating func keep(_ finding: Finding) {
        if keepsFindings { findings.append(finding) } else { omitted += 1 }
    }
}

extension Block {
    /// How many findings each of those who look at a block keeps; those beyond are counted in one more.
    package static let mostFindings = 10_000

    /// Whether the block's last segment has the same bytes as another.
    func endsWithCopy(of segment: borrowing SegmentView) -> Bool {
        guard count > 0 else { return false }
        let last = received(count - 1)
        return segment.received.withUnsafeBufferPointer { $0.elementsEqual(last) }
    }
}
