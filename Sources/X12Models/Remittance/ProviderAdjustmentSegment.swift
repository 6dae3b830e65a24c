import X12Text

/// One PLB: a provider, a fiscal period, and up to six adjustments.
struct ProviderAdjustmentSegment: SegmentPacking {
    /// How many adjustments a PLB has room for.
    static let capacity = 6

    var providerIdentifier: String?
    var fiscalPeriodDate: CalendarDate?
    var details: [Detail] = []

    /// Reason, identifier and amount.
    struct Detail: ModelPart {
        var reason: ProviderAdjustmentReason?
        var identifier: String?
        var amount: ExactDecimal?

        init() {}

        init(_ adjustment: ProviderAdjustment) {
            reason = adjustment.reason
            identifier = adjustment.identifier
            amount = adjustment.amount
        }

        mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
            visitor.code(1, 1, "reason", &reason)
            visitor.text(1, 2, "identifier", &identifier)
            visitor.decimal(2, "amount", &amount)
        }
    }

    init() {}

    init(for adjustment: ProviderAdjustment) {
        providerIdentifier = adjustment.providerIdentifier
        fiscalPeriodDate = adjustment.fiscalPeriodDate
    }

    mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "providerIdentifier", &providerIdentifier)
        visitor.date(2, "fiscalPeriodDate", &fiscalPeriodDate)
        visitor.groups(3, stride: 2, count: Self.capacity, "details", &details)
    }

    /// Whether an adjustment of this provider and fiscal period would go into this segment.
    private func takes(provider: String?, fiscalPeriod: CalendarDate?) -> Bool {
        providerIdentifier == provider && fiscalPeriodDate == fiscalPeriod && details.count < Self.capacity
    }

    static func pack(_ adjustments: [ProviderAdjustment]) -> [ProviderAdjustmentSegment] {
        var packed: [ProviderAdjustmentSegment] = []
        for adjustment in adjustments {
            let shares =
                packed.last?.takes(
                    provider: adjustment.providerIdentifier, fiscalPeriod: adjustment.fiscalPeriodDate)
                ?? false
            if !shares || adjustment.beginsSegment {
                packed.append(ProviderAdjustmentSegment(for: adjustment))
            }
            packed[packed.count - 1].details.append(Detail(adjustment))
        }
        return packed
    }

    static func unpack(_ packed: [ProviderAdjustmentSegment]) -> [ProviderAdjustment] {
        var adjustments: [ProviderAdjustment] = []
        var previous: ProviderAdjustmentSegment?
        for segment in packed {
            let hadRoom =
                previous?.takes(
                    provider: segment.providerIdentifier, fiscalPeriod: segment.fiscalPeriodDate) ?? false
            // A PLB without any adjustment is still one that was sent.
            let details = segment.details.isEmpty ? [Detail()] : segment.details
            for (index, detail) in details.enumerated() {
                var adjustment = ProviderAdjustment()
                adjustment.providerIdentifier = segment.providerIdentifier
                adjustment.fiscalPeriodDate = segment.fiscalPeriodDate
                adjustment.reason = detail.reason
                adjustment.identifier = detail.identifier
                adjustment.amount = detail.amount
                adjustment.beginsSegment = hadRoom && index == 0
                adjustments.append(adjustment)
            }
            previous = segment
        }
        return adjustments
    }

    /// Each PLB comes to an adjustment at least.
    static func isLossless(_ segments: [ProviderAdjustmentSegment]) -> Bool { true }
}
