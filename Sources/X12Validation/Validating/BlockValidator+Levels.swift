internal import X12Diagnostics
internal import X12Grammar
internal import X12Parser
internal import X12Text

/// The numbers of levels (HL) and service lines (LX).
extension BlockValidator {
    /// Holds the HL that opens a level against the levels before it.
    mutating func level(
        _ block: borrowing Block, _ index: Int, _ segment: BlockSegment, _ loop: Int,
        into findings: inout [Finding]
    ) {
        guard let checks = set?.checks else { return }
        guard segment.isTerminated else { return unnamedLevel(segment, loop) }
        let raw = block.raw(index)
        set?.levelCount += 1
        var level = SetState.Level()
        level.ordinal = set?.levelCount ?? 0
        level.place = SetState.Place(of: segment)
        level.child = checks.loops[loop].children.child(raw.element(4))
        // The numbers of levels that were lost before this one.
        var lost = 0..<0
        if let number = Self.number(raw.element(1)) {
            level.number = number
            let before = set?.lastLevelNumber ?? 0
            // Levels around it that nobody saw were lost, or never sent.
            let isBehindUnknown = (0...(set?.unknownLevels ?? 0)).contains(before + 1 - number)
            if number != level.ordinal, !isBehindUnknown {
                append(
                    .levelNumber, block, index, element: 1, loop: loop,
                    found: String(decoding: raw.element(1), as: UTF8.self),
                    expected: "\(before + 1)", into: &findings)
                lost = before + 1..<max(before + 1, number)
            }
            set?.lastLevelNumber = number
        } else if !raw.element(1).isEmpty {
            // What is no number cannot be counted on from; the levels below go by the place it stands in.
            let due = (set?.lastLevelNumber ?? 0) + 1
            append(
                .levelNumber, block, index, element: 1, loop: loop,
                found: String(decoding: raw.element(1), as: UTF8.self), expected: "\(due)", into: &findings)
            set?.lastLevelNumber = due
        }
        set?.unknownLevels = 0
        parent(block, index, loop, lost, into: &findings)
        set?.levels[loop] = level
    }

    /// Holds HL02 against the level that stands above.
    private mutating func parent(
        _ block: borrowing Block, _ index: Int, _ loop: Int, _ lost: Range<Int>,
        into findings: inout [Finding]
    ) {
        guard let checks = set?.checks else { return }
        let parent = checks.loops[loop].parent
        guard parent >= 0, checks.loops[parent].isLevel, let above = set?.levels[parent], above.ordinal > 0
        else { return }
        let sent = block.raw(index).element(2)
        let named = Self.number(sent)
        if let named, lost.contains(named) {
            // The level above may have had none below it: what it has belongs to one that was lost.
            set?.levels[parent].child = -1
            return
        }
        set?.levels[parent].hasChild = true
        guard !sent.isEmpty, above.number >= 0, named != above.number, named != above.ordinal else { return }
        append(
            .levelParent, block, index, element: 2, loop: loop,
            found: String(decoding: sent, as: UTF8.self), expected: "\(above.number)", into: &findings)
    }

    /// Counts a level whose HL was left out, as if it had the number that is due.
    mutating func unnamedLevel(_ segment: BlockSegment, _ loop: Int) {
        guard let checks = set?.checks else { return }
        set?.levelCount += 1
        var level = SetState.Level()
        level.ordinal = set?.levelCount ?? 0
        level.number = (set?.lastLevelNumber ?? 0) + 1
        level.place = SetState.Place(of: segment)
        set?.lastLevelNumber = level.number
        let parent = checks.loops[loop].parent
        if parent >= 0, checks.loops[parent].isLevel { set?.levels[parent].hasChild = true }
        set?.levels[loop] = level
    }

    /// Holds HL04 of a level that is complete against what came under it.
    mutating func levelEnded(_ loop: Int, into findings: inout [Finding]) {
        guard let set, !set.levels[loop].isTrue else { return }
        let level = set.levels[loop]
        if !level.hasChild, set.hasStranger("HL", in: loop) { return }
        var context = context(in: loop)
        context.segment = "HL"
        let detail =
            level.hasChild ? "a level that stands under it follows" : "no level that stands under it follows"
        findings.append(
            Finding(
                .levelChild, at: level.place.location.at(element: 4), in: context,
                found: Fact(level.hasChild ? "0" : "1", .code), expected: [level.hasChild ? "1" : "0"],
                detail: detail))
    }

    /// Holds LX01 against the service lines before it; `count` is the line's place in its claim.
    mutating func line(
        _ block: borrowing Block, _ index: Int, _ loop: Int, _ count: Int, into findings: inout [Finding]
    ) {
        let before = count == 1 ? 0 : set?.lastLineNumber ?? 0
        guard block[index].isTerminated, let number = Self.number(block.raw(index).element(1)) else {
            set?.lastLineNumber = before + 1
            return
        }
        set?.lastLineNumber = number
        guard number != count, number != before + 1 else { return }
        // Behind a gap numbers go on from there; one that goes back is counted anew.
        let due = number > before ? before + 1 : count
        append(
            .lineNumber, block, index, element: 1, loop: loop, found: "\(number)", expected: "\(due)",
            into: &findings)
    }

    // MARK: - Findings and values

    private func append(
        _ rule: Finding.Rule, _ block: borrowing Block, _ index: Int, element: Int, loop: Int, found: String,
        expected: String, into findings: inout [Finding]
    ) {
        guard !isFaulty(block, index, element) else { return }
        var context = context(in: loop)
        context.segment = block.raw(index).identifier.description
        // A number that is none may be anything.
        let kind: Fact.Kind = Int(found) == nil ? .text : .count
        findings.append(
            Finding(
                rule, at: block[index].location.at(element: element), in: context,
                found: Fact(found, kind), expected: [expected]))
    }

    /// Whether a value is found wrong by itself, so that nothing needs to be said of what it counts.
    private func isFaulty(_ block: borrowing Block, _ index: Int, _ element: Int) -> Bool {
        guard let checks = set?.checks else { return false }
        let rule = Int(block[index].placement.rule)
        let segment = checks.guide.segments[rule]
        var examination = SegmentExamination(
            checks.table, checks.table.segments[rule], block.raw(index), delimiters.sound,
            identifier: segment.identifier.description, name: segment.name, codes: baseCodes)
        examination.examine()
        return examination.faults.contains { $0.element == element }
    }

    /// A number of up to 18 digits; `nil` for anything else.
    @inline(__always)
    static func number(_ value: UnsafeBufferPointer<UInt8>) -> Int? {
        guard (1...18).contains(value.count) else { return nil }
        var number = 0
        for byte in value {
            guard 0x30...0x39 ~= byte else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        return number
    }
}
