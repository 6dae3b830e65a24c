/// Code lists as open-addressed tables of words, so that a code is found by a look or two.
///
/// A word holds the first eight characters, the first in the lowest byte; a list with longer codes is known
/// by ``hasLongCodes``, and looked through where a word alone is not enough.
struct CodeTables {
    /// All tables, one after the other; 0 is an empty place.
    private(set) var words: [UInt64] = []
    /// Where the table of each list begins.
    private(set) var starts: [Int] = []
    /// The size of each table less 1; sizes are powers of 2.
    private(set) var masks: [Int] = []
    /// Whether a code of the list does not fit into a word.
    private(set) var hasLongCodes: [Bool] = []

    init(_ lists: [[String]]) {
        for list in lists {
            let capacity = Self.capacity(list.map(Self.word))
            starts.append(words.count)
            masks.append(capacity - 1)
            hasLongCodes.append(list.contains { $0.utf8.count > 8 })
            words.append(contentsOf: repeatElement(0, count: capacity))
            for code in list { insert(Self.word(code)) }
        }
    }

    /// A size with room for the codes, in which all of a short list stand where their search begins, if there is one.
    private static func capacity(_ words: [UInt64]) -> Int {
        var least = 2
        while least < words.count * 2 { least *= 2 }
        guard words.count <= 64 else { return least }
        let distinct = Set(words).count
        let sizes = sequence(first: least) { $0 * 2 }.prefix(4)
        return sizes.first { size in Set(words.map { place($0, size - 1) }).count == distinct } ?? least
    }

    private mutating func insert(_ word: UInt64) {
        guard let start = starts.last, let mask = masks.last else { return }
        var place = Self.place(word, mask)
        while words[start + place] != 0 {
            if words[start + place] == word { return }
            place = (place + 1) & mask
        }
        words[start + place] = word
    }

    /// Where the search for a word begins.
    @inline(__always)
    static func place(_ word: UInt64, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) &>> 40) & mask
    }

    private static func word(_ code: String) -> UInt64 {
        var word: UInt64 = 0
        for (index, byte) in code.utf8.prefix(8).enumerated() { word |= UInt64(byte) << UInt64(8 * index) }
        return word
    }
}
