internal import X12Diagnostics
internal import X12Parser

/// Makes the models of batches of blocks, for a ``ModelReader`` that reads ahead.
final class ItemWorker: BatchWorker {
    /// A model, and what was found in its block.
    struct Piece: Sendable {
        /// `nil` for the end of an input behind which nothing stands.
        let item: ModelItem?
        let findings: [Finding]
    }

    /// What comes of a batch.
    struct Outcome: Sendable {
        /// The pieces, the first one last.
        var pieces: [Piece] = []
        /// What ended the reading behind them.
        var failure: X12Error?
    }

    private var maker = ItemMaker()

    func work(on batch: BlockBatch) -> Outcome {
        // What stands above is made once more, which is less than to wait for who made it before.
        for held in batch.above { _ = maker.make(held.block) }
        var outcome = Outcome(failure: batch.failure)
        outcome.pieces.reserveCapacity(batch.blocks.count)
        for held in batch.blocks {
            outcome.pieces.append(Piece(item: maker.make(held.block), findings: held.block.findings))
        }
        outcome.pieces.reverse()
        return outcome
    }
}
