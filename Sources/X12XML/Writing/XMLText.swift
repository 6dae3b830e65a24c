/// What XML can hold of some bytes, and how the rest is said.
///
/// XML 1.0 has no way to write most control characters, U+FFFE and U+FFFF, nor bytes that are not UTF-8. Where
/// a value has one, the whole value is written in a notation of its own, and marked: `\xHH` is a byte, `\n`,
/// `\r` and `\t` are line feed, carriage return and tabulator, `\\` is a backslash. Attributes that hold what
/// stood between or around segments are always in this notation.
enum XMLText {
    /// One character out of some bytes.
    private enum Piece {
        /// One that XML can hold, so many bytes long.
        case character(Int)
        /// A byte for which that is not so.
        case byte
    }

    /// Whether XML can hold the bytes as text.
    static func isCharacters(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            guard case .character(let length) = piece(bytes, at: index) else { return false }
            // A carriage return could be held, but not every program leaves it alone.
            if bytes[index] == 0x0D { return false }
            index += length
        }
        return true
    }

    /// The bytes in the notation.
    static func noted(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var noted: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if let letter = letter(of: byte) {
                noted += [UInt8(ascii: "\\"), letter]
                index += 1
            } else if case .character(let length) = piece(bytes, at: index) {
                noted += bytes[index..<index + length]
                index += length
            } else {
                noted += [UInt8(ascii: "\\"), UInt8(ascii: "x"), digit(byte >> 4), digit(byte & 0xF)]
                index += 1
            }
        }
        return noted
    }

    /// The bytes that a notation stands for; `nil` when it is none.
    static func bytes(noted: some Sequence<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        var rest = noted.makeIterator()
        while let byte = rest.next() {
            guard byte == UInt8(ascii: "\\") else {
                bytes.append(byte)
                continue
            }
            switch rest.next() {
            case UInt8(ascii: "\\"): bytes.append(UInt8(ascii: "\\"))
            case UInt8(ascii: "n"): bytes.append(0x0A)
            case UInt8(ascii: "r"): bytes.append(0x0D)
            case UInt8(ascii: "t"): bytes.append(0x09)
            case UInt8(ascii: "x"):
                guard let high = rest.next().flatMap(value), let low = rest.next().flatMap(value) else {
                    return nil
                }
                bytes.append(high << 4 | low)
            default: return nil
            }
        }
        return bytes
    }

    // MARK: - Pieces

    private static func letter(of byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "\\"): UInt8(ascii: "\\")
        case 0x0A: UInt8(ascii: "n")
        case 0x0D: UInt8(ascii: "r")
        case 0x09: UInt8(ascii: "t")
        default: nil
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    /// What begins at a place: a character of XML in UTF-8, of the shortest form, or a byte that is none.
    private static func piece(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Piece {
        let first = bytes[index]
        guard first >= 0x80 else {
            return first >= 0x20 || first == 0x09 || first == 0x0A || first == 0x0D ? .character(1) : .byte
        }
        let length =
            switch first {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 0
            }
        guard length > 0, index + length <= bytes.count else { return .byte }
        var scalar = UInt32(first) & (0x7F >> UInt32(length))
        for next in bytes[(index + 1)..<(index + length)] {
            guard next & 0xC0 == 0x80 else { return .byte }
            scalar = scalar << 6 | UInt32(next & 0x3F)
        }
        let isShortest = scalar >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000)
        let isHeld =
            scalar <= 0x10FFFF && !(0xD800...0xDFFF ~= scalar) && scalar != 0xFFFE && scalar != 0xFFFF
        return isShortest && isHeld ? .character(length) : .byte
    }
}
