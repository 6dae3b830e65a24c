internal import X12Models
internal import X12Text

/// How the texts of tables are taken.
enum ColumnText {
    /// What a spreadsheet made of a text, where that is plain: it would go out as if it were a number or name.
    static func spoiling(_ text: String) -> String? {
        if text.hasPrefix("=") { return "is a formula; save the table with what it comes to" }
        if text.hasPrefix("#") {
            let isError = spreadsheetErrors.contains(text)
            let isTooNarrow = text.utf8.count > 2 && text.allSatisfy { $0 == "#" }
            return isError || isTooNarrow ? "is what a spreadsheet shows in place of a value" : nil
        }
        guard text.contains("E+"), text.wholeMatch(of: /\d([.,]\d+)?E\+\d+/) != nil else { return nil }
        return "is a number that a spreadsheet has cut short; make the column one of text there"
    }

    private static let spreadsheetErrors: Set<String> = [
        "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!",
    ]

    /// Words with blanks, semicolons or bars between them.
    static func words(_ text: String) -> [String] {
        text.split { $0 == " " || $0 == ";" || $0 == "|" }.map(String.init)
    }

    /// Names and values: `code=CCP; visit=2`; nil for a part that is not both.
    static func namedTexts(_ text: String) -> [NamedText]? {
        var list: [NamedText] = []
        for part in text.split(separator: ";") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map { $0.split(separator: " ").joined(separator: " ") }
            guard pair.count == 2, !pair[0].isEmpty, !pair[1].isEmpty else { return nil }
            var named = NamedText()
            named.name = pair[0]
            named.value = pair[1]
            list.append(named)
        }
        return list
    }

    /// Attachments: `OZ EL ACN17; B4 FX ACN18`, each with its type (PWK01), the way it goes (PWK02) and, unless it is
    /// sent on request, its number (PWK06); nil for another form.
    static func attachments(_ text: String) -> [Attachment]? {
        var list: [Attachment] = []
        for part in text.split(separator: ";") {
            let words = part.split(separator: " ").map(String.init)
            guard (2...3).contains(words.count) else { return nil }
            var attachment = Attachment()
            attachment.reportType = words[0]
            attachment.transmission = words[1]
            if words.count == 3 { attachment.controlNumber = words[2] }
            list.append(attachment)
        }
        return list
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
