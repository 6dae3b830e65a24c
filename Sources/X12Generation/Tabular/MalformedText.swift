internal import X12Diagnostics
internal import X12Models

/// A text of a table that is not in its column's form, or what does not fit in an object, which keeps back what its row or
/// object is about and nothing else.
public struct MalformedText: Hashable, Sendable {
    /// Where it stands: `line 4, column 'birthDate',`.
    package let place: String
    /// What is wrong with it: `must be a date (1980-05-12 or 19800512)`.
    let fault: String
    /// Whether it stands in a table, not in an object.
    private let isCell: Bool
    /// The text.
    let text: String

    init(_ text: String, line: Int, column: String, _ fault: String) {
        place = "line \(line), column '\(column)',"
        self.fault = fault
        self.text = text
        isCell = true
    }

    /// What an error says of an object, with its place.
    init(_ error: X12Error) {
        place = ""
        fault = error.detail
        text = ""
        isCell = false
    }

    /// What is said of it, about a claim or inquiry by its number, which begins at a line of its input.
    func finding(_ number: String?, line: Int) -> Finding {
        var context = Finding.Context()
        context.claim = number ?? ""
        let place = Location(line: line)
        guard isCell else { return Finding(.entryMalformed, at: place, in: context, detail: fault) }
        return Finding(
            .columnMalformed, at: place, in: context, found: Fact(text, .text),
            detail: "\(self.place) \(fault)")
    }
}

/// What is read out of rows or objects, and knows what of them was not in its form.
protocol ToldOfMalformed: ModelPart {
    /// What was not.
    var malformed: [MalformedText] { get set }
    /// The line of the input at which it begins, from 1; 0 where it comes from no input.
    var line: Int { get set }
}
