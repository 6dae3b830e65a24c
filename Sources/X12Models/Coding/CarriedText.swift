/// Bytes kept as they were received. Most are text; those that are not UTF-8 are kept all the same, and show
/// in JSON as base64.
public struct CarriedText: Sendable, Equatable {
    /// The bytes.
    public var bytes: [UInt8]

    /// Keeps bytes.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Keeps a text's bytes.
    public init(_ text: String) { bytes = Array(text.utf8) }

    /// The text; `nil` when the bytes are not UTF-8.
    public var text: String? { String(validating: bytes, as: UTF8.self) }
}
