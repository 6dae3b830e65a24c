/// One table: what a row stands for, and its columns. The only description of what is written.
struct Table<Row>: Sendable {
    let description: TableDescription
    let columns: [TableColumn<Row>]

    init(
        _ name: String, of transactionSet: String, row: String, _ columns: [TableColumn<Row>]
    ) {
        description = TableDescription(
            name: name, transactionSet: transactionSet, row: row, columns: columns.map(\.description))
        self.columns = columns
    }

    /// Appends a row as it stands in the file.
    func append(_ row: borrowing Row, to text: inout CSVText) {
        for column in columns { text.append(column.cell(row)) }
        text.endRow()
    }
}
