internal import X12Text

/// Keys that were seen, to notice one that comes again.
///
/// A key is 64 bits made of the texts that are to differ; two different ones share a key once in many billion files.
/// Bounded: of a very long input the last 196,608 keys, up to twice as many, are remembered, so that what comes again farther
/// apart goes unnoticed. Memory grows to two tables of 2 MiB and stays there.
package struct SeenKeys: Sendable {
    /// The keys of the current stretch, in an open table; 0 is an empty place.
    private var table: [UInt64] = []
    private var count = 0
    /// The stretch before.
    private var older: [UInt64] = []

    /// The most keys in a stretch.
    private let most: Int

    /// Begins with no keys; a stretch ends with the given number of them.
    init(most: Int = 3 << 16) { self.most = most }

    /// How much memory the keys take, in bytes.
    var memory: Int { (table.count + older.count) * 8 }

    /// Remembers a key; returns whether it is new.
    mutating func insert(_ key: UInt64) -> Bool {
        let key = key == 0 ? 1 : key
        var (slot, isThere) = Self.find(key, in: table)
        if isThere || Self.find(key, in: older).isThere { return false }
        // A table is filled to three quarters.
        if (count + 1) * 4 > table.count * 3 {
            grow()
            slot = Self.find(key, in: table).slot
        }
        table[slot] = key
        count += 1
        return true
    }

    /// Whether a key is remembered.
    func contains(_ key: UInt64) -> Bool {
        let key = key == 0 ? 1 : key
        return Self.find(key, in: table).isThere || Self.find(key, in: older).isThere
    }

    private mutating func grow() {
        guard count < most else { return beginStretch() }
        let keys = table
        table = Array(repeating: 0, count: max(256, keys.count * 2))
        for key in keys where key != 0 { table[Self.find(key, in: table).slot] = key }
    }

    /// Begins a stretch in the memory of the one before the last.
    private mutating func beginStretch() {
        swap(&table, &older)
        if table.count < older.count {
            table = Array(repeating: 0, count: older.count)
        } else {
            for slot in table.indices { table[slot] = 0 }
        }
        count = 0
    }

    private static func find(_ key: UInt64, in table: [UInt64]) -> (slot: Int, isThere: Bool) {
        guard !table.isEmpty else { return (0, false) }
        var slot = KeyPlace.first(for: key, of: table.count)
        while table[slot] != 0 {
            if table[slot] == key { return (slot, true) }
            slot = (slot + 1) & (table.count - 1)
        }
        return (slot, false)
    }

    /// A key being made of texts; the same texts give the same key in every run.
    package struct Key: Sendable {
        private var digest = Digest()

        /// What the texts come to.
        package var value: UInt64 { digest.value }

        /// A key of nothing yet.
        package init() {}

        /// Adds a text, and that it ends here.
        package mutating func add(_ text: String) {
            digest.add(text)
            digest.add(0xFF as UInt8)
        }

        /// Adds an amount.
        mutating func add(_ amount: ExactDecimal?) {
            guard let amount else { return digest.add(0xFE as UInt8) }
            digest.add(UInt64(bitPattern: amount.significand))
            digest.add(amount.scale)
        }

        /// Adds a day.
        mutating func add(_ day: CalendarDate?) {
            guard let day else { return digest.add(0xFE as UInt8) }
            digest.add(UInt64(day.year * 10_000 + day.month * 100 + day.day))
        }
    }
}
