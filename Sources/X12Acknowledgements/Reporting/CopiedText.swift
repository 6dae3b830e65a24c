internal import X12Diagnostics
internal import X12Text

/// Decides whether a value of the answered data may stand in the answer.
struct CopiedText {
    let delimiters: Delimiters

    /// The text without blanks at its end, which mean nothing, or an empty one where it holds what an answer may not: a
    /// delimiter, a control character, a byte outside of ASCII, or more characters than its element takes.
    func copy(_ text: String, atMost length: Int) -> String {
        let text = text.trimmedEnd
        let bytes = text.utf8
        guard !bytes.isEmpty, bytes.count <= length else { return "" }
        let isSafe = bytes.allSatisfy { 0x20..<0x7F ~= $0 && !delimiters.contains($0) }
        return isSafe ? text : ""
    }
}
