/// What an input is that holds no interchange, as far as its first bytes tell.
enum ForeignInput {
    /// Why no interchange was found, in words.
    static func words(for bytes: UnsafeRawBufferPointer) -> String {
        if bytes.isEmpty { return "the input is empty" }
        let reason = "no interchange header (ISA) found"
        guard let kind = kind(of: bytes) else { return reason }
        return "\(reason): \(kind)"
    }

    private static func kind(of bytes: UnsafeRawBufferPointer) -> String? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return "this is text of two bytes a character (UTF-16); save it as ASCII or UTF-8"
        }
        if bytes.starts(with: [0x1F, 0x8B]) { return "this is packed with gzip; unpack it first" }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "this is a ZIP archive; unpack it first" }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = (bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]).drop { $0 <= 0x20 }
        switch text.first {
        case UInt8(ascii: "{"), UInt8(ascii: "["): return "it begins as JSON does"
        case UInt8(ascii: "<"): return "it begins as XML or HTML does"
        default: break
        }
        let first = String(decoding: text.prefix(3), as: UTF8.self)
        if first == "ISA" {
            return "it begins with ISA, but the 16 elements of a header and a terminator do not follow"
        }
        if first.uppercased() == "ISA" { return "identifiers are sent in capitals" }
        let isEnvelope = first.hasPrefix("GS") || first.hasPrefix("ST")
        guard isEnvelope, let separator = first.last, !separator.isLetter, !separator.isNumber else {
            return nil
        }
        return "it begins with \(first.dropLast()), so that what stands around that is missing"
    }
}
