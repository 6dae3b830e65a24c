package import X12Diagnostics

/// Writes JSON into a reused buffer, in the order in which it is told.
///
/// The buffer grows as needed; whoever writes many values drains it between two of them:
///
///     var writer = JSONWriter(.compact)
///     while let claim = try reader.next() {
///         claim.write(to: &writer)
///         writer.newline()
///         try writer.drain(into: sink)
///     }
///     try writer.drain(over: 0, into: sink)
///
/// The calls must make a well-formed document: a key before each value of an object, and as many ends as
/// beginnings. That is the caller's to keep, and checked in debug builds.
package struct JSONWriter: ~Copyable {
    /// How the output is laid out.
    package enum Form: Sendable {
        /// No blanks.
        case compact
        /// Two spaces for each level, one field or element a line.
        case pretty
    }

    private let form: Form
    private var storage: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// How many bytes wait to be drained.
    package private(set) var count = 0
    /// How many objects and arrays are open.
    package private(set) var depth = 0
    /// Whether something stands before the next field or element.
    var needsComma = false
    private var followsKey = false
    /// Memory for the text of a value that is made before it is copied.
    var scratch: [UInt8] = []

    /// Creates a writer with an empty buffer.
    package init(_ form: Form = .compact, capacity: Int = 64 << 10) {
        self.form = form
        self.capacity = max(capacity, 64)
        storage = .allocate(capacity: self.capacity)
    }

    deinit { storage.deallocate() }

    // MARK: - Structure

    /// Opens an object.
    package mutating func beginObject() { open(UInt8(ascii: "{")) }

    /// Closes an object.
    package mutating func endObject() { close(UInt8(ascii: "}")) }

    /// Opens an array.
    package mutating func beginArray() { open(UInt8(ascii: "[")) }

    /// Closes an array.
    package mutating func endArray() { close(UInt8(ascii: "]")) }

    /// Writes the name of the next field; ASCII letters and digits, nothing to be escaped.
    package mutating func key(_ name: StaticString) {
        let length = name.utf8CodeUnitCount
        separate(thenRoomFor: length + 4)
        let target = storage + count
        target[0] = UInt8(ascii: "\"")
        Self.copy(name.utf8Start, to: target + 1, count: length)
        target[length + 1] = UInt8(ascii: "\"")
        target[length + 2] = UInt8(ascii: ":")
        count += length + 3
        endKey()
    }

    /// Writes a name that is not known beforehand.
    package mutating func key(_ name: String) {
        separate(thenRoomFor: 0)
        appendQuoted(name)
        append(UInt8(ascii: ":"))
        endKey()
    }

    /// Ends a line between two top-level values, as NDJSON does.
    package mutating func newline() {
        assert(depth == 0 && !followsKey, "a line ends between values")
        append(UInt8(ascii: "\n"))
        needsComma = false
    }

    // MARK: - Draining

    /// Hands the waiting bytes to a sink when there are at least `limit` of them, and forgets them.
    ///
    /// - Throws: what the sink throws; the bytes then stay.
    package mutating func drain(
        over limit: Int = 32 << 10, into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void
    ) throws(X12Error) {
        guard count > 0, count >= limit else { return }
        try sink(UnsafeRawBufferPointer(start: storage, count: count))
        count = 0
    }

    /// A copy of the waiting bytes.
    package var bytes: [UInt8] { Array(UnsafeBufferPointer(start: storage, count: count)) }

    /// A copy of the waiting bytes from a place on.
    func bytes(from start: Int) -> [UInt8] {
        Array(UnsafeBufferPointer(start: storage + start, count: count - start))
    }

    /// Writes a value that this writer made earlier, at the same depth.
    mutating func made(_ value: [UInt8]) {
        beginValue(value.count)
        value.withUnsafeBufferPointer { bytes in
            if let start = bytes.baseAddress { target.update(from: start, count: bytes.count) }
        }
        advance(value.count)
    }

    /// Writes the fields of an object that was made earlier without blanks.
    mutating func fields(made object: UnsafeBufferPointer<UInt8>) {
        let fields = UnsafeBufferPointer(rebasing: object.dropFirst().dropLast())
        guard let start = fields.baseAddress, !fields.isEmpty else { return }
        beginValue(fields.count)
        target.update(from: start, count: fields.count)
        advance(fields.count)
    }

    /// Some of the waiting bytes; valid until more is written.
    func waiting(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        precondition(range.upperBound <= count, "not as many bytes are waiting")
        return UnsafeBufferPointer(start: storage + range.lowerBound, count: range.count)
    }

    /// Forgets the waiting bytes.
    mutating func removeAll() { count = 0 }

    // MARK: - Taking back

    /// A point that writing can go back to, until the bytes behind it are drained.
    struct Mark {
        fileprivate let count: Int
        fileprivate let depth: Int
        fileprivate let needsComma: Bool
    }

    /// Where writing stands, between two fields or two elements.
    var mark: Mark {
        assert(!followsKey, "a key waits for its value")
        return Mark(count: count, depth: depth, needsComma: needsComma)
    }

    /// Forgets what was written since `mark`.
    mutating func rewind(to mark: Mark) {
        assert(mark.count <= count, "the bytes behind the mark were drained")
        count = mark.count
        depth = mark.depth
        needsComma = mark.needsComma
        followsKey = false
    }

    /// Forgets the bytes behind the first `count`, which whoever wrote them keeps account of.
    @inline(__always)
    mutating func rewind(toCount count: Int) { self.count = count }

    // MARK: - For the values

    /// Makes room for a value of at most `length` bytes behind the comma and line end that it needs.
    @inline(__always)
    mutating func beginValue(_ length: Int) {
        if followsKey {
            followsKey = false
            reserve(length)
        } else {
            separate(thenRoomFor: length)
        }
        needsComma = true
    }

    /// The place for the next bytes; the caller reserved room and says with ``advance(_:)`` how many it wrote.
    var target: UnsafeMutablePointer<UInt8> {
        @inline(__always) get { storage + count }
    }

    /// Counts bytes that were written at ``target``.
    @inline(__always)
    mutating func advance(_ length: Int) {
        count &+= length
        assert(count <= capacity, "more was written than reserved")
    }

    /// Makes room for more bytes.
    @inline(__always)
    mutating func reserve(_ length: Int) {
        if capacity &- count < length { grow(by: length) }
    }

    /// Appends one byte.
    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        storage[count] = byte
        count &+= 1
    }

    // MARK: - Parts

    private mutating func open(_ bracket: UInt8) {
        beginValue(1)
        append(bracket)
        depth += 1
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        assert(depth > 0 && !followsKey, "more is closed than was opened, or a key has no value")
        depth -= 1
        if needsComma, form == .pretty { indent() }
        append(bracket)
        needsComma = true
    }

    /// Copies a few bytes, without a call as long as they are at most 32.
    @inline(__always)
    static func copy(
        _ source: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>, count: Int
    ) {
        // The first and the last bytes, which may overlap.
        if count > 16 {
            guard count <= 32 else { return target.update(from: source, count: count) }
            copyEnds(SIMD16<UInt8>.self, source, target, count)
        } else if count >= 8 {
            copyEnds(UInt64.self, source, target, count)
        } else if count >= 4 {
            copyEnds(UInt32.self, source, target, count)
        } else {
            for index in 0..<count { target[index] = source[index] }
        }
    }

    @inline(__always)
    private static func copyEnds<Word: BitwiseCopyable>(
        _ word: Word.Type, _ source: UnsafePointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>, _ count: Int
    ) {
        let from = UnsafeRawPointer(source)
        let to = UnsafeMutableRawPointer(target)
        let behind = count &- MemoryLayout<Word>.size
        let last = from.loadUnaligned(fromByteOffset: behind, as: word)
        to.storeBytes(of: from.loadUnaligned(as: word), as: word)
        to.storeBytes(of: last, toByteOffset: behind, as: word)
    }

    private mutating func endKey() {
        if form == .pretty { append(UInt8(ascii: " ")) }
        followsKey = true
    }

    @inline(__always)
    private mutating func separate(thenRoomFor length: Int) {
        assert(!followsKey, "a key follows a key")
        reserve(length + 1)
        if needsComma {
            storage[count] = UInt8(ascii: ",")
            count += 1
        }
        guard form == .pretty, depth > 0 else { return }
        indent()
        reserve(length)
    }

    private mutating func indent() {
        reserve(1 + 2 * depth)
        storage[count] = UInt8(ascii: "\n")
        (storage + count + 1).update(repeating: UInt8(ascii: " "), count: 2 * depth)
        count += 1 + 2 * depth
    }

    @inline(never)
    private mutating func grow(by length: Int) {
        let larger = max(capacity * 2, count + length)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.update(from: storage, count: count)
        storage.deallocate()
        storage = moved
        capacity = larger
    }
}
