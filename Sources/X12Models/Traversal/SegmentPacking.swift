/// A segment that holds several items of a list: CAS with up to six adjustments.
///
/// As properties the items are one flat list; as X12 neighbours share a segment.
public protocol SegmentPacking: ModelPart {
    /// What the list holds.
    associatedtype Item: ModelPart

    /// The segments that a list comes to.
    static func pack(_ items: [Item]) -> [Self]
    /// The list that segments come to.
    static func unpack(_ segments: [Self]) -> [Item]
    /// Whether packing what ``unpack(_:)`` makes of segments gives segments of the same text again.
    static func isLossless(_ segments: [Self]) -> Bool
}
