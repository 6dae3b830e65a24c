/// What one implementation guide says: loops, segments, elements, usage, repeats, codes, syntax notes.
///
/// The guide's tables are flat arrays in document order, and rules name each other by index. A loop that
/// the guide lets occur under two parents (2300 under 2000B and under 2000C) stands in ``loops`` and
/// ``segments`` once for each parent, so that an index alone says where in the hierarchy one is; both
/// stand on the same ``elements``.
public struct Guide: Sendable, Equatable {
    /// The guide's identifier as GS08 carries it (`005010X222A1`).
    public var identifier: String
    /// The transaction set identifier (ST01: `837`).
    public var transactionSet: String
    /// The functional identifier code of its group (GS01: `HC`).
    public var functionalIdentifier: String
    /// Which of several guides of its transaction set it is, where ST01 does not tell: `I` for institutional claims, `D`
    /// for dental ones. Empty for the one that models and rules are of, and where there is one guide only.
    public var variant: String
    /// What the transaction set is called among all of them: ST01 and the variant (`837I`).
    public var setName: String { transactionSet + variant }
    /// A readable name (`Health Care Claim: Professional`).
    public var name: String
    /// The loops, the transaction set itself first; a loop stands after its parent.
    public var loops: [LoopRule]
    /// The segments of all loops, in the guide's order.
    public var segments: [SegmentRule]
    /// The elements of all segments; the components of a composite stand behind the elements of its segment.
    public var elements: [ElementRule]
    /// The relational conditions of all segments.
    public var syntaxNotes: [SyntaxNote]
    /// The code lists the elements point into; equal lists are stored once.
    public var codeLists: [[String]]

    /// Creates a guide from its tables.
    public init(
        identifier: String, transactionSet: String, functionalIdentifier: String, variant: String = "",
        name: String,
        loops: [LoopRule] = [], segments: [SegmentRule] = [], elements: [ElementRule] = [],
        syntaxNotes: [SyntaxNote] = [], codeLists: [[String]] = []
    ) {
        self.identifier = identifier
        self.transactionSet = transactionSet
        self.functionalIdentifier = functionalIdentifier
        self.variant = variant
        self.name = name
        self.loops = loops
        self.segments = segments
        self.elements = elements
        self.syntaxNotes = syntaxNotes
        self.codeLists = codeLists
    }
}
