internal import X12Diagnostics
internal import X12Parser
internal import X12Text
internal import X12Validation

/// What is wrong with the blocks of one input, up to a level.
struct Validation {
    /// The highest level that there are checks for so far.
    static let highestLevel = 2

    /// The highest WEDI SNIP level that is asked for, 1 to 7.
    let level: Int
    /// The day the input was received, which rules compare dates with; no rule so far needs it.
    let received: CalendarDate?

    private var validator = BlockValidator()

    init(level: Int, received: CalendarDate?) {
        self.level = level
        self.received = received
    }

    /// The findings on a block, in the order of its segments.
    mutating func findings(of block: borrowing Block) -> [Finding] {
        var findings = block.findings
        validator.validate(block, into: &findings)
        guard findings.count > 1 else { return findings.filter { $0.rule.level <= level } }
        let placed = findings.enumerated().sorted { left, right in
            (left.element.location.segment, left.offset) < (right.element.location.segment, right.offset)
        }
        return placed.map(\.element).filter { $0.rule.level <= level }
    }
}
