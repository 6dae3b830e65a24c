internal import X12Diagnostics
internal import X12Tables
internal import X12Text

/// The rows of a table, as people keep it: blanks around a text are no part of it, nor are columns behind the last that
/// is named, and rows with nothing in them.
struct TableRows<Column: NamedColumn>: ~Copyable {
    private var rows: CSVReader
    private let known: [Column]
    /// The columns, in the order in which the first row names them; nil before it was read.
    private var head: ColumnHead<Column>?

    /// Reads from a source a table that may have some columns.
    init(_ source: consuming ByteSource, of known: [Column]) {
        rows = CSVReader(source)
        self.known = known
    }

    /// The next row's texts, one for each column that the first row names, and its line; `nil` after the last.
    ///
    /// - Throws: `.malformedModel` with the line for a table of other columns and a row of another length; what the
    ///   source throws.
    mutating func next() throws(X12Error) -> CSVReader.Row? {
        let columns = try columns()
        guard var row = try trimmed() else { return nil }
        while row.fields.count > columns.count, row.fields.last?.isEmpty == true { row.fields.removeLast() }
        guard row.fields.count == columns.count else {
            throw X12Error(
                .malformedModel,
                "line \(row.line): has \(row.fields.count) fields, and the first row names \(columns.count) columns"
            )
        }
        return row
    }

    /// The columns that the first row names.
    ///
    /// - Throws: as ``next()``.
    mutating func columns() throws(X12Error) -> [Column] {
        if let head { return head.columns }
        var first = try trimmed()
        while first?.fields.last?.isEmpty == true { first?.fields.removeLast() }
        let read = try ColumnHead(first, of: known)
        head = read
        return read.columns
    }

    /// The next row with something in it besides blanks.
    private mutating func trimmed() throws(X12Error) -> CSVReader.Row? {
        while var row = try rows.next() {
            row.fields = row.fields.map(\.trimmed)
            if row.fields.contains(where: { !$0.isEmpty }) { return row }
        }
        return nil
    }
}
