import X12Text

/// One PLB: a provider, a fiscal period, and up to six adjustments.
struct ProviderAdjustmentSegment: SegmentPacking {
    /// How many adjustments a PLB has room for.
    static let capacity = 6
    static let sharedElements = 2
    static let itemElements = 2

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

    mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "providerIdentifier", &providerIdentifier)
        visitor.date(2, "fiscalPeriodDate", &fiscalPeriodDate)
        visitor.groups(3, stride: Self.itemElements, count: Self.capacity, "details", &details)
    }

    /// Whether an adjustment is of the provider and fiscal period of this segment.
    private func isOf(_ adjustment: ProviderAdjustment) -> Bool {
        providerIdentifier == adjustment.providerIdentifier && fiscalPeriodDate == adjustment.fiscalPeriodDate
    }

    mutating func pack(_ adjustments: [ProviderAdjustment], from first: Int) -> Int {
        clear()
        providerIdentifier = adjustments[first].providerIdentifier
        fiscalPeriodDate = adjustments[first].fiscalPeriodDate
        var next = first
        while next < adjustments.count, details.count < Self.capacity, isOf(adjustments[next]),
            next == first || !adjustments[next].beginsSegment
        {
            details.append(Detail(adjustments[next]))
            next += 1
        }
        return next
    }

    static func show<Visitor: ModelVisitor>(
        _ adjustments: UnsafeMutableBufferPointer<ProviderAdjustment>, from first: Int,
        to visitor: inout Visitor
    ) -> Int {
        // There are a few of them in a remittance.
        var segment = Self()
        let next = segment.pack(Array(adjustments), from: first)
        segment.show(to: &visitor)
        return next
    }

    func unpack(to adjustments: inout [ProviderAdjustment], lastCount: Int) {
        let hadRoom =
            lastCount > 0 && lastCount < Self.capacity && adjustments.last.map { isOf($0) } ?? false
        // A PLB without any adjustment is still one that was sent.
        let details = self.details.isEmpty ? [Detail()] : self.details
        for (index, detail) in details.enumerated() {
            var adjustment = ProviderAdjustment()
            adjustment.providerIdentifier = providerIdentifier
            adjustment.fiscalPeriodDate = fiscalPeriodDate
            adjustment.reason = detail.reason
            adjustment.identifier = detail.identifier
            adjustment.amount = detail.amount
            adjustment.beginsSegment = hadRoom && index == 0
            adjustments.append(adjustment)
        }
    }

    mutating func clear() {
        providerIdentifier = nil
        fiscalPeriodDate = nil
        details.removeAll(keepingCapacity: true)
    }

    /// Each PLB comes to an adjustment at least.
    var isLossless: Bool { true }
}
