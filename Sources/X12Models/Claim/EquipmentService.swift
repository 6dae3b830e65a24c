public import X12Text

/// Rent or purchase of durable medical equipment: SV5.
public struct EquipmentService: ModelPart {
    /// The equipment, the same code as the line's (SV501-2).
    public var procedureCode: String?
    /// For how many days it is needed (SV503).
    public var lengthOfNecessity: ExactDecimal?
    /// What the rent is (SV504).
    public var rentalPrice: ExactDecimal?
    /// What it costs to buy (SV505).
    public var purchasePrice: ExactDecimal?
    /// What the rent is paid for (SV506: `1` a week, `4` a month, `6` a day).
    public var rentalPeriod: String?

    /// An empty service.
    public init() {}

    /// Walks SV5.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("SV5") {
            visitor.constant(1, 1, "HC")
            visitor.text(1, 2, "procedureCode", &procedureCode)
            visitor.constant(2, "DA")
            visitor.decimal(3, "lengthOfNecessity", &lengthOfNecessity)
            visitor.decimal(4, "rentalPrice", &rentalPrice)
            visitor.decimal(5, "purchasePrice", &purchasePrice)
            visitor.text(6, "rentalPeriod", &rentalPeriod)
            visitor.leave()
        }
    }
}
