internal import X12Text

/// A text by its letters and digits, in 32 bits: payers change case, blanks and hyphens.
struct PlainDigest: Hashable, Sendable {
    private var bits: UInt32 = 0

    /// The digest of nothing.
    init() {}

    init(_ text: String?) { self.init([text]) }

    init(_ texts: [String?]) {
        var digest = Digest()
        var isAny = false
        for text in texts {
            for byte in (text ?? "").utf8 {
                guard let plain = Self.plain(byte) else { continue }
                isAny = true
                digest.add(plain)
            }
            // Ends a text: two of them are not one.
            digest.add(0xFF as UInt8)
        }
        if isAny { bits = max(1, UInt32(truncatingIfNeeded: digest.value ^ (digest.value >> 32))) }
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
