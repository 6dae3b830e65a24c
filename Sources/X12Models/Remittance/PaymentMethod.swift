/// How money moves: BPR04.
public struct PaymentMethod: CodeValue {
    /// The code as it is sent.
    public let rawValue: String

    /// Wraps the code as it is sent.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Transfer through the automated clearing house (`ACH`).
    public static let clearingHouse = Self(rawValue: "ACH")
    /// Whatever way the bank chooses (`BOP`).
    public static let banksChoice = Self(rawValue: "BOP")
    /// Check (`CHK`).
    public static let check = Self(rawValue: "CHK")
    /// Wire transfer (`FWT`).
    public static let wire = Self(rawValue: "FWT")
    /// No payment, as with a total of zero (`NON`).
    public static let none = Self(rawValue: "NON")
}
