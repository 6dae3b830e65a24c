internal import X12Diagnostics
internal import X12Parser
internal import X12Text

/// What is wrong with the blocks of one input, up to a level.
struct Validation {
    /// The highest WEDI SNIP level that is checked, 1 to 7.
    let level: Int
    /// The day the input was received, which rules compare dates with; no rule so far needs it.
    let received: CalendarDate?

    /// The findings on a block, in the order of its segments.
    mutating func findings(of block: borrowing Block) -> [Finding] {
        block.findings.filter { $0.rule.level <= level }
    }
}
