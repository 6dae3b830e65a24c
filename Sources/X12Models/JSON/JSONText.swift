/// Strings of JSON, and paths that lead to a value.
enum JSONText {
    /// The text of a scanned string, its escapes resolved.
    static func resolved(_ raw: UnsafeBufferPointer<UInt8>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.count)
        var index = 0
        while index < raw.count {
            guard raw[index] == UInt8(ascii: "\\"), index + 1 < raw.count else {
                bytes.append(raw[index])
                index += 1
                continue
            }
            let letter = raw[index + 1]
            index += 2
            switch letter {
            case UInt8(ascii: "b"): bytes.append(0x08)
            case UInt8(ascii: "f"): bytes.append(0x0C)
            case UInt8(ascii: "n"): bytes.append(0x0A)
            case UInt8(ascii: "r"): bytes.append(0x0D)
            case UInt8(ascii: "t"): bytes.append(0x09)
            case UInt8(ascii: "u"):
                var code = unit(raw, at: index)
                index += 4
                if code & 0xFC00 == 0xD800 {
                    code = 0x10000 + (code & 0x3FF) << 10 + unit(raw, at: index + 2) & 0x3FF
                    index += 6
                }
                // The scanner has refused surrogates that stand alone.
                let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
                bytes.append(contentsOf: String(scalar).utf8)
            default: bytes.append(letter)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends `.name` to a path; a key that is not one of our names is not told, for it may be anybody's.
    static func appendField(_ name: String, to path: inout String) {
        let isPlain =
            !name.isEmpty && name.utf8.count <= 64
            && name.utf8.allSatisfy { byte in
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
                    || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
            }
        if !path.isEmpty { path += "." }
        path += isPlain ? name : "?"
    }

    private static func unit(_ raw: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32 {
        var unit: UInt32 = 0
        for digit in raw[index..<min(index + 4, raw.count)] {
            unit = unit << 4 | (JSONScanner.hexadecimal(digit) ?? 0)
        }
        return unit
    }
}
