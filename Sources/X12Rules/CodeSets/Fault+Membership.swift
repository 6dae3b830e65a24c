internal import X12Diagnostics

/// The ways in which a code can be wrong by its list, the same for all rules that ask one.
///
/// A rule that asks lists takes these beside its own faults, and its check calls
/// ``RuleFindings/ask(_:in:from:to:at:)``.
extension Fault {
    /// No edition has the code, and one should.
    static let unlisted = "unlisted"
    /// No edition has the code, but none at hand speaks of the day.
    static let unsure = "unsure"
    /// The code is only a heading.
    static let heading = "heading"
    /// The code is not in use yet.
    static let early = "early"
    /// The code is not in use any more.
    static let ended = "ended"

    /// The faults of membership in a list.
    ///
    /// - Parameters:
    ///   - title: what the list is called, `ICD-10-CM`.
    ///   - severity: how much an unlisted code matters; one that nobody can be sure of is a warning at most.
    ///   - dates: how much a code of other days matters.
    ///   - kinds: which of the faults the list can show: headings where it has some, early ones where codes have
    ///     first days.
    ///   - statuses: what a 277CA reports.
    ///   - dateStatuses: what a 277CA reports of a code of other days, where that is something else.
    ///   - elementError: what a 999 reports the element with (IK403).
    ///   - prefix: what the faults' names begin with, where a rule has the list's faults twice, for two places.
    /// - Returns: one fault for each kind.
    static func membership(
        in title: String, _ severity: Severity, dates: Severity,
        _ kinds: [String] = [unlisted, unsure, early, ended], statuses: [Finding.ClaimStatus] = [],
        dateStatuses: [Finding.ClaimStatus]? = nil, elementError: String = "", prefix: String = ""
    ) -> [Fault] {
        let found = "{at} ({name}) is {found}, which is"
        let dated = dateStatuses ?? statuses
        let all = [
            Fault(
                unlisted, severity, "\(found) not in \(title){detail}",
                help: "look the code up: x12 codes show tells what a list has", statuses: statuses,
                elementError: elementError),
            Fault(
                unsure, min(severity, .warning), "\(found) not in \(title){detail}",
                help: "look the code up, or load the list of that time: x12 codes load", statuses: statuses,
                elementError: elementError),
            Fault(
                heading, severity, "\(found) a heading of \(title), not a code{detail}",
                help: "send the longer code below it that says exactly what was found", statuses: statuses,
                elementError: elementError),
            Fault(
                early, dates, "\(found) in \(title) only from {detail} on",
                help: "send the code that was in use on the day", statuses: dated, elementError: elementError),
            Fault(
                ended, dates, "\(found) in \(title) only until {detail}",
                help: "send the code that took its place", statuses: dated, elementError: elementError),
        ]
        return all.filter { kinds.contains($0.name) }.map { $0.with(name: prefix + $0.name) }
    }
}
