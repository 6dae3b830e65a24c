/// The parts of a value between separators: one more than there are separators.
struct Parts: Sequence, IteratorProtocol {
    private let value: UnsafeBufferPointer<UInt8>
    private let separator: UInt8
    private var start = 0

    init(_ value: UnsafeBufferPointer<UInt8>, _ separator: UInt8) {
        self.value = value
        self.separator = separator
    }

    mutating func next() -> UnsafeBufferPointer<UInt8>? {
        guard start <= value.count else { return nil }
        var end = start
        while end < value.count, value[end] != separator { end += 1 }
        defer { start = end + 1 }
        return UnsafeBufferPointer(start: value.baseAddress.map { $0 + start }, count: end - start)
    }

    /// Whether a part stands at its value's end.
    static func isLast(_ part: UnsafeBufferPointer<UInt8>, of value: UnsafeBufferPointer<UInt8>) -> Bool {
        part.baseAddress.map { $0 + part.count } == value.baseAddress.map { $0 + value.count }
    }
}
