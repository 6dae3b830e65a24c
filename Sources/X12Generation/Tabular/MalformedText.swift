internal import X12Diagnostics

/// A text of a table that is not in its column's form, which keeps back what its row is about and nothing else.
public struct MalformedText: Hashable, Sendable {
    /// Where it stands: `line 4, column 'birthDate',`.
    package let place: String
    /// What it is not: `is not a date (1980-05-12 or 19800512)`.
    let fault: String
    /// The text.
    let text: String

    init(_ text: String, line: Int, column: String, _ fault: String) {
        place = "line \(line), column '\(column)',"
        self.fault = fault
        self.text = text
    }

    /// What is said of it, about a claim or inquiry by its number.
    func finding(_ number: String?) -> Finding {
        var context = Finding.Context()
        context.claim = number ?? ""
        return Finding(
            .columnMalformed, at: Location(), in: context, found: Fact(text, .text),
            detail: "\(place) \(fault)")
    }
}
