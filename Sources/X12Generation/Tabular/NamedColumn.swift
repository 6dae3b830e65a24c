internal import X12Diagnostics
internal import X12Tables

/// A column that a table may have.
protocol NamedColumn: Sendable {
    /// The name in the first row.
    var name: String { get }
    /// Whether a table without the column cannot be used.
    var isRequired: Bool { get }
}

/// The columns of a table, in the order in which its first row names them.
struct ColumnHead<Column: NamedColumn> {
    private(set) var columns: [Column] = []

    /// No table yet.
    init() {}

    /// Reads the first row.
    ///
    /// - Throws: `.malformedModel` with the line for an empty table, a name that is not known or stands twice, and for
    ///   columns that are missing.
    init(_ head: CSVReader.Row?, of all: [Column]) throws(X12Error) {
        guard let head else {
            throw X12Error(.malformedModel, "the table is empty: its first row names the columns")
        }
        for name in head.fields {
            guard let column = all.first(where: { $0.name == name }) else {
                let list = all.map(\.name).joined(separator: ", ")
                throw X12Error(
                    .malformedModel, "line \(head.line): there is no column '\(name)'; there are: \(list)")
            }
            guard !columns.contains(where: { $0.name == name }) else {
                throw X12Error(.malformedModel, "line \(head.line): the column '\(name)' stands twice")
            }
            columns.append(column)
        }
        let missing = all.filter { column in
            column.isRequired && !columns.contains { $0.name == column.name }
        }
        guard missing.isEmpty else {
            let names = missing.map { "'\($0.name)'" }.joined(separator: ", ")
            throw X12Error(.malformedModel, "line \(head.line): columns are missing: \(names)")
        }
    }

    /// Sees to it that a row has a field for each column.
    func checkLength(_ row: CSVReader.Row) throws(X12Error) {
        guard row.fields.count == columns.count else {
            throw X12Error(
                .malformedModel,
                "line \(row.line): has \(row.fields.count) fields, and the first row names \(columns.count) columns"
            )
        }
    }
}
