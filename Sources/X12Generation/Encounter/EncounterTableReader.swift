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
    private var columns: [EncounterColumn] = []
    private var ahead: CSVReader.Row?
    private var isBegun = false

    /// The names of all columns that a table may have.
    public static var columnNames: [String] { EncounterColumn.all.map(\.name) }

    /// Reads from a source.
    public init(_ source: consuming ByteSource) { rows = CSVReader(source) }

    /// The next encounter; `nil` after the last.
    ///
    /// - Throws: ``X12Error/Code/malformedModel`` with line and column for a table that is not one of encounters,
    ///   a row of another length, and a text that is not in its column's form; what the source throws.
    public mutating func next() throws(X12Error) -> Encounter? {
        if !isBegun { try begin() }
        guard let first = ahead else { return nil }
        var encounter = Encounter()
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
        guard let head = try rows.next() else {
            throw X12Error(.malformedModel, "the table is empty: its first row names the columns")
        }
        var known: [String: EncounterColumn] = [:]
        for column in EncounterColumn.all { known[column.name] = column }
        for name in head.fields {
            guard let column = known[name] else {
                let list = EncounterColumn.all.map(\.name).joined(separator: ", ")
                throw X12Error(
                    .malformedModel, "line \(head.line): there is no column '\(name)'; there are: \(list)")
            }
            guard !columns.contains(where: { $0.name == name }) else {
                throw X12Error(.malformedModel, "line \(head.line): the column '\(name)' stands twice")
            }
            columns.append(column)
        }
        let missing = EncounterColumn.all.filter { column in
            column.isRequired && !columns.contains { $0.name == column.name }
        }
        guard missing.isEmpty else {
            let names = missing.map { "'\($0.name)'" }.joined(separator: ", ")
            throw X12Error(.malformedModel, "line \(head.line): columns are missing: \(names)")
        }
        ahead = try rows.next()
    }

    private func number(of row: CSVReader.Row) throws(X12Error) -> String? {
        guard let index = columns.firstIndex(where: { $0.name == "claimNumber" }) else { return nil }
        try checkLength(row)
        return row.fields[index]
    }

    private func checkLength(_ row: CSVReader.Row) throws(X12Error) {
        guard row.fields.count == columns.count else {
            throw X12Error(
                .malformedModel,
                "line \(row.line): has \(row.fields.count) fields, and the first row names \(columns.count) columns"
            )
        }
    }

    private func take(
        _ row: CSVReader.Row, _ first: CSVReader.Row, _ encounter: inout Encounter
    ) throws(X12Error) {
        try checkLength(row)
        var service = EncounterService()
        for (index, column) in columns.enumerated() {
            let text = row.fields[index]
            guard !text.isEmpty else { continue }
            if column.isClaims, row.line != first.line {
                if text == first.fields[index] { continue }
                throw X12Error(
                    .malformedModel,
                    "line \(row.line): column '\(column.name)' differs from the claim's first row, line \(first.line)"
                )
            }
            guard column.take(text, &encounter, &service) else {
                throw X12Error(
                    .malformedModel, "line \(row.line): column '\(column.name)' is not \(column.form)")
            }
        }
        encounter.services.append(service)
    }
}
