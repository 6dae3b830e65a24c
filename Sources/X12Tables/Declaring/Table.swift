/// One table: what a row stands for, and its columns. The only description of what is written.
struct Table<Row>: Sendable {
    let description: TableDescription
    /// How to get each column out of a row; without the columns' words, which would be held and let go for each cell.
    private let cells: [@Sendable (borrowing Row) -> Cell]

    init(
        _ name: String, of transactionSet: String, row: String, _ columns: [TableColumn<Row>]
    ) {
        description = TableDescription(
            name: name, transactionSet: transactionSet, row: row, columns: columns.map(\.description))
        cells = columns.map(\.cell)
    }

    /// Appends a row as it stands in the file.
    func append(_ row: borrowing Row, to text: inout CSVText) {
        for cell in cells { text.append(cell(row)) }
        text.endRow()
    }
}
