/// A text by its letters and digits, in 32 bits: payers change case, blanks and hyphens.
struct Digest: Hashable, Sendable {
    private var bits: UInt32 = 0

    /// The digest of nothing.
    init() {}

    init(_ text: String?) { self.init([text]) }

    init(_ texts: [String?]) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var isAny = false
        for text in texts {
            for byte in (text ?? "").utf8 {
                guard let plain = Self.plain(byte) else { continue }
                isAny = true
                hash = (hash ^ UInt64(plain)) &* 0x100_0000_01B3
            }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        if isAny { bits = max(1, UInt32(truncatingIfNeeded: hash ^ (hash >> 32))) }
    }

    /// Whether there was nothing to digest.
    var isNone: Bool { bits == 0 }

    private static func plain(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 32
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: byte
        default: nil
        }
    }
}
