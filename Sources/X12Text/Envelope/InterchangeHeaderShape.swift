internal import X12Diagnostics

/// How an ISA at some place is laid out, found out from its bytes alone.
///
/// An ISA has a fixed layout of 106 bytes, terminator included. Some senders lose its padding; such a header
/// is split on its own separator instead, and said to be so. Some transports break all lines at 80 columns,
/// the ISA too; such a header is one only if taking the line ends out leaves the fixed layout.
struct InterchangeHeaderShape: Equatable {
    /// The characters it declares.
    let delimiters: Delimiters
    /// The first element whose width is not that of the fixed layout; `nil` where all are as they should be.
    let oddElement: OddElement?

    /// An element of the ISA with another width than it must have.
    struct OddElement: Equatable {
        /// From 1.
        let position: Int
        let width: Int
        let fixedWidth: Int

        var words: String {
            "ISA\(String(position, digits: 2)) has \(width) characters, must have \(fixedWidth)"
        }
    }

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
    /// The bytes of the fixed layout, terminator left out.
    private static let fixedCount = 105
    /// The most bytes a header whose layout is lost may take.
    private static let largest = 240
    /// The most bytes of a header that is broken over lines.
    private static let largestBroken = largest + 64

    /// Looks whether a header begins at the first of these bytes.
    static func look(at bytes: UnsafeBufferPointer<UInt8>) -> Look {
        let letters: [UInt8] = [UInt8(ascii: "I"), UInt8(ascii: "S"), UInt8(ascii: "A")]
        var read = 0
        for letter in letters {
            while read > 0, read < min(bytes.count, largestBroken), isLineEnd(bytes[read]) { read += 1 }
            guard read < bytes.count else { return .unsure }
            guard bytes[read] == letter else { return .other }
            read += 1
        }
        let look = lookUnbroken(bytes)
        return look == .other ? lookBroken(bytes) : look
    }

    private static func lookUnbroken(_ bytes: UnsafeBufferPointer<UInt8>) -> Look {
        guard bytes.count > 3 else { return .unsure }
        let separator = bytes[3]
        guard canDelimit(separator) else { return .other }

        var separators: [Int] = []
        var index = 3
        while separators.count < 16 {
            guard index < largest else { return .other }
            guard index < bytes.count else { return .unsure }
            if bytes[index] == separator {
                separators.append(index)
            } else if isLineEnd(bytes[index]) {
                return .other
            }
            index += 1
        }
        guard index + 1 < bytes.count else { return .unsure }
        let delimiters = Delimiters(
            element: separator, component: bytes[index],
            repetition: repetition(bytes, separators, besides: bytes[index], bytes[index + 1]),
            segment: bytes[index + 1])
        guard canDelimit(delimiters.component) || delimiters.component == UInt8(ascii: " "),
            canTerminate(delimiters.segment), delimiters.component != separator,
            delimiters.segment != separator, delimiters.segment != delimiters.component,
            !bytes[..<index].contains(delimiters.segment)
        else { return .other }
        return .header(
            InterchangeHeaderShape(delimiters: delimiters, oddElement: oddElement(separators)))
    }

    private static func oddElement(_ separators: [Int]) -> OddElement? {
        for position in 1...15 {
            let width = separators[position] - separators[position - 1] - 1
            let fixedWidth = fixedOffsets[position] - fixedOffsets[position - 1] - 1
            if width != fixedWidth {
                return OddElement(position: position, width: width, fixedWidth: fixedWidth)
            }
        }
        return nil
    }

    private static func lookBroken(_ bytes: UnsafeBufferPointer<UInt8>) -> Look {
        var kept: [UInt8] = []
        var index = 0
        while kept.count < fixedCount {
            guard index < largestBroken else { return .other }
            guard index < bytes.count else { return .unsure }
            if !isLineEnd(bytes[index]) { kept.append(bytes[index]) }
            index += 1
        }
        guard index < bytes.count else { return .unsure }
        guard index > fixedCount, !isLineEnd(bytes[index]) else { return .other }
        kept.append(bytes[index])
        let look = kept.withUnsafeBufferPointer { lookUnbroken($0) }
        guard case .header(let shape) = look, shape.oddElement == nil else { return .other }
        return look
    }

    /// ISA11, where the version makes it a separator and it can be one.
    private static func repetition(
        _ bytes: UnsafeBufferPointer<UInt8>, _ separators: [Int], besides others: UInt8...
    ) -> UInt8? {
        guard separators[11] - separators[10] == 2 else { return nil }
        let byte = bytes[separators[10] + 1]
        let version = String(decoding: bytes[separators[11] + 1..<separators[12]], as: UTF8.self)
        return canDelimit(byte) && !others.contains(byte) && version > "00401" ? byte : nil
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private static func canDelimit(_ byte: UInt8) -> Bool { canTerminate(byte) && !isLineEnd(byte) }

    private static func canTerminate(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), 0:
            false
        default: true
        }
    }
}
