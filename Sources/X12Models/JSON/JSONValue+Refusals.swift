package import X12Diagnostics

/// Why a value cannot be used, in words that tell nothing about a person.
///
/// Numbers, and texts that can only be meant as an amount, are shown. Other texts and dates may be somebody's
/// name or birthday, and are not.
extension JSONValue {
    /// The value is of another kind than the one expected.
    package func misplaced(_ expected: StaticString) -> X12Error {
        error("\(kindInWords) stands where \(expected) is expected")
    }

    /// The value is no decimal.
    var notADecimal: X12Error {
        guard kind == .string || kind == .number else { return misplaced("a decimal") }
        guard let shown = shownNumber else { return error("the text is not a decimal") }
        let digits = shown.utf8.count { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        return error("\(shown) is not a decimal\(digits > 18 ? " of at most 18 digits" : "")")
    }

    /// The value is no whole number; a string never is one.
    var notAnInteger: X12Error {
        guard let number = numberText, number.utf8.count <= Self.longestShown else {
            return misplaced("a whole number")
        }
        return error("\(number) is not a whole number")
    }

    /// The value is not a text of the form that is expected.
    func unreadable(_ expected: StaticString) -> X12Error {
        kind == .string ? error("the text is not \(expected)") : misplaced(expected)
    }

    /// The value's field is not known; the nearest known name is told when it is near enough to be meant.
    func unknown(_ name: String, among known: [String]) -> X12Error {
        let hint = NameDistance.nearest(to: name, among: known).map { ", is \($0) meant?" } ?? ""
        return error("unknown field\(hint)")
    }

    // MARK: - Words

    private static var longestShown: Int { 40 }

    private var kindInWords: String {
        switch kind {
        case .object: "an object"
        case .array: "a list"
        case .string: "text"
        case .number: "a number"
        case .bool: bool == true ? "true" : "false"
        case .null: "null"
        }
    }

    /// A number, or in quotes a text of digits, points and commas behind a sign or not.
    private var shownNumber: String? {
        if let numberText { return numberText.utf8.count <= Self.longestShown ? numberText : nil }
        guard let text = string, text.utf8.count <= Self.longestShown else { return nil }
        let signs = [UInt8(ascii: "-"), UInt8(ascii: "+")]
        let unsigned =
            text.utf8.first.map { signs.contains($0) } == true ? text.utf8.dropFirst() : text.utf8[...]
        let isNumeric = unsigned.allSatisfy { byte in
            UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte == UInt8(ascii: ".")
                || byte == UInt8(ascii: ",")
        }
        return isNumeric ? "\"\(text)\"" : nil
    }
}
