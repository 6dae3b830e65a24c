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

    /// Packs a literal such as `"CLM"`; the compiler makes a number of it.
    @inlinable
    public init(stringLiteral value: StaticString) {
        var packed: UInt32 = 0
        var index = 0
        while index < 4, index < value.utf8CodeUnitCount {
            packed |= UInt32(value.utf8Start[index]) &<< UInt32(8 &* index)
            index &+= 1
        }
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
