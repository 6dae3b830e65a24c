public import X12Diagnostics
public import X12Text

/// Which rules are asked, how much they matter, and how exact they are.
///
/// As text, one setting a line, with `#` before a remark:
///
///     837P-RENDERING       off
///     837P-BAL-CLM02       warning
///     835-BAL-LINE         tolerance 0.01
///     837P-CLIA            report A7:630:TL
public struct RuleConfiguration: Sendable, Equatable {
    /// The highest level that is asked for.
    public var highestLevel = 7
    /// The day the input was received; `nil` for the day its group says (GS04).
    public var received: CalendarDate?
    /// Rules that are not asked, by id.
    public var disabled: Set<String> = []
    /// Rules that are switched on, by id, of those that are asked only then (``Rule/isOptional``); one whose severity is set
    /// is switched on, too.
    public var enabled: Set<String> = []
    /// Severities other than the rules' own, by id; also for rules of levels 1 and 2.
    public var severities: [String: Severity] = [:]
    /// What amounts may differ by, by id; 0 for the rest.
    public var tolerances: [String: ExactDecimal] = [:]
    /// Codes of acknowledgements other than the rules' own, by id.
    public var reports: [String: Finding.Acknowledgement] = [:]

    /// All rules, as they are declared.
    public init() {}

    /// Adds settings written as text.
    ///
    /// - Throws: ``X12Diagnostics/X12Error/Code/malformedSetting`` with the line's number.
    public mutating func add(text: String) throws(X12Error) {
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.prefix { $0 != "#" }.split { $0.isWhitespace || $0 == "=" }
            guard !words.isEmpty else { continue }
            guard words.count > 1, set(String(words[0]), words.dropFirst().map(String.init)) else {
                throw X12Error(
                    .malformedSetting, at: Location(line: number + 1),
                    "line \(number + 1): write a rule's id and off, on, info, warning, error, tolerance 0.01 or report A7:21"
                )
            }
        }
    }

    /// Takes over what another configuration says of rules that this one says nothing about.
    public mutating func yield(to other: RuleConfiguration) {
        for id in other.disabled where severities[id] == nil && !enabled.contains(id) { disabled.insert(id) }
        enabled.formUnion(other.enabled.subtracting(disabled))
        severities.merge(other.severities) { own, _ in own }
        tolerances.merge(other.tolerances) { own, _ in own }
        reports.merge(other.reports) { own, _ in own }
    }

    /// The rules that something is set of.
    package var ids: Set<String> {
        disabled.union(enabled).union(severities.keys).union(tolerances.keys).union(reports.keys)
    }

    /// All that is set, a setting each and sorted: configurations that have the same come to the same.
    package var settings: [String] {
        var settings = disabled.map { "\($0) off" } + enabled.map { "\($0) on" }
        settings += severities.map { "\($0.key) \($0.value.rawValue)" }
        settings += tolerances.map { "\($0.key) tolerance \($0.value)" }
        settings += reports.map { "\($0.key) report \($0.value)" }
        return settings.sorted()
    }

    /// Whether a rule is asked.
    func asks(_ rule: Rule) -> Bool {
        guard rule.level <= highestLevel, !disabled.contains(rule.id) else { return false }
        return !rule.isOptional || enabled.contains(rule.id) || severities[rule.id] != nil
    }

    private mutating func set(_ rule: String, _ words: [String]) -> Bool {
        switch (words[0], words.count) {
        case ("off", 1):
            disabled.insert(rule)
            enabled.remove(rule)
        case ("on", 1):
            disabled.remove(rule)
            enabled.insert(rule)
        case ("info", 1), ("warning", 1), ("error", 1):
            disabled.remove(rule)
            severities[rule] = Severity(rawValue: words[0])
        case ("tolerance", 2):
            guard let tolerance = ExactDecimal(words[1]), !tolerance.isNegative else { return false }
            tolerances[rule] = tolerance
        case ("report", 2...):
            guard let codes = Finding.Acknowledgement(text: words.dropFirst().joined(separator: " ")) else {
                return false
            }
            reports[rule] = codes
        default: return false
        }
        return true
    }
}
