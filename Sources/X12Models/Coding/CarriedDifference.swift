internal import X12Parser
internal import X12Text

/// Finds what a part does not say of the block it was read from.
///
/// The part has been written again (``EncodedBlock``) in the guide's order; whatever differs from the
/// segments received is set down in a ``Carried``. So that a part can be written as it was received is not
/// hoped for but seen, block by block.
struct CarriedDifference {
    let lineEnd: [UInt8]
    let map: ModelMap?

    /// What has to be carried; `nil` when the part says it all.
    func find(_ block: borrowing Block, _ plan: borrowing BlockPlan, _ encoded: EncodedBlock) -> Carried? {
        isSame(block, encoded) ? nil : compare(block, plan, encoded)
    }

    /// Whether writing gives the bytes received, as it does for a clean file in the guide's order.
    private func isSame(_ block: borrowing Block, _ encoded: EncodedBlock) -> Bool {
        guard encoded.segments.count == block.count, block.trailing.isEmpty else { return false }
        for index in 0..<block.count {
            guard block[index].isTerminated,
                Self.isEqual(block.received(index), encoded.text(encoded.segments[index])),
                isUsual(block.leading(index), block, index)
            else { return false }
        }
        return true
    }

    private func isUsual(_ leading: UnsafeBufferPointer<UInt8>, _ block: borrowing Block, _ index: Int)
        -> Bool
    {
        if block[index].ordinal == 1 { return leading.isEmpty }
        return leading.count == lineEnd.count && leading.elementsEqual(lineEnd)
    }

    static func isEqual(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        guard left.count == right.count, let one = left.baseAddress, let other = right.baseAddress else {
            return left.count == right.count
        }
        var index = 0
        while index &+ 8 <= left.count {
            let word = UnsafeRawPointer(one + index).loadUnaligned(as: UInt64.self)
            guard word == UnsafeRawPointer(other + index).loadUnaligned(as: UInt64.self) else { return false }
            index &+= 8
        }
        while index < left.count {
            guard one[index] == other[index] else { return false }
            index &+= 1
        }
        return true
    }

    // MARK: - The long way

    private func compare(
        _ block: borrowing Block, _ plan: borrowing BlockPlan, _ encoded: EncodedBlock
    ) -> Carried {
        var carried = Carried()
        // Which segment received stands for each one written: both are in the guide's order.
        var receivedOf = Array(repeating: -1, count: encoded.segments.count)
        var isTaken = Array(repeating: false, count: block.count)
        var next = 0
        for (number, segment) in encoded.segments.enumerated() {
            var look = next
            while look < plan.order.count {
                let index = Int(plan.order[look])
                if stands(block, index, for: segment, encoded) { break }
                look += 1
            }
            guard look < plan.order.count else { continue }
            receivedOf[number] = Int(plan.order[look])
            isTaken[receivedOf[number]] = true
            next = look + 1
        }
        addSegments(block, isTaken, encoded, &carried)
        addSpellings(block, receivedOf, encoded, &carried)
        let received = receivedOf.enumerated().filter { $0.element >= 0 }.sorted { $0.element < $1.element }
        let order = received.map { $0.offset + 1 }
        carried.absent = encoded.segments.indices.filter {
            receivedOf[$0] < 0 && encoded.segments[$0].isBare
        }.map { $0 + 1 }
        let expected = encoded.segments.indices.map { $0 + 1 }.filter { !carried.absent.contains($0) }
        if order != expected { carried.order = order }
        for index in 0..<block.count where !isUsual(block.leading(index), block, index) {
            carried.leading.append(
                Carried.Leading(position: index + 1, text: CarriedText(Array(block.leading(index)))))
        }
        if !block.trailing.isEmpty { carried.trailing = CarriedText(block.trailing) }
        carried.isCut = block.count > 0 && !block[block.count - 1].isTerminated
        return carried
    }

    private func stands(
        _ block: borrowing Block, _ index: Int, for segment: EncodedBlock.Segment, _ encoded: EncodedBlock
    ) -> Bool {
        let rule = block[index].placement.rule
        if map != nil, block.guide != nil { return rule == segment.rule }
        let written = encoded.text(segment)
        let length = block.raw(index).identifier.description.utf8.count
        return written.prefix(length).elementsEqual(block.raw(index).bytes.prefix(length))
    }

    private func addSegments(
        _ block: borrowing Block, _ isTaken: [Bool], _ encoded: EncodedBlock, _ carried: inout Carried
    ) {
        for index in 0..<block.count where !isTaken[index] {
            var segment = Carried.Segment(
                position: index + 1, text: CarriedText(Array(block.received(index))), place: nil)
            let rule = block[index].placement.rule
            if let map, rule >= 0 {
                segment.place = map.place(of: rule)
                segment.beside = encoded.segments.reduce(0) { $0 + ($1.rule == rule ? 1 : 0) }
            }
            carried.segments.append(segment)
        }
    }

    private func addSpellings(
        _ block: borrowing Block, _ receivedOf: [Int], _ encoded: EncodedBlock, _ carried: inout Carried
    ) {
        for (number, index) in receivedOf.enumerated() where index >= 0 {
            let received = block.received(index)
            guard !Self.isEqual(received, encoded.text(encoded.segments[number])) else { continue }
            carried.spellings.append(
                Carried.Spelling(segment: number + 1, text: CarriedText(Array(received))))
        }
    }
}
