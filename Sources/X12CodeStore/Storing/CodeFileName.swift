public import X12Grammar
public import X12Text

/// What the name of an official file says of its day.
public enum CodeFileName {
    /// The day that a file of a set is of, by its name; `nil` where the name does not tell.
    ///
    /// `icd10cm_order_2026.txt` is of 1 October 2025, `icd10cm-order-April-2026.txt` of 1 April 2026,
    /// `HCPC2026_OCT_ANWEB.txt` of 1 October 2026, `nucc_taxonomy_251.csv` of 1 July 2025; any other name that has a day,
    /// as `carc-2026-03-10.csv`, is of that day.
    public static func vintage(of name: String, as set: CodeSet) -> CalendarDate? {
        let name = String(name.lowercased().split(separator: "/").last ?? "")
        if let match = name.firstMatch(of: /(20\d\d)-?(\d\d)-?(\d\d)/),
            let day = CalendarDate(iso: "\(match.1)-\(match.2)-\(match.3)")
        {
            return day
        }
        switch set {
        case .diagnosis, .inpatientProcedure:
            guard let year = name.firstMatch(of: /(20\d\d)/).flatMap({ Int($0.1) }) else { return nil }
            return name.contains("april")
                ? CalendarDate(year: year, month: 4, day: 1) : CalendarDate(year: year - 1, month: 10, day: 1)
        case .hcpcs:
            guard let match = name.firstMatch(of: /hcpc(20\d\d)_(jan|apr|jul|oct)/),
                let year = Int(match.1), let quarter = ["jan", "apr", "jul", "oct"].firstIndex(of: match.2)
            else { return nil }
            return CalendarDate(year: year, month: quarter * 3 + 1, day: 1)
        case .taxonomy:
            guard let match = name.firstMatch(of: /taxonomy_(\d\d)([01])/), let year = Int(match.1) else {
                return nil
            }
            return CalendarDate(year: 2000 + year, month: match.2 == "0" ? 1 : 7, day: 1)
        default: return nil
        }
    }
}
