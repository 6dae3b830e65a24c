/// Whether money and remittance travel together, and who moves what: BPR01.
public struct TransactionHandling: CodeValue {
    /// The code as it is sent.
    public let rawValue: String

    /// Wraps the code as it is sent.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Payment and remittance travel together (`C`).
    public static let paymentWithRemittance = Self(rawValue: "C")
    /// Only the payment is made here (`D`).
    public static let paymentOnly = Self(rawValue: "D")
    /// Nothing is paid: a notice (`H`).
    public static let notificationOnly = Self(rawValue: "H")
    /// Only the remittance; the payment travels apart (`I`).
    public static let remittanceOnly = Self(rawValue: "I")
    /// Tests accounts before the first transfer; nothing is paid (`P`).
    public static let prenotification = Self(rawValue: "P")
    /// The bank sends payment and remittance on apart (`U`).
    public static let splitPayment = Self(rawValue: "U")
    /// The bank may send payment and remittance on apart (`X`).
    public static let splitAtBanksChoice = Self(rawValue: "X")
}
