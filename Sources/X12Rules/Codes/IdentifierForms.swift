internal import X12Text

/// Forms of identifiers that can be told without a list: check digits, tax numbers, taxonomy, telephone.
enum IdentifierForms {
    /// Whether a text is an NPI: ten digits, the first 1 or 2, with the check digit of 80840 and the number.
    static func isNPI(_ text: String) -> Bool {
        let digits = text.utf8
        guard digits.count == 10, let first = digits.first, first == 0x31 || first == 0x32 else {
            return false
        }
        // The prefix 80840 adds 24; every second digit from the left on is doubled.
        var sum = 24
        var isDoubled = true
        for byte in digits {
            guard 0x30...0x39 ~= byte else { return false }
            let digit = Int(byte &- 0x30)
            sum += isDoubled ? (digit > 4 ? 2 * digit - 9 : 2 * digit) : digit
            isDoubled.toggle()
        }
        return sum % 10 == 0
    }

    /// Whether a text is a number of an employer: nine digits, not all zeros.
    static func isEmployerNumber(_ text: String) -> Bool {
        isDigits(text, 9) && text != "000000000"
    }

    /// Whether a text can be a social security number: nine digits, no area 000, 666 or 9xx, no group 00, no
    /// serial 0000.
    static func isSocialSecurityNumber(_ text: String) -> Bool {
        guard isDigits(text, 9) else { return false }
        let area = text.prefix(3)
        return area != "000" && area != "666" && text.first != "9" && text.dropFirst(3).prefix(2) != "00"
            && text.suffix(4) != "0000"
    }

    /// Whether a text is a bank's routing number in the United States: nine digits, of which the weighted sum (3, 7, 1,
    /// and again) is a multiple of ten.
    static func isRoutingNumber(_ text: String) -> Bool {
        guard isDigits(text, 9), text != "000000000" else { return false }
        var sum = 0
        for (position, byte) in text.utf8.enumerated() { sum += Int(byte &- 0x30) * [3, 7, 1][position % 3] }
        return sum % 10 == 0
    }

    /// Whether a text has the form of a taxonomy code: nine letters or digits and an X.
    static func isTaxonomy(_ text: String) -> Bool {
        let bytes = text.utf8
        return bytes.count == 10 && bytes.last == UInt8(ascii: "X")
            && bytes.allSatisfy(CharacterSets.isCapitalOrDigit)
    }

    /// Whether a text is a telephone number of ten digits, area code first, without a leading 1.
    static func isTelephone(_ text: String) -> Bool { isDigits(text, 10) && text.first != "1" }

    /// Whether a text is so many digits.
    static func isDigits(_ text: some StringProtocol, _ count: Int) -> Bool {
        text.utf8.count == count && text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
    }

    /// Whether an address line names a box instead of a street: `PO BOX 12`, `P.O.BOX12`, `P 0 BOX`, `LOCKBOX 7`.
    ///
    /// `1 LOCKBOX CT` is a street.
    static func isBox(_ line: String) -> Bool {
        guard mayBeBox(line) else { return false }
        var words: [String] = []
        for part in line.uppercased().split(whereSeparator: { $0.asciiValue.map(isBetweenWords) ?? false }) {
            let (name, number) = cut(part)
            words.append(spellings[name] ?? String(name))
            if !number.isEmpty { words.append(String(number)) }
        }
        let text = " " + words.joined(separator: " ") + " "
        return boxes.contains { box in
            guard let place = text.firstRange(of: box) else { return false }
            let next = text[place.upperBound...].prefix { $0 != " " }
            return !streets.contains(next)
        }
    }

    /// `BOX12` is `BOX` and `12`.
    private static func cut(_ word: Substring) -> (name: Substring, number: Substring) {
        guard let digit = word.firstIndex(where: \.isNumber) else { return (word, "") }
        let name = word[..<digit]
        return name.hasSuffix("BOX") || name.hasSuffix("BX") ? (name, word[digit...]) : (word, "")
    }

    private static func isBetweenWords(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ","), UInt8(ascii: "#"),
            UInt8(ascii: "/"), UInt8(ascii: ":"):
            true
        default: false
        }
    }

    /// Whether a line, signs and blanks aside, has one of the runs of letters that every such name has.
    private static func mayBeBox(_ line: String) -> Bool {
        var last: UInt32 = 0
        for byte in line.utf8 where !isBetweenWords(byte) {
            let letter = 0x61...0x7A ~= byte ? byte & 0xDF : byte
            last = (last &<< 8 | UInt32(letter)) & 0xFF_FFFF
            switch last {
            // BOX, BIN, POB, P0B, and WER of a drawer.
            case 0x42_4F58, 0x42_494E, 0x50_4F42, 0x50_3042, 0x57_4552: return true
            // BX of what is cut short.
            default: if last & 0xFFFF == 0x4258 { return true }
            }
        }
        return false
    }

    private static let boxes = [
        " PO BOX ", " P O BOX ", " POBOX ", " POB ", " P O B ", " POST OFFICE BOX ", " POST BOX ",
        " POSTAL BOX ",
        " PO DRAWER ", " P O DRAWER ", " LOCK BOX ", " LOCKBOX ", " LOCK BIN ", " LOCKBIN ", " P BOX ",
        " CALLER BOX ",
    ]

    /// Words of boxes as they are mistyped or cut short.
    private static let spellings: [Substring: String] = [
        "0": "O", "P0": "PO", "BX": "BOX", "POBX": "POBOX", "P0BOX": "POBOX",
    ]

    /// Words that make a street of what stands before them.
    private static let streets: Set<Substring> = [
        "AVE", "AVENUE", "BLVD", "CIR", "CIRCLE", "COURT", "CT", "DR", "DRIVE", "HWY", "LANE", "LN", "PKWY",
        "PL",
        "PLACE", "RD", "ROAD", "ST", "STREET", "TER", "TRAIL", "TRL", "WAY",
    ]
}
