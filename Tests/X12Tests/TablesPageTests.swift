import Testing
import X12

@Suite("Dictionary of columns")
struct TablesPageTests {
    private static let page = MadePage(path: "Sources/X12/X12.docc/Tables.md") { set in
        TableDescription.all.filter { $0.transactionSet == set }.map(text).joined(separator: "\n\n")
    }

    private static func text(_ table: TableDescription) -> String {
        let rows = table.columns.map { column in
            "| `\(column.name)` | \(column.form.rawValue) | \(column.reference) | \(column.meaning) |"
        }
        let head = [
            "### \(table.fileName)", "", "A row is \(table.row).", "", "| column | form | from | meaning |",
            "| --- | --- | --- | --- |",
        ]
        return (head + rows).joined(separator: "\n")
    }

    @Test("the page of tables is what the declarations say")
    func page() throws {
        let page = try Self.page.expectUpToDate()
        for table in TableDescription.all { #expect(page.contains("### \(table.fileName)\n")) }
    }
}
