internal import X12Diagnostics
internal import X12Grammar
internal import X12Parser
internal import X12Specs
internal import X12Text

/// The control segments: ISA, GS and ST by themselves and against each other, and TA1.
extension BlockValidator {
    /// Checks an ISA.
    mutating func interchange(_ block: borrowing Block, into findings: inout [Finding]) {
        let raw = block.raw(0)
        context = Finding.Context()
        context.interchange = Self.text(raw, 13)
        isGroupOpen = false
        interchangePlace = block[0].location
        isIndentReported = false
        delimiters = (block.delimiters, Self.sound(block.delimiters))
        groups.removeAll()
        sets.removeAll()
        let check = InterchangeCheck(raw, block.delimiters)
        var faults = check.faults
        let partners = [5, 6, 7, 8, 13].map { Self.text(raw, $0) }.joined(separator: "*")
        if raw.elementCount >= 13, !interchanges.insert(Array(partners.utf8)) {
            faults.append(
                Fault(rule: .interchangeRepeated, element: 13, found: Fact(Self.text(raw, 13), .count)))
        }
        append(faults, "ISA", block, into: &findings)
    }

    /// Checks a GS.
    mutating func group(_ block: borrowing Block, into findings: inout [Finding]) {
        let raw = block.raw(0)
        context.group = Self.text(raw, 6)
        groupKind = Self.text(raw, 1)
        groupGuide = Self.text(raw, 8)
        groupPlace = block[0].location
        groupKindWanted = ""
        isGroupOpen = true
        sets.removeAll()
        control(block, 0, into: &findings)
        if !raw.element(6).isEmpty, !groups.insert(Array(raw.element(6))) {
            append(
                [Fault(rule: .groupRepeated, element: 6, found: Fact(context.group, .count))], "GS", block,
                into: &findings)
        }
    }

    /// Checks a segment by the table of control segments.
    mutating func control(_ block: borrowing Block, _ index: Int, into findings: inout [Finding]) {
        guard block.count > 0, block[0].isTerminated else { return }
        let table = ControlChecks.shared.table
        let raw = block.raw(0)
        guard !SegmentScan(table, block.delimiters).isSound(raw, table.segments[index]) else { return }
        let identifier = index == 0 ? "GS" : "TA1"
        var examination = SegmentExamination(
            table, table.segments[index], raw, block.delimiters, identifier: identifier, name: identifier,
            codes: baseCodes)
        examination.examine()
        append(
            examination.faults.compactMap {
                index == 0 ? Self.groupFault($0) : Self.isEcho($0, in: raw) ? nil : $0
            }, identifier, block, into: &findings)
    }

    /// Begins a transaction set whose guide is known.
    mutating func header(_ block: borrowing Block, into findings: inout [Finding]) {
        guard let guide = block.guide else { return }
        // Inquiries and answers about coverage have one identifier.
        if let known = set?.checks.guide, known.identifier == guide.identifier,
            known.transactionSet == guide.transactionSet
        {
            set?.reset()
        } else {
            set = SetState(GuideChecks(guide))
        }
        isSetOpen = true
        beginSet(block, guide: guide, into: &findings)
    }

    /// Checks that a trailer has no more than its two elements.
    mutating func trailer(_ block: borrowing Block, into findings: inout [Finding]) {
        guard block.count > 0 else { return }
        let raw = block.raw(0)
        let count = raw.elementCount
        guard count > 2 else { return }
        let identifier = raw.identifier.description
        let isFilled = (3...count).contains { !raw.element($0).isEmpty }
        let fault =
            isFilled
            ? Fault(rule: .tooManyElements, element: 3, detail: "\(identifier) has 2 elements")
            : Fault(rule: .trailingSeparator)
        append([fault], identifier, block, into: &findings)
    }

    // MARK: - ST

    mutating func beginSet(
        _ block: borrowing Block, guide: Guide?, into findings: inout [Finding]
    ) {
        let raw = block.raw(0)
        context.transactionSet = Self.text(raw, 2)
        context.guide = guide?.identifier ?? ""
        // What a cut segment lacks was lost with its end, and that has been said.
        guard block[0].isTerminated else { return }
        var faults: [Fault] = []
        let number = raw.element(2)
        if isGroupOpen, !number.isEmpty, !sets.insert(Array(number)) {
            faults.append(
                Fault(rule: .setRepeated, element: 2, found: Fact(context.transactionSet, .count)))
        }
        let kind = Self.text(raw, 1)
        if isGroupOpen, !groupKind.isEmpty,
            let wanted = guide?.functionalIdentifier ?? X12Specs.dictionary.transactionSet(kind)?.group
        {
            groupKind(wanted, by: kind, into: &findings).map { faults.append($0) }
        }
        if isGroupOpen {
            let sent = Self.text(raw, 3)
            faults += guide.map { setGuide(sent, $0) } ?? setGuide(sent)
        }
        append(faults, "ST", block, into: &findings)
    }

