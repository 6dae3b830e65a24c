internal import X12Grammar
internal import X12Text

/// Turns a segment into one small number by what tells segments of a guide apart: its identifier and, where
/// the guide tells segments of that identifier apart by an element, the value of that element.
struct SymbolTable {
    /// What is known of one segment identifier.
    struct Entry {
        let identifier: UInt32
        /// The position of the telling element; 0 when the identifier is enough.
        let element: Int
        /// The component of it; 0 when the element is not a composite.
        let component: Int
        /// The symbol of a segment whose telling value is none that the guide lists.
        let otherSymbol: Int
    }

    /// What a symbol stands for: the identifier and one value, or `nil` for any value not listed.
    struct Symbol {
        let identifier: UInt32
        let value: UInt32?
    }

    private(set) var symbols: [Symbol] = []
    private var entries: [Entry] = []
    /// Open addressing; an index into `entries` plus 1, or 0.
    private var entrySlots: [UInt16]
    private var valueKeys: [UInt64]
    private var valueSymbols: [UInt16]
    private let entryMask: Int
    private let valueMask: Int

    init(_ guide: Guide) {
        var values = 0
        for rule in guide.segments { values += rule.discriminator?.values.count ?? 0 }
        entryMask = Self.capacity(guide.segments.count) - 1
        valueMask = Self.capacity(values) - 1
        entrySlots = Array(repeating: 0, count: entryMask + 1)
        valueKeys = Array(repeating: 0, count: valueMask + 1)
        valueSymbols = Array(repeating: 0, count: valueMask + 1)
        for rule in guide.segments where self.entry(of: rule.identifier.packed) == nil {
            let telling = guide.segments.first { $0.identifier == rule.identifier && $0.discriminator != nil }
            add(rule.identifier.packed, telling?.discriminator)
        }
        for rule in guide.segments {
            for value in rule.discriminator?.values ?? [] {
                add(rule.identifier.packed, value: SegmentIdentifier(value).packed)
            }
        }
    }

    /// The symbol of a segment; `nil` when no segment of the guide has its identifier.
    func symbol(of segment: borrowing SegmentView) -> Int? {
        let identifier = segment.identifier.packed
        guard let entry = entry(of: identifier) else { return nil }
        guard entry.element > 0 else { return entry.otherSymbol }
        let value =
            entry.component > 0
            ? Self.pack(segment.element(entry.element).component(entry.component))
            : Self.pack(segment[entry.element])
        return symbol(identifier, value) ?? entry.otherSymbol
    }

    /// The telling position of a segment identifier.
    func entry(of identifier: UInt32) -> Entry? {
        var slot = Self.hash(UInt64(identifier)) & entryMask
        while entrySlots[slot] != 0 {
            let entry = entries[Int(entrySlots[slot]) - 1]
            if entry.identifier == identifier { return entry }
            slot = (slot + 1) & entryMask
        }
        return nil
    }

    // MARK: - Building and looking up

    private func symbol(_ identifier: UInt32, _ value: UInt32) -> Int? {
        let key = UInt64(identifier) | UInt64(value) << 32
        var slot = Self.hash(key) & valueMask
        while valueKeys[slot] != 0 {
            if valueKeys[slot] == key { return Int(valueSymbols[slot]) }
            slot = (slot + 1) & valueMask
        }
        return nil
    }

    private mutating func add(_ identifier: UInt32, _ discriminator: Discriminator?) {
        entries.append(
            Entry(
                identifier: identifier, element: discriminator?.element ?? 0,
                component: discriminator?.component ?? 0, otherSymbol: symbols.count))
        symbols.append(Symbol(identifier: identifier, value: nil))
        var slot = Self.hash(UInt64(identifier)) & entryMask
        while entrySlots[slot] != 0 { slot = (slot + 1) & entryMask }
        entrySlots[slot] = UInt16(entries.count)
    }

    private mutating func add(_ identifier: UInt32, value: UInt32) {
        guard symbol(identifier, value) == nil else { return }
        let key = UInt64(identifier) | UInt64(value) << 32
        var slot = Self.hash(key) & valueMask
        while valueKeys[slot] != 0 { slot = (slot + 1) & valueMask }
        valueKeys[slot] = key
        valueSymbols[slot] = UInt16(symbols.count)
        symbols.append(Symbol(identifier: identifier, value: value))
    }

    private static func capacity(_ count: Int) -> Int {
        var capacity = 64
        while capacity < count * 2 + 2 { capacity *= 2 }
        return capacity
    }

    private static func hash(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 40)
    }

    private static func pack(_ bytes: Span<UInt8>) -> UInt32 {
        var packed: UInt32 = 0
        for index in 0..<min(4, bytes.count) {
            packed |= UInt32(bytes[unchecked: index]) &<< UInt32(8 &* index)
        }
        return packed
    }
}
