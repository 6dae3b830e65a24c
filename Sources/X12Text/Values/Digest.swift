/// A number made of bytes: the same bytes give the same one in every run and on every machine (FNV-1a, 64 bits).
///
/// Two contents share one by chance once in many billions. It guards against mistakes, not against anybody who wants that.
package struct Digest: Sendable {
    /// What the bytes come to so far.
    package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    private static let prime: UInt64 = 0x0000_0100_0000_01B3

    /// A digest of nothing yet.
    package init() {}

    /// Takes in a byte.
    package mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* Self.prime }

    /// Takes in bytes.
    package mutating func add(_ bytes: Span<UInt8>) { for index in bytes.indices { add(bytes[index]) } }

    /// Takes in the bytes of a text; where it ends does not count.
    package mutating func add(_ text: String) { for byte in text.utf8 { add(byte) } }

    /// Takes in a number as a whole.
    package mutating func add(_ number: UInt64) {
        for place in 0..<8 { add(UInt8(truncatingIfNeeded: number &>> UInt64(place * 8))) }
    }
}
