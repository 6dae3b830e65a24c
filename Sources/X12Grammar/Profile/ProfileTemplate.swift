/// Words that a payer wants in a note, with fields between braces: `BENEFIT CODE {code}`.
public struct ProfileTemplate: Hashable, Sendable {
    /// A piece of the words.
    public enum Part: Hashable, Sendable {
        /// Said as it stands.
        case words(String)
        /// A field, by its name.
        case field(String)
    }

    /// The pieces, in their order.
    public let parts: [Part]
    /// The regular expression of each field that has one, by its name; others take any text.
    public var forms: [String: String]

    /// The names of the fields, in the order in which they stand.
    public var fields: [String] {
        parts.compactMap { part in if case .field(let name) = part { name } else { nil } }
    }

    /// Reads a template's words; `nil` for a brace without its other one, a field without a name, or no words at all.
    public init?(_ text: String, forms: [String: String] = [:]) {
        var parts: [Part] = []
        var rest = Substring(text)
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            if brace > rest.startIndex { parts.append(.words(String(rest[..<brace]))) }
            guard rest[brace] == "{", let end = rest.firstIndex(of: "}") else { return nil }
            let name = rest[rest.index(after: brace)..<end]
            guard !name.isEmpty, !name.contains("{") else { return nil }
            parts.append(.field(String(name)))
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { parts.append(.words(String(rest))) }
        guard !parts.isEmpty else { return nil }
        self.parts = parts
        self.forms = forms
    }

    /// The words as they are written in a profile.
    public var text: String {
        parts.map { part in
            switch part {
            case .words(let words): words
            case .field(let name): "{\(name)}"
            }
        }.joined()
    }

    /// The words for people: `BENEFIT CODE <code>`.
    public var words: String {
        parts.map { part in
            switch part {
            case .words(let words): words
            case .field(let name): "<\(name)>"
            }
        }.joined()
    }

    /// The words with their fields filled in; `nil` when one is not given.
    public func filled(with values: [String: String]) -> String? {
        var text = ""
        for part in parts {
            switch part {
            case .words(let words): text += words
            case .field(let name):
                guard let value = values[name], !value.isEmpty else { return nil }
                text += value
            }
        }
        return text
    }

    /// A regular expression of the whole text.
    public var pattern: String {
        parts.map { part in
            switch part {
            case .words(let words): Self.literal(words)
            case .field(let name): "(?:" + (forms[name] ?? ".+") + ")"
            }
        }.joined()
    }

    /// Words that mean only themselves.
    private static func literal(_ words: String) -> String {
        var pattern = ""
        for character in words {
            if !character.isLetter, !character.isNumber, character != " " { pattern.append("\\") }
            pattern.append(character)
        }
        return pattern
    }
}
