/// A place in an input: how far in, and which segment and element.
///
/// Bytes count from 0; lines, segments, elements, components and repetitions count from 1, as the guides
/// do. A number of 0 means "not said" (a finding on a whole segment has no element).
public struct Location: Hashable, Sendable {
    /// Bytes of input before the place.
    public var byteOffset: Int
    /// The line of text the place is on; an input without line ends has one line.
    public var line: Int
    /// The segment's number in the input, ISA being the first.
    public var segment: Int
    /// The segment's number in its transaction set, ST being 1 as in IK302; 0 outside a set.
    public var segmentPosition: Int
    /// The element's position in its segment: 3 for `CLP03`.
    public var element: Int
    /// The component's position in its element: 2 for `CLM05-2`.
    public var component: Int
    /// The repetition of the element, the first being 1.
    public var repetition: Int

    /// Creates a place; what is left out is "not said".
    public init(
        byteOffset: Int = 0, line: Int = 0, segment: Int = 0, segmentPosition: Int = 0,
        element: Int = 0, component: Int = 0, repetition: Int = 0
    ) {
        self.byteOffset = byteOffset
        self.line = line
        self.segment = segment
        self.segmentPosition = segmentPosition
        self.element = element
        self.component = component
        self.repetition = repetition
    }

    /// The same segment, narrowed to one of its elements.
    public func at(element: Int, component: Int = 0, repetition: Int = 0) -> Location {
        var place = self
        place.element = element
        place.component = component
        place.repetition = repetition
        return place
    }
}
