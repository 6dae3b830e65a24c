public import X12Diagnostics
public import X12Parser
public import X12Text

/// Writes X12 as NDJSON, by several threads where there are: the lines that a ``NDJSONWriter`` gives of what a
/// ``ModelReader`` reads.
///
///     var lines = NDJSONLines(try ByteSource(path: "claims.837"), workers: 4)
///     while try lines.next() {
///         try lines.drain(into: sink)
///     }
///     try lines.drain(into: sink)
public struct NDJSONLines: ~Copyable {
    /// Models one after the other; `nil` where objects are made ahead.
    private var models: ModelReader?
    /// Objects made ahead by several workers.
    private var ahead: SideBySide<LineWorker>?
    private let pool = MadeObjects.Pool()
    /// What is being written, and how much of it was.
    private var made: LineWorker.Outcome?
    private var written = 0
    private var writer = NDJSONWriter()
    private var isAtEnd = false
    /// What was found in what was written last.
    public private(set) var findings: [Finding] = []

    /// How many bytes are written before they are handed out.
    private static let enough = 32 << 10

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
        if workers > 1 {
            let pool = pool
            ahead = SideBySide(
                BlockReader(source, guides: guides, limits: limits),
                workers: (0..<workers).map { _ in LineWorker(pool) })
            models = nil
        } else {
            ahead = nil
            models = ModelReader(source, guides: guides, limits: limits)
        }
    }

    /// Writes some more lines; false when there are none, and all is written.
    ///
    /// - Throws: what ``X12Parser/BlockReader/next(into:)`` throws, after what came before is written.
    public mutating func next() throws(X12Error) -> Bool {
        findings = []
        guard !isAtEnd else { return false }
        do throws(X12Error) {
            if try ahead == nil ? nextOfModels() : nextMade() { return true }
        } catch {
            // As a reader whose source failed, it has nothing more.
            isAtEnd = true
            throw error
        }
        isAtEnd = true
        writer.finish()
        return false
    }

    private mutating func nextOfModels() throws(X12Error) -> Bool {
        let limit = writer.pendingBytes + Self.enough
        while writer.pendingBytes < limit {
            let item = try models?.next() ?? nil
            findings += models?.takeFindings() ?? []
            guard let item else { return !findings.isEmpty }
            writer.write(item)
        }
        return true
    }

    private mutating func nextMade() throws(X12Error) -> Bool {
        while true {
            if let made, written < made.pieces.count {
                write(made)
                return true
            }
            if let made {
                self.made = nil
                pool.give(made.objects)
                if let failure = made.failure { throw failure }
            }
            written = 0
            guard let next = ahead?.next() else { return false }
            made = next.outcome
        }
    }

    /// Writes pieces of a batch until there are enough to be handed out.
    private mutating func write(_ made: borrowing LineWorker.Outcome) {
        let objects = made.objects
        let limit = writer.pendingBytes + Self.enough
        while written < made.pieces.count, writer.pendingBytes < limit {
            findings += made.pieces[written].findings
            switch made.pieces[written].content {
            case .unit(let type, let range): writer.write(type, made: objects.writer.waiting(range))
            case .item(let item): if let item { writer.write(item) }
            }
            written += 1
        }
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
