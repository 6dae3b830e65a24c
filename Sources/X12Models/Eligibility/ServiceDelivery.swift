public import X12Text

/// How much of a service a benefit allows, how often and when: HSD of loop 2110C or 2110D of a 271.
public struct ServiceDelivery: ModelPart {
    /// What the quantity counts (HSD01).
    public var quantityKind: BenefitQuantityKind?
    /// The quantity (HSD02).
    public var quantity: ExactDecimal?
    /// For each of which unit (HSD03: `DA` days, `MO` months, `VS` visits, `WK` weeks, `YR` years).
    public var unit: String?
    /// How many of that unit (HSD04).
    public var unitCount: ExactDecimal?
    /// Within which period (HSD05).
    public var period: BenefitPeriod?
    /// How many of that period (HSD06).
    public var periodCount: Int?
    /// On which days (HSD07: `A` Monday to Friday, `D` Monday, `W` whenever needed and more).
    public var deliveryFrequency: String?
    /// At which time of day (HSD08: `A` first shift, `D` morning, `E` afternoon, `G` any and more).
    public var deliveryTime: String?

    /// An empty delivery.
    public init() {}

    /// Walks the elements of an HSD that has been entered.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.code(1, "quantityKind", &quantityKind)
        visitor.decimal(2, "quantity", &quantity)
        visitor.text(3, "unit", &unit)
        visitor.decimal(4, "unitCount", &unitCount)
        visitor.code(5, "period", &period)
        visitor.integer(6, "periodCount", &periodCount)
        visitor.text(7, "deliveryFrequency", &deliveryFrequency)
        visitor.text(8, "deliveryTime", &deliveryTime)
    }
}
