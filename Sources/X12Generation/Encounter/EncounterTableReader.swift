public import X12Diagnostics
internal import X12Models
internal import X12Tables
public import X12Text

/// Reads encounters out of a table (CSV): a row for each service, those of one claim below each other.
///
/// The first row names the columns, in any order. What a row says of the claim may be left out in the claim's
/// further rows; where it is said again, it must be the same.
public struct EncounterTableReader: ~Copyable {
    private var rows: CSVReader
    private var head = ColumnHead<EncounterColumn>()
    private var ahead: CSVReader.Row?
    private var isBegun = false

    /// The names of all columns that a table may have.
    public static var columnNames: [String] { EncounterColumn.all.map(\.name) }

    /// Reads from a source.
    public init(_ source: consuming ByteSource) { rows = CSVReader(source) }

    /// The next encounter; `nil` after the last.
    ///
    /// A text that is not in its column's form is told of its encounter, and reading goes on.
    ///
    /// - Throws: ``X12Error/Code/malformedModel`` with line and column for a table that is not one of encounters, and a
    ///   row of another length; what the source throws.
    public mutating func next() throws(X12Error) -> Encounter? {
        if !isBegun { try begin() }
        guard let first = ahead else { return nil }
        var encounter = Encounter()
        encounter.line = first.line
        try take(first, first, &encounter)
        let number = encounter.claimNumber
        ahead = try rows.next()
        while let row = ahead, try self.number(of: row) == number {
            try take(row, first, &encounter)
            ahead = try rows.next()
        }
        return encounter
    }

    // MARK: - Rows

    private mutating func begin() throws(X12Error) {
        isBegun = true
        head = try ColumnHead(try rows.next(), of: EncounterColumn.all)
        ahead = try rows.next()
    }

    private func number(of row: CSVReader.Row) throws(X12Error) -> String? {
        guard let index = head.columns.firstIndex(where: { $0.name == "claimNumber" }) else { return nil }
        try head.checkLength(row)
        return row.fields[index]
    }

    private func take(
        _ row: CSVReader.Row, _ first: CSVReader.Row, _ encounter: inout Encounter
    ) throws(X12Error) {
        try head.checkLength(row)
        var service = EncounterService()
        for (index, column) in head.columns.enumerated() {
            let text = row.fields[index]
            guard !text.isEmpty else { continue }
            if column.isClaims, row.line != first.line {
                if text == first.fields[index] { continue }
                encounter.malformed.append(
                    MalformedText(
                        text, line: row.line, column: column.name,
                        "differs from the claim's first row, line \(first.line)"))
                continue
            }
            if !column.take(text, &encounter, &service) {
                encounter.malformed.append(
                    MalformedText(text, line: row.line, column: column.name, "is not \(column.form)"))
            }
        }
        encounter.services.append(service)
    }
}
