package import X12Parser

/// Asks rules about batches of blocks, for a ``RuleEngine`` that concludes from it.
package final class RuleWorker: BatchWorker {
    private var examiner: RuleExaminer

    init(_ examiner: consuming RuleExaminer) { self.examiner = examiner }

    /// The code sets that this worker asked.
    package var codes: CodeSets { examiner.codes }

    package func work(on batch: BlockBatch) -> [ExaminedBlock?] {
        // What stands above is looked at for what rules ask of it; what is wrong with it, another batch says.
        for held in batch.above { _ = examiner.examine(held.block) }
        return batch.blocks.map { examiner.examine($0.block) }
    }
}
