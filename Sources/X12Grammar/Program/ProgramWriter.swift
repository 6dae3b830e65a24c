/// Writes a program: a pool of texts, a line each, then numbers, all in printable 7-bit characters.
///
/// A number is a run of base-32 digits, the highest first: `P` to `o` say that another digit follows, `0`
/// to `O` end the number. A text is written once however often it is used; outside of 0x20 to 0x7E, and for
/// the quotation mark and the backslash, its bytes are written as a backslash and two hexadecimal digits, so
/// that a program can stand between the quotation marks of a raw Swift literal.
struct ProgramWriter {
    private var places: [String: Int] = [:]
    private var pool: [String] = []
    private var digits: [UInt8] = []

    /// Adds a number, which is 0 or more.
    mutating func write(_ number: Int) {
        precondition(number >= 0, "programs hold no negative numbers")
        var shift = 0
        while number >> (shift + 5) != 0 { shift += 5 }
        while shift > 0 {
            digits.append(0x50 + UInt8(number >> shift & 31))
            shift -= 5
        }
        digits.append(0x30 + UInt8(number & 31))
    }

    /// Adds a text.
    mutating func write(_ text: String) {
        if let place = places[text] { return write(place) }
        places[text] = pool.count
        write(pool.count)
        pool.append(text)
    }

    /// Adds a limit; `Int.max` stands for "no limit".
    mutating func write(limit: Int) { write(limit == .max ? 0 : limit) }

    /// Adds a range of indices.
    mutating func write(_ range: Range<Int>) {
        write(range.lowerBound)
        write(range.count)
    }

    /// Adds a list: how many, then each.
    mutating func write<Element>(_ list: [Element], each: (inout ProgramWriter, Element) -> Void) {
        write(list.count)
        for element in list { each(&self, element) }
    }

    /// The finished program.
    ///
    /// - Parameter kind: the first word of the program, which its reader asks for.
    func program(_ kind: String) -> String {
        var text = "\(kind)\n\(pool.count)\n"
        for entry in pool { text += Self.escaped(entry) + "\n" }
        for start in stride(from: 0, to: digits.count, by: 100) {
            text += String(decoding: digits[start..<min(start + 100, digits.count)], as: UTF8.self) + "\n"
        }
        return text
    }

    private static func escaped(_ text: String) -> String {
        let hexadecimal = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if (0x20...0x7E).contains(byte), byte != UInt8(ascii: "\\"), byte != UInt8(ascii: "\"") {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "\\"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
