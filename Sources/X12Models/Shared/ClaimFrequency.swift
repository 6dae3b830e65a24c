/// Whether a claim is new, or changes one sent before (CLM05-3, CLP09).
///
/// Changes name the payer's number of the earlier claim (``ClaimReferences/payerClaimControlNumber``).
public struct ClaimFrequency: CodeValue {
    /// The code as it is sent.
    public let rawValue: String

    /// Wraps the code as it is sent.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A new claim (`1`).
    public static let original = Self(rawValue: "1")
    /// Takes the place of an earlier claim (`7`).
    public static let replacement = Self(rawValue: "7")
    /// Takes an earlier claim back (`8`).
    public static let void = Self(rawValue: "8")
}
