/// Whether a claim, a batch or a line was accepted (STC03 of the 277CA).
public struct StatusAction: CodeValue {
    /// The code as it is sent.
    public let rawValue: String

    /// Wraps the code as it is sent.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Accepted.
    public static let accept = Self(rawValue: "WQ")
    /// Rejected.
    public static let reject = Self(rawValue: "U")
}
