/// Control numbers seen so far, to notice one that comes again.
///
/// Bounded: after ``most`` numbers no more are remembered, so that a file of endless tiny sets cannot take
/// endless memory; a repetition among later ones goes unnoticed.
struct UsedNumbers {
    private var short: Set<UInt64> = []
    private var long: Set<[UInt8]> = []

    /// The most numbers remembered at a time.
    static let most = 1 << 20

    /// Remembers a number; returns whether it is new.
    mutating func insert(_ number: [UInt8]) -> Bool {
        // Control numbers of up to nine ASCII characters fit into a word exactly, seven bits each.
        if number.count <= 9, number.allSatisfy({ $0 < 0x80 }) {
            let word = number.reduce(UInt64(1)) { $0 &<< 7 | UInt64($1) }
            guard short.count < Self.most else { return !short.contains(word) }
            return short.insert(word).inserted
        }
        guard long.count < Self.most / 16 else { return !long.contains(number) }
        return long.insert(number).inserted
    }

    /// Forgets all.
    mutating func removeAll() {
        short.removeAll(keepingCapacity: true)
        long.removeAll()
    }
}
