/// How an ISA at some place is laid out, found out from its bytes alone.
///
/// An ISA has a fixed layout of 106 bytes, terminator included. Some senders lose its padding; such a header
/// is split on its own separator instead, and said to be so.
struct InterchangeHeaderShape: Equatable {
    /// The characters it declares.
    let delimiters: Delimiters
    /// Whether its separators stand where the fixed layout puts them.
    let isFixed: Bool

    /// What a look at some bytes came to.
    enum Look: Equatable {
        /// A header.
        case header(InterchangeHeaderShape)
        /// Not a header.
        case other
        /// The bytes end before this can be told.
        case unsure
    }

    /// Where the separators of the fixed layout stand.
    private static let fixedOffsets = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103]
    /// The most bytes a header whose layout is lost may take.
    private static let largest = 240

    /// Looks whether a header begins at the first of these bytes.
    static func look(at bytes: UnsafeBufferPointer<UInt8>) -> Look {
        let letters: [UInt8] = [UInt8(ascii: "I"), UInt8(ascii: "S"), UInt8(ascii: "A")]
        for (index, letter) in letters.enumerated() {
            guard index < bytes.count else { return .unsure }
            guard bytes[index] == letter else { return .other }
        }
        guard bytes.count > 3 else { return .unsure }
        let separator = bytes[3]
        guard canDelimit(separator) else { return .other }

        var separators: [Int] = []
        var index = 3
        while separators.count < 16 {
            guard index < largest else { return .other }
            guard index < bytes.count else { return .unsure }
            let byte = bytes[index]
            if byte == separator {
                separators.append(index)
            } else if byte == 0x0A || byte == 0x0D {
                return .other
            }
            index += 1
        }
        guard index + 1 < bytes.count else { return .unsure }
        let delimiters = Delimiters(
            element: separator, component: bytes[index],
            repetition: repetition(bytes, separators), segment: bytes[index + 1])
        guard canDelimit(delimiters.component) || delimiters.component == UInt8(ascii: " "),
            canTerminate(delimiters.segment), delimiters.component != separator,
            delimiters.segment != separator, delimiters.segment != delimiters.component
        else { return .other }
        return .header(
            InterchangeHeaderShape(delimiters: delimiters, isFixed: separators == fixedOffsets))
    }

    /// ISA11, where the version makes it a separator and it can be one.
    private static func repetition(_ bytes: UnsafeBufferPointer<UInt8>, _ separators: [Int]) -> UInt8? {
        guard separators[11] - separators[10] == 2 else { return nil }
        let byte = bytes[separators[10] + 1]
        let version = String(decoding: bytes[separators[11] + 1..<separators[12]], as: UTF8.self)
        return canDelimit(byte) && version > "00401" ? byte : nil
    }

    private static func canDelimit(_ byte: UInt8) -> Bool {
        canTerminate(byte) && byte != 0x0A && byte != 0x0D
    }

    private static func canTerminate(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), 0:
            false
        default: true
        }
    }
}
