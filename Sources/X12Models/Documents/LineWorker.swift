internal import X12Diagnostics
internal import X12Parser

/// Makes what lines of NDJSON hold of batches of blocks (``LineMaker``), for ``NDJSONLines``.
final class LineWorker: BatchWorker {
    /// What comes of a block.
    enum Content: Sendable {
        /// The object of a unit without its levels, or of a level: the bytes at these places of the outcome's.
        case object(ObjectType, Range<Int>)
        /// A model that is to be written in its turn; `nil` for the end of an input behind which nothing stands.
        case item(ModelItem?)
    }

    /// What comes of a batch.
    struct Outcome: Sendable {
        /// What comes of each block, and what was found in it.
        var pieces: [(content: Content, findings: [Finding])] = []
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
            let content = content(held.block, outcome.objects)
            outcome.pieces.append((content, held.block.findings))
        }
        return outcome
    }

    private func content(_ block: borrowing Block, _ objects: MadeObjects) -> Content {
        guard let type = maker.type(of: block) else { return .item(maker.item(block)) }
        return .object(type, maker.object(type, block, to: &objects.writer))
    }
}
