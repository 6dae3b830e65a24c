internal import X12Diagnostics
internal import X12Ledger
internal import X12Models

/// Writes one consignment as an interchange of its own to the spool, where it is checked and waits.
///
/// Texts are written as the settings have them; one that cannot be written is a finding.
final class TrialWriter {
    private let texts: TextWriting
    private let spool: Spool
    let number: String
    private let start: Int
    private var writer: SubmissionWriter?
    private var findings: [Finding] = []

    init(
        _ kind: SubmissionKind, _ destination: Destination, _ settings: SubmissionSettings, _ spool: Spool,
        number: String, _ texts: TextWriting
    ) {
        self.texts = texts
        self.spool = spool
        self.number = number
        start = spool.end
        guarded { () throws(X12Error) in
            writer = try SubmissionWriter(kind, destination, settings, .trial)
            try writer?.begin()
        }
    }

    /// Where it stands in the spool.
    var region: Range<Int> { start..<spool.end }

    /// Writes the next piece; once one could not be written, those behind it are left out.
    ///
    /// - Throws: what the spool throws.
    func write(_ item: ModelItem) throws(X12Error) {
        var item = item
        if let property = item.apply(texts) {
            report(.characterUnwritable, "'\(property)'")
        }
        guard findings.isEmpty else { return }
        guarded { () throws(X12Error) in try writer?.write(item) }
        try pass()
    }

    /// Ends it.
    ///
    /// - Returns: why it cannot be written; nothing when it was.
    /// - Throws: what the spool throws.
    func finish() throws(X12Error) -> [Finding] {
        guard findings.isEmpty else { return findings }
        guarded { () throws(X12Error) in
            try writer?.end()
            try writer?.finish()
        }
        try pass()
        return findings
    }

    private func pass() throws(X12Error) {
        if let bytes = writer?.takeBytes(), !bytes.isEmpty { try spool.append(bytes) }
    }

    /// Does what may fail for what the consignment holds.
    private func guarded(_ body: () throws(X12Error) -> Void) {
        do throws(X12Error) { try body() } catch { report(.unwritable, error.description) }
    }

    private func report(_ rule: Finding.Rule, _ detail: String) {
        var context = Finding.Context()
        context.claim = number
        findings.append(Finding(rule, at: Location(), in: context, detail: detail))
    }
}
