internal import X12Diagnostics
internal import X12Grammar
internal import X12Text

/// HCPCS level II: the fixed-width file of CMS (`HCPC2026_OCT_ANWEB.txt`), 320 columns.
///
/// Columns 1 to 5 are the code, or blanks and a modifier in 4 and 5; 6 to 10 a sequence number; 11 the kind of line (3 a
/// code, 4 its continuation, 7 a modifier, 8 its continuation); 12 to 91 the long description, a piece a line; 92 to 119
/// the short one; 269 to 276 the day the code was added; 285 to 292 the day it ended.
struct HCPCSLayout: CodeFileLayout {
    private var pending: CodeRow?

    mutating func read(_ line: CodeFileLine) throws(X12Error) -> CodeRow? {
        let kind = line.byte(11)
        guard (6...10).allSatisfy({ 0x30...0x39 ~= line.byte($0) }), 0x33...0x38 ~= kind else {
            throw line.fault("columns 6 to 10 must be a sequence number, and column 11 must be 3, 4, 7 or 8")
        }
        switch kind {
        case UInt8(ascii: "3"), UInt8(ascii: "7"):
            let done = pending
            pending = try begin(line, isModifier: kind == UInt8(ascii: "7"))
            return done
        case UInt8(ascii: "4"), UInt8(ascii: "8"):
            guard var row = pending, row.code == line.text(1, 5) else {
                throw line.fault("a continuation must follow the first line of its code")
            }
            row.listed.label = Self.joined(row.listed.label, line.text(12, 91))
            pending = row
            return nil
        default: throw line.fault("column 11 must be 3, 4, 7 or 8")
        }
    }

    mutating func end() throws(X12Error) -> CodeRow? {
        defer { pending = nil }
        return pending
    }

    private func begin(_ line: CodeFileLine, isModifier: Bool) throws(X12Error) -> CodeRow {
        let code = line.text(1, 5)
        let isCode =
            isModifier
            ? code.utf8.count == 2 && line.text(1, 3).isEmpty
            : code.utf8.count == 5 && 0x41...0x5A ~= line.byte(1)
                && (2...5).allSatisfy {
                    0x30...0x39 ~= line.byte($0)
                }
        guard isCode else {
            throw line.fault(
                isModifier
                    ? "columns 4 and 5 must be a modifier behind three blanks"
                    : "columns 1 to 5 must be a code: a letter and four digits")
        }
        let listed = ListedCode(
            line.text(12, 91), start: try day(line, 269), stop: try day(line, 285))
        return CodeRow(code: code, listed: listed, line: line)
    }

    private func day(_ line: CodeFileLine, _ column: Int) throws(X12Error) -> CalendarDate? {
        let text = line.text(column, column + 7)
        if text.isEmpty || text == "00000000" { return nil }
        guard let day = CalendarDate(x12: text) else {
            throw line.fault("columns \(column) to \(column + 7) must be a day, CCYYMMDD, or blank")
        }
        return day
    }

    /// Pieces of a description put together, not longer than is kept.
    private static func joined(_ start: String, _ more: String) -> String {
        more.isEmpty ? start : start.isEmpty ? more : start + " " + more
    }
}
