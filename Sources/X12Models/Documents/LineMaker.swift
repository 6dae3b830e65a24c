internal import X12Parser

/// Makes what lines of NDJSON hold of blocks, one after the other, as far as it depends on the block alone.
///
/// Claims, payments, answers and the levels that they stand under are made into objects, of their bytes where that gives the
/// same (``BlockTranscoder``), else of their models. What is told in order goes on as a model: heads, trailers, and
/// eligibility, whose units are levels too.
struct LineMaker: ~Copyable {
    /// What comes of a block.
    enum Content: Sendable {
        /// The object of a unit without its levels, or of a level: the bytes at these places of what was written.
        case made(ObjectType, Range<Int>)
        /// A model that is to be written in its turn; `nil` for the end of an input behind which nothing stands.
        case item(ModelItem?)
    }

    private var maker = ItemMaker()

    /// Takes note of a block that stands above those to come.
    mutating func stand(under block: borrowing Block) { _ = maker.make(block) }

    /// Makes what a block comes to; objects are appended to what `output` holds.
    mutating func make(_ block: borrowing Block, to output: inout JSONWriter) -> Content {
        let start = output.count
        if let type = maker.transcode(block, to: &output) {
            assert(isSame(output.waiting(start..<output.count), block), "an object is not its model's")
            return .made(type, start..<output.count - 1)
        }
        guard let item = maker.make(block) else { return .item(nil) }
        guard let type = ItemObjects.make(item, to: &output) else { return .item(item) }
        return .made(type, start..<output.count - 1)
    }

    /// Whether an object is the one of its block's model.
    private mutating func isSame(_ object: UnsafeBufferPointer<UInt8>, _ block: borrowing Block) -> Bool {
        var output = JSONWriter(.compact)
        guard let item = maker.make(block), ItemObjects.make(item, to: &output) != nil else { return false }
        return output.waiting(0..<output.count).elementsEqual(object)
    }
}
