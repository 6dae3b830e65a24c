public import X12Text

/// A quantity with the qualifier that says what is counted: a repeating QTY.
public struct QualifiedQuantity: ModelPart {
    /// What is counted (QTY01: `CA` covered, `CD` coinsured, `LA` lifetime reserve used, `OU` outlier days,
    /// `VS` visits, `PS` prescriptions; `ZK` to `ZO` are kept for mandated programs).
    public var qualifier: String?
    /// How many (QTY02).
    public var quantity: ExactDecimal?

    /// An empty quantity.
    public init() {}

    /// Walks QTY01 and QTY02.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "qualifier", &qualifier)
        visitor.decimal(2, "quantity", &quantity)
    }
}
