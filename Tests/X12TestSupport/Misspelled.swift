import Foundation

/// Segments whose identifiers are not as the standard has them, but can be read.
public enum Misspelled {
    /// What stands for an identifier: small letters, capitals and small letters, a blank behind it.
    public static let spellings: [@Sendable (String) -> String] = [
        { $0.lowercased() }, { $0.prefix(1) + $0.dropFirst().lowercased() }, { $0 + " " },
    ]

    /// A text with the identifier of the first segment of a kind spelled in another way.
    public static func text(_ text: String, _ identifier: String, _ spelling: (String) -> String) -> String {
        guard let range = text.firstRange(of: "\n\(identifier)*") else { return text }
        return text.replacingCharacters(in: range, with: "\n\(spelling(identifier))*")
    }
}
