internal import X12Text

/// Days as the publishers of code lists write them.
enum CodeFileDay {
    /// A day: `2026-03-10`, `20260310`, `3/10/2026`; `nil` for anything else.
    static func parse(_ text: String) -> CalendarDate? {
        if let day = CalendarDate(iso: text) ?? CalendarDate(x12: text) { return day }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let month = parts[0], let day = parts[1], let year = parts[2], year >= 1000
        else {
            return nil
        }
        return CalendarDate(year: year, month: month, day: day)
    }
}
