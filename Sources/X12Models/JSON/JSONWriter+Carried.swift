internal import X12Parser

/// What is carried of a block, written at once from what a walk noted of it (``BlockTranscoder``): what is written of the
/// ``Carried`` that holds the same.
extension JSONWriter {
    /// Writes the field, if anything is carried; it stands between ``beginFields()`` and ``endFields()``.
    ///
    /// - Parameters:
    ///   - spelled: The numbers, from 1, of the segments that are spelled otherwise than they are written.
    ///   - led: The numbers of those before which something else than the usual line end stands.
    ///   - block: The block's memory.
    ///   - map: Of the block's guide.
    ///   - isPlain: Whether nothing in the segments has to be escaped.
    mutating func carried(
        spelled: UnsafeBufferPointer<Int32>, unusuallyLed led: UnsafeBufferPointer<Int32>,
        of block: BlockMemory, _ map: ModelMap, isPlain: Bool
    ) {
        guard !spelled.isEmpty || !led.isEmpty else { return }
        let start = beginField("carried", "{")
        list("spellings", "segment", spelled, isPlain) { block.received($0) }
        if !spelled.isEmpty { field("layout", integer: map.layout(of: block)) }
        // Line ends, which segments do not hold, have to be escaped.
        list("leading", "position", led, false) { block.leading($0) }
        endField("}", from: start)
    }

    @inline(__always)
    private mutating func list(
        _ name: StaticString, _ numberName: StaticString, _ numbers: UnsafeBufferPointer<Int32>,
        _ isPlain: Bool, _ bytes: (Int) -> UnsafeBufferPointer<UInt8>
    ) {
        let start = beginField(name, "[")
        for number in numbers {
            beginElement()
            field(numberName, integer: Int(number))
            let bytes = bytes(Int(number) &- 1)
            if isPlain {
                field("text", plain: bytes)
            } else if !field("text", text: bytes) {
                field("base64", base64: bytes)
            }
            endElement()
        }
        endField("]", from: start)
    }
}
