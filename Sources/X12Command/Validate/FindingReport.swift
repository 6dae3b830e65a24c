internal import X12Diagnostics
internal import X12Parser

/// A way to print the findings of one input while it is read.
protocol FindingReport {
    /// Takes in what was found in a block, which may be nothing.
    mutating func add(_ findings: [Finding], of block: borrowing Block, to output: Output) throws(X12Error)

    /// Takes in what could be told only when inputs before this one were done; the blocks it is about are gone by then.
    mutating func add(late findings: [Finding], to output: Output) throws(X12Error)

    /// Ends the report of an input that was read to its end.
    mutating func end(
        _ tally: FindingTally, _ summary: InputSummary, _ provenance: Provenance, to output: Output
    ) throws(X12Error)
}
