internal import X12Diagnostics

/// The segment or element that a 999 names.
public struct AnsweredSegment: Sendable, Equatable {
    /// Its identifier (IK301).
    public var identifier = ""
    /// Its position in the transaction set, ST being 1 (IK302).
    public var position = 0
    /// Its loop, four characters at most (IK303).
    public var loop = ""
    /// Whether it is missing, so that the position tells where it was expected.
    public var isMissing = false
    /// The element's position (IK401); 0 where the segment itself is meant.
    public var element = 0
    /// The component's position; 0 where there is none.
    public var component = 0
    /// The repetition; 0 where the element does not repeat.
    public var repetition = 0
    /// The number of the data element (IK402).
    public var dataElement = ""
    /// What the element, or else the segment, is called in the guide; empty where the guide is not known here.
    public var name = ""

    /// The place as people write it: `CLM05-2`, `N4`.
    public var words: String {
        guard element > 0 else { return identifier }
        let place = "\(identifier)\(String(element, digits: 2))"
        return component > 0 ? "\(place)-\(component)" : place
    }
}
