internal import X12Parser

/// Makes what lines of NDJSON hold of blocks, one after the other, as far as it depends on the block alone.
///
/// Claims, payments, answers and the levels that they stand under are written from their bytes where that gives the
/// same (``BlockTranscoder``), else from their models. What is told in order goes on as a model: heads, trailers, and
/// eligibility, whose units are levels too.
struct LineMaker: ~Copyable {
    private var maker = ItemMaker()

    /// Takes note of a block that stands above those to come.
    mutating func stand(under block: borrowing Block) { _ = maker.make(block) }

    /// What a block is, if its own fields can be written without what came before.
    mutating func type(of block: borrowing Block) -> ObjectType? {
        guard let type = maker.type(of: block), type.standsAlone else { return nil }
        return type
    }

    /// Writes the fields of a block of such a type into the object that is open, those of levels above left out.
    mutating func fields(of type: ObjectType, _ block: borrowing Block, to output: inout JSONWriter) {
        let start = output.count
        if maker.transcode(type, block, to: &output) {
            assert(isSame(output.waiting(start..<output.count), type, block), "fields are not their model's")
            return
        }
        if let item = maker.make(block) { ItemObjects.ownFields(of: item, to: &output) }
    }

    /// Writes a block of such a type as an object and a line end; where the object stands in the output.
    mutating func object(
        _ type: ObjectType, _ block: borrowing Block, to output: inout JSONWriter
    ) -> Range<Int> {
        let start = output.count
        output.beginObject()
        fields(of: type, block, to: &output)
        output.endObject()
        output.newline()
        return start..<output.count - 1
    }

    /// The model of any other block; `nil` for the end of an input behind which nothing stands.
    mutating func item(_ block: borrowing Block) -> ModelItem? { maker.make(block) }

    /// Whether fields that were written, perhaps behind others, are those of their block's model.
    private mutating func isSame(
        _ fields: UnsafeBufferPointer<UInt8>, _ type: ObjectType, _ block: borrowing Block
    ) -> Bool {
        var output = JSONWriter(.compact)
        guard let item = maker.make(block), ItemObjects.type(item) == type else { return false }
        output.beginObject()
        ItemObjects.ownFields(of: item, to: &output)
        let expected = output.waiting(1..<output.count)
        let isBehindOthers = fields.first == UInt8(ascii: ",")
        return expected.elementsEqual(isBehindOthers ? fields.dropFirst() : fields[...])
    }
}
