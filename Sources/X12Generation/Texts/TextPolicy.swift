internal import X12Text

/// Which characters texts may have, and what is done so that they do.
public struct TextPolicy: Hashable, Sendable {
    /// A character set of the standard.
    public enum CharacterSet: String, Hashable, Sendable, CaseIterable {
        /// Capital letters, digits, blank, and `! " & ' ( ) * + , - . / : ; ? =`.
        case basic
        /// The basic set, small letters, and `% ~ @ [ ] _ { } \ | < > # $`.
        case extended
    }

    /// The set that texts are held to.
    public var characterSet: CharacterSet
    /// Whether small letters are written as capitals.
    public var isUpperCase: Bool
    /// Whether letters with accents are written without them (`é` as `e`, `ß` as `ss`).
    public var takesOffAccents: Bool

    /// Creates a policy; the usual one takes the extended set and changes nothing.
    public init(
        characterSet: CharacterSet = .extended, isUpperCase: Bool = false, takesOffAccents: Bool = false
    ) {
        self.characterSet = characterSet
        self.isUpperCase = isUpperCase
        self.takesOffAccents = takesOffAccents
    }

    /// A text as the policy has it written.
    func applied(to text: String) -> String {
        guard isUpperCase || takesOffAccents else { return text }
        var result = text
        if takesOffAccents, !text.utf8.allSatisfy({ $0 < 0x80 }) {
            result = ""
            for character in text { result += Self.plain[character] ?? String(character) }
        }
        return isUpperCase ? result.uppercased() : result
    }

    /// Which bytes may stand in a text of the set, by their values.
    var allowed: [Bool] {
        let set = characterSet == .basic ? CharacterSets.basic : CharacterSets.extended
        return (UInt8.min...UInt8.max).map(set.contains)
    }

    /// Letters of European languages without their accents; both cases.
    private static let plain: [Character: String] = {
        let groups: [(String, String)] = [
            ("àáâãäåāăą", "a"), ("çćĉċč", "c"), ("ďđð", "d"), ("èéêëēĕėęě", "e"), ("ĝğġģ", "g"), ("ĥħ", "h"),
            ("ìíîïĩīĭįı", "i"), ("ĵ", "j"), ("ķ", "k"), ("ĺļľŀł", "l"), ("ñńņňŋ", "n"), ("òóôõöøōŏő", "o"),
            ("ŕŗř", "r"), ("śŝşšș", "s"), ("ţťŧț", "t"), ("ùúûüũūŭůűų", "u"), ("ŵ", "w"), ("ýÿŷ", "y"),
            ("źżž", "z"), ("æ", "ae"), ("œ", "oe"), ("ß", "ss"), ("þ", "th"),
        ]
        var table: [Character: String] = ["’": "'", "‘": "'", "–": "-", "—": "-", "“": "\"", "”": "\""]
        for (letters, plain) in groups {
            for letter in letters {
                table[letter] = plain
                // The capital of ß is itself two letters.
                if let capital = letter.uppercased().first, letter.uppercased().count == 1 {
                    table[capital] = plain.uppercased()
                }
            }
        }
        return table
    }()
}
