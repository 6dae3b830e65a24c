internal import X12Diagnostics
internal import X12Parser
internal import X12Validation

/// Findings as JSON, one a line, and a last line that counts them.
struct JSONReport: FindingReport {
    private let printer: FindingJSON
    private let least: Severity
    private var left: Int

    init(_ file: String, showsValues: Bool, from least: Severity, most: Int?) {
        printer = FindingJSON(file: file, showsValues: showsValues)
        self.least = least
        left = most ?? Int.max
    }

    mutating func add(_ findings: [Finding], of block: borrowing Block, to output: Output) throws(X12Error) {
        for finding in findings { try add(finding, to: output) }
    }

    private mutating func add(_ finding: Finding, to output: Output) throws(X12Error) {
        guard finding.rule.severity >= least, left > 0 else { return }
        left -= 1
        var additions = FindingJSON.Additions()
        additions.box = ClaimFormBox.box(of: finding)
        try output.append { printer.append(finding, additions: additions, to: &$0) }
    }

    mutating func end(
        _ tally: FindingTally, _ summary: InputSummary, _ provenance: Provenance, to output: Output
    ) throws(X12Error) {
        try output.append {
            printer.appendResult(
                claims: summary.claims, transactionSets: summary.transactionSets,
                unchecked: summary.transactionSetsWithoutGuide, counts: tally.counts,
                versions: provenance.versions, to: &$0)
        }
    }
}
