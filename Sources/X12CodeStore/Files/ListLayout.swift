internal import X12Diagnostics
internal import X12Grammar
internal import X12Text

/// A list of a user's own: a table with a first line that names its columns, comma, semicolon or tab between them.
///
/// `code` must be there; `description` (or `label`, `name`), `start` and `stop` may. For CARC, RARC and status lists as
/// copied from their web pages, and for lists that are licensed: CPT, condition codes.
struct ListLayout: CodeFileLayout {
    private let longest: Int
    private var separator = UInt8(ascii: ",")
    private var columns: Columns?

    private struct Columns {
        var code: Int
        var label: Int?
        var start: Int?
        var stop: Int?
        let names: DelimitedColumns
    }

    /// A layout whose codes have at most so many characters.
    init(longest: Int) { self.longest = longest }

    var quotedSeparator: UInt8? { columns != nil && separator != UInt8(ascii: "\t") ? separator : nil }

    mutating func read(_ line: CodeFileLine) throws(X12Error) -> CodeRow? {
        guard let columns else {
            separator = DelimitedLine.separator(of: line)
            let names = DelimitedColumns(try DelimitedLine(line, separator: separator))
            guard let code = names.place("code") else {
                throw line.fault("the first line must name the columns: code, description, start, stop")
            }
            self.columns = Columns(
                code: code, label: names.place("description", "label", "name", "short description"),
                start: names.place("start", "start date", "effective date", "effective"),
                stop: names.place("stop", "stop date", "end date", "termination date", "end"), names: names)
            return nil
        }
        let row = try DelimitedLine(line, separator: separator)
        if row.isEmpty { return nil }
        try columns.names.checkLength(row, line)
        func field(_ place: Int?) -> String {
            place.flatMap { row.fields.indices.contains($0) ? row.fields[$0] : nil } ?? ""
        }
        let code = field(columns.code)
        guard 1...longest ~= code.utf8.count, code.utf8.allSatisfy(CharacterSets.isCapitalOrDigit) else {
            throw line.fault("code must be 1 to \(longest) letters and digits, in capitals")
        }
        let label = field(columns.label)
        let start = try day(field(columns.start), "start", line)
        let stop = try day(field(columns.stop), "stop", line)
        // The lists of publishers are taken as they are; in one's own it is a slip.
        if let start, let stop, stop < start { throw line.fault("stop is before start") }
        let listed = ListedCode(
            label, start: start, stop: stop,
            needsRemark: label.lowercased().contains("at least one remark code"))
        return CodeRow(code: code, listed: listed, line: line)
    }

    private func day(_ text: String, _ name: String, _ line: CodeFileLine) throws(X12Error) -> CalendarDate? {
        if text.isEmpty { return nil }
        guard let day = CodeFileDay.parse(text) else {
            throw line.fault("\(name) must be a day: 2026-03-10, 20260310, 3/10/2026, or empty")
        }
        return day
    }
}
