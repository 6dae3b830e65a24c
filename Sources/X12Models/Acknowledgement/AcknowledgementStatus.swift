/// What became of an interchange, a functional group or a transaction set (TA104, AK901, IK501).
public struct AcknowledgementStatus: CodeValue {
    /// The code as it is sent.
    public let rawValue: String

    /// Wraps the code as it is sent.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Accepted.
    public static let accepted = Self(rawValue: "A")
    /// Accepted, though errors were found.
    public static let acceptedWithErrors = Self(rawValue: "E")
    /// Some transaction sets of a group were rejected, the others accepted (AK901 only).
    public static let partlyAccepted = Self(rawValue: "P")
    /// Rejected: it has to be sent again.
    public static let rejected = Self(rawValue: "R")
}
