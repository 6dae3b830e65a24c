/// What the base standard asks of an element, before any guide narrows it.
public enum Requirement: String, Sendable, Equatable {
    /// Mandatory wherever its segment or composite is.
    case mandatory = "M"
    /// Optional.
    case optional = "O"
    /// Takes part in a relational condition, which decides.
    case relational = "X"
}
