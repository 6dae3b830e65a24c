/// A relational condition of a segment: `P0304` says that elements 3 and 4 come together.
public struct SyntaxNote: Sendable, Equatable {
    /// The kind of condition.
    public var kind: Kind
    /// The positions it speaks of, the first being the condition's subject for C and L.
    public var positions: [Int]

    /// Creates a note.
    public init(_ kind: Kind, _ positions: [Int]) {
        self.kind = kind
        self.positions = positions
    }

    /// The kinds of condition, by the letter the standard prints.
    public enum Kind: String, Sendable, Equatable {
        /// Paired: all or none.
        case paired = "P"
        /// Required: at least one.
        case required = "R"
        /// Exclusion: at most one.
        case exclusion = "E"
        /// Conditional: if the first, then all others.
        case conditional = "C"
        /// List conditional: if the first, then at least one other.
        case listConditional = "L"
    }
}
