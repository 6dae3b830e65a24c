/// A segment identifier, two or three characters packed into one number: `CLM`, `N3`.
///
/// Comparing identifiers compares numbers. The first character sits in the lowest byte; what is longer
/// than four characters keeps its first four and never equals an identifier of the standard.
public struct SegmentIdentifier: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The packed characters.
    public let packed: UInt32

    /// Wraps characters that are packed already.
    @inlinable
    public init(packed: UInt32) { self.packed = packed }

    /// Packs the first four characters of a text.
    public init(_ text: some StringProtocol) {
        var packed: UInt32 = 0
        for (index, byte) in text.utf8.prefix(4).enumerated() { packed |= UInt32(byte) << UInt32(8 * index) }
        self.packed = packed
    }

    /// Packs a literal such as `"CLM"`; the compiler makes a number of it, so that comparing costs nothing.
    @inlinable
    @inline(__always)
    public init(stringLiteral value: StaticString) {
        let count = value.utf8CodeUnitCount
        let characters = value.utf8Start
        var packed: UInt32 = 0
        if count > 0 { packed |= UInt32(characters[0]) }
        if count > 1 { packed |= UInt32(characters[1]) &<< 8 }
        if count > 2 { packed |= UInt32(characters[2]) &<< 16 }
        if count > 3 { packed |= UInt32(characters[3]) &<< 24 }
        self.packed = packed
    }

    /// The characters; a byte that is not printable ASCII shows as `?`.
    public var description: String {
        var text = ""
        var rest = packed
        while rest != 0 {
            let byte = UInt8(truncatingIfNeeded: rest)
            text.unicodeScalars.append((0x20..<0x7F).contains(byte) ? Unicode.Scalar(byte) : "?")
            rest >>= 8
        }
        return text
    }
}
