internal import X12Diagnostics

/// Bytes of XML on their way out, in a buffer that is drained and filled again.
///
/// Copies go 16 bytes at a time and write past the end of what they copy, into slack that is kept behind the
/// buffer; a byte loop is three times slower on values of four bytes.
///
/// ## Preconditions
/// - Whoever uses ``put(_:_:)`` has reserved the bytes before, and 16 bytes behind its source may be read.
/// - No copy writes more than ``slack`` bytes past the end.
struct XMLBuffer: ~Copyable {
    private(set) var storage: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// How many bytes wait to be drained.
    private(set) var count = 0

    static let slack = 64

    init(capacity: Int = 64 << 10) {
        self.capacity = max(capacity, 64)
        storage = .allocate(capacity: self.capacity + Self.slack)
    }

    deinit { storage.deallocate() }

    /// Where the next byte goes; the caller reserved room and says with ``advance(to:)`` how far it wrote.
    var target: UnsafeMutablePointer<UInt8> {
        @inline(__always) get { storage + count }
    }

    /// The end of the room there is.
    var room: UnsafeMutablePointer<UInt8> {
        @inline(__always) get { storage + capacity }
    }

    /// Counts the bytes that were written up to `end`.
    @inline(__always)
    mutating func advance(to end: UnsafeMutablePointer<UInt8>) {
        count = end - storage
        assert(count <= capacity, "more was written than reserved")
    }

    /// Makes room for more bytes.
    @inline(__always)
    mutating func reserve(_ length: Int) {
        if capacity &- count < length { grow(by: length) }
    }

    /// Appends bytes of which 16 more may be read.
    @inline(__always)
    mutating func put(_ source: UnsafePointer<UInt8>, _ length: Int) {
        reserve(length)
        Self.copy(source, length, to: storage + count)
        count &+= length
    }

    /// Appends one byte.
    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        storage[count] = byte
        count &+= 1
    }

    /// Appends bytes of anybody's.
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress else { return }
        reserve(bytes.count)
        (storage + count).update(from: base, count: bytes.count)
        count += bytes.count
    }

    /// Appends bytes of anybody's.
    mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

    /// Appends a literal.
    mutating func append(_ text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Appends a whole number.
    mutating func append(number: Int) { append(Array(String(number).utf8)) }

    /// Takes back the byte written last, to put something before it.
    @inline(__always)
    mutating func takeBackLast() { count &-= 1 }

    /// Copies `length` bytes, 16 at a time, writing up to 15 more.
    @inline(__always)
    static func copy(
        _ source: UnsafePointer<UInt8>, _ length: Int, to target: UnsafeMutablePointer<UInt8>
    ) {
        var done = 0
        repeat {
            UnsafeMutableRawPointer(target + done).copyMemory(from: source + done, byteCount: 16)
            done &+= 16
        } while done < length
    }

    // MARK: - Draining

    /// Hands the waiting bytes to a sink when there are at least `limit` of them, and forgets them.
    ///
    /// - Throws: what the sink throws; the bytes then stay.
    mutating func drain(
        over limit: Int, into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void
    ) throws(X12Error) {
        guard count > 0, count >= limit else { return }
        try sink(UnsafeRawBufferPointer(start: storage, count: count))
        count = 0
    }

    @inline(never)
    private mutating func grow(by length: Int) {
        let larger = max(capacity * 2, count + length)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + Self.slack)
        moved.update(from: storage, count: count)
        storage.deallocate()
        storage = moved
        capacity = larger
    }
}
