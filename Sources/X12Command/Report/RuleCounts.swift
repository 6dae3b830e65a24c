internal import X12Diagnostics

/// How often each rule was broken, the worst and most frequent first.
struct RuleCounts {
    /// One rule.
    struct Row {
        let rule: Finding.Rule
        var count: Int
    }

    private var counts: [String: Row] = [:]

    mutating func count(_ finding: Finding) {
        let key = "\(finding.rule.severity.rawValue) \(finding.rule.id)"
        counts[key, default: Row(rule: finding.rule, count: 0)].count += 1
    }

    var rows: [Row] {
        counts.values.sorted { left, right in
            if left.rule.severity != right.rule.severity { return left.rule.severity > right.rule.severity }
            return (-left.count, left.rule.id) < (-right.count, right.rule.id)
        }
    }

    /// The table as text: `  12 errors    837P-BAL-CLM02`.
    var text: String {
        let rows = rows.map { (number: Figures.plain($0.count), row: $0) }
        let width = rows.map(\.number.count).max() ?? 0
        return rows.map { entry in
            let gap = String(repeating: " ", count: width - entry.number.count)
            let severity = entry.row.rule.severity.rawValue
            return
                "  \(gap)\(entry.number)  \(severity)\(String(repeating: " ", count: 8 - severity.count))\(entry.row.rule.id)\n"
        }.joined()
    }
}
