/// Whether something must, may or must not be sent.
public enum Usage: String, Sendable, Equatable {
    /// Required wherever its parent is.
    case required = "R"
    /// Situational: required when the guide's condition holds.
    case situational = "S"
    /// Not used by this guide, though the base standard has it.
    case notUsed = "N"
}
