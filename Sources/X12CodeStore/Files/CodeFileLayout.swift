internal import X12Diagnostics
internal import X12Grammar

/// A code out of a file, with the line it began on.
struct CodeRow {
    var code: String
    var listed: ListedCode
    var line: CodeFileLine
}

/// One layout of the official files: takes lines, gives codes.
///
/// A layout is strict: a line that it cannot account for ends the loading, with its number, rather than being passed
/// over.
protocol CodeFileLayout {
    /// Takes a line; the code that is complete by it, if one is.
    mutating func read(_ line: CodeFileLine) throws(X12Error) -> CodeRow?

    /// One more code of the line taken last, for as long as it has any.
    mutating func more() -> CodeRow?

    /// The code that is complete at the end of the file.
    mutating func end() throws(X12Error) -> CodeRow?

    /// Whether a code may stand twice; the days of its rows are then taken together.
    var allowsRepeats: Bool { get }

    /// What keeps the columns of the next line apart, where a text in quotes may go on over several lines (RFC 4180);
    /// `nil` where each line stands by itself.
    var quotedSeparator: UInt8? { get }
}

extension CodeFileLayout {
    mutating func more() -> CodeRow? { nil }

    mutating func end() throws(X12Error) -> CodeRow? { nil }

    var allowsRepeats: Bool { false }

    var quotedSeparator: UInt8? { nil }
}
