/// Base64 by RFC 4648 §4, for bytes that are not UTF-8 and so cannot stand in a JSON string.
package enum Base64 {
    private static let alphabet: StaticString =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

    /// Appends the Base64 form of some bytes, padded to a multiple of four characters.
    package static func encode(_ source: UnsafeBufferPointer<UInt8>, to target: inout [UInt8]) {
        let letters = alphabet.utf8Start
        target.reserveCapacity(target.count + (source.count + 2) / 3 * 4)
        var index = 0
        while index < source.count {
            let left = source.count - index
            let first = UInt32(source[index]) << 16
            let second = left > 1 ? UInt32(source[index + 1]) << 8 : 0
            let group = first | second | (left > 2 ? UInt32(source[index + 2]) : 0)
            target.append(letters[Int(group >> 18)])
            target.append(letters[Int(group >> 12 & 63)])
            target.append(left > 1 ? letters[Int(group >> 6 & 63)] : UInt8(ascii: "="))
            target.append(left > 2 ? letters[Int(group & 63)] : UInt8(ascii: "="))
            index += 3
        }
    }

    /// The bytes that a Base64 text stands for.
    ///
    /// - Returns: `nil` unless the text is what ``encode(_:to:)`` writes: padded, without blanks, and with no
    ///   bits left over, so that each value has one spelling.
    package static func decode(_ text: some StringProtocol) -> [UInt8]? {
        let characters = Array(text.utf8)
        guard characters.count.isMultiple(of: 4) else { return nil }
        let padding = characters.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
        var bytes: [UInt8] = []
        bytes.reserveCapacity(characters.count / 4 * 3)
        var group: UInt32 = 0
        var bits = 0
        for character in characters.dropLast(padding) {
            guard let value = value(of: character) else { return nil }
            group = group << 6 | value
            bits += 6
            guard bits >= 8 else { continue }
            bits -= 8
            bytes.append(UInt8(truncatingIfNeeded: group >> UInt32(bits)))
            group &= (1 << UInt32(bits)) - 1
        }
        return group == 0 ? bytes : nil
    }

    private static func value(of character: UInt8) -> UInt32? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
