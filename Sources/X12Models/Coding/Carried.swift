/// What came with a part and has no place in it: odd spellings, segments the guide does not know, an order
/// other than the guide's, unusual line ends. It makes writing give the received bytes again.
///
/// Nothing in it is in the way of a change. While the part comes to the same segments, of a spelling what still reads as the
/// values is used. Once it comes to more, fewer or other segments, a spelling goes with the segment that still reads as it,
/// whatever its number is now, and is left out where there is none; an order is left out.
public struct Carried: Sendable, Equatable {
    /// Segments spelled otherwise than the part's values are written: `100.00`, superfluous separators,
    /// elements the guide does not use, values that could not be read.
    public var spellings: [Spelling] = []
    /// Segments the part does not write at all.
    public var segments: [Segment] = []
    /// Segments the part writes that were not received, such as the first of a loop in which nothing is set, or an `LS`
    /// before parties; left out as long as they are written like this.
    public var omitted: [Spelling] = []
    /// The order received, where it is not the guide's: for each place the number of the segment, from 1,
    /// in the guide's order.
    public var order: [Int] = []
    /// The digest of the places of all segments that the part wrote when this was set down, by which it is seen whether it
    /// comes to the same ones still; 0 where that is not known.
    public var layout = 0
    /// What stood before segments, where it is not the interchange's usual line end.
    public var leading: [Leading] = []
    /// What stood behind the last segment of the input.
    public var trailing: CarriedText?
    /// Whether the last segment had no terminator.
    public var isCut = false

    /// Nothing carried.
    public init() {}

    /// Whether there is nothing.
    public var isEmpty: Bool { self == Carried() }

    /// The spelling of one of the segments that the part writes.
    public struct Spelling: Sendable, Equatable {
        /// The number of the segment, from 1, among those the part writes, in the guide's order.
        public var segment: Int
        /// The segment as received.
        public var text: CarriedText
    }

    /// A segment the part does not write.
    public struct Segment: Sendable, Equatable {
        /// Its place among all segments received, from 1.
        public var position: Int
        /// The segment as received.
        public var text: CarriedText
        /// Where the part has room for the segment, but could not read it or holds another one there: loop
        /// and key of the place (`2400 DTP 472`). It is left out once the part writes more segments there
        /// than `beside`.
        public var place: String?
        /// How many segments of that place the part wrote when this one was set aside.
        public var beside = 0
    }

    /// What stood before a segment.
    public struct Leading: Sendable, Equatable {
        /// The segment's place among all segments received, from 1.
        public var position: Int
        /// The bytes.
        public var text: CarriedText
    }
}
