internal import X12Diagnostics
internal import X12Parser

/// Makes lines of NDJSON of batches of blocks, as far as they depend on the batch alone, for ``NDJSONLines``.
///
/// Claims, payments and answers are made into the fields of their objects. What is told in order goes on as a model:
/// levels, of which only those above know whether a unit has shown them, and heads, trailers and eligibility, whose
/// units are levels too.
final class LineWorker: BatchWorker {
    /// What comes of a block.
    enum Content: Sendable {
        /// A unit's object without its levels, as bytes of the outcome's.
        case unit(ObjectType, Range<Int>)
        /// A model that is to be written in its turn; `nil` for the end of an input behind which nothing stands.
        case item(ModelItem?)
    }

    /// What comes of a batch.
    struct Outcome: Sendable {
        /// What comes of each block, and what was found in it.
        var pieces: [(content: Content, findings: [Finding])] = []
        /// Holds the objects of units, one behind the other.
        let objects: MadeObjects
        /// What ended the reading behind them.
        var failure: X12Error?
    }

    private let pool: MadeObjects.Pool
    private var maker = ItemMaker()

    init(_ pool: MadeObjects.Pool) { self.pool = pool }

    func work(on batch: BlockBatch) -> Outcome {
        // What stands above is made once more, which is less than to wait for who made it before.
        for held in batch.above { _ = maker.make(held.block) }
        var outcome = Outcome(objects: pool.take(), failure: batch.failure)
        outcome.pieces.reserveCapacity(batch.blocks.count)
        for held in batch.blocks {
            outcome.pieces.append((content(held.block, outcome.objects), held.block.findings))
        }
        return outcome
    }

    private func content(_ block: borrowing Block, _ objects: MadeObjects) -> Content {
        guard let item = maker.make(block) else { return .item(nil) }
        let start = objects.writer.count
        guard let type = ItemObjects.unit(item, to: &objects.writer) else { return .item(item) }
        return .unit(type, start..<objects.writer.count)
    }
}
