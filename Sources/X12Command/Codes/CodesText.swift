internal import X12Grammar
internal import X12Text

/// Code sets in words.
enum CodesText {
    /// The days that an edition knows: `from 2025-10-01 to 2026-03-31`, `up to 2026-03-10`, `for all days`.
    static func days(_ edition: CodeEdition) -> String {
        switch (edition.first, edition.last) {
        case (let first?, let last?): "from \(first) to \(last)"
        case (let first?, nil): "from \(first) on"
        case (nil, let last?): "up to \(last)"
        case (nil, nil): "for all days"
        }
    }

    /// A code with its words and days: `45  charge is above ... (since 1995-01-01)`.
    static func line(_ code: String, _ listed: ListedCode) -> String {
        var remarks: [String] = []
        if listed.isHeading { remarks.append("a heading, not to be sent") }
        if let start = listed.start { remarks.append("since \(start)") }
        if let stop = listed.stop { remarks.append("until \(stop)") }
        if listed.needsRemark { remarks.append("a remark code must stand beside it") }
        let words = listed.label.isEmpty ? "" : "  " + Printable.text(listed.label)
        return "\(code)\(words)" + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: ", ")))") + "\n"
    }
}
