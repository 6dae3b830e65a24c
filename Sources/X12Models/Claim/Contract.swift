public import X12Text

/// The contract that sets the price: CN1 of a claim or a line.
public struct Contract: ModelPart {
    /// How the price is set (CN101: `01` diagnosis related group, `02` per diem, `05` capitated).
    public var contractType: String?
    /// The contract's amount (CN102).
    public var amount: ExactDecimal?
    /// The contract's percentage (CN103), or the allowance.
    public var percentage: ExactDecimal?
    /// The contract's code (CN104, 1 to 50 characters).
    public var code: String?
    /// The discount in percent (CN105).
    public var termsDiscountPercentage: ExactDecimal?
    /// The contract's version (CN106, 1 to 30 characters).
    public var version: String?

    /// An empty contract.
    public init() {}

    /// Walks CN1.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("CN1") {
            visitor.text(1, "contractType", &contractType)
            visitor.decimal(2, "amount", &amount)
            visitor.decimal(3, "percentage", &percentage)
            visitor.text(4, "code", &code)
            visitor.decimal(5, "termsDiscountPercentage", &termsDiscountPercentage)
            visitor.text(6, "version", &version)
            visitor.leave()
        }
    }
}
