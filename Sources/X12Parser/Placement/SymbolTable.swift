internal import X12Grammar
internal import X12Text

/// Turns a segment into one small number by what tells segments of a guide apart: its identifier and, where
/// the guide tells segments of that identifier apart by an element, the value of that element.
struct SymbolTable: ~Copyable {
    /// What is known of one segment identifier.
    struct Entry: BitwiseCopyable {
        let identifier: UInt32
        /// The position of the telling element; 0 when the identifier is enough.
        let element: Int16
        /// The component of it; 0 when the element is not a composite.
        let component: Int16
        /// The symbol of a segment whose telling value is none that the guide lists; -1 in an empty slot.
        let otherSymbol: Int32

        static let none = Entry(identifier: 0, element: 0, component: 0, otherSymbol: -1)
    }

    /// A listed value of an identifier's telling element, with its symbol; the key is 0 in an empty slot.
    struct Value: BitwiseCopyable {
        let key: UInt64
        let symbol: Int32

        static let none = Value(key: 0, symbol: -1)
    }

    /// What a symbol stands for: the identifier and one value, or `nil` for any value not listed.
    struct Symbol {
        let identifier: UInt32
        let value: UInt32?
    }

    private(set) var symbols: [Symbol] = []
    /// Open addressing, both, by the hash of identifier and of identifier with value.
    private let entries: FixedTable<Entry>
    private let values: FixedTable<Value>
    private let entryMask: Int
    private let valueMask: Int

    init(_ guide: Guide) {
        var values = 0
        for rule in guide.segments { values += rule.discriminator?.values.count ?? 0 }
        entryMask = Self.capacity(guide.segments.count) - 1
        valueMask = Self.capacity(values) - 1
        entries = FixedTable(repeating: .none, count: entryMask + 1)
        self.values = FixedTable(repeating: .none, count: valueMask + 1)
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

    /// The symbol of a segment; -1 when no segment of the guide has its identifier.
    @inline(__always)
    func symbol(of identifier: UInt32, _ segment: RawSegment, componentSeparator: UInt8) -> Int {
        let entry = self[identifier]
        guard entry.element > 0 else { return Int(entry.otherSymbol) }
        let value =
            entry.component > 0
            ? Self.pack(segment, Int(entry.element), Int(entry.component), componentSeparator)
            : segment.packed(Int(entry.element))
        let symbol = symbol(identifier, value)
        return symbol >= 0 ? symbol : Int(entry.otherSymbol)
    }

    /// The telling position of a segment identifier.
    func entry(of identifier: UInt32) -> Entry? {
        let entry = self[identifier]
        return entry.otherSymbol >= 0 ? entry : nil
    }

    // MARK: - Building and looking up

    /// What is known of an identifier.
    subscript(identifier: UInt32) -> Entry {
        @inline(__always)
        get {
            var slot = Self.hash(UInt64(identifier)) & entryMask
            while true {
                let entry = entries[slot]
                if entry.identifier == identifier || entry.otherSymbol < 0 { return entry }
                slot = (slot &+ 1) & entryMask
            }
        }
    }

    @inline(__always)
    private func symbol(_ identifier: UInt32, _ value: UInt32) -> Int {
        let key = UInt64(identifier) | UInt64(value) &<< 32
        var slot = Self.hash(key) & valueMask
        while true {
            let known = values[slot]
            if known.key == key || known.key == 0 { return Int(known.symbol) }
            slot = (slot &+ 1) & valueMask
        }
    }

    private mutating func add(_ identifier: UInt32, _ discriminator: Discriminator?) {
        var slot = Self.hash(UInt64(identifier)) & entryMask
        while entries[slot].otherSymbol >= 0 { slot = (slot + 1) & entryMask }
        entries[slot] = Entry(
            identifier: identifier, element: Int16(clamping: discriminator?.element ?? 0),
            component: Int16(clamping: discriminator?.component ?? 0), otherSymbol: Int32(symbols.count))
        symbols.append(Symbol(identifier: identifier, value: nil))
    }

    private mutating func add(_ identifier: UInt32, value: UInt32) {
        guard symbol(identifier, value) < 0 else { return }
        let key = UInt64(identifier) | UInt64(value) << 32
        var slot = Self.hash(key) & valueMask
        while values[slot].key != 0 { slot = (slot + 1) & valueMask }
        values[slot] = Value(key: key, symbol: Int32(symbols.count))
        symbols.append(Symbol(identifier: identifier, value: value))
    }

    private static func capacity(_ count: Int) -> Int {
        var capacity = 64
        while capacity < count * 2 + 2 { capacity *= 2 }
        return capacity
    }

    @inline(__always)
    private static func hash(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 40)
    }

    private static func pack(
        _ segment: RawSegment, _ element: Int, _ component: Int, _ separator: UInt8
    ) -> UInt32 {
        var part = 1
        var packed: UInt32 = 0
        var shift: UInt32 = 0
        for byte in segment.element(element) {
            if byte == separator {
                part &+= 1
                if part > component { break }
            } else if part == component, shift < 32 {
                packed |= UInt32(byte) &<< shift
                shift &+= 8
            }
        }
        return packed
    }
}
