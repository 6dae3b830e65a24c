internal import X12Diagnostics
internal import X12Parser
internal import X12Text

/// What acknowledgements repeat of a faulty original: wrong there, it is right where it is repeated as it was, beside the code
/// that says so.
extension BlockValidator {
    /// Whether a fault of a TA1 is the interchange's that it answers: TA101, TA102 and TA103 under the notes on ISA13, ISA09 and
    /// ISA10.
    static func isEcho(_ fault: Fault, in receipt: RawSegment) -> Bool {
        let note: String
        switch fault.element {
        case 1: note = "018"
        case 2: note = "014"
        case 3: note = "015"
        default: return false
        }
        return !receipt.element(fault.element).isEmpty && text(receipt, 5) == note
    }

    /// Whether a fault of a segment of a 999 is the answered set's: AK202 under the code for a number that is none (IK502 of 7).
    static func isEcho(_ fault: Fault, _ block: borrowing Block, _ index: Int) -> Bool {
        let segment = block.raw(index)
        guard fault.element == 2, segment.identifier == "AK2", !segment.element(2).isEmpty else {
            return false
        }
        return isCoded("7", 2...6, of: "IK5", in: block, from: index)
    }

    /// Whether a fault may be the answered group's: AK102, of which AK9 will say whether it is.
    static func mayBeEcho(_ fault: Fault, _ block: borrowing Block, _ index: Int) -> Bool {
        let segment = block.raw(index)
        return fault.element == 2 && segment.identifier == "AK1" && !segment.element(2).isEmpty
    }

    /// At the end of a 999, tells of AK102 what was held back, where no code says that the group's number was none (AK905 of 6).
    mutating func release(_ block: borrowing Block, into findings: inout [Finding]) {
        guard !heldEchoes.isEmpty else { return }
        if Self.isCoded("6", 5...9, of: "AK9", in: block, from: 0) { heldEchoes = [] }
        release(into: &findings)
    }

    /// Tells what was held back of a 999 that has no end.
    mutating func release(into findings: inout [Finding]) {
        findings += heldEchoes
        heldEchoes = []
    }

    /// Whether one of a block's segments from an index on says a code.
    private static func isCoded(
        _ code: String, _ elements: ClosedRange<Int>, of identifier: SegmentIdentifier,
        in block: borrowing Block, from first: Int
    ) -> Bool {
        for index in first..<block.count {
            let segment = block.raw(index)
            if segment.identifier == identifier, elements.contains(where: { text(segment, $0) == code }) {
                return true
            }
        }
        return false
    }
}
