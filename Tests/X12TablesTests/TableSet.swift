import X12Diagnostics
import X12Models
import X12Tables
import X12Text

/// Tables as a program reads them: by name, the rows as values under the names of columns.
struct TableSet {
    var columns: [String: [String]] = [:]
    var rows: [String: [[String: String]]] = [:]

    /// The tables of an interchange.
    init(x12 bytes: [UInt8]) throws(X12Error) {
        var reader = ModelReader(ByteSource(bytes: bytes))
        var items: [ModelItem] = []
        while let item = try reader.next() { items.append(item) }
        try self.init(items)
    }

    init(_ items: [ModelItem]) throws(X12Error) {
        var writer = TablesWriter()
        var files: [String: [UInt8]] = [:]
        for item in items {
            try writer.write(item)
            writer.drain { table, bytes in files[table.name, default: []] += bytes }
        }
        for (name, bytes) in files {
            var reader = CSVReader(ByteSource(bytes: bytes))
            let head = try reader.next()?.fields ?? []
            columns[name] = head
            rows[name] = []
            while let row = try reader.next() {
                var values: [String: String] = [:]
                for (column, text) in zip(head, row.fields) { values[column] = FormulaGuard.undone(text) }
                rows[name, default: []].append(values)
            }
        }
    }

    subscript(table: String) -> [[String: String]] { rows[table] ?? [] }

    /// The values of one column.
    func values(_ table: String, _ column: String) -> [String] { self[table].map { $0[column] ?? "" } }

    /// The sum of an amount over the rows of one remittance.
    func sum(_ table: String, _ column: String, payment: String) -> ExactDecimal? {
        self[table].filter { $0["paymentKey"] == payment }.reduce(ExactDecimal.zero) { sum, row in
            let amount = ExactDecimal(row[column] ?? "")
            return sum.flatMap { sum in amount.flatMap { sum.adding($0) } }
        }
    }
}
