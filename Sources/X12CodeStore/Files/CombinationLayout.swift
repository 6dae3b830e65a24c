internal import X12Diagnostics
internal import X12Grammar
internal import X12Text

/// The combinations of adjustment reason, group and remark that CAQH CORE keeps, as a table: a sheet of its file, saved with
/// a first line that names the columns, comma, semicolon or tab between them.
///
/// `CARC`, `RARC` and `CAGC` (or `group`) must be there. A line may name several groups; one without a remark is a reason that
/// needs none. Sheets of all scenarios may stand below each other.
struct CombinationLayout: CodeFileLayout {
    private var separator = UInt8(ascii: ",")
    private var columns: Columns?
    /// What the line taken last says besides.
    private var waiting: [CodeRow] = []

    private struct Columns {
        var reason: Int
        var remark: Int
        var group: Int
        let names: DelimitedColumns
    }

    /// A reason comes with many remarks, and a combination in several scenarios.
    var allowsRepeats: Bool { true }

    var quotedSeparator: UInt8? { columns != nil && separator != UInt8(ascii: "\t") ? separator : nil }

    mutating func read(_ line: CodeFileLine) throws(X12Error) -> CodeRow? {
        guard let columns else {
            separator = DelimitedLine.separator(of: line)
            let names = DelimitedColumns(try DelimitedLine(line, separator: separator))
            guard let reason = names.place("carc", "claim adjustment reason code", "reason"),
                let remark = names.place("rarc", "remittance advice remark code", "remark"),
                let group = names.place(
                    "cagc", "claim adjustment group code", "group", "groups", "group code")
            else { throw line.fault("the first line must name the columns: CARC, RARC, CAGC") }
            self.columns = Columns(reason: reason, remark: remark, group: group, names: names)
            return nil
        }
        let row = try DelimitedLine(line, separator: separator)
        if row.isEmpty { return nil }
        try columns.names.checkLength(row, line)
        func field(_ place: Int) -> String { row.fields.indices.contains(place) ? row.fields[place] : "" }
        let (reason, remark) = (field(columns.reason), field(columns.remark))
        guard 1...5 ~= reason.utf8.count, reason.utf8.allSatisfy(CharacterSets.isCapitalOrDigit) else {
            throw line.fault("CARC must be 1 to 5 letters and digits, in capitals")
        }
        guard remark.utf8.count <= 5, remark.utf8.allSatisfy(CharacterSets.isCapitalOrDigit) else {
            throw line.fault("RARC must be up to 5 letters and digits, in capitals, or empty")
        }
        let groups = field(columns.group).split { !$0.isLetter }.map(String.init)
        guard !groups.isEmpty, groups.allSatisfy({ Self.groups.contains($0) }) else {
            throw line.fault("CAGC must be one or more of CO, OA, PI and PR")
        }
        let codes = groups.map { group in
            remark.isEmpty ? "\(reason)-\(group)" : "\(reason)-\(group)-\(remark)"
        }
        waiting = codes.reversed().map { CodeRow(code: $0, listed: ListedCode(), line: line) }
        return CodeRow(code: reason, listed: ListedCode(), line: line)
    }

    mutating func more() -> CodeRow? { waiting.popLast() }

    private static let groups: Set<String> = ["CO", "OA", "PI", "PR"]
}
