public import X12Text

/// One amount taken from or added to a payment that belongs to no claim: a pair of PLB.
///
/// A remittance's provider adjustments are one flat list. Written as X12, neighbours of one provider and
/// fiscal period share a PLB, up to six in each.
public struct ProviderAdjustment: ModelPart {
    /// The provider (PLB01, 1 to 50 characters).
    public var providerIdentifier: String?
    /// Last day of the provider's fiscal year (PLB02); the last day of the calendar year when unknown.
    public var fiscalPeriodDate: CalendarDate?
    /// Why (PLB03-1, 05-1, 07-1, 09-1, 11-1, 13-1).
    public var reason: ProviderAdjustmentReason?
    /// What the amount refers to, such as a claim's number (PLB03-2 and so on, 1 to 50 characters).
    public var identifier: String?
    /// The amount taken from the payment (PLB04, 06, 08, 10, 12, 14); negative when it was added.
    public var amount: ExactDecimal?
    /// Set where the sender began a PLB although the one before was of the same provider and fiscal period
    /// and had room.
    public var beginsSegment: Bool = false

    /// An empty adjustment.
    public init() {}

    /// Walks PLB01, PLB02 and one pair of PLB03 and PLB04, as properties.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "providerIdentifier", &providerIdentifier)
        visitor.date(2, "fiscalPeriodDate", &fiscalPeriodDate)
        visitor.code(3, 1, "reason", &reason)
        visitor.text(3, 2, "identifier", &identifier)
        visitor.decimal(4, "amount", &amount)
        visitor.flag("beginsSegment", &beginsSegment)
    }
}

extension ModelVisitor {
    /// The adjustments of a payment as a whole: a flat list as properties, PLB segments as X12.
    mutating func providerAdjustments(_ name: StaticString, _ adjustments: inout [ProviderAdjustment]) {
        packed(SegmentKey("PLB"), name, &adjustments, as: ProviderAdjustmentSegment.self)
    }
}
