internal import X12Parser

extension Carried {
    /// What is carried of a block of which every segment is written, as a walk noted it; `nil` when that is nothing.
    ///
    /// It is what a ``CarriedDifference`` finds.
    ///
    /// - Parameters:
    ///   - spelled: The numbers, from 1, of the segments that are spelled otherwise than they are written.
    ///   - led: The numbers of those before which something else than the usual line end stands.
    ///   - block: The block.
    ///   - map: Of the block's guide.
    init?(
        spelled: UnsafeBufferPointer<Int32>, unusuallyLed led: UnsafeBufferPointer<Int32>,
        of block: borrowing Block, _ map: ModelMap?
    ) {
        guard !spelled.isEmpty || !led.isEmpty else { return nil }
        spellings.reserveCapacity(spelled.count)
        for number in spelled {
            let text = CarriedText(Array(block.received(Int(number) - 1)))
            spellings.append(Spelling(segment: Int(number), text: text))
        }
        if !spelled.isEmpty { layout = map?.layout(of: block.memory) ?? 0 }
        leading.reserveCapacity(led.count)
        for number in led {
            let text = CarriedText(Array(block.leading(Int(number) - 1)))
            leading.append(Leading(position: Int(number), text: text))
        }
    }
}

extension ModelMap {
    /// The digest of a block's segments by their rules, in the order received.
    func layout(of block: BlockMemory) -> Int {
        layout(of: (0..<block.count).lazy.map { block.segments[$0].placement.rule })
    }
}
