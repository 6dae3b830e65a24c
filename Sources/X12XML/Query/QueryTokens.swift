/// Takes an XPath expression apart, just enough to tell name tests from everything else.
struct QueryTokens {
    enum Kind: Equatable {
        /// The name of an element that a step asks for.
        case nameTest(String)
        case other
    }

    struct Token {
        var kind: Kind
        var text: String
        /// The number of its first character, from 1.
        var place: Int
        /// Whether an `@` stands before it.
        var isAttribute = false
    }

    private let characters: [Character]
    private var index = 0
    /// Whether what came last ends an operand, so that a name that follows is an operator (XPath 1.0, section 3.7).
    private var isBehindOperand = false
    private var isBehindAt = false
    /// The prefixes of names that were met.
    private(set) var prefixes: Set<String> = []

    init(_ text: String) { characters = Array(text) }

    /// Whether a step or a predicate follows.
    var goesOn: Bool {
        let next = characters[index...].first { !$0.isWhitespace }
        return next == "/" || next == "["
    }

    /// The next token, blanks before it included; `nil` at the end.
    mutating func next() -> Token? {
        guard index < characters.count else { return nil }
        let place = index + 1
        let first = characters[index]
        if first.isWhitespace { return Token(kind: .other, text: take { $0.isWhitespace }, place: place) }
        if first == "'" || first == "\"" { return literal(first, place) }
        if first.isNumber || first == "." && isNumber(at: index + 1) {
            return operand(take { $0.isNumber || $0 == "." }, place)
        }
        if Self.startsName(first) { return name(place) }
        index += 1
        let isAt = first == "@"
        isBehindOperand = first == ")" || first == "]" || first == "." || first == "*" && !isBehindOperand
        let isAttribute = isBehindAt
        isBehindAt = isAt
        return Token(kind: .other, text: String(first), place: place, isAttribute: isAttribute)
    }

    private mutating func literal(_ quote: Character, _ place: Int) -> Token {
        var text = String(quote)
        index += 1
        text += take { $0 != quote }
        if index < characters.count {
            text.append(quote)
            index += 1
        }
        return operand(text, place)
    }

    private mutating func operand(_ text: String, _ place: Int) -> Token {
        isBehindOperand = true
        isBehindAt = false
        return Token(kind: .other, text: text, place: place)
    }

    private mutating func name(_ place: Int) -> Token {
        var text = take { Self.continuesName($0) }
        if index + 1 < characters.count, characters[index] == ":", characters[index + 1] != ":" {
            prefixes.insert(text)
            index += 1
            text += ":" + take { Self.continuesName($0) || $0 == "*" }
            return operand(text, place)
        }
        let behind = characters[index...].first { !$0.isWhitespace }
        let isAxis = behind == ":"
        let isFunction = behind == "("
        if isBehindOperand {
            // and, or, div, mod
            isBehindOperand = false
            return Token(kind: .other, text: text, place: place)
        }
        let isAttribute = isBehindAt
        isBehindAt = false
        if isAxis || isFunction { return Token(kind: .other, text: text, place: place) }
        isBehindOperand = true
        if isAttribute { return Token(kind: .other, text: text, place: place, isAttribute: true) }
        return Token(kind: .nameTest(text), text: text, place: place)
    }

    private mutating func take(_ belongs: (Character) -> Bool) -> String {
        let start = index
        while index < characters.count, belongs(characters[index]) { index += 1 }
        return String(characters[start..<index])
    }

    private func isNumber(at index: Int) -> Bool { index < characters.count && characters[index].isNumber }

    private static func startsName(_ character: Character) -> Bool { character.isLetter || character == "_" }

    private static func continuesName(_ character: Character) -> Bool {
        startsName(character) || character.isNumber || character == "-" || character == "."
    }
}
