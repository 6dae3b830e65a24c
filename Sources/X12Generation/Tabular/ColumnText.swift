internal import X12Text

/// How the texts of tables are taken.
enum ColumnText {
    /// Words with blanks, semicolons or bars between them.
    static func words(_ text: String) -> [String] {
        text.split { $0 == " " || $0 == ";" || $0 == "|" }.map(String.init)
    }

    /// A day: `1980-05-12` or `19800512`.
    static func date(_ text: String) -> CalendarDate? {
        text.utf8.count == 8 ? CalendarDate(x12: text) : CalendarDate(iso: text)
    }

    /// A day, or two with a slash between them.
    static func period(_ text: String) -> DateTimePeriod? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = parts.first.flatMap({ date(String($0)) }) else { return nil }
        guard parts.count > 1 else { return .date(first) }
        guard parts.count == 2, let last = date(String(parts[1])) else { return nil }
        return .range(first, last)
    }
}
