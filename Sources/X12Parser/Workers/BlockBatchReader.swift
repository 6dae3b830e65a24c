internal import X12Diagnostics

/// Reads batches of blocks.
package struct BlockBatchReader: ~Copyable {
    /// When a batch is full: as many blocks, or as many bytes.
    private static let most = (blocks: 64, bytes: 48 << 10)
    /// How many blocks are kept for use again.
    private static let mostSpare = 192

    private var reader: BlockReader
    private var above: [BlockBatch.Held] = []
    private var spare: [BlockBatch.Held] = []
    private var isAtEnd = false

    package init(_ reader: consuming BlockReader) { self.reader = reader }

    /// The next batch, which has at least one block or a failure; `nil` after the last.
    package mutating func next() -> BlockBatch? {
        guard !isAtEnd else { return nil }
        let batch = BlockBatch(above: above)
        var bytes = 0
        do throws(X12Error) {
            while batch.blocks.count < Self.most.blocks, bytes < Self.most.bytes {
                let held = spare.popLast() ?? BlockBatch.Held()
                guard try reader.next(into: &held.block) else {
                    isAtEnd = true
                    break
                }
                bytes += held.block.memory.byteCount
                batch.blocks.append(held)
                follow(held)
            }
        } catch {
            batch.failure = error
            isAtEnd = true
        }
        return batch.blocks.isEmpty && batch.failure == nil ? nil : batch
    }

    /// Keeps track of what stands above the next block.
    private mutating func follow(_ held: BlockBatch.Held) {
        switch held.block.kind {
        case .interchange: above = []
        case .group: above = [held]
        case .header:
            above.removeAll { $0.block.kind != .group }
            above.append(held)
        case .level(let loop), .unit(let loop):
            // Guides list a loop behind the one it stands in.
            while let last = above.last, let open = Self.loop(last.block.kind), open >= loop {
                above.removeLast()
            }
            above.append(held)
        default: break
        }
    }

    private static func loop(_ kind: Block.Kind) -> Int? {
        switch kind {
        case .level(let loop), .unit(let loop): loop
        default: nil
        }
    }

    /// Takes back the blocks of a batch that nobody looks at any longer.
    package mutating func reuse(_ batch: BlockBatch) {
        while var held = batch.blocks.popLast() {
            if spare.count < Self.mostSpare, isKnownUniquelyReferenced(&held) { spare.append(held) }
        }
    }
}
