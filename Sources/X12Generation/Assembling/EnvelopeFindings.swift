internal import X12Diagnostics

/// What is wrong with the envelope of an input: level 1, as it was found while reading.
///
/// A file that was cut off, or lost a segment, is sent on as it is otherwise: what is left of it may be in order.
struct EnvelopeFindings {
    private var findings: [Finding] = []

    mutating func add(_ found: [Finding]) {
        // What stands in a loop is checked with its claim.
        findings += found.filter { $0.rule.level == 1 && $0.context.loop.isEmpty }
    }

    mutating func take() -> [Finding] {
        defer { findings = [] }
        return findings
    }
}
