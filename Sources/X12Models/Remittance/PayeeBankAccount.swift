/// The account that a payment goes to: BPR12 to BPR15.
public struct PayeeBankAccount: ModelPart {
    /// What kind of bank number follows (BPR12: `01` US routing number, `04` Canadian bank and branch).
    public var bankQualifier: String?
    /// The bank's number (BPR13, 3 to 12 characters).
    public var bankNumber: String?
    /// The kind of account (BPR14: `DA` demand deposit, `SG` savings).
    public var accountQualifier: String?
    /// The account's number (BPR15, 1 to 35 characters).
    public var accountNumber: String?

    /// An empty account.
    public init() {}

    /// Walks BPR12 to BPR15.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(12, "bankQualifier", &bankQualifier)
        visitor.text(13, "bankNumber", &bankNumber)
        visitor.text(14, "accountQualifier", &accountQualifier)
        visitor.text(15, "accountNumber", &accountNumber)
    }
}
