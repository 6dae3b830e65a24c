/// Whose trace number it is (TRN01).
public struct TraceType: CodeValue {
    /// The code as it is sent.
    public let rawValue: String

    /// Wraps the code as it is sent.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Set by who sends this transaction (`1`).
    public static let current = Self(rawValue: "1")
    /// Given back from the inquiry (`2`).
    public static let referenced = Self(rawValue: "2")
}
