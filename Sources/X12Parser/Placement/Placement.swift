/// Where a segment was placed.
public struct Placement: Hashable, Sendable, BitwiseCopyable {
    /// The segment's rule: an index into the guide's segments; -1 when nothing takes it.
    public var rule: Int32
    /// The instance of its loop, counted over the transaction set from 1; 0 outside a set.
    public var loopInstance: Int32
    /// What there was to say about it.
    public var remarks: Remarks

    /// Creates a placement.
    public init(rule: Int32, loopInstance: Int32, remarks: Remarks) {
        self.rule = rule
        self.loopInstance = loopInstance
        self.remarks = remarks
    }

    /// Nothing takes the segment.
    public static let none = Placement(rule: -1, loopInstance: 0, remarks: [])

    /// What comes behind the segment has to be looked at before it can be placed.
    static let undecided = Placement(rule: -2, loopInstance: 0, remarks: [])

    /// What there is to say about a placement.
    public struct Remarks: OptionSet, Hashable, Sendable, BitwiseCopyable {
        /// The bits.
        public let rawValue: UInt8
        /// Creates a set from its bits.
        @inlinable
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The segment opens an instance of its loop.
        @inlinable public static var opensLoop: Remarks { Remarks(rawValue: 1) }
        /// The segment comes after something the guide puts behind it.
        @inlinable public static var late: Remarks { Remarks(rawValue: 2) }
        /// The value that tells it from its siblings is none that the guide lists.
        @inlinable public static var lenient: Remarks { Remarks(rawValue: 4) }
        /// The segment stands before another that the guide's table lists earlier: out of the listing's order,
        /// be it allowed (the two share a position) or not. Or it is not quite what the guide lists here: its
        /// identifier is misspelt, its loop's first segment is missing or mistaken.
        @inlinable public static var unlisted: Remarks { Remarks(rawValue: 8) }
        /// The segment opens a loop although the loops around it were never opened.
        @inlinable public static var orphan: Remarks { Remarks(rawValue: 32) }
        /// The segment belongs to a loop that nothing takes; it was reported with that loop.
        @inlinable public static var inUnknownLoop: Remarks { Remarks(rawValue: 16) }
        /// The segment opens an instance of its loop, whose own first segment was left out before it; with ``orphan``, of
        /// the loop around its own, and its own opens inside. With ``late`` that first segment comes right behind.
        @inlinable public static var openerMissing: Remarks { Remarks(rawValue: 64) }
        /// The segment opens a loop with a telling value that is none of the loop's; it was reported.
        @inlinable public static var openerMistaken: Remarks { Remarks(rawValue: 128) }
    }
}
