/// One JSON object on one line, written field by field; what says nothing leaves no field.
struct JSONLine: ~Copyable {
    private var bytes: [UInt8]
    private var isEmpty = true

    /// Opens an object behind what is there, which is taken, not copied, until the object is closed.
    init(taking taken: inout [UInt8]) {
        bytes = []
        swap(&bytes, &taken)
        self.bytes.append(UInt8(ascii: "{"))
    }

    /// Gives the bytes back with the object closed and its line ended.
    consuming func closed() -> [UInt8] {
        bytes.append(UInt8(ascii: "}"))
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    /// A text, unless it is empty.
    mutating func text(_ name: String, _ value: String) {
        guard !value.isEmpty else { return }
        key(name)
        append(quoted: value)
    }

    /// A number, unless it is 0.
    mutating func number(_ name: String, _ value: Int) {
        if value != 0 { count(name, value) }
    }

    /// A number, also 0.
    mutating func count(_ name: String, _ value: Int) {
        key(name)
        bytes.append(contentsOf: String(value).utf8)
    }

    /// An array of texts, unless it is empty.
    mutating func texts(_ name: String, _ values: [String]) {
        guard !values.isEmpty else { return }
        key(name)
        bytes.append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(quoted: value)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// An object of texts, unless it is empty.
    mutating func object(_ name: String, _ fields: [(String, String)]) {
        guard !fields.isEmpty else { return }
        open(name)
        for field in fields { text(field.0, field.1) }
        close()
    }

    /// An object of numbers.
    mutating func counts(_ name: String, _ fields: [(String, Int)]) {
        open(name)
        for field in fields { count(field.0, field.1) }
        close()
    }

    // MARK: - Bytes

    private mutating func open(_ name: String) {
        key(name)
        bytes.append(UInt8(ascii: "{"))
        isEmpty = true
    }

    private mutating func close() {
        bytes.append(UInt8(ascii: "}"))
        isEmpty = false
    }

    private mutating func key(_ name: String) {
        if !isEmpty { bytes.append(UInt8(ascii: ",")) }
        isEmpty = false
        append(quoted: name)
        bytes.append(UInt8(ascii: ":"))
    }

    /// Writes a string by RFC 8259 §7, and DEL and the C1 controls escaped too, which terminals obey.
    private mutating func append(quoted text: String) {
        let hex = Array("0123456789abcdef".utf8)
        bytes.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(truncatingIfNeeded: scalar.value)])
            case "\n": bytes.append(contentsOf: "\\n".utf8)
            case "\r": bytes.append(contentsOf: "\\r".utf8)
            case "\t": bytes.append(contentsOf: "\\t".utf8)
            case "\0"..<" ", "\u{7F}"..."\u{9F}":
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(hex[Int(scalar.value >> 4)])
                bytes.append(hex[Int(scalar.value & 0xF)])
            default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
