public import X12Diagnostics
public import X12Parser
public import X12Text

/// Reads an interchange as models, piece by piece, in flat memory.
///
///     var reader = ModelReader(try ByteSource(path: "claims.837"))
///     while let item = try reader.next() {
///         if case .claim(let claim) = item { … }
///     }
///
/// What the model does not say of a piece is carried beside it (``Carried``): that writing gives the same bytes is seen while
/// it is read, or by writing it again, and not assumed.
public struct ModelReader: ~Copyable {
    /// Blocks one after the other; `nil` where models are made ahead.
    private var blocks: BlockReader?
    /// Models made ahead by several workers.
    private var ahead: SideBySide<ItemWorker>?
    private var block = Block()
    private var maker = ItemMaker()
    /// The pieces of a batch, the next one last, and what ended the reading behind them.
    private var made = ItemWorker.Outcome()
    /// What was found in the piece read last.
    public private(set) var findings: [Finding] = []

    /// Reads from a source, choosing among the guides of a library.
    ///
    /// - Parameters:
    ///   - source: the bytes, X12.
    ///   - guides: what sets are read by.
    ///   - limits: what is refused as too large.
    ///   - workers: how many threads make models, the one that asks for them included; what is read does not depend
    ///     on it. The source is asked by the one alone.
    public init(
        _ source: consuming ByteSource, guides: GuideLibrary = GuideLibrary(), limits: Limits = Limits(),
        workers: Int = 1
    ) {
        let blocks = BlockReader(source, guides: guides, limits: limits)
        if workers > 1 {
            ahead = SideBySide(consume blocks, workers: (0..<workers).map { _ in ItemWorker() })
            self.blocks = nil
        } else {
            ahead = nil
            self.blocks = consume blocks
        }
    }

    /// Hands over what was found in the piece read last.
    mutating func takeFindings() -> [Finding] {
        defer { findings = [] }
        return findings
    }

    /// The next piece; `nil` after the last, and then always `nil`.
    ///
    /// - Throws: what ``X12Parser/BlockReader/next(into:)`` throws.
    public mutating func next() throws(X12Error) -> ModelItem? {
        if ahead != nil { return try nextMade() }
        guard try blocks?.next(into: &block) ?? false else {
            findings = []
            return nil
        }
        findings = block.findings
        return maker.make(block)
    }

    /// The next piece of those made ahead.
    private mutating func nextMade() throws(X12Error) -> ModelItem? {
        while made.pieces.isEmpty {
            findings = []
            if let failure = made.failure {
                // As a reader whose source failed, it has nothing more.
                made.failure = nil
                ahead = nil
                throw failure
            }
            guard let next = ahead?.next() else { return nil }
            made = next.outcome
        }
        guard let piece = made.pieces.popLast() else { return nil }
        findings = piece.findings
        return piece.item
    }
}
