package import X12Diagnostics

/// Some blocks that follow each other, with those that stand above the first of them: what can be worked on without
/// knowing any block before.
///
/// A batch belongs to one thread at a time. The blocks above are held by several batches, and nobody changes them.
package final class BlockBatch: @unchecked Sendable {
    /// A block in a place of its own.
    package final class Held {
        /// Filled once, before the batch is handed on.
        package internal(set) var block = Block()
    }

    /// The head of the group and of the set, and the levels and the unit that were open when the first block began, from
    /// the outside in.
    package let above: [Held]
    /// The blocks, in the order of the input.
    package internal(set) var blocks: [Held] = []
    /// What ended the reading behind the last block, if something did.
    package internal(set) var failure: X12Error?

    init(above: [Held]) { self.above = above }
}
