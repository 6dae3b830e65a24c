import X12Diagnostics

/// The part of an input that is at hand: memory that is used again, filled from a source.
struct JSONWindow: ~Copyable {
    typealias Source = (UnsafeMutableRawBufferPointer) throws(X12Error) -> Int

    private let source: Source
    private let largest: Int
    private var storage: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// How many bytes are at hand, those before ``position`` included.
    private(set) var filled = 0
    /// Where reading is.
    private(set) var position = 0
    /// Whether the source has nothing more.
    private(set) var isEnded = false
    /// The line reading is on, from 1.
    private(set) var line = 1
    /// Bytes of input before the window, and before the line reading is on.
    private var windowStart = 0
    private var lineStart = 0

    init(largest: Int, source: @escaping Source) {
        precondition(largest > 0 && largest <= Int(Int32.max), "a value is smaller than 2 GiB")
        self.source = source
        self.largest = largest
        capacity = 64 << 10
        storage = .allocate(capacity: capacity)
    }

    /// Says where in a larger input it begins; before anything is read.
    mutating func begin(at place: JSONDocument.Origin) {
        windowStart = place.byteOffset
        line = place.line
        lineStart = place.byteOffset - (place.column - 1)
    }

    deinit { storage.deallocate() }

    /// The bytes at hand.
    var base: UnsafePointer<UInt8> { UnsafePointer(storage) }
    /// How many bytes from ``position`` on are at hand.
    var available: Int { filled - position }
    /// Bytes of input before ``position``.
    var offset: Int { windowStart + position }
    /// The column reading is at, from 1, in bytes.
    var column: Int { offset - lineStart + 1 }

    /// Goes on behind bytes among which no line ends.
    mutating func advance(_ count: Int) { position += count }

    /// Goes on behind bytes among which lines may end.
    mutating func advanceOverLines(_ count: Int) {
        for index in position..<position + count where storage[index] == UInt8(ascii: "\n") {
            line += 1
            lineStart = windowStart + index + 1
        }
        position += count
    }

    /// Goes to the next byte that is no blank, and tells it; `nil` at the end of the input.
    mutating func skipBlanks() throws(X12Error) -> UInt8? {
        while true {
            while position < filled {
                switch storage[position] {
                case UInt8(ascii: "\n"):
                    position += 1
                    line += 1
                    lineStart = offset
                case 0x20, 0x0D, 0x09: position += 1
                case let byte: return byte
                }
            }
            guard try fill(atLeast: 1) else { return nil }
        }
    }

    /// Goes to the next line whose first byte opens an object; `false`, and to the end, when there is none.
    mutating func skipToObjectLine() throws(X12Error) -> Bool {
        while try fill(atLeast: 2) {
            var end = position
            while end + 1 < filled {
                let isLine = storage[end] == UInt8(ascii: "\n") && storage[end + 1] == UInt8(ascii: "{")
                end += 1
                guard !isLine else {
                    advanceOverLines(end - position)
                    return true
                }
            }
            advanceOverLines(end - position)
        }
        advanceOverLines(available)
        return false
    }

    /// Skips a byte-order mark; for the start of the input.
    mutating func skipMark() throws(X12Error) {
        guard try fill(atLeast: 3), storage[0] == 0xEF, storage[1] == 0xBB, storage[2] == 0xBF else { return }
        position = 3
        lineStart = 3
    }

    /// Makes sure that `count` bytes from ``position`` on are at hand.
    ///
    /// - Returns: `false` when the input ends before.
    /// - Throws: what the source throws; `.limitPassed` when `count` exceeds the largest value.
    mutating func fill(atLeast count: Int) throws(X12Error) -> Bool {
        guard count > available else { return true }
        guard count <= largest || available < largest else {
            throw X12Error(
                .limitPassed, at: Location(byteOffset: offset, line: line),
                "line \(line), column \(column): a value of more than \(largest) bytes")
        }
        makeRoom(for: min(count, largest))
        while available < min(count, largest), !isEnded {
            let room = UnsafeMutableRawBufferPointer(start: storage + filled, count: capacity - filled)
            let length = try source(room)
            precondition(0...room.count ~= length, "a source fills no more than its memory")
            filled += length
            isEnded = length == 0
        }
        return available >= count
    }

    private mutating func makeRoom(for count: Int) {
        if position > 0 {
            storage.update(from: storage + position, count: available)
            windowStart += position
            filled -= position
            position = 0
        }
        guard capacity <= count else { return }
        let larger = max(capacity * 2, count + 1)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.update(from: storage, count: filled)
        storage.deallocate()
        storage = moved
        capacity = larger
    }
}
