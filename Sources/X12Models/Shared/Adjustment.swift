public import X12Text

/// One reason why a payer paid another amount than was charged: a triplet of CAS.
///
/// A claim's or line's adjustments are one flat list. Written as X12, neighbours of one group share a CAS,
/// up to six in each.
public struct Adjustment: ModelPart {
    /// Who is responsible for the amount (CAS01: `CO`, `CR`, `OA`, `PI`, `PR`).
    public var group: String?
    /// Why (CAS02, 05, 08, 11, 14, 17): a claim adjustment reason code.
    public var reason: String?
    /// The amount taken off the charge (CAS03, 06, 09, 12, 15, 18); negative when it was added.
    public var amount: ExactDecimal?
    /// The units taken off (CAS04, 07, 10, 13, 16, 19).
    public var quantity: ExactDecimal?
    /// Set where the sender began a CAS although the one before was of the same group and had room.
    public var beginsSegment: Bool = false

    /// An empty adjustment.
    public init() {}

    /// Walks the properties; as X12 an adjustment is packed into CAS with its neighbours.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "group", &group)
        visitor.text(2, "reason", &reason)
        visitor.decimal(3, "amount", &amount)
        visitor.decimal(4, "quantity", &quantity)
        visitor.flag("beginsSegment", &beginsSegment)
    }
}

extension ModelVisitor {
    /// The adjustments of a claim or line: a flat list as properties, CAS segments as X12.
    mutating func adjustments(_ name: StaticString, _ adjustments: inout [Adjustment]) {
        packed(SegmentKey("CAS"), name, &adjustments, as: AdjustmentSegment.self)
    }
}

/// One CAS: a group and up to six triplets.
struct AdjustmentSegment: SegmentPacking {
    var group: String?
    var details: [Detail] = []

    /// Reason, amount and quantity.
    struct Detail: ModelPart {
        var reason: String?
        var amount: ExactDecimal?
        var quantity: ExactDecimal?

        mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
            visitor.text(1, "reason", &reason)
            visitor.decimal(2, "amount", &amount)
            visitor.decimal(3, "quantity", &quantity)
        }
    }

    mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "group", &group)
        visitor.groups(2, stride: 3, count: 6, "details", &details)
    }

    static func pack(_ adjustments: [Adjustment]) -> [AdjustmentSegment] {
        var packed: [AdjustmentSegment] = []
        for adjustment in adjustments {
            let detail = Detail(
                reason: adjustment.reason, amount: adjustment.amount, quantity: adjustment.quantity)
            if let last = packed.last, last.group == adjustment.group, last.details.count < 6,
                !adjustment.beginsSegment
            {
                packed[packed.count - 1].details.append(detail)
            } else {
                packed.append(AdjustmentSegment(group: adjustment.group, details: [detail]))
            }
        }
        return packed
    }

    static func unpack(_ packed: [AdjustmentSegment]) -> [Adjustment] {
        var adjustments: [Adjustment] = []
        var previous: AdjustmentSegment?
        for segment in packed {
            let hasRoom = previous.map { $0.group == segment.group && $0.details.count < 6 } ?? false
            for (index, detail) in segment.details.enumerated() {
                var adjustment = Adjustment()
                adjustment.group = segment.group
                adjustment.reason = detail.reason
                adjustment.amount = detail.amount
                adjustment.quantity = detail.quantity
                adjustment.beginsSegment = hasRoom && index == 0
                adjustments.append(adjustment)
            }
            previous = segment
        }
        return adjustments
    }

    /// A CAS without any adjustment comes to none.
    static func isLossless(_ segments: [AdjustmentSegment]) -> Bool {
        segments.allSatisfy { !$0.details.isEmpty }
    }
}
