public import X12Diagnostics
internal import X12Tables
public import X12Text

/// Reads a roster from a table (CSV, a row for each inquiry), NDJSON with one object a line, or one JSON list; the form
/// is recognised.
public struct RosterReader: ~Copyable {
    private var rows: TableRows<RosterColumn>?
    private var objects: ObjectReader<RosterEntry>?

    /// Recognises a source's form and reads from it.
    ///
    /// - Throws: `.malformedModel` for transaction sets, which are no roster; what reading the source's first bytes throws.
    public init(_ source: consuming ByteSource) throws(X12Error) {
        let source = try ReplayedSource(source)
        guard !source.holdsModels else {
            throw X12Error(
                .malformedModel,
                "holds transaction sets; a roster is a table (CSV), or its rows as JSON or NDJSON")
        }
        if ObjectReader<RosterEntry>.isHeld(by: source) {
            objects = ObjectReader(source, "an entry of a roster, an object,")
        } else {
            rows = TableRows(source.whole(), of: RosterColumn.all)
        }
    }

    /// The next entry; `nil` after the last.
    ///
    /// A text that is not in its column's form is told of its entry, and reading goes on.
    ///
    /// - Throws: ``X12Error/Code/malformedJSON`` and ``X12Error/Code/malformedModel`` with line, and column or path, for
    ///   a table that is no roster, and a row of another length; what the source throws.
    public mutating func next() throws(X12Error) -> RosterEntry? {
        guard rows != nil else { return try objects?.next() ?? nil }
        guard let columns = try rows?.columns(), let row = try rows?.next() ?? nil else { return nil }
        var entry = RosterEntry()
        entry.line = row.line
        for (column, text) in zip(columns, row.fields) where !text.isEmpty {
            guard let fault = column.fault(text, { column.take(text, &entry) }) else { continue }
            entry.malformed.append(MalformedText(text, line: row.line, column: column.name, fault))
        }
        return entry
    }
}
