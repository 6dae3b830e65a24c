public import X12Grammar

/// A case of a rule: a sound transaction set, and the one change that breaks the rule.
///
///     RuleExample(.officeVisit, "CLM*PCN0001*180*", "CLM*PCN0001*999*")
///
/// What is changed is a piece of the sound set's text, exactly as it stands there. The number of segments in SE is put
/// right by itself. All rules pass the sound set; the changed one has this rule's finding and no other.
public struct RuleExample: Sendable {
    /// The sound set it begins with.
    public let base: ExampleSet
    /// What the sound set is made into first, so that the rule has something to look at; still sound.
    public let preparing: [Change]
    /// The change that breaks the rule.
    public let change: Change
    /// Which fault it shows.
    public let fault: String
    /// Where the finding points: segment and element, `CLM02`.
    public let place: String
    /// Code sets that must be at hand.
    public let codes: CodeTables
    /// Other rules that speak of the same change, where it cannot be made without them.
    public let beside: [String]
    /// The other file, for a rule that compares with one.
    public let counterpart: ExampleSet?

    /// A piece of text, and what it is replaced by.
    public struct Change: Sendable {
        /// What stands there.
        public let from: String
        /// What comes in its place.
        public let to: String

        /// Replaces a piece of text.
        public init(_ from: String, _ to: String) {
            self.from = from
            self.to = to
        }
    }

    /// A case.
    ///
    /// - Parameters:
    ///   - base: the sound set.
    ///   - from: the piece of its text that is changed, with what was made of it in `preparing`.
    ///   - to: what it is changed to.
    ///   - place: where the finding points: `CLM02`, `CLM05-3`, or the segment alone.
    ///   - fault: which fault it shows, where the rule has several.
    ///   - preparing: what is changed before, without breaking any rule.
    ///   - codes: code sets that must be at hand beside those of the library.
    ///   - beside: other rules that the change breaks as well.
    ///   - counterpart: the file that is compared with.
    public init(
        _ base: ExampleSet, _ from: String, _ to: String, at place: String, fault: String = "",
        preparing: [Change] = [], codes: CodeTables = CodeTables(), beside: [String] = [],
        counterpart: ExampleSet? = nil
    ) {
        self.codes = codes
        self.base = base
        change = Change(from, to)
        self.place = place
        self.fault = fault
        self.beside = beside
        self.counterpart = counterpart
        self.preparing = preparing
    }

    /// The interchange that passes.
    public var passing: String { base.interchange(preparing) }

    /// The interchange that breaks the rule.
    public var failing: String { base.interchange(preparing + [change]) }
}
