/// A segment that holds several items of a list: CAS with up to six adjustments.
///
/// As properties the items are one flat list; as X12 neighbours share a segment. A decoder's instance goes through all segments
/// of a list, so that its memory is used again.
public protocol SegmentPacking: ModelPart {
    /// What the list holds.
    associatedtype Item: ModelPart

    /// How many elements at the segment's beginning belong to each of its items (CAS01). An item's walk has the places of the
    /// first item of a segment.
    static var sharedElements: Int { get }
    /// How many elements each item has behind these for itself (CAS02 to CAS04).
    static var itemElements: Int { get }
    /// How many items a segment has room for.
    static var capacity: Int { get }

    /// Becomes the segment of the items that share one, from one on.
    ///
    /// - Parameters:
    ///   - items: The list.
    ///   - first: The position of the first one to take.
    /// - Returns: The position behind the last one taken.
    mutating func pack(_ items: [Item], from first: Int) -> Int

    /// Shows the segment of the items that share one, from one on, to a visitor that fills nothing in: what ``pack(_:from:)``
    /// and a walk come to, of items that stay where they are.
    ///
    /// - Parameters:
    ///   - items: The list.
    ///   - first: The position of the first one to show.
    ///   - visitor: Who looks at them.
    /// - Returns: The position behind the last one shown.
    static func show<Visitor: ModelVisitor>(
        _ items: UnsafeMutableBufferPointer<Item>, from first: Int, to visitor: inout Visitor
    ) -> Int

    /// Gives out the items that the segment holds.
    ///
    /// - Parameters:
    ///   - items: The list that they are appended to, with those of all segments before.
    ///   - lastCount: How many of them the segment before came to; 0 when there is none.
    func unpack(to items: inout [Item], lastCount: Int)

    /// Becomes empty, but keeps its memory.
    mutating func clear()

    /// Whether what ``unpack(to:lastCount:)`` gives out is packed into a segment of the same text again.
    var isLossless: Bool { get }
}

extension SegmentPacking {
    /// All segments that a list comes to.
    static func pack(_ items: [Item]) -> [Self] {
        var segments: [Self] = []
        var next = 0
        while next < items.count {
            var segment = Self()
            next = segment.pack(items, from: next)
            segments.append(segment)
        }
        return segments
    }

    /// The list that segments come to.
    static func unpack(_ segments: [Self]) -> [Item] {
        var items: [Item] = []
        var lastCount = 0
        for segment in segments {
            let before = items.count
            segment.unpack(to: &items, lastCount: lastCount)
            lastCount = items.count - before
        }
        return items
    }
}
