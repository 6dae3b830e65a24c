/// What an input is that is not what was expected, as far as its first bytes tell.
package enum ForeignInput {
    /// Why no interchange was found, in words.
    static func words(for bytes: UnsafeRawBufferPointer) -> String {
        if bytes.isEmpty { return "the input is empty" }
        let reason = "no interchange header (ISA) found"
        guard let kind = kind(of: bytes) ?? oddEnvelope(bytes) else { return reason }
        return "\(reason): \(kind)"
    }

    /// What kind of file it is: packed, a page, JSON, XML; `nil` where it may be plain text.
    package static func kind(of bytes: UnsafeRawBufferPointer) -> String? {
        for (signature, words) in signatures where bytes.starts(with: signature) { return words }
        let text = text(bytes)
        switch text.first {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            // Where X12 is read, a document of ours is one step away.
            let isOurs = holds(text, "\"schemaVersion\"") || holds(text, "\"objectType\"")
            return isOurs
                ? "this is JSON of x12 convert, and x12 convert --to x12 reads it" : "it begins as JSON does"
        case UInt8(ascii: "<"):
            if holds(text, "<x12") { return "this is XML of x12 convert, and x12 convert --to x12 reads it" }
            return holds(text, "<html")
                ? "this is a web page (HTML); save the file that it offers" : "it begins as XML does"
        default: return nil
        }
    }

    private static let signatures: [(bytes: [UInt8], words: String)] = [
        ([0xFF, 0xFE], "this is text of two bytes a character (UTF-16); save it as ASCII or UTF-8"),
        ([0xFE, 0xFF], "this is text of two bytes a character (UTF-16); save it as ASCII or UTF-8"),
        ([0x1F, 0x8B], "this is packed with gzip; unpack it first"),
        (
            [0x50, 0x4B, 0x03, 0x04],
            "this is a ZIP archive or a workbook (XLSX); unpack it, or save it as text, first"
        ),
        ([0xD0, 0xCF, 0x11, 0xE0], "this is a document of an office program; save it as text first"),
        (Array("%PDF".utf8), "this is a PDF; ask for the file behind it"),
    ]

    /// What is odd about bytes that were to begin with an ISA.
    private static func oddEnvelope(_ bytes: UnsafeRawBufferPointer) -> String? {
        let first = String(decoding: text(bytes).prefix(3), as: UTF8.self)
        if first == "ISA" {
            return "it begins with ISA, but the 16 elements of a header and a terminator do not follow"
        }
        if first.uppercased() == "ISA" { return "identifiers are sent in capitals" }
        let isEnvelope = first.hasPrefix("GS") || first.hasPrefix("ST")
        guard isEnvelope, let separator = first.last, !separator.isLetter, !separator.isNumber else {
            return nil
        }
        return "it begins with \(first.dropLast()): the header of the interchange (ISA) before it is missing"
    }

    /// The bytes behind a byte-order mark and blanks.
    private static func text(_ bytes: UnsafeRawBufferPointer) -> Slice<UnsafeRawBufferPointer> {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        return (bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]).drop { $0 <= 0x20 }
    }

    /// Whether a word stands near the beginning, in letters of any case.
    private static func holds(_ text: Slice<UnsafeRawBufferPointer>, _ word: String) -> Bool {
        String(decoding: text.prefix(1024), as: UTF8.self).lowercased().contains(word.lowercased())
    }
}
