/// Where the search for a key begins in an open table.
///
/// It is another place in each run: whoever writes a file cannot choose numbers that all begin at one place, and so make a
/// million claims cost what a million million would.
enum KeyPlace {
    private static let multiplier = UInt64.random(in: 0...UInt64.max) | 1

    /// The place of a key among `count`, a power of two from 2 on: the highest bits of a product.
    static func first(for key: UInt64, of count: Int) -> Int {
        Int(truncatingIfNeeded: (key &* multiplier) &>> UInt64(count.leadingZeroBitCount + 1))
    }
}
