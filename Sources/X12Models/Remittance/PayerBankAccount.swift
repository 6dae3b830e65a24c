/// The account that a payment is taken from: BPR06 to BPR11.
public struct PayerBankAccount: ModelPart {
    /// What kind of bank number follows (BPR06: `01` US routing number, `04` Canadian bank and branch).
    public var bankQualifier: String?
    /// The bank's number (BPR07, 3 to 12 characters).
    public var bankNumber: String?
    /// The kind of account (BPR08: `DA` demand deposit).
    public var accountQualifier: String?
    /// The account's number (BPR09, 1 to 35 characters).
    public var accountNumber: String?
    /// The payer as its bank knows it (BPR10, 10 characters), as in ``RemittanceTrace/payerIdentifier``.
    public var originatorIdentifier: String?
    /// A code that the payer's own divisions use (BPR11, 9 characters).
    public var supplementalCode: String?

    /// An empty account.
    public init() {}

    /// Walks BPR06 to BPR11.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(6, "bankQualifier", &bankQualifier)
        visitor.text(7, "bankNumber", &bankNumber)
        visitor.text(8, "accountQualifier", &accountQualifier)
        visitor.text(9, "accountNumber", &accountNumber)
        visitor.text(10, "originatorIdentifier", &originatorIdentifier)
        visitor.text(11, "supplementalCode", &supplementalCode)
    }
}
