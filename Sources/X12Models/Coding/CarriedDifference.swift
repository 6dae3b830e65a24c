internal import X12Grammar
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
    let delimiters: Delimiters

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
        let receivedOf = counterparts(block, plan, encoded)
        var isTaken = Array(repeating: false, count: block.count)
        for (number, index) in receivedOf.enumerated() {
            if index >= 0 {
                isTaken[index] = true
            } else {
                let text = CarriedText(Array(encoded.text(encoded.segments[number])))
                carried.omitted.append(Carried.Spelling(segment: number + 1, text: text))
            }
        }
        addSegments(block, isTaken, encoded, &carried)
        addSpellings(block, receivedOf, encoded, &carried)
        let received = receivedOf.enumerated().filter { $0.element >= 0 }.sorted { $0.element < $1.element }
        let order = received.map { $0.offset + 1 }
        if order != order.sorted() { carried.order = order }
        if !carried.spellings.isEmpty || !carried.omitted.isEmpty || !carried.order.isEmpty {
            carried.layout = map?.layout(of: encoded.segments.lazy.map(\.rule)) ?? 0
        }
        for index in 0..<block.count where !isUsual(block.leading(index), block, index) {
            carried.leading.append(
                Carried.Leading(position: index + 1, text: CarriedText(Array(block.leading(index)))))
        }
        if !block.trailing.isEmpty { carried.trailing = CarriedText(block.trailing) }
        carried.isCut = block.count > 0 && !block[block.count - 1].isTerminated
        return carried
    }

    /// Which segment received stands for each one written, both being in the guide's order; -1 for none.
    private func counterparts(_ block: borrowing Block, _ plan: borrowing BlockPlan, _ encoded: EncodedBlock)
        -> [Int]
    {
        var receivedOf: [Int] = []
        var next = 0
        // The loops around, each with the instance received that stands for the one being written.
        var instances: [Int32: Int32] = [plan.loop: plan.instance]
        for segment in encoded.segments {
            let loop = segment.rule < 0 ? plan.loop : map?.rules[Int(segment.rule)].loop ?? plan.loop
            let isOpener =
                loop != plan.loop && map?.guide.loops[Int(loop)].segments.first == Int(segment.rule)
            // Where the segment that opens the loop was not received, the first one of the loop tells the instance.
            if isOpener || map == nil { instances[loop] = nil }
            let place = counterpart(of: segment, in: instances[loop], block, plan, encoded, from: next)
            guard let place else {
                receivedOf.append(-1)
                continue
            }
            receivedOf.append(Int(plan.order[place]))
            next = place + 1
            instances[loop] = block[receivedOf[receivedOf.count - 1]].placement.loopInstance
        }
        return receivedOf
    }

    /// How many segments are looked at, and how many of its rule are tried, for the one that a segment was written for:
    /// more than a walk ever steps over, and few enough for a file that was made to take our time.
    private static let (mostLooks, mostTries) = (4096, 64)

    /// The place in the plan of the segment that one was written for: the next one of its rule, and of the loop's
    /// instance where that is known, that comes out of it again, spelled as it was received.
    private func counterpart(
        of segment: EncodedBlock.Segment, in instance: Int32?, _ block: borrowing Block,
        _ plan: borrowing BlockPlan, _ encoded: EncodedBlock, from start: Int
    ) -> Int? {
        let application = CarriedApplication(map: map, delimiters: delimiters, lineEnd: lineEnd)
        let written = encoded.text(segment)
        var tries = 0
        for look in start..<max(start, min(plan.order.count, start + Self.mostLooks)) {
            let index = Int(plan.order[look])
            guard stands(block, index, for: segment, encoded) else { continue }
            if let instance, block[index].placement.loopInstance != instance { continue }
            let received = block.received(index)
            if Self.isEqual(received, written) { return look }
            if application.spell(Array(received), written, segment).elementsEqual(received) { return look }
            tries += 1
            if tries == Self.mostTries { return nil }
        }
        return nil
    }

    private func stands(
        _ block: borrowing Block, _ index: Int, for segment: EncodedBlock.Segment, _ encoded: EncodedBlock
    ) -> Bool {
        let rule = block[index].placement.rule
        if map != nil, block.isGuided { return rule == segment.rule }
        let written = encoded.text(segment)
        let length = block.raw(index).identifier.description.utf8.count
        return written.prefix(length).elementsEqual(block.raw(index).bytes.prefix(length))
    }

    private func addSegments(
        _ block: borrowing Block, _ isTaken: [Bool], _ encoded: EncodedBlock, _ carried: inout Carried
    ) {
        // By their names, as who writes compares them: a claim of a dependent's is written as one of a subscriber's.
        lazy var written = encoded.segments.reduce(into: [String: Int]()) { count, segment in
            if let place = map?.place(of: segment.rule) { count[place, default: 0] += 1 }
        }
        for index in 0..<block.count where !isTaken[index] {
            var segment = Carried.Segment(
                position: index + 1, text: CarriedText(Array(block.received(index))), place: nil)
            if let place = map?.place(of: block[index].placement.rule) {
                segment.place = place
                segment.beside = written[place] ?? 0
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
