/// Who works on batches of blocks, one after the other; several do so side by side (``SideBySide``).
///
/// What comes of a batch may depend on the batch alone: not on the batches that this worker had before.
package protocol BatchWorker: AnyObject, SendableMetatype {
    /// What comes of a batch.
    associatedtype Outcome

    /// Works on a batch.
    func work(on batch: BlockBatch) -> Outcome
}
