internal import X12Grammar
internal import X12Specs

/// The meanings of code values as attributes ready to be copied: ` meaning="Office"`.
///
/// A code of up to eight bytes is one number, looked up in a table of open addresses; each data element that
/// has labels has a stretch of the table to itself.
final class MeaningTable: @unchecked Sendable {
    /// The meanings of all codes that have one, shared by all tags.
    static let shared = MeaningTable(X12Specs.codeLists)
    /// No meanings.
    static let none = MeaningTable(CodeLists())

    /// Where the codes of a data element stand.
    struct List: BitwiseCopyable {
        var start: Int32
        var mask: Int32
    }

    fileprivate struct Entry: BitwiseCopyable {
        var key: UInt64 = 0
        var piece = TagArena.Piece()
    }

    private let bytes: UnsafePointer<UInt8>
    private let entries: UnsafeMutablePointer<Entry>
    private let lists: UnsafeMutablePointer<List>
    /// The same as bare memory, good as long as the table is held.
    let flat: Flat
    private var known: [String: Int16] = [:]
    /// The most bytes of one meaning.
    private(set) var longest = 0

    /// Lays down the meanings of all codes.
    init(_ labels: CodeLists) {
        var arena = TagArena()
        let sizes = labels.lists.mapValues { list -> Int in
            var size = 4
            while size < list.codes.count * 2 { size *= 2 }
            return size
        }
        let total = sizes.values.reduce(0, +)
        entries = .allocate(capacity: max(1, total))
        entries.initialize(repeating: Entry(), count: total)
        lists = .allocate(capacity: max(1, labels.lists.count))
        var start = 0
        for (element, list) in labels.lists.sorted(by: { $0.key < $1.key }) {
            let size = sizes[element] ?? 4
            (lists + known.count).initialize(to: List(start: Int32(start), mask: Int32(size - 1)))
            known[element] = Int16(known.count)
            for (code, listed) in list.codes.sorted(by: { $0.key < $1.key }) where code.utf8.count <= 8 {
                let piece = arena.append(attribute: "meaning", listed.label)
                longest = max(longest, Int(piece.count))
                Self.put(Self.key(code), piece, entries + start, size - 1)
            }
            start += size
        }
        bytes = arena.release()
        flat = Flat(bytes: bytes, entries: UnsafePointer(entries), lists: UnsafePointer(lists))
    }

    deinit {
        bytes.deallocate()
        entries.deallocate()
        lists.deallocate()
    }

    /// The number of a data element's list; -1 when its codes have no labels.
    func list(of dataElement: String) -> Int16 { known[dataElement] ?? -1 }

    /// The lists and their entries.
    struct Flat {
        /// What pieces are offsets of.
        let bytes: UnsafePointer<UInt8>
        fileprivate let entries: UnsafePointer<Entry>
        fileprivate let lists: UnsafePointer<List>

        /// The attribute for a code of up to eight bytes; an empty piece when there is none.
        @inline(__always)
        func piece(_ list: Int16, _ key: UInt64) -> TagArena.Piece {
            let place = lists[Int(list)]
            var slot = MeaningTable.hash(key) & Int(place.mask)
            while true {
                let entry = entries + (Int(place.start) &+ slot)
                if entry.pointee.key == key || entry.pointee.key == 0 { return entry.pointee.piece }
                slot = (slot &+ 1) & Int(place.mask)
            }
        }
    }

    /// A value of one to eight bytes as a number, of which eight may be read.
    @inline(__always)
    static func key(_ text: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        let word = UnsafeRawPointer(text).loadUnaligned(as: UInt64.self).littleEndian
        return count >= 8 ? word : word & (1 &<< UInt64(truncatingIfNeeded: 8 &* count) &- 1)
    }

    private static func key(_ code: String) -> UInt64 {
        var key: UInt64 = 0
        for (index, byte) in code.utf8.enumerated() { key |= UInt64(byte) << UInt64(8 * index) }
        return key
    }

    @inline(__always)
    fileprivate static func hash(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 40)
    }

    private static func put(
        _ key: UInt64, _ piece: TagArena.Piece, _ entries: UnsafeMutablePointer<Entry>, _ mask: Int
    ) {
        var slot = hash(key) & mask
        while entries[slot].key != 0 { slot = (slot + 1) & mask }
        entries[slot] = Entry(key: key, piece: piece)
    }
}
