extension Span<UInt8> {
    /// The bytes as text; bytes that are not UTF-8 show as U+FFFD, so this is for display and comparison.
    public var string: String {
        withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}
