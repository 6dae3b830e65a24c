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
    /// How many adjustments a CAS has room for.
    static let capacity = 6
    static let sharedElements = 1
    static let itemElements = 3

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
        visitor.groups(2, stride: Self.itemElements, count: Self.capacity, "details", &details)
    }

    /// The position behind the last adjustment that shares the segment which begins with one.
    private static func end(_ adjustments: UnsafeBufferPointer<Adjustment>, from first: Int) -> Int {
        let limit = min(adjustments.count, first + capacity)
        var next = first + 1
        while next < limit, adjustments[next].group == adjustments[first].group,
            !adjustments[next].beginsSegment
        {
            next += 1
        }
        return next
    }

    mutating func pack(_ adjustments: [Adjustment], from first: Int) -> Int {
        clear()
        group = adjustments[first].group
        let end = adjustments.withUnsafeBufferPointer { Self.end($0, from: first) }
        for adjustment in adjustments[first..<end] {
            details.append(
                Detail(
                    reason: adjustment.reason, amount: adjustment.amount, quantity: adjustment.quantity))
        }
        return end
    }

    static func show<Visitor: ModelVisitor>(
        _ adjustments: UnsafeMutableBufferPointer<Adjustment>, from first: Int, to visitor: inout Visitor
    ) -> Int {
        let end = end(UnsafeBufferPointer(adjustments), from: first)
        visitor.text(1, "group", &adjustments[first].group)
        for index in first..<end {
            let place = 2 + 3 * (index - first)
            visitor.text(place, "reason", &adjustments[index].reason)
            visitor.decimal(place + 1, "amount", &adjustments[index].amount)
            visitor.decimal(place + 2, "quantity", &adjustments[index].quantity)
        }
        return end
    }

    func unpack(to adjustments: inout [Adjustment], lastCount: Int) {
        let hadRoom = lastCount > 0 && lastCount < Self.capacity && adjustments.last?.group == group
        if adjustments.isEmpty { adjustments.reserveCapacity(details.count) }
        for (index, detail) in details.enumerated() {
            var adjustment = Adjustment()
            adjustment.group = group
            adjustment.reason = detail.reason
            adjustment.amount = detail.amount
            adjustment.quantity = detail.quantity
            adjustment.beginsSegment = hadRoom && index == 0
            adjustments.append(adjustment)
        }
    }

    mutating func clear() {
        group = nil
        details.removeAll(keepingCapacity: true)
    }

    /// A CAS without any adjustment comes to none.
    var isLossless: Bool { !details.isEmpty }
}
