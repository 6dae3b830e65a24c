public import X12Diagnostics
public import X12Parser
public import X12Text

/// Writes X12 as NDJSON by several threads: the lines that a ``NDJSONWriter`` gives of what a ``ModelReader`` reads.
///
///     var lines = NDJSONLines(try ByteSource(path: "claims.837"), workers: 4)
///     while try lines.next() {
///         try lines.drain(into: sink)
///     }
///     try lines.drain(into: sink)
public struct NDJSONLines: ~Copyable {
    private var made: SideBySide<LineWorker>
    private var writer = NDJSONWriter()
    private var failure: X12Error?
    private var isAtEnd = false
    /// What was found in what was written last.
    public private(set) var findings: [Finding] = []

    /// Writes what a source holds.
    ///
    /// - Parameters:
    ///   - source: the bytes, X12.
    ///   - guides: what sets are read by.
    ///   - limits: what is refused as too large.
    ///   - workers: how many threads make lines, the one that asks for them included; the lines do not depend on it. The
    ///     source is asked by the one alone.
    public init(
        _ source: consuming ByteSource, guides: GuideLibrary = GuideLibrary(), limits: Limits = Limits(),
        workers: Int = 1
    ) {
        made = SideBySide(
            BlockReader(source, guides: guides, limits: limits),
            workers: (0..<max(1, workers)).map { _ in LineWorker() })
    }

    /// Writes some more lines, a few dozen blocks at a time; false when there are none, and all is written.
    ///
    /// - Throws: what ``X12Parser/BlockReader/next(into:)`` throws, after what came before is written.
    public mutating func next() throws(X12Error) -> Bool {
        findings = []
        if let failure {
            // As a reader whose source failed, it has nothing more.
            self.failure = nil
            isAtEnd = true
            throw failure
        }
        guard !isAtEnd else { return false }
        guard let (outcome, _) = made.next() else {
            isAtEnd = true
            writer.finish()
            return false
        }
        failure = outcome.failure
        outcome.objects.withUnsafeBufferPointer { objects in
            for piece in outcome.pieces {
                findings += piece.findings
                switch piece.content {
                case .unit(let type, let range):
                    writer.write(type, made: UnsafeBufferPointer(rebasing: objects[range]))
                case .item(let item): if let item { writer.write(item) }
                }
            }
        }
        return true
    }

    /// Hands the bytes that wait to a sink, when there are at least `limit` of them.
    ///
    /// - Throws: what the sink throws.
    public mutating func drain(
        over limit: Int = 0, into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void
    ) throws(X12Error) {
        try writer.drain(over: limit, into: sink)
    }
}
