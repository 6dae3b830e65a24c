public import X12Diagnostics
internal import X12Models
internal import X12Tables
public import X12Text

/// Reads encounters out of a table (CSV): a row for each service, those of one claim below each other.
///
/// The first row names the columns, in any order. What a row says of the claim may be left out in the claim's
/// further rows; where it is said again, it must be the same. The number of the claim stands in each: a row without one may
/// be of the claim above, which then may not go out without it.
public struct EncounterTableReader: ~Copyable {
    private var rows: TableRows<EncounterColumn>
    private var columns: [EncounterColumn] = []
    /// Where the claim's number stands in a row.
    private var numberPlace = 0
    private var ahead: CSVReader.Row?
    private var isBegun = false
    /// The numbers of the claims so far, as hashes.
    private var numbers: Set<Int> = []

    /// The names of all columns that a table may have.
    public static var columnNames: [String] { EncounterColumn.all.map(\.name) }

    /// Reads from a source.
    public init(_ source: consuming ByteSource) { rows = TableRows(source, of: EncounterColumn.all) }

    /// The next encounter; `nil` after the last.
    ///
    /// A text that is not in its column's form is told of its encounter, and reading goes on.
    ///
    /// - Throws: ``X12Error/Code/malformedModel`` with line and column for a table that is not one of encounters, a
    ///   row of another length, and rows of a claim that do not stand below each other; what the source throws.
    public mutating func next() throws(X12Error) -> Encounter? {
        if !isBegun { try begin() }
        guard let first = ahead else { return nil }
        let number = first.fields[numberPlace]
        guard number.isEmpty || numbers.insert(number.hashValue).inserted else {
            throw X12Error(
                .malformedModel,
                "line \(first.line): other rows of its claim stand further up, and another claim between; put the rows of a claim below each other"
            )
        }
        var encounter = Encounter()
        encounter.line = first.line
        take(first, first, &encounter)
        ahead = try rows.next()
        while let row = ahead, row.fields[numberPlace] == number || row.fields[numberPlace].isEmpty {
            take(row, first, &encounter)
            ahead = try rows.next()
        }
        return encounter
    }

    // MARK: - Rows

    private mutating func begin() throws(X12Error) {
        isBegun = true
        columns = try rows.columns()
        numberPlace = columns.firstIndex { $0.name == "claimNumber" } ?? 0
        ahead = try rows.next()
    }

    private func take(_ row: CSVReader.Row, _ first: CSVReader.Row, _ encounter: inout Encounter) {
        var service = EncounterService()
        let isNumberless = row.fields[numberPlace].isEmpty && !first.fields[numberPlace].isEmpty
        if isNumberless {
            encounter.malformed.append(
                MalformedText(
                    "", line: row.line, column: columns[numberPlace].name,
                    "is empty; say which claim the row is of"))
        }
        for (column, (text, said)) in zip(columns, zip(row.fields, first.fields)) where !text.isEmpty {
            let isFurther = column.isClaims && row.line != first.line
            // Of what claim a row without a number speaks is not known.
            if isFurther, text == said || isNumberless { continue }
            let fault =
                isFurther
                ? "differs from the claim's first row, line \(first.line)"
                : column.fault(text) { column.take(text, &encounter, &service) }
            guard let fault else { continue }
            encounter.malformed.append(MalformedText(text, line: row.line, column: column.name, fault))
        }
        encounter.services.append(service)
    }
}
