internal import X12Diagnostics
internal import X12Parser

/// Makes what lines of NDJSON hold of batches of blocks (``LineMaker``), for ``NDJSONLines``.
final class LineWorker: BatchWorker {
    /// What comes of a batch.
    struct Outcome: Sendable {
        /// What comes of each block, and what was found in it.
        var pieces: [(content: LineMaker.Content, findings: [Finding])] = []
        /// Holds the objects, one behind the other.
        let objects: MadeObjects
        /// What ended the reading behind them.
        var failure: X12Error?
    }

    private let pool: MadeObjects.Pool
    private var maker = LineMaker()

    init(_ pool: MadeObjects.Pool) { self.pool = pool }

    func work(on batch: BlockBatch) -> Outcome {
        // What stands above is made once more, which is less than to wait for who made it before.
        for held in batch.above { maker.stand(under: held.block) }
        var outcome = Outcome(objects: pool.take(), failure: batch.failure)
        outcome.pieces.reserveCapacity(batch.blocks.count)
        for held in batch.blocks {
            let content = maker.make(held.block, to: &outcome.objects.writer)
            outcome.pieces.append((content, held.block.findings))
        }
        return outcome
    }
}
