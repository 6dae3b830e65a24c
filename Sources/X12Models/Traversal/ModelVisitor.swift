public import X12Text

/// What looks at a model part while it is walked through.
///
/// Positions are the guide's: element from 1, component from 1 or 0 for the whole element. Inside a
/// composite (``composite(_:_:_:)``) "element" is the component; inside a group of elements
/// (``groups(_:stride:count:_:_:)``) positions count from the group's start. Names are JSON's.
public protocol ModelVisitor {
    /// Whether properties (JSON) are visited rather than segments (X12).
    ///
    /// Adjustments, for one, are a flat list as properties and triplets of CAS as segments.
    static var visitsProperties: Bool { get }
    /// Whether values are filled in (from X12, from JSON) rather than shown.
    static var decodes: Bool { get }
    /// Whether values may be other ones afterwards: those of a visitor that fills them in, or changes some.
    static var changes: Bool { get }

    /// Begins a segment; its elements follow when the answer is true, then ``leave()``.
    mutating func enter(_ key: SegmentKey) -> Bool
    /// Ends the segment that was begun.
    mutating func leave()

    /// An element that has one value here, which the model therefore does not hold (`NM101` = `85`).
    mutating func constant(_ element: Int, _ component: Int, _ value: StaticString)
    /// Text, and codes without a type of their own.
    mutating func text(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout String?)
    /// Money, rates, quantities.
    mutating func decimal(
        _ element: Int, _ component: Int, _ name: StaticString, _ value: inout ExactDecimal?)
    /// A whole number.
    mutating func integer(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout Int?)
    /// A whole number that counts the parts of a list from 1 (LX01), of an element that is not a component.
    mutating func ordinal(_ element: Int, _ name: StaticString, _ value: inout Int?)
    /// A date, CCYYMMDD.
    mutating func date(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout CalendarDate?)
    /// A time of day.
    mutating func time(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout ClockTime?)
    /// A date, range or time (element 1251) with its format qualifier (element 1250) at `qualifier`.
    mutating func period(
        _ qualifier: Int, _ element: Int, _ name: StaticString, _ value: inout DateTimePeriod?)
    /// Neighbouring elements of one meaning (remark codes MOA03 to MOA07); an empty text is a gap.
    mutating func texts(_ elements: ClosedRange<Int>, _ name: StaticString, _ values: inout [String])
    /// The repetitions of one element; an empty text is an empty repetition.
    mutating func repetitions(_ element: Int, _ name: StaticString, _ values: inout [String])

    /// A mark that only properties have: X12 says it by how segments are laid out.
    mutating func flag(_ name: StaticString, _ value: inout Bool)

    /// A composite element as a part of its own.
    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part?)
    /// Neighbouring composites of one meaning (HI01 to HI12); an empty part is a gap.
    mutating func composites<Part: ModelPart>(
        _ elements: ClosedRange<Int>, _ name: StaticString, _ parts: inout [Part])
    /// Runs of `stride` elements of one meaning, up to `count` of them from `start` on (PER03 to PER08).
    mutating func groups<Part: ModelPart>(
        _ start: Int, stride: Int, count: Int, _ name: StaticString, _ parts: inout [Part])

    /// Properties that belong together under a name, from elements or segments right here.
    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part?)
    /// A segment that may repeat; each part walks through one occurrence's elements (it does not enter).
    mutating func segments<Part: ModelPart>(
        _ key: SegmentKey, _ name: StaticString, _ parts: inout [Part])
    /// A segment that occurs at most once; its part walks through its elements (it does not enter). The part is there when the
    /// segment is, also when nothing but constants stands in it (`PER*CX`).
    mutating func segment<Part: ModelPart>(_ key: SegmentKey, _ name: StaticString, _ part: inout Part?)
    /// A loop that occurs at most once.
    ///
    /// A loop without a name is none of the properties: what is inside belongs to the part around. An identifier that
    /// ends in `*` has the letter of the loop around it: inside 2110C, `2120*` is 2120C.
    mutating func loop<Part: ModelPart>(_ identifier: StaticString, _ name: StaticString, _ part: inout Part?)
    /// A loop that may repeat.
    mutating func loops<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ parts: inout [Part])
    /// Loops between two segments that only say where they begin and end (`LS`, `LE`), with this code in both.
    mutating func bracketedLoops<Part: ModelPart>(
        _ code: StaticString, _ identifier: StaticString, _ name: StaticString, _ parts: inout [Part])

    // MARK: - The same for parts that are kept in another way

    /// A composite element that a program always expects; empty when it was not sent.
    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part)
    /// A composite element that is kept in a box.
    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ box: inout Boxed<Part>)
    /// Properties that belong together and that a program always expects; empty when none was sent.
    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part)
    /// Properties that belong together and are kept in a box.
    mutating func part<Part: ModelPart>(_ name: StaticString, _ box: inout Boxed<Part>)
    /// A required loop; empty when it was not sent.
    mutating func loop<Part: ModelPart>(_ identifier: StaticString, _ name: StaticString, _ part: inout Part)
    /// A loop that occurs at most once and is kept in a box.
    mutating func loop<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ box: inout Boxed<Part>)
    /// A list that X12 packs into fewer segments than it has items: adjustments into CAS.
    mutating func packed<Packing: SegmentPacking>(
        _ key: SegmentKey, _ name: StaticString, _ items: inout [Packing.Item], as packing: Packing.Type)

    /// A list that X12 keeps in the components of one element: diagnosis pointers.
    mutating func listed<Listing: ComponentListing>(
        _ element: Int, _ name: StaticString, _ values: inout [String], as listing: Listing.Type)

    /// Whether a segment that has one value besides its constants may be left out when that value is absent.
    ///
    /// Asked before a segment is begun, so that the many that are absent cost a look at the value alone.
    var skipsAbsent: Bool { get }
}

extension ModelVisitor {
    /// Only who fills values in changes them, unless a visitor says otherwise.
    public static var changes: Bool { decodes }
}
