public import X12Text

/// The price of a service bought from another provider: PS1.
public struct PurchasedService: ModelPart {
    /// The provider it was bought from, as in 2420B (PS101, 1 to 50 characters).
    public var providerIdentifier: String?
    /// What it cost (PS102).
    public var chargeAmount: ExactDecimal?

    /// An empty service.
    public init() {}

    /// Walks PS1.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("PS1") {
            visitor.text(1, "providerIdentifier", &providerIdentifier)
            visitor.decimal(2, "chargeAmount", &chargeAmount)
            visitor.leave()
        }
    }
}
