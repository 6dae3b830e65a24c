internal import X12Diagnostics
internal import X12Parser
internal import X12Text

/// Separators that the ISA declares and the data does not use.
///
/// A wrong ISA16 makes every composite of the interchange wrong. It is one fault, of the ISA, and is told by a segment
/// that is sound as soon as another character is taken for the separator; from then on that one is.
extension BlockValidator {
    /// Whether a doubtful segment is sound when its parts are kept apart by something else than the ISA declares.
    ///
    /// The first one of an interchange is reported, at the ISA.
    mutating func isSoundOtherwise(
        _ block: borrowing Block, _ index: Int, _ table: CheckTable, _ check: SegmentCheck,
        into findings: inout [Finding]
    ) -> Bool {
        let raw = block.raw(index)
        if delimiters.sound != delimiters.declared,
            SegmentScan(table, block.delimiters).isSound(raw, check)
        {
            return true
        }
        for (element, separator) in guesses(raw, table, check) {
            var other = delimiters.sound
            if element == 16 { other.component = separator } else { other.repetition = separator }
            guard SegmentScan(table, other).isSound(raw, check),
                element == 11 || !usesDeclared(block, table)
            else { continue }
            let declared = element == 16 ? block.delimiters.component : block.delimiters.repetition ?? 0x20
            delimiters.sound = other
            report(element, declared, separator, into: &findings)
            return true
        }
        return false
    }

    /// The characters that may keep parts of the segment apart, with the element of the ISA that declares another:
    /// punctuation in composites without components and in elements that may be repeated and are not.
    private func guesses(
        _ raw: RawSegment, _ table: CheckTable, _ check: SegmentCheck
    ) -> [(element: Int, separator: UInt8)] {
        var guesses: [(element: Int, separator: UInt8)] = []
        for position in 1...max(1, min(raw.elementCount, Int(check.elementCount))) {
            let rule = table.elements[Int(check.firstElement) + position - 1]
            let value = raw.element(position)
            let element = rule.kind == .composite ? 16 : 11
            let declared = element == 16 ? delimiters.sound.component : delimiters.sound.repetition
            guard element == 16 || rule.repetitions > 1, !value.contains(where: { $0 == declared }) else {
                continue
            }
            for byte in value where Delimiters.canSeparate(byte) && !delimiters.sound.contains(byte) {
                guard !guesses.contains(where: { $0 == (element, byte) }) else { continue }
                guesses.append((element, byte))
            }
        }
        return Array(guesses.prefix(4))
    }

    /// Whether a composite of the block does use the declared separator, so that another one is a slip of its segment.
    private func usesDeclared(_ block: borrowing Block, _ table: CheckTable) -> Bool {
        for index in 0..<block.count {
            let rule = Int(block[index].placement.rule)
            guard rule >= 0, rule < table.segmentCount else { continue }
            let check = table.segments[rule]
            let raw = block.raw(index)
            for position in 1...max(1, min(raw.elementCount, Int(check.elementCount)))
            where table.elements[Int(check.firstElement) + position - 1].kind == .composite
                && raw.element(position).contains(block.delimiters.component)
            {
                return true
            }
        }
        return false
    }

    private func report(
        _ element: Int, _ declared: UInt8, _ used: UInt8, into findings: inout [Finding]
    ) {
        var context = context
        context.guide = ""
        context.group = ""
        context.transactionSet = ""
        context.segment = "ISA"
        findings.append(
            Finding(
                .delimiterOther, at: interchangePlace.at(element: element), in: context,
                found: Fact(String(decoding: [declared], as: UTF8.self), .code),
                expected: [String(decoding: [used], as: UTF8.self)]))
    }
}
