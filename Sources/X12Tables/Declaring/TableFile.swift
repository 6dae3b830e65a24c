/// A table while it is written.
struct TableFile<Row> {
    private let table: Table<Row>
    private var text = CSVText()
    private var isBegun = false

    init(_ table: Table<Row>) { self.table = table }

    /// Writes the names of the columns, once; a table without rows has them too.
    mutating func begin() {
        guard !isBegun else { return }
        isBegun = true
        for column in table.description.columns { text.append(.text(column.name)) }
        text.endRow()
    }

    mutating func write(_ row: borrowing Row) { table.append(row, to: &text) }

    /// Hands over what was written, if it is more than some bytes.
    mutating func drain<Failure: Error>(
        over limit: Int, into sink: (TableDescription, [UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        guard text.bytes.count > limit else { return }
        try sink(table.description, text.take())
    }
}
