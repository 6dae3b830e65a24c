internal import X12Diagnostics
internal import X12Parser
internal import X12Rules
internal import X12Validation

/// Findings as JSON, one a line, and a last line that counts them.
struct JSONReport: FindingReport {
    private let printer: FindingJSON
    private let least: Severity
    private var left: Int
    private let properties = FindingProperty()

    init(_ file: String, showsValues: Bool, from least: Severity, most: Int?) {
        printer = FindingJSON(file: file, showsValues: showsValues)
        self.least = least
        left = most ?? Int.max
    }

    mutating func add(_ findings: [Finding], of block: borrowing Block, to output: Output) throws(X12Error) {
        properties.enter(block)
        var chart: BlockChart?
        for finding in findings where isShown(finding) {
            var explanation = FindingExplainer.explain(finding, in: block, &chart)
            if finding.path.isEmpty { explanation.path = properties.path(of: finding, in: block, &chart) }
            try output.append { printer.append(finding, explanation: explanation, to: &$0) }
        }
    }

    mutating func add(late findings: [Finding], to output: Output) throws(X12Error) {
        for finding in findings where isShown(finding) {
            try output.append { printer.append(finding, explanation: FindingExplanation(), to: &$0) }
        }
    }

    /// Whether a finding is printed; counts it as one of the most that are.
    private mutating func isShown(_ finding: Finding) -> Bool {
        guard finding.rule.severity >= least, left > 0 else { return false }
        left -= 1
        return true
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
