/// Up to eight characters looked at as one number: whether they are digits, and where a point stands.
struct ShortDigits {
    /// The characters, the last one in the highest byte, zeros before the first, a point turned into a zero.
    private let word: UInt64
    /// The high bit of the byte where a point stands; more than one bit set is more than one point.
    private let points: UInt64

    private static let zeros: UInt64 = 0x3030_3030_3030_3030
    private static let tens: UInt64 = 0xF0F0_F0F0_F0F0_F0F0

    /// Loads characters, 1 to 8; eight bytes are readable.
    @inline(__always)
    init(_ value: UnsafePointer<UInt8>, _ length: Int) {
        let loaded = UnsafeRawPointer(value).loadUnaligned(as: UInt64.self).littleEndian
        let bits = UInt64(truncatingIfNeeded: 8 &* length)
        let right = loaded &<< (64 &- bits) | (Self.zeros &>> (bits &- 8)) &>> 8
        let other = right ^ 0x2E2E_2E2E_2E2E_2E2E
        points = (other &- 0x0101_0101_0101_0101) & ~other & 0x8080_8080_8080_8080
        word = right ^ (points &>> 7) &* 0x1E
    }

    /// Whether all characters are digits, but for one point at most.
    @inline(__always)
    var areDigits: Bool {
        let low = word & Self.tens ^ Self.zeros
        let high = (word &+ 0x0606_0606_0606_0606) & Self.tens ^ Self.zeros
        return low | high | points & (points &- 1) == 0
    }

    /// How many characters stand from the point on; 0 without a point.
    @inline(__always)
    var tail: Int { 8 &- points.trailingZeroBitCount &>> 3 }

    /// Whether a point is there.
    @inline(__always)
    var hasPoint: Bool { points != 0 }
}
