extension String {
    /// The parts between ASCII characters, empty ones too.
    ///
    /// Bytes are compared: thousands of texts are taken apart when a program begins, and characters would have to be told from
    /// each other first.
    package func parts(between separator: UInt8) -> [String] {
        utf8.split(separator: separator, omittingEmptySubsequences: false).map { String(Substring($0)) }
    }

    /// The text without the blanks at its end, with which values of fixed width are filled up.
    package var trimmedEnd: String {
        guard utf8.last == UInt8(ascii: " ") else { return self }
        guard let last = utf8.lastIndex(where: { $0 != UInt8(ascii: " ") }) else { return "" }
        return String(self[..<utf8.index(after: last)])
    }

    /// The text without the blanks, tabs and line ends around it.
    package var trimmed: String {
        guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
        var rest = self[...]
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest.drop { $0.isWhitespace })
    }

    /// A number that is not negative, with zeros in front up to so many digits; a longer one as it is.
    package init(_ number: Int, digits: Int) {
        let text = String(number)
        self = String(repeating: "0", count: Swift.max(0, digits - text.utf8.count)) + text
    }
}