    /// Holds GS01 against a set.
    ///
    /// Where the group's first set needs another GS01, that is what is wrong, and is told once, at the GS. What does not go
    /// with the first set does not belong into the group.
    private mutating func groupKind(
        _ wanted: String, by kind: String, into findings: inout [Finding]
    ) -> Fault? {
        defer { if groupKindWanted.isEmpty { groupKindWanted = wanted } }
        guard wanted != groupKind, wanted != groupKindWanted else { return nil }
        if !groupKindWanted.isEmpty {
            return Fault(
                rule: .setOfOtherGroup, element: 1, found: Fact(kind, Self.kind(kind)), expected: [wanted],
                detail: groupKind)
        }
        let found = groupKind.utf8.count <= 2 ? Fact(groupKind, .code) : Fact(groupKind, .text)
        let fault = Fault(
            rule: .groupMatch, element: 1, found: found, expected: [wanted],
            detail: "transaction set \(kind.prefix(3))")
        var group = context
        group.transactionSet = ""
        group.guide = ""
        group.segment = "GS"
        findings.append(Self.finding(fault, at: groupPlace, in: group))
        return nil
    }

    /// Holds ST03 against GS08.
    private func setGuide(_ sent: String, _ guide: Guide) -> [Fault] {
        let elements = guide.segments[0].elements
        let isUsed = elements.count >= 3 && guide.elements[elements.lowerBound + 2].usage != .notUsed
        guard isUsed else {
            return sent.isEmpty
                ? [] : [Fault(rule: .setGuideNotUsed, element: 3, found: Fact(sent, Self.kind(sent)))]
        }
        // A set is read by GS08, where that names a guide. Where it names none, or another set's, that was found, and is the one
        // fault there is if ST03 names the guide.
        guard sent != groupGuide, sent != guide.identifier else { return [] }
        let found = sent.isEmpty ? nil : Fact(sent, Self.kind(sent))
        return [Fault(rule: .setGuide, element: 3, found: found, expected: [guide.identifier])]
    }

    /// Holds ST03 of a set whose guide is not known here against GS08.
    private func setGuide(_ sent: String) -> [Fault] {
        guard !sent.isEmpty, !groupGuide.isEmpty, sent != groupGuide else { return [] }
        return [
            Fault(
                rule: .setGuide, element: 3, found: Fact(sent, Self.kind(sent)), expected: [groupGuide])
        ]
    }

    /// Identifiers of guides are codes; what is much longer is something else.
    private static func kind(_ text: String) -> Fact.Kind { text.utf8.count <= 12 ? .code : .text }

    // MARK: - Findings

    /// The faults that have rules of their own in a GS.
    private static func groupFault(_ fault: Fault) -> Fault? {
        switch fault.element {
        case 4: return Fault(fault, as: .groupDateTime, expected: ["CCYYMMDD"], detail: "a day as CCYYMMDD")
        case 5:
            return Fault(
                fault, as: .groupDateTime, expected: ["HHMM", "HHMMSS"], detail: "a time as HHMM or HHMMSS")
        case 7: return Fault(fault, as: .responsibleAgency, expected: ["X"])
        case 6: return fault.rule == .wholeNumberSpelling && fault.rule.severity == .warning ? nil : fault
        default: return fault
        }
    }

    private func append(
        _ faults: [Fault], _ segment: String, _ block: borrowing Block, into findings: inout [Finding]
    ) {
        guard !faults.isEmpty else { return }
        var context = context
        context.segment = segment
        for fault in faults { findings.append(Self.finding(fault, at: block[0].location, in: context)) }
    }

    /// An element's text, blanks behind it taken off.
    static func text(_ raw: RawSegment, _ position: Int) -> String {
        let value = raw.element(position)
        let end = value.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? 0
        return String(decoding: value[..<end], as: UTF8.self)
    }
}

extension Fault {
    /// The same fault under a rule of its own; where nothing was sent there is nothing to show.
    fileprivate init(_ fault: Fault, as rule: Finding.Rule, expected: [String], detail: String = "") {
        let isNotReal = fault.detail.hasSuffix("does not exist")
        self = Fault(
            rule: rule, element: fault.element, found: fault.found, expected: isNotReal ? [] : expected,
            detail: isNotReal ? detail + " that exists" : detail, name: fault.name)
    }
}
