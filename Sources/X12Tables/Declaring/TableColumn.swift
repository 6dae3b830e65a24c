internal import X12Specs
package import X12Text

/// One column of a table: its name, where its values come from, and how to get one out of a row.
struct TableColumn<Row>: Sendable {
    /// What the column is, without the row.
    let description: ColumnDescription
    let cell: @Sendable (borrowing Row) -> Cell

    private init(
        _ name: String, _ form: ColumnDescription.Form, _ reference: String, _ meaning: String,
        _ cell: @escaping @Sendable (borrowing Row) -> Cell
    ) {
        description = ColumnDescription(name: name, form: form, reference: reference, meaning: meaning)
        self.cell = cell
    }

    /// A number of ours by which rows of several tables are linked.
    static func key(
        _ name: String, _ meaning: String, _ value: @escaping @Sendable (borrowing Row) -> String
    ) -> Self {
        Self(name, .key, "", meaning) { .text(value($0)) }
    }

    /// A position counted from 1; nothing where the row speaks of the whole.
    static func position(
        _ name: String, _ meaning: String, _ value: @escaping @Sendable (borrowing Row) -> Int?
    ) -> Self {
        Self(name, .position, "", meaning) { value($0).map { .integer($0) } ?? .empty }
    }

    /// Text or a code as it was sent.
    static func text(
        _ name: String, _ reference: String, _ meaning: String,
        _ value: @escaping @Sendable (borrowing Row) -> String?
    ) -> Self {
        Self(name, .text, reference, meaning) { value($0).map { .text($0) } ?? .empty }
    }

    /// Several codes of one meaning, with blanks between them.
    static func list(
        _ name: String, _ reference: String, _ meaning: String,
        _ values: @escaping @Sendable (borrowing Row) -> [String]
    ) -> Self {
        Self(name, .list, reference, meaning) { row in
            let values = values(row)
            return values.isEmpty ? .empty : .text(values.joined(separator: " "))
        }
    }

    /// The words for codes of a data element; of several codes, with `; ` between them. A code without words of ours
    /// stands as it is.
    static func words(
        _ name: String, _ reference: String, element: String, _ meaning: String,
        _ codes: @escaping @Sendable (borrowing Row) -> [String?]
    ) -> Self {
        Self(name, .words, reference, meaning) { row in
            let words = codes(row).compactMap { code in
                code.map { X12Specs.label(dataElement: element, code: $0) ?? $0 }
            }
            return words.isEmpty ? .empty : .text(words.joined(separator: "; "))
        }
    }

    /// An amount, a rate or a quantity, exact.
    static func decimal(
        _ name: String, _ reference: String, _ meaning: String,
        _ value: @escaping @Sendable (borrowing Row) -> ExactDecimal?
    ) -> Self {
        Self(name, .decimal, reference, meaning) { value($0).map { .decimal($0) } ?? .empty }
    }

    /// A whole number.
    static func integer(
        _ name: String, _ reference: String, _ meaning: String,
        _ value: @escaping @Sendable (borrowing Row) -> Int?
    ) -> Self {
        Self(name, .integer, reference, meaning) { value($0).map { .integer($0) } ?? .empty }
    }

    /// A day.
    static func date(
        _ name: String, _ reference: String, _ meaning: String,
        _ value: @escaping @Sendable (borrowing Row) -> CalendarDate?
    ) -> Self {
        Self(name, .date, reference, meaning) { value($0).map { .date($0) } ?? .empty }
    }
}

/// What stands where a row and a column meet.
package enum Cell {
    case empty
    case text(String)
    case decimal(ExactDecimal)
    case integer(Int)
    case date(CalendarDate)
}
