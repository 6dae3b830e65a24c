/// The text of a JSON string as UTF-8.
enum JSONStringText {
    /// Reads on from behind the opening quote to behind the closing one.
    static func read(_ json: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> [UInt8] {
        var text: [UInt8] = []
        while index < json.count, json[index] != UInt8(ascii: "\"") {
            guard json[index] == UInt8(ascii: "\\") else {
                text.append(json[index])
                index += 1
                continue
            }
            escape(json, &index, &text)
        }
        index += 1
        return text
    }

    private static func escape(
        _ json: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ text: inout [UInt8]
    ) {
        let letter = json[index + 1]
        index += 2
        switch letter {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "u"):
            let unit = hexadecimal(json, &index)
            var scalar = UInt32(unit)
            if 0xD800...0xDBFF ~= unit, index + 1 < json.count, json[index + 1] == UInt8(ascii: "u") {
                index += 2
                scalar = 0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(hexadecimal(json, &index)) & 0x3FF
            }
            if let character = Unicode.Scalar(scalar) {
                text += UTF8.encode(character).map { Array($0) } ?? []
            }
        default: text.append(letter)
        }
    }

    private static func hexadecimal(_ json: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 where index < json.count {
            let digit = json[index]
            value = value << 4 | UInt16(digit <= UInt8(ascii: "9") ? digit & 0xF : (digit & 0xF) + 9)
            index += 1
        }
        return value
    }
}
