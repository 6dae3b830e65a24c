internal import X12Text

/// Texts of up to 15 ASCII characters, made and looked into as the standard library keeps them: in the two words of a
/// `String` itself.
///
///     "REF"   52 45 46 00 00 00 00 00   00 00 00 00 00 00 00 E3      the bytes, then 0xE0 and their number
///
/// Nearly all values of X12 are so short. `String(decoding:as:)` takes three times as long for them as to set the two
/// words down, and most of the time of models is spent there. The layout is that of 64-bit platforms; that it holds is
/// seen when a program first asks (``isKnown``), and where it does not, texts are made the usual way.
enum ShortText {
    /// The most characters.
    static let maximumCount = 15

    /// Whether the standard library keeps short texts as this type believes.
    static let isKnown: Bool = {
        guard MemoryLayout<String>.size == 16, UInt64(1).littleEndian == 1 else { return false }
        let longest: [UInt8] = Array("ABCDEFGHIJKLMNO".utf8) + [0]
        return (0...maximumCount).allSatisfy { count in
            longest.withUnsafeBufferPointer { bytes in
                let text = String(decoding: bytes.prefix(count), as: UTF8.self)
                guard let start = bytes.baseAddress, let made = make(start, count) else { return false }
                let (left, right) = (words(made), words(text))
                return left == right && made == text
            }
        }
    }()

    /// A text of `count` bytes, of which there are 16 to be read; `nil` when they are too many or not all ASCII.
    ///
    /// Only where ``isKnown`` says so.
    @inline(__always)
    static func make(_ start: UnsafePointer<UInt8>, _ count: Int) -> String? {
        guard count <= 15 else { return nil }
        let source = UnsafeRawPointer(start)
        let lowBits = UInt64(truncatingIfNeeded: min(count, 8)) &* 8
        let highBits = UInt64(truncatingIfNeeded: max(count, 8)) &* 8 &- 64
        // No shift is by 64, which would be none.
        let low = source.loadUnaligned(as: UInt64.self) & (count >= 8 ? ~0 : (1 &<< lowBits) &- 1)
        let high = source.loadUnaligned(fromByteOffset: 8, as: UInt64.self) & ((1 &<< highBits) &- 1)
        guard (low | high) & 0x8080_8080_8080_8080 == 0 else { return nil }
        let last = (0xE0 | UInt64(truncatingIfNeeded: count)) &<< 56
        return unsafeBitCast((low, high | last), to: String.self)
    }

    /// A whole number as text, quicker than `String(number)` as long as it is short.
    static func number(_ number: Int) -> String {
        guard isKnown, let decimal = ExactDecimal(exactly: number) else { return String(number) }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { room in
            guard let start = room.baseAddress else { return String(number) }
            return make(start, decimal.write(to: start)) ?? String(number)
        }
    }

    /// The two words of a text.
    @inline(__always)
    static func words(_ text: String) -> (low: UInt64, high: UInt64) {
        unsafeBitCast(text, to: (UInt64, UInt64).self)
    }

    /// How many bytes a text has whose second word is this; -1 when it is not short or not ASCII.
    ///
    /// Only where ``isKnown`` says so.
    @inline(__always)
    static func count(_ high: UInt64) -> Int {
        high &>> 60 == 0xE ? Int(truncatingIfNeeded: high &>> 56 & 0xF) : -1
    }
}
