/// Values by keys of 64 bits, of which the oldest are forgotten once there are very many.
///
/// Bounded: at least the last 49,152 are remembered, up to twice as many. Keys stand in an open table, values beside it in the
/// order in which they came: a value costs its own size and 16 to 32 bytes.
struct RecentValues<Value: Sendable>: Sendable {
    private var recent = Stretch()
    private var older = Stretch()

    /// The most values in a stretch.
    private let most: Int

    /// Begins with no values; a stretch ends with the given number of them.
    init(most: Int = 3 << 14) { self.most = most }

    /// How many values and places there is memory for.
    var capacity: Int { recent.capacity + older.capacity }

    /// The value of a key; `nil` where there is none, or it was forgotten.
    subscript(key: UInt64) -> Value? {
        get { recent[key] ?? older[key] }
        set {
            guard let newValue else { return }
            if recent.values.count >= most, recent[key] == nil {
                swap(&recent, &older)
                recent.removeAll()
            }
            recent.set(newValue, for: key)
        }
    }

    /// Values that came one after the other.
    private struct Stretch: Sendable {
        var values: [Value] = []
        private var keys: [UInt64] = []
        /// Where the value of a key stands, from 1, in an open table; 0 is an empty place.
        private var places: [UInt32] = []

        subscript(key: UInt64) -> Value? {
            guard !places.isEmpty else { return nil }
            let place = places[slot(of: key)]
            return place == 0 ? nil : values[Int(place) - 1]
        }

        mutating func set(_ value: Value, for key: UInt64) {
            if (values.count + 1) * 4 > places.count * 3 { grow() }
            let slot = slot(of: key)
            guard places[slot] == 0 else {
                values[Int(places[slot]) - 1] = value
                return
            }
            values.append(value)
            keys.append(key)
            places[slot] = UInt32(values.count)
        }

        var capacity: Int { values.capacity + keys.capacity + places.count }

        /// Forgets all, and keeps the memory.
        mutating func removeAll() {
            values.removeAll(keepingCapacity: true)
            keys.removeAll(keepingCapacity: true)
            for slot in places.indices { places[slot] = 0 }
        }

        private mutating func grow() {
            places = Array(repeating: 0, count: Swift.max(64, places.count * 2))
            for (index, key) in keys.enumerated() { places[slot(of: key)] = UInt32(index + 1) }
        }

        /// Where a key stands, or would stand.
        private func slot(of key: UInt64) -> Int {
            var slot = KeyPlace.first(for: key, of: places.count)
            while places[slot] != 0, keys[Int(places[slot]) - 1] != key {
                slot = (slot + 1) & (places.count - 1)
            }
            return slot
        }
    }
}
