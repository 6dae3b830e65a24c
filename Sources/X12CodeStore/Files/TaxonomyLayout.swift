internal import X12Diagnostics
internal import X12Grammar
internal import X12Text

/// The provider taxonomy of the NUCC: `nucc_taxonomy_251.csv`.
///
/// Codes that are not in use any more stay in the file; their notes say so, with a day.
struct TaxonomyLayout: CodeFileLayout {
    private var columns: Columns?

    private struct Columns {
        var code: Int
        var classification: Int
        var specialization: Int
        var notes: Int
        let names: DelimitedColumns
    }

    var quotedSeparator: UInt8? { UInt8(ascii: ",") }

    mutating func read(_ line: CodeFileLine) throws(X12Error) -> CodeRow? {
        let row = try DelimitedLine(line, separator: UInt8(ascii: ","))
        guard let columns else {
            let names = DelimitedColumns(row)
            guard let code = names.place("Code"), let classification = names.place("Classification"),
                let specialization = names.place("Specialization"), let notes = names.place("Notes")
            else {
                throw line.fault(
                    "the first line must name the columns: Code, Grouping, Classification, Specialization, Definition, Notes"
                )
            }
            self.columns = Columns(
                code: code, classification: classification, specialization: specialization, notes: notes,
                names: names)
            return nil
        }
        if row.isEmpty { return nil }
        try columns.names.checkLength(row, line)
        let needed = max(columns.code, columns.classification, columns.specialization, columns.notes)
        guard row.fields.count > needed else {
            throw line.fault("\(row.fields.count) columns, but the first line names more")
        }
        let code = row.fields[columns.code]
        guard code.utf8.count == 10, code.hasSuffix("X"), code.utf8.allSatisfy(CharacterSets.isCapitalOrDigit)
        else {
            throw line.fault("Code must be nine letters or digits and an X")
        }
        let special = row.fields[columns.specialization]
        let label = row.fields[columns.classification] + (special.isEmpty ? "" : ", " + special)
        let listed = ListedCode(label, stop: Self.stop(row.fields[columns.notes]))
        return CodeRow(code: code, listed: listed, line: line)
    }

    /// The day in the notes on which a code went out of use: `[7/1/2025: marked inactive]`, `Deactivation Date: ...`.
    static func stop(_ notes: String) -> CalendarDate? {
        let pattern =
            /(?i)(?:(\d{1,2}\/\d{1,2}\/\d{4}):?\s*marked inactive|marked inactive[^\d]{0,20}(\d{1,2}\/\d{1,2}\/\d{4})|deactivation date:\s*(\d{1,2}\/\d{1,2}\/\d{4}))/
        guard let match = notes.firstMatch(of: pattern) else { return nil }
        return CodeFileDay.parse(String(match.1 ?? match.2 ?? match.3 ?? ""))
    }
}
