internal import X12Text

/// Rows of comma-separated values as RFC 4180 has them: `\r\n` behind each row, quotes where they are needed.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe in front (``guarded(_:)``). Numbers and days
/// are written by ourselves, so a minus in front of an amount is only that.
package struct CSVText {
    private(set) var bytes: [UInt8] = []
    private var isRowBegun = false

    /// Nothing written yet.
    package init() {}

    /// Hands over what was written since the last call.
    package mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    package mutating func append(_ cell: Cell) {
        if isRowBegun { bytes.append(UInt8(ascii: ",")) }
        isRowBegun = true
        switch cell {
        case .empty: break
        case .text(let text): append(text)
        case .decimal(let number): number.append(to: &bytes)
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .date(let date): date.appendISO(to: &bytes)
        }
    }

    package mutating func endRow() {
        bytes.append(UInt8(ascii: "\r"))
        bytes.append(UInt8(ascii: "\n"))
        isRowBegun = false
    }

    private mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            let isGuarded = FormulaGuard.isNeeded(before: utf8)
            guard utf8.contains(where: Self.needsQuotes) else {
                if isGuarded { bytes.append(FormulaGuard.mark) }
                bytes.append(contentsOf: utf8)
                return
            }
            bytes.append(UInt8(ascii: "\""))
            if isGuarded { bytes.append(FormulaGuard.mark) }
            for byte in utf8 {
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                bytes.append(byte)
            }
            bytes.append(UInt8(ascii: "\""))
        }
    }

    /// What ends a field or a row, also for a program that takes semicolons or tabs for separators.
    private static func needsQuotes(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "\""),
            UInt8(ascii: "\r"), UInt8(ascii: "\n"):
            true
        default: false
        }
    }
}
