internal import X12Diagnostics

/// How many findings there were of each severity.
struct FindingTally {
    private(set) var counts: [Severity: Int] = [:]

    mutating func count(_ finding: Finding) { counts[finding.rule.severity, default: 0] += 1 }

    /// Errors; fatal ones count as errors.
    var errors: Int { counts[.error, default: 0] + counts[.fatal, default: 0] }
    var warnings: Int { counts[.warning, default: 0] }
    var remarks: Int { counts[.info, default: 0] }

    /// Whether there is one of this severity or a worse one.
    func reaches(_ severity: Severity) -> Bool { counts.contains { $0.key >= severity && $0.value > 0 } }

    /// `2 errors, 1 warning`; what there is none of is left out.
    func words(from least: Severity = .info) -> String {
        var parts: [String] = []
        if errors > 0 { parts.append(Figures.count(errors, "error")) }
        if warnings > 0, least <= .warning { parts.append(Figures.count(warnings, "warning")) }
        if remarks > 0, least <= .info { parts.append(Figures.count(remarks, "remark")) }
        return parts.joined(separator: ", ")
    }
}
