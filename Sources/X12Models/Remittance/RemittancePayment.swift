public import X12Text

/// The payment itself: how much, how and from which account to which (BPR).
public struct RemittancePayment: ModelPart {
    /// Whether money and remittance travel together (BPR01).
    public var handling: TransactionHandling?
    /// The total paid (BPR02), zero or more: the claims' payments less the provider adjustments.
    public var amount: ExactDecimal?
    /// Whether the amount is paid or taken (BPR03: `C` credit to the payee, `D` debit).
    public var creditOrDebit: String?
    /// How the money moves (BPR04).
    public var method: PaymentMethod?
    /// Format of a clearing house payment (BPR05: `CCP` or `CTX`).
    public var format: String?
    /// The payer's bank account (BPR06 to BPR11); nil for a check or no payment.
    public var payerAccount: PayerBankAccount?
    /// The payee's bank account (BPR12 to BPR15); nil for a check or no payment.
    public var payeeAccount: PayeeBankAccount?
    /// Date of the check, or the day when the transfer takes effect (BPR16).
    public var date: CalendarDate?

    /// An empty payment.
    public init() {}

    /// Walks BPR.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        guard visitor.enter("BPR") else { return }
        visitor.code(1, "handling", &handling)
        visitor.decimal(2, "amount", &amount)
        visitor.text(3, "creditOrDebit", &creditOrDebit)
        visitor.code(4, "method", &method)
        visitor.text(5, "format", &format)
        visitor.part("payerAccount", &payerAccount)
        visitor.part("payeeAccount", &payeeAccount)
        visitor.date(16, "date", &date)
        visitor.leave()
    }
}
