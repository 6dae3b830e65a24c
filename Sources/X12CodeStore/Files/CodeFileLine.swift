internal import X12Diagnostics

/// One line of a code file, with its place.
struct CodeFileLine {
    /// From 1.
    let number: Int
    /// Its bytes, without the line end.
    let bytes: [UInt8]

    /// The bytes from one column to another, counted from 1, as text without blanks around them; where a column cuts a character
    /// of UTF-8, all are read as Latin-1.
    func text(_ first: Int, _ last: Int = .max) -> String {
        guard first <= bytes.count else { return "" }
        return Self.text(bytes[(first - 1)..<min(last, bytes.count)])
    }

    /// The byte in a column, counted from 1; a blank behind the end of the line.
    func byte(_ column: Int) -> UInt8 { column <= bytes.count ? bytes[column - 1] : UInt8(ascii: " ") }

    /// Whether there is nothing on it.
    var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x1A } }

    /// What is wrong with the line, located; never a value out of it.
    func fault(_ words: String) -> X12Error {
        X12Error(.malformedCodes, at: Location(line: number), "line \(number): \(words)")
    }

    /// Text in UTF-8, or else in Latin-1, as the files of different publishers have it.
    static func text(_ bytes: some Collection<UInt8>) -> String {
        let text =
            String(validating: bytes, as: UTF8.self)
            ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        return text.trimmed
    }
}
