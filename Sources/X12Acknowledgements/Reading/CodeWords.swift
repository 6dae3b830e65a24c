internal import X12Models
internal import X12Specs

/// What codes of answers mean.
enum CodeWords {
    /// A code of an element as a reason; a code without a label is said to be one.
    static func reason(_ element: String, _ code: String, dataElement: String) -> WorkItem.Reason {
        let meaning = X12Specs.label(dataElement: dataElement, code: code) ?? "code \(code), not known here"
        return WorkItem.Reason(element: element, code: code, meaning: meaning)
    }

    /// A claim's status as a reason: `rejected: something is wrong: NPI (billing provider)`.
    static func reason(_ element: String, _ status: ClaimStatusCode) -> WorkItem.Reason {
        let category = status.category ?? ""
        let code = status.code ?? ""
        let entity = status.entity ?? ""
        var meaning = X12Specs.label(dataElement: "S507", code: category) ?? "category \(category)"
        meaning +=
            ": " + (X12Specs.label(dataElement: "S508", code: code) ?? "status \(code) of X12 source 508")
        if !entity.isEmpty { meaning += " (\(X12Specs.label(dataElement: "98", code: entity) ?? entity))" }
        let parts = entity.isEmpty ? [category, code] : [category, code, entity]
        return WorkItem.Reason(element: element, code: parts.joined(separator: ":"), meaning: meaning)
    }

    /// All statuses of a report as reasons, and what its action says otherwise.
    static func reasons(_ report: StatusReport) -> [WorkItem.Reason] {
        let statuses = [
            ("STC01", report.status), ("STC10", report.secondStatus), ("STC11", report.thirdStatus),
        ]
        return statuses.compactMap { element, status in status.map { reason(element, $0) } }
            + [contradiction(report)].compactMap(\.self)
    }

    /// An action that says the opposite of the category: nobody but who answered knows which holds.
    private static func contradiction(_ report: StatusReport) -> WorkItem.Reason? {
        guard let action = report.action, let status = report.status else { return nil }
        let meaning: String? =
            switch action {
            case .accept where status.isRejecting:
                "accepted, while STC01 says refused"
            case .reject where status.isAccepting:
                "refused, while STC01 says accepted"
            default: nil
            }
        return meaning.map { WorkItem.Reason(element: "STC03", code: action.rawValue, meaning: $0) }
    }
}
