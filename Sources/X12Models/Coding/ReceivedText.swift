internal import X12Text

/// Text as it was received: UTF-8, or else Windows-1252, in which practice systems and payers write `MUÑOZ`.
///
/// No element says which of the two a sender writes. Bytes above ASCII that are UTF-8 by chance are rare, so each value that is
/// not UTF-8 is taken for Windows-1252, by itself. The bytes are carried beside it, and come back out as long as they are
/// still read as the value (<doc:0030-text-that-is-not-utf-8>).
package enum ReceivedText {
    /// The characters of the bytes from 0x80 to 0x9F. Where Windows-1252 has none it is the control character of that number, as
    /// WHATWG's encoding standard has it, so that each byte has a character of its own.
    private static let characters: [UInt16] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
        0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
    ]

    /// The text of bytes that are not UTF-8.
    static func windows1252(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            let isOther = 0x80...0x9F ~= byte
            text.append(isOther ? scalar(characters[Int(byte) - 0x80]) : Unicode.Scalar(byte))
        }
        return String(text)
    }

    /// A separator as text: a byte above ASCII is no UTF-8, and is the character of Windows-1252.
    static func separator(_ byte: UInt8) -> String {
        withUnsafePointer(to: byte) { byte in
            let bytes = UnsafeBufferPointer(start: byte, count: 1)
            return byte.pointee < 0x80 ? String(decoding: bytes, as: UTF8.self) : windows1252(bytes)
        }
    }

    /// The byte that a separator as text stands for; `nil` where no byte is read as its first character.
    package static func separator(of text: String) -> UInt8? {
        guard let number = text.unicodeScalars.first?.value else { return nil }
        if number < 0x80 || 0xA0...0xFF ~= number { return UInt8(number) }
        return characters.firstIndex { UInt32($0) == number }.map { UInt8(0x80 + $0) }
    }

    /// The UTF-8 of the text that bytes are read as.
    static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        guard String(validating: bytes, as: UTF8.self) == nil else { return bytes }
        return bytes.withUnsafeBufferPointer { Array(windows1252($0).utf8) }
    }

    private static func scalar(_ number: UInt16) -> Unicode.Scalar { Unicode.Scalar(number) ?? "\u{FFFD}" }
}

extension Delimiters {
    /// Whether none of them is a byte that text in UTF-8 may hold in the midst of a character.
    var areASCII: Bool { element | component | segment | (repetition ?? 0) < 0x80 }
}
