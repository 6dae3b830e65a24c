/// A value taken out of the data, tagged by what it is, so that printing can keep a person's values back.
public struct Fact: Hashable, Sendable {
    /// The value, as it was sent.
    public let text: String
    /// What the value is.
    public let kind: Kind

    /// Tags a value.
    public init(_ text: String, _ kind: Kind) {
        self.text = text
        self.kind = kind
    }

    /// What a value out of the data is.
    public enum Kind: Hashable, Sendable {
        /// Money.
        case amount
        /// A code of a code list, a qualifier, a segment identifier.
        case code
        /// A number of things, a length, a control number.
        case count
        /// A date or time.
        case date
        /// An identifier of a person, a provider, a claim.
        case identifier
        /// Free text: names, addresses, notes.
        case text
    }

    /// Whether the value may be printed without being asked for: amounts, codes and counts are nobody's own.
    public var isPublic: Bool {
        switch kind {
        case .amount, .code, .count: true
        case .date, .identifier, .text: false
        }
    }
}
