internal import X12Text

/// Forms of codes that can be told without their lists.
enum CodeForms {
    /// Whether a text has the form of a CPT or HCPCS code: five characters, either five digits, four digits and a
    /// letter, or a letter and four digits.
    static func isHCPCS(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 5, bytes[1..<4].allSatisfy(isDigit) else { return false }
        if isDigit(bytes[0]) { return isDigit(bytes[4]) || isLetter(bytes[4]) }
        return isLetter(bytes[0]) && isDigit(bytes[4])
    }

    /// Whether a code of five characters is of HCPCS level II: a letter first. The others are of CPT.
    static func isLevelTwo(_ code: String) -> Bool { !beginsWithDigit(code) }

    /// Whether a text begins with a digit.
    static func beginsWithDigit(_ text: String) -> Bool { text.utf8.first.map(isDigit) ?? false }

    /// Whether a text has the form of a claim adjustment reason: up to three digits, or a letter and up to three.
    static func isAdjustmentReason(_ text: String) -> Bool {
        let digits = text.utf8.first.map(isLetter) ?? false ? text.dropFirst(1) : text[...]
        return 1...3 ~= digits.utf8.count && digits.utf8.allSatisfy(isDigit)
    }

    /// Whether a text has the form of a modifier: two letters or digits.
    static func isModifier(_ text: String) -> Bool {
        text.utf8.count == 2 && text.utf8.allSatisfy(CharacterSets.isCapitalOrDigit)
    }

    /// Whether a text has the form of an ICD-10-CM code without its point: a letter, a digit, a letter or digit, and
    /// up to four more.
    static func isICD10(_ text: String) -> Bool {
        var position = 0
        for byte in text.utf8 {
            let isRight =
                position == 0 ? isLetter(byte) : position == 1 ? isDigit(byte) : isAlphanumeric(byte)
            guard isRight else { return false }
            position += 1
        }
        return 3...7 ~= position
    }

    /// Whether a text has the form of an ICD-9-CM code without its point: three to five digits, a V and two to four,
    /// or an E and three to four.
    static func isICD9(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, bytes.dropFirst().allSatisfy(isDigit) else { return false }
        switch first {
        case UInt8(ascii: "V"): return 3...5 ~= bytes.count
        case UInt8(ascii: "E"): return 4...5 ~= bytes.count
        default: return isDigit(first) && 3...5 ~= bytes.count
        }
    }

    /// Whether a text has the form of a number of a laboratory (CLIA): two digits, a D, seven digits.
    static func isLaboratoryNumber(_ text: String) -> Bool {
        text.utf8.count == 10
            && text.utf8.enumerated().allSatisfy { position, byte in
                position == 2 ? byte == UInt8(ascii: "D") : isDigit(byte)
            }
    }

    /// Whether a text has the form of a remark code: M, MA or N with a number.
    static func isRemark(_ text: String) -> Bool {
        let digits = text.hasPrefix("MA") ? text.dropFirst(2) : text.dropFirst(1)
        guard let first = text.first, first == "M" || first == "N", !digits.isEmpty else { return false }
        return digits.utf8.count <= 4 && digits.utf8.allSatisfy(isDigit)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
    private static func isLetter(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte }
    private static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
}
