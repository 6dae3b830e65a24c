/// Everything that a walk through a model part shows: which property stands at which place of X12.
///
/// The outline is made from an empty part, with one empty instance of every part inside, so it depends on
/// the part's type alone. Schemas, coverage tests and the way from a place in X12 to the path of a
/// property are read from it.
public struct ModelOutline: Sendable {
    /// The visits, in the order of the walk.
    public let visits: [Visit]

    /// Walks through an empty part.
    ///
    /// - Parameters:
    ///   - part: The part's type.
    ///   - loop: The identifier of the loop that the part itself stands for (`2300` for a claim); its
    ///     segments have no loop when this is empty.
    ///   - view: Whether to show segments or properties.
    public init<Part: ModelPart>(of part: Part.Type, loop: String = "", as view: View = .segments) {
        let part = Part(standingFor: loop)
        switch view {
        case .segments: visits = OutlineVisitor<SegmentOutline>.visits(of: part, loop: loop)
        case .properties: visits = OutlineVisitor<PropertyOutline>.visits(of: part, loop: loop)
        }
    }

    /// The two ways a walk can be seen.
    ///
    /// They differ where a list of properties is packed into segments (adjustments, diagnosis pointers).
    public enum View: Sendable {
        /// X12: every place that the walk reads from or writes to.
        case segments
        /// JSON: every property, once.
        case properties
    }

    /// What kind of value stands at a place.
    public enum Kind: Sendable, Equatable {
        /// One value only, which the model does not hold.
        case constant(String)
        /// Text, or a code.
        case text
        /// An exact decimal.
        case decimal
        /// A whole number.
        case integer
        /// A calendar date.
        case date
        /// A time of day.
        case time
        /// The format of a date or period (element 1250).
        case periodFormat
        /// A date or period (element 1251).
        case period
        /// One of a list of texts.
        case listedText
        /// A repeating element.
        case repetitions
        /// A mark without a place in X12.
        case flag
    }

    /// One place of X12, and the property that holds its value.
    public struct Visit: Sendable, Equatable {
        /// The identifiers of the loops around, the outermost first.
        public let loops: [String]
        /// The segment's identifier (`REF`); empty for a mark without a place in X12.
        public let segment: String
        /// The first code of what tells the segment from its siblings (`G1`); empty when nothing must.
        public let code: String
        /// The element's position, from 1; 0 for a mark without a place in X12.
        public let element: Int
        /// The component's position, from 1; 0 for an element that is not a composite.
        public let component: Int
        /// What kind of value it is.
        public let kind: Kind
        /// The property from the part on, lists marked by brackets: `serviceLines[].chargeAmount`.
        ///
        /// For a constant it is the path of the part around.
        public let path: String
    }
}
