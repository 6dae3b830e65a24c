/// Something wrong, or worth a remark, in the data.
///
/// A finding carries facts; the words are made when it is printed, so that a value of a person's is
/// shown only to a caller who asked for it (``FindingRenderer``).
public struct Finding: Hashable, Sendable {
    /// The rule that was broken.
    public private(set) var rule: Rule
    /// Where: the segment, and the element where it is about one.
    public var location: Location
    /// What stands around the place: guide, control numbers, loop, segment, claim.
    public var context: Context
    /// What was found, if there is something to show.
    public var found: Fact?
    /// What would have been right: codes, an amount, a count.
    public var expected: [String]
    /// Extra words the rule's wording can take in as `{detail}`: never a value of a person's.
    public var detail: String
    /// The property it is about, as JSON has it (`claims[0].serviceLines[1].chargeAmount`); empty where the models
    /// have none, or nobody looked.
    public var path = ""
    /// The number of the service line it is about (LX01), or the line's place in the claim where it has none; 0
    /// for none.
    public var serviceLine = 0
    /// What makes the value necessary that is missing, or forbids the one that is there, if that is another value.
    public var trigger: Trigger?

    /// Creates a finding of a rule at a place.
    public init(
        _ rule: Rule, at location: Location, in context: Context = Context(), found: Fact? = nil,
        expected: [String] = [], detail: String = ""
    ) {
        self.rule = rule
        self.location = location
        self.context = context
        self.found = found
        self.expected = expected
        self.detail = detail
    }

    /// The same finding of another rule, such as its own with another severity.
    package func with(rule: Rule) -> Finding {
        var copy = self
        copy.rule = rule
        return copy
    }
}

extension Finding {
    /// What stands around a finding's place; an empty text means "not there".
    public struct Context: Hashable, Sendable {
        /// The guide's identifier (`005010X222A1`).
        public var guide = ""
        /// The interchange control number (ISA13).
        public var interchange = ""
        /// The group control number (GS06).
        public var group = ""
        /// The transaction set control number (ST02).
        public var transactionSet = ""
        /// The loops from the outside in, with their instance: `2000A[1] > 2000B[3] > 2300[1]`.
        public var loopPath = ""
        /// The innermost loop's identifier (`2010AA`).
        public var loop = ""
        /// The segment identifier (`CLM`).
        public var segment = ""
        /// The patient control number of the claim (CLM01, CLP01).
        public var claim = ""
        /// The name of the element, loop or segment in words (`Billing Provider Name`).
        public var name = ""

        /// Creates an empty context.
        public init() {}
    }
}
