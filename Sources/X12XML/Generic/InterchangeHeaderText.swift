internal import X12Parser

/// An ISA with its elements at their fixed widths.
///
/// A document shows the elements of an ISA without the blanks that fill them up.
enum InterchangeHeaderText {
    /// How many characters each element has.
    static let widths = [2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1]

    /// A header's text with each element filled up to its width.
    static func padded(_ raw: RawSegment) -> [UInt8] {
        let values = (1...widths.count).map { Array(raw.element($0)) }
        let separator = raw.elementCount > 0 ? raw.text[Int(raw.ends[0])] : UInt8(ascii: "*")
        return padded(values, separator)
    }

    /// A header of these values, from ISA01 on.
    static func padded(_ values: [[UInt8]], _ separator: UInt8) -> [UInt8] {
        var text: [UInt8] = Array("ISA".utf8)
        for (index, width) in widths.enumerated() {
            let value = index < values.count ? trimmed(values[index][...]) : []
            text.append(separator)
            text += value
            text += Array(repeating: UInt8(ascii: " "), count: max(0, width - value.count))
        }
        return text
    }

    /// The sixteen values of a header's text, without the blanks that fill them up.
    static func values(of text: [UInt8], _ separator: UInt8) -> [[UInt8]] {
        let parts = text.split(separator: separator, omittingEmptySubsequences: false).dropFirst()
        let values = parts.prefix(widths.count).map { trimmed($0) }
        return values + Array(repeating: [], count: widths.count - values.count)
    }

    /// A value without the blanks at its end.
    static func trimmed(_ value: some BidirectionalCollection<UInt8>) -> [UInt8] {
        var rest = Array(value)
        while rest.last == UInt8(ascii: " ") { rest.removeLast() }
        return rest
    }
}
