internal import X12Grammar
internal import X12Text

/// In which order a loop's segments and loops stand: what the schema allows and the writer keeps to.
///
/// A loop begins with its opener. What follows stands in slots, each slot's items in any order and number:
/// items that share a place in the guide share a slot, and so do all between two places of the same name, for
/// a schema must know from the name alone where it is. How often an item may occur is the validator's to
/// say; its findings stand in the document.
struct LoopContent: Equatable {
    /// One item of a slot.
    enum Item: Hashable {
        /// A segment, by its identifier.
        case segment(String)
        /// The loop with this index.
        case loop(Int)
    }

    /// The opener's identifier.
    let opener: String
    /// The slots behind the opener, each with its items once, in the guide's order.
    let slots: [[Item]]
    /// The slot of each rule of the loop that is not its opener.
    let slotOfRule: [Int: Int]
    /// The slot of each loop directly inside.
    let slotOfLoop: [Int: Int]

    /// Works out the content of the loop with this index.
    init(of loop: Int, in guide: Guide) {
        let rule = guide.loops[loop]
        opener = rule.segments.first.map { guide.segments[$0].identifier.description } ?? ""
        var entries: [(order: Int, item: Item, rule: Int)] = []
        for segment in rule.segments.dropFirst() {
            // The end of a set stands behind everything, and is not one of many.
            if loop == 0, guide.segments[segment].identifier == "SE" { continue }
            let identifier = guide.segments[segment].identifier.description
            entries.append((guide.segments[segment].order, .segment(identifier), segment))
        }
        for child in rule.children { entries.append((guide.loops[child].order, .loop(child), child)) }
        let sorted = entries.enumerated().sorted { left, right in
            (left.element.order, left.offset) < (right.element.order, right.offset)
        }.map(\.element)
        let numbers = Self.slots(of: sorted.map { ($0.order, Self.name(of: $0.item, guide)) })
        var slots: [[Item]] = []
        var slotOfRule: [Int: Int] = [:]
        var slotOfLoop: [Int: Int] = [:]
        for (entry, number) in zip(sorted, numbers) {
            if slots.count <= number { slots.append([]) }
            if !slots[number].contains(entry.item) { slots[number].append(entry.item) }
            switch entry.item {
            case .segment: slotOfRule[entry.rule] = number
            case .loop: slotOfLoop[entry.rule] = number
            }
        }
        self.slots = slots
        self.slotOfRule = slotOfRule
        self.slotOfLoop = slotOfLoop
    }

    /// The name of the element that stands for a loop, or for the transaction set.
    static func elementName(of loop: LoopRule) -> String {
        (loop.parent < 0 ? "set" : "loop") + loop.identifier
    }

    private static func name(of item: Item, _ guide: Guide) -> String {
        switch item {
        case .segment(let identifier): identifier
        case .loop(let loop): elementName(of: guide.loops[loop])
        }
    }

    /// The slot of each entry: entries of one order share one, and so do all from the first to the last of a name.
    private static func slots(of entries: [(order: Int, name: String)]) -> [Int] {
        var first: [String: Int] = [:]
        for (index, entry) in entries.enumerated() where first[entry.name] == nil {
            first[entry.name] = index
        }
        // Where a slot begins: not between two of one order, nor between two of one name.
        var begins = Array(repeating: true, count: entries.count)
        for (index, entry) in entries.enumerated() {
            if index > 0, entries[index - 1].order == entry.order { begins[index] = false }
            let start = first[entry.name] ?? index
            for inner in (start + 1)..<max(start + 1, index + 1) { begins[inner] = false }
        }
        var slot = -1
        return begins.map { begin in
            if begin { slot += 1 }
            return slot
        }
    }
}
