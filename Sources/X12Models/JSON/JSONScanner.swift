/// Why scanning stopped.
enum JSONFault: Error {
    /// The bytes at hand end before the value does, and more may come.
    case incomplete
    /// The bytes are not JSON from the offset on.
    case malformed(at: Int, StaticString)
    /// The object or array at the offset stands in too many others.
    case tooDeep(at: Int)
    /// More keys and values than are held at once come before the offset.
    case tooMany(at: Int)
}

/// Recognises the tokens of RFC 8259 in bytes that lie in one piece.
struct JSONScanner {
    let base: UnsafePointer<UInt8>
    let count: Int
    /// Whether no bytes can follow.
    let isFinal: Bool

    /// A string's extent, without its quotes.
    struct Text {
        let start: Int
        let end: Int
        let hasEscapes: Bool
    }

    /// What the end of the bytes means at a place where more is needed.
    func fault(atEnd reason: StaticString) -> JSONFault {
        isFinal ? .malformed(at: count, reason) : .incomplete
    }

    // MARK: - Strings

    /// The high bit of each byte that is a quote, a backslash or a control character.
    ///
    /// Exact up to and at the first such byte; behind it a borrow can mark a byte too much.
    @inline(__always)
    static func marks(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quote = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
        let backslash = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
        let hits =
            ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | ((word &- ones &* 0x20) & ~word)
        return hits & (ones &* 0x80)
    }

    /// The extent of the string whose opening quote is at `quote`.
    @inline(__always)
    func string(at quote: Int) throws(JSONFault) -> Text {
        let start = quote + 1
        var index = start
        var hasEscapes = false
        var highBits: UInt64 = 0
        while true {
            while count - index >= 8 {
                let word = UInt64(
                    littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
                let marks = Self.marks(word)
                guard marks != 0 else {
                    highBits |= word
                    index += 8
                    continue
                }
                let plain = marks.trailingZeroBitCount >> 3
                // The bytes before the first mark, if there are any, are part of the string.
                if plain > 0 { highBits |= word << UInt64(64 - 8 * plain) }
                index += plain
                break
            }
            guard index < count else { throw fault(atEnd: "a string is not closed") }
            let byte = base[index]
            switch byte {
            case UInt8(ascii: "\""):
                if highBits & 0x8080_8080_8080_8080 != 0 {
                    guard Self.isUTF8(UnsafeBufferPointer(start: base + start, count: index - start)) else {
                        throw .malformed(at: start, "a string is not UTF-8")
                    }
                }
                return Text(start: start, end: index, hasEscapes: hasEscapes)
            case UInt8(ascii: "\\"):
                hasEscapes = true
                index = try escape(at: index)
            case 0..<0x20:
                throw .malformed(at: index, "a control character stands in a string without being escaped")
            default:
                highBits |= UInt64(byte)
                index += 1
            }
        }
    }

    /// The offset behind the escape at `index`; a high surrogate takes its low one along.
    private func escape(at index: Int) throws(JSONFault) -> Int {
        guard index + 1 < count else { throw fault(atEnd: "a string is not closed") }
        switch base[index + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return index + 2
        case UInt8(ascii: "u"):
            let unit = try codeUnit(at: index)
            guard unit & 0xF800 == 0xD800 else { return index + 6 }
            let low = index + 6
            guard unit < 0xDC00 else { throw .malformed(at: index, "a surrogate stands alone") }
            for (offset, byte) in [UInt8(ascii: "\\"), UInt8(ascii: "u")].enumerated() {
                guard low + offset < count else { throw fault(atEnd: "a string is not closed") }
                guard base[low + offset] == byte else {
                    throw .malformed(at: index, "a surrogate stands alone")
                }
            }
            guard try codeUnit(at: low) & 0xFC00 == 0xDC00 else {
                throw .malformed(at: index, "a surrogate stands alone")
            }
            return low + 6
        default:
            throw .malformed(at: index, "no such escape")
        }
    }

    private func codeUnit(at index: Int) throws(JSONFault) -> UInt32 {
        var unit: UInt32 = 0
        for digit in index + 2..<index + 6 {
            guard digit < count else { throw fault(atEnd: "a string is not closed") }
            guard let value = Self.hexadecimal(base[digit]) else {
                throw .malformed(at: index, "an escape needs four hexadecimal digits")
            }
            unit = unit << 4 | value
        }
        return unit
    }

    static func hexadecimal(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
        default: nil
        }
    }

    /// Whether bytes are well-formed UTF-8.
    static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
    }

    // MARK: - Numbers and words

    /// The offset behind the number that starts at `start`.
    func number(at start: Int) throws(JSONFault) -> Int {
        var index = start
        if base[index] == UInt8(ascii: "-") { index += 1 }
        let whole = index
        index = try digits(from: index)
        if index > whole + 1, base[whole] == UInt8(ascii: "0") {
            throw .malformed(at: whole, "a number starts with a superfluous zero")
        }
        if index < count, base[index] == UInt8(ascii: ".") { index = try digits(from: index + 1) }
        if index < count, base[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < count, base[index] == UInt8(ascii: "+") || base[index] == UInt8(ascii: "-") {
                index += 1
            }
            index = try digits(from: index)
        }
        // At the end of what is at hand nobody knows whether the number goes on.
        guard index < count || isFinal else { throw .incomplete }
        return index
    }

    private func digits(from start: Int) throws(JSONFault) -> Int {
        var index = start
        while index < count, base[index] &- UInt8(ascii: "0") <= 9 { index += 1 }
        guard index > start else {
            guard index < count else { throw fault(atEnd: "a number lacks digits") }
            throw .malformed(at: index, "a number lacks digits")
        }
        return index
    }

    /// The offset behind `word`, which must stand at `start`.
    func word(_ word: StaticString, at start: Int) throws(JSONFault) -> Int {
        for offset in 0..<word.utf8CodeUnitCount {
            guard start + offset < count else { throw fault(atEnd: "a word is cut off") }
            guard base[start + offset] == word.utf8Start[offset] else {
                throw .malformed(at: start, "neither a value nor the end is here")
            }
        }
        return start + word.utf8CodeUnitCount
    }
}
