public import X12Text

/// One thing that a payer asks for: what is checked, when, and what to say about it.
public struct ProfileConstraint: Hashable, Sendable {
    /// What is checked.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The value is one of ``ProfileConstraint/values``.
        case value
        /// The value is none of ``ProfileConstraint/values``.
        case exclude
        /// Loop, segment or element is there.
        case require
        /// Loop, segment or element is not there.
        case forbid
        /// Loop, segment or element may be there, and the payer passes over it.
        case ignore
        /// The text as a whole is in the form of one of ``ProfileConstraint/values``, regular expressions, and
        /// ``ProfileConstraint/minimum`` to ``ProfileConstraint/maximum`` characters long.
        case match
        /// The text, or every text of the transaction set, has only characters of the sets
        /// ``ProfileConstraint/values`` names, and those of ``ProfileConstraint/extra``.
        case characters
        /// One of the texts at the place says what ``ProfileConstraint/template`` says, its fields filled in.
        case template
        /// The number lies between minimum and maximum, with at most ``ProfileConstraint/scale`` decimals.
        case number
        /// How often the place occurs within ``ProfileConstraint/scope``.
        case count
        /// The value stands in ``ProfileConstraint/relation`` to that at ``ProfileConstraint/other``.
        case compare
        /// What may be said of the claim (the place) or of its lines (``ProfileConstraint/other``) is said where the
        /// first value says: `claim`, `line`, or `either` but not both.
        case level
        /// The code is on a list (``ProfileConstraint/list``: a data element's number, or the name of a code set, then as
        /// of the day at ``ProfileConstraint/other``), to which values are added.
        case code
        /// The day lies at most maximum days before the day of receipt, and at most minimum days after it.
        case date
        /// The value occurs once within the scope.
        case unique
        /// The value is the same throughout the scope.
        case same
        /// The interchange's delimiters are those of the first value, in the order `*:^~`.
        case delimiters
        /// What follows each segment is one of the values: `none`, `lf`, `crlf`.
        case lineEnd = "line-end"
        /// The interchange has at most ``ProfileConstraint/maximum`` bytes.
        case size
        /// A function of the caller's, by the name ``ProfileConstraint/list``, says yes to the value, or nothing.
        case lookup
    }

    /// What a count, or a value once or throughout, is taken over.
    public enum Scope: String, Hashable, Sendable, CaseIterable {
        case line, claim, set, group, interchange
    }

    /// How two values stand to each other.
    public enum Relation: String, Hashable, Sendable, CaseIterable {
        case equals, differs
        case notAbove = "not-above"
        case notBelow = "not-below"
        case notBefore = "not-before"
        case notAfter = "not-after"
    }

    /// The constraint's id, unique in its profile and those it builds upon (`MB-03`).
    public var id = ""
    /// What is checked.
    public var kind = Kind.require
    /// Where.
    public var place: ProfilePath?
    /// The other place of a comparison, the lines' of a level, the day's of a code.
    public var other: ProfilePath?
    /// Codes, texts or regular expressions.
    public var values: [String] = []
    /// Characters beside those of the sets.
    public var extra = ""
    /// The words of a template.
    public var template: ProfileTemplate?
    /// Codes taken off a list.
    public var removedValues: [String] = []
    /// The least; empty for none.
    public var minimum = ""
    /// The most; empty for none.
    public var maximum = ""
    /// The most decimals; -1 for any.
    public var scale = -1
    /// What is counted over.
    public var scope = Scope.claim
    /// How values are compared.
    public var relation = Relation.equals
    /// A data element's number, or a function's name.
    public var list = ""
    /// The transaction set it is about (`837`, `835`, `271`, `277`).
    public var transactionSet = "837"
    /// How much it matters: `error`, `warning`, `info`.
    public var severity = "error"
    /// The first and last day on which it holds, by the day of receipt; `nil` without end.
    public var firstDay: CalendarDate?
    /// The last day.
    public var lastDay: CalendarDate?
    /// What must hold for it to be asked at all; all of them.
    public var conditions: [ProfileCondition] = []
    /// What is wrong, in words; empty for the kind's own.
    public var message = ""
    /// What to do about it.
    public var hint = ""
    /// The codes that an acknowledgement tells of it, as rule settings write them
    /// (`IK403:I12 A7:562:85`); empty for the kind's own.
    public var report = ""
    /// Where the fact comes from.
    public var source = ""
    /// The line in the profile's file.
    public var line = 0

    /// An empty constraint.
    public init() {}

    /// Whether it is about a set, a group or an interchange as a whole: one claim does not tell whether it is kept.
    package var isOfMany: Bool {
        switch kind {
        case .size: true
        case .count, .unique, .same: scope != .claim && scope != .line
        default: false
        }
    }

    /// Whether it holds on a day.
    package func holds(on day: CalendarDate) -> Bool {
        (firstDay.map { $0 <= day } ?? true) && (lastDay.map { day <= $0 } ?? true)
    }

    /// The code set that codes are looked up in; `nil` for a list of a data element, and for other kinds.
    public var codeSet: CodeSet? { kind == .code ? CodeSet(rawValue: list) : nil }
}

extension ProfileConstraint.Kind {
    /// Whether it speaks of the interchange or of all texts, and need not name a place.
    package var isOfWholes: Bool {
        switch self {
        case .delimiters, .lineEnd, .size, .characters: true
        default: false
        }
    }

    /// The words it takes as values; none where values are the payer's own.
    package var allowedValues: [String] {
        switch self {
        case .characters: ["basic", "extended", "upper", "lower", "digits"]
        case .lineEnd: ["none", "lf", "crlf"]
        case .level: ["claim", "line", "either"]
        default: []
        }
    }
}

/// When a constraint is asked.
public struct ProfileCondition: Hashable, Sendable {
    /// Where to look.
    public var place: ProfilePath?
    /// The values one of which is there; none for "anything is there".
    public var values: [String] = []
    /// A regular expression that the value as a whole is in the form of; empty for none.
    public var pattern = ""
    /// Whether the constraint is asked when this does not hold (`unless`).
    public var isNegated = false

    /// An empty condition.
    public init() {}
}
