internal import X12Diagnostics
internal import X12Text

/// The memory that an encoder writes to.
extension BlockEncoder {
    /// Makes room for a value of fixed length and what stands before it: ``EncodedBlock/slack`` bytes.
    ///
    /// Of up to eight separators each of elements and components, and a value of up to 32 bytes, none needs to ask again.
    @inline(__always)
    mutating func reserve() {
        if position > capacity { grow(0) }
    }

    /// Makes room for more bytes, and ``EncodedBlock/slack`` behind them.
    @inline(__always)
    mutating func reserve(_ count: Int) {
        if position &+ count > capacity { grow(count) }
    }

    @inline(never)
    private mutating func grow(_ count: Int) {
        output.grow(to: position + count, keeping: position)
        memory = output.bytes
        capacity = output.capacity
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        memory[position] = byte
        position &+= 1
    }

    /// Appends separators, of which eight are given; there is room for as many.
    @inline(__always)
    mutating func append(_ eight: UInt64, times count: Int) {
        // Those that are too many are written over.
        UnsafeMutableRawPointer(memory + position).storeBytes(of: eight, as: UInt64.self)
        if count <= 8 { position &+= count } else { appendMany(eight, times: count) }
    }

    @inline(never)
    private mutating func appendMany(_ eight: UInt64, times count: Int) {
        reserve(count)
        (memory + position).update(repeating: UInt8(truncatingIfNeeded: eight), count: count)
        position &+= count
        reserve()
    }

    mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append($0) }
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        reserve(bytes.count)
        (memory + position).update(from: start, count: bytes.count)
        position &+= bytes.count
    }

    /// Appends up to eight characters, the first in the lowest byte.
    mutating func append(_ characters: UInt64, count: Int) {
        reserve()
        store(characters, count: count)
    }

    /// Appends up to eight characters for which there is room, the first in the lowest byte.
    @inline(__always)
    mutating func store(_ characters: UInt64, count: Int) {
        UnsafeMutableRawPointer(memory + position).storeBytes(of: characters.littleEndian, as: UInt64.self)
        position &+= count
    }

    @inline(__always)
    mutating func append(_ text: String) {
        let words = ShortText.words(text)
        let count = looksIntoShortTexts ? ShortText.count(words.high) : -1
        guard count >= 0 else { return appendLong(text) }
        reserve(16)
        let target = UnsafeMutableRawPointer(memory + position)
        target.storeBytes(of: words.low, as: UInt64.self)
        target.storeBytes(of: words.high, toByteOffset: 8, as: UInt64.self)
        position &+= count
    }

    @inline(never)
    mutating func appendLong(_ text: String) {
        let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { append($0) }
        guard isDone == nil else { return }
        var text = text
        text.withUTF8 { append($0) }
    }

    /// Refuses what was written from a place on where it holds a delimiter that cuts it, or a line end, which whoever reads
    /// it takes for that of a wrapped segment and leaves out; `inner` is the delimiter within its element.
    @inline(never)
    mutating func check(from first: Int, _ inner: UInt8?, _ name: UnsafePointer<UInt8>) {
        let value = UnsafeBufferPointer(start: memory + first, count: position - first)
        let isCut = value.contains {
            $0 == delimiters.segment || $0 == delimiters.element || $0 == inner
        }
        guard isCut || value.contains(where: Self.isLineEnd) else { return }
        let name = String(cString: name)
        let what = isCut ? "a delimiter of the interchange" : "a line end, which X12 has no place for"
        refuse(.delimiterInData, "\(name) holds \(what)", RefusedProperty(name))
    }

    static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
