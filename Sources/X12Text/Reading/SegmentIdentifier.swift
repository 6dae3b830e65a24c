/// A segment identifier, two or three characters packed into one number: `CLM`, `N3`.
///
/// Comparing identifiers compares numbers. The first character sits in the lowest byte; what is longer
/// than four characters keeps its first four and never equals an identifier of the standard. No more does one with a NUL in
/// it, which has its top bit set here: it would pass for a character that is not there.
public struct SegmentIdentifier: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The packed characters.
    public let packed: UInt32

    /// Wraps characters that are packed already.
    @inlinable
    public init(packed: UInt32) { self.packed = packed }

    /// Packs the bytes of an identifier, of which four may be read however many it has.
    @inlinable
    @inline(__always)
    package init(_ text: UnsafePointer<UInt8>, count: Int) {
        let word = UnsafeRawPointer(text).loadUnaligned(as: UInt32.self).littleEndian
        // Two or three bytes, in no order that could be foreseen: a mask costs less than a branch.
        let bits = UInt64(truncatingIfNeeded: min(count, 4)) &* 8
        let mask = UInt32(truncatingIfNeeded: (1 &<< bits) &- 1)
        let others = word | ~mask
        packed = word & mask | (others &- 0x0101_0101) & ~others & 0x8080_8080
    }

    /// Packs the first four characters of a text.
    public init(_ text: some StringProtocol) { self.init(String(text)) }

    /// Packs the first four characters of a text.
    ///
    /// Guides and dictionary are made of thousands of these when a program begins: generic code, which has to look up
    /// at run time how it is done, took a tenth of the time to check a small file.
    public init(_ text: String) {
        var packed: UInt32 = 0
        var shift: UInt32 = 0
        for byte in text.utf8 where shift < 32 {
            packed |= UInt32(byte == 0 ? 0x80 : byte) << shift
            shift += 8
        }
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

    /// The identifier in capitals and without blanks behind it.
    package var inCapitals: SegmentIdentifier {
        var capitals: UInt32 = 0
        for shift in stride(from: UInt32(0), to: 32, by: 8) {
            let byte = UInt8(truncatingIfNeeded: packed >> shift)
            if byte == 0x20, packed >> shift == 0x20 { break }
            capitals |= UInt32(0x61...0x7A ~= byte ? byte - 0x20 : byte) << shift
        }
        return SegmentIdentifier(packed: capitals)
    }

    /// Whether two identifiers differ by one character at most, small letters and capitals being alike.
    package func isAlike(_ other: SegmentIdentifier) -> Bool {
        var left = Array(inCapitals.description.utf8)
        var right = Array(other.inCapitals.description.utf8)
        if left.count > right.count { swap(&left, &right) }
        guard right.count - left.count <= 1 else { return false }
        let start = zip(left, right).prefix { $0 == $1 }.count
        let rest = left.count == right.count ? left.dropFirst(start + 1) : left.dropFirst(start)
        return rest.elementsEqual(right.dropFirst(start + 1))
    }
}
