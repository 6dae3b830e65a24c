internal import X12Diagnostics
internal import X12Parser

/// A way to print the findings of one input while it is read.
protocol FindingReport {
    /// Takes in a finding on a block.
    mutating func add(_ finding: Finding, of block: borrowing Block, to output: Output) throws(X12Error)

    /// Ends the report of an input that was read to its end.
    mutating func end(_ tally: FindingTally, _ summary: InputSummary, _ profiles: [String], to output: Output)
        throws(X12Error)
}
