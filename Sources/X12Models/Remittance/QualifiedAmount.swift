public import X12Text

/// Money with the qualifier that says what it is: a repeating AMT.
public struct QualifiedAmount: ModelPart {
    /// What the amount is (AMT01: `AU` coverage, `B6` allowed, `D8` discount, `I` interest, `F5` paid by the
    /// patient, `T` tax; `ZK` to `ZO` are kept for mandated programs).
    public var qualifier: String?
    /// The amount (AMT02), in the remittance's currency.
    public var amount: ExactDecimal?

    /// An empty amount.
    public init() {}

    /// Walks AMT01 and AMT02.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "qualifier", &qualifier)
        visitor.decimal(2, "amount", &amount)
    }
}
