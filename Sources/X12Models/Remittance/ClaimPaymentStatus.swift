/// How a payer dealt with a claim: CLP02.
public struct ClaimPaymentStatus: CodeValue {
    /// The code as it is sent.
    public let rawValue: String

    /// Wraps the code as it is sent.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Paid as the first payer (`1`).
    public static let processedAsPrimary = Self(rawValue: "1")
    /// Paid as the second payer (`2`).
    public static let processedAsSecondary = Self(rawValue: "2")
    /// Paid as the third payer (`3`).
    public static let processedAsTertiary = Self(rawValue: "3")
    /// Denied: the patient or the whole claim is not covered here (`4`).
    public static let denied = Self(rawValue: "4")
    /// Paid as the first payer and sent on to the next (`19`).
    public static let processedAsPrimaryForwarded = Self(rawValue: "19")
    /// Paid as the second payer and sent on to the next (`20`).
    public static let processedAsSecondaryForwarded = Self(rawValue: "20")
    /// Paid as the third payer and sent on to the next (`21`).
    public static let processedAsTertiaryForwarded = Self(rawValue: "21")
    /// Takes back an earlier payment; its amounts have the opposite sign (`22`).
    public static let reversal = Self(rawValue: "22")
    /// Not this payer's claim, sent on (`23`).
    public static let notOurClaimForwarded = Self(rawValue: "23")
    /// Says what would be paid; nothing is (`25`).
    public static let predetermination = Self(rawValue: "25")

    /// Whether the payer sent the claim on to another payer (`19`, `20`, `21`, `23`).
    public var isForwarded: Bool {
        switch self {
        case .processedAsPrimaryForwarded, .processedAsSecondaryForwarded, .processedAsTertiaryForwarded,
            .notOurClaimForwarded:
            true
        default: false
        }
    }
}
