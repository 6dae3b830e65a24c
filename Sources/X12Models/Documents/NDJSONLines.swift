public import X12Diagnostics
public import X12Parser
public import X12Text

/// Writes X12 as NDJSON, by several threads where there are: the lines that a ``NDJSONWriter`` gives of what a
/// ``ModelReader`` reads, in a fraction of the time, as most lines are made without a model.
///
///     var lines = NDJSONLines(try ByteSource(path: "claims.837"), workers: 4)
///     while try lines.next() {
///         try lines.drain(into: sink)
///     }
///     try lines.drain(into: sink)
public struct NDJSONLines: ~Copyable {
    /// Blocks one after the other; `nil` where objects are made ahead.
    private var blocks: BlockReader?
    private var block = Block()
    private var maker = LineMaker()
    /// Holds the object of a level until it is noted.
    private var object = JSONWriter(.compact)
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
        let blocks = BlockReader(source, guides: guides, limits: limits)
        if workers > 1 {
            let pool = pool
            ahead = SideBySide(consume blocks, workers: (0..<workers).map { _ in LineWorker(pool) })
            self.blocks = nil
        } else {
            ahead = nil
            self.blocks = consume blocks
        }
    }

    /// Writes some more lines; false when there are none, and all is written.
    ///
    /// - Throws: what ``X12Parser/BlockReader/next(into:)`` throws, after what came before is written.
    public mutating func next() throws(X12Error) -> Bool {
        findings = []
        guard !isAtEnd else { return false }
        do throws(X12Error) {
            if try ahead == nil ? nextOfBlocks() : nextMade() { return true }
        } catch {
            // As a reader whose source failed, it has nothing more.
            isAtEnd = true
            throw error
        }
        isAtEnd = true
        writer.finish()
        return false
    }

    private mutating func nextOfBlocks() throws(X12Error) -> Bool {
        let limit = writer.pendingBytes + Self.enough
        while writer.pendingBytes < limit {
            guard try blocks?.next(into: &block) ?? false else { return !findings.isEmpty }
            findings += block.findings
            Self.write(block, &maker, to: &writer, by: &object)
        }
        return true
    }

    /// Writes a block: a unit's fields where they belong, a level's to be compared with those of the level before.
    private static func write(
        _ block: borrowing Block, _ maker: inout LineMaker, to writer: inout NDJSONWriter,
        by object: inout JSONWriter
    ) {
        guard let type = maker.type(of: block) else {
            if let item = maker.item(block) { writer.write(item) }
            return
        }
        guard let depth = type.depth else {
            return writer.write(type) { maker.fields(of: type, block, to: &$0) }
        }
        let place = maker.object(type, block, to: &object)
        writer.open(type, at: depth, made: object.waiting(place))
        object.removeAll()
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
            Self.write(made.pieces[written].content, objects.writer, to: &writer)
            written += 1
        }
    }

    private static func write(
        _ content: LineWorker.Content, _ objects: borrowing JSONWriter, to writer: inout NDJSONWriter
    ) {
        switch content {
        case .item(let item): if let item { writer.write(item) }
        case .object(let type, let place):
            let object = objects.waiting(place)
            if let depth = type.depth { return writer.open(type, at: depth, made: object) }
            writer.write(type) { $0.fields(made: object) }
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
