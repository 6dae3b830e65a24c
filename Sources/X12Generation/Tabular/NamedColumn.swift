internal import X12Diagnostics
internal import X12Tables

/// A column that a table may have.
protocol NamedColumn: Sendable {
    /// The name in the first row.
    var name: String { get }
    /// Whether a table without the column cannot be used.
    var isRequired: Bool { get }
    /// What the text has to be, told to whoever wrote something else.
    var form: String { get }
}

extension NamedColumn {
    /// What is wrong with a text, unless it is taken.
    func fault(_ text: String, _ take: () -> Bool) -> String? {
        if let spoiling = ColumnText.spoiling(text) { return spoiling }
        return take() ? nil : "must be \(form)"
    }
}

/// The columns of a table, in the order in which its first row names them.
struct ColumnHead<Column: NamedColumn> {
    private(set) var columns: [Column] = []

    /// Reads the first row.
    ///
    /// - Throws: `.malformedModel` with the line for an empty table, a name that is not known or stands twice, and for
    ///   columns that are missing.
    init(_ head: CSVReader.Row?, of all: [Column]) throws(X12Error) {
        guard let head else {
            throw X12Error(.malformedModel, "the table is empty: its first row names the columns")
        }
        let list = all.map(\.name).joined(separator: ", ")
        // Where no name is known, the row may be a person's.
        guard head.fields.contains(where: { name in all.contains { $0.name == name } }) else {
            throw X12Error(
                .malformedModel,
                "line \(head.line): the first row names none of the columns, which are: \(list)")
        }
        for name in head.fields {
            guard let column = all.first(where: { $0.name == name }) else {
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
}
