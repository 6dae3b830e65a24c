public import X12Diagnostics

/// What an implementation guide asks for, beyond the base standard.
extension Finding.Rule {
    /// An empty place between two that are filled, in a segment whose elements are a list (HI).
    public static let listGap = Self(
        "837P-HI-REQ", level: 2, .error, "{at} ({name}) is empty, but {detail} is filled",
        help:
            "move the values up: lines point at them by their number, so that a hole makes them point elsewhere",
        acknowledgement: .element("1"))

    /// LX01 of a claim's service lines.
    public static let lineNumber = Self(
        "837P-LX-SEQ", level: 2, .warning, "{at} is {found}, must be {expected}",
        help: "number the service lines of each claim 1, 2, 3; a gap can mean that a line was lost",
        acknowledgement: .element("I12"))

    /// A code that X12 does not have.
    public static let codeBad = Self(
        "GDE-CODE-BAD", level: 2, .error, "{at} is {found}, must be {expected}",
        help: "no list of X12 has this code here: send one that is allowed",
        acknowledgement: .element("7"))

    /// A code of X12 that the guide leaves out.
    public static let codeNotUsed = Self(
        "GDE-CODE-NOTUSED", level: 2, .error, "{at} is {found}, must be {expected}",
        help: "the code exists in X12, but this guide does not use it here: send one that is allowed",
        acknowledgement: .element("I6"))

    /// An element that the guide does not use.
    public static let elementNotUsed = Self(
        "GDE-ELEM-NOTUSED", level: 2, .error, "{at} ({name}) is {found}, but the guide does not use it",
        help: "leave the element empty; if the value matters, the guide has another place for it",
        acknowledgement: .element("I10"))

    /// HL01 of the levels of a transaction set.
    public static let levelNumber = Self(
        "GDE-HL01-SEQ", level: 2, .error, "{at} is {found}, must be {expected}",
        help: "number the levels of a transaction set 1, 2, 3 as they come",
        acknowledgement: .element("I12"))

    /// HL02 names no level that this one can stand under.
    public static let levelParent = Self(
        "GDE-HL02-PARENT", level: 2, .error, "{at} is {found}, must be {expected}: the level it stands under",
        help: "a level names the one it belongs to, and follows it before the next of that kind begins",
        acknowledgement: .element("7"))

    /// HL04 against the levels that follow.
    public static let levelChild = Self(
        "GDE-HL04-CHILD", level: 2, .error, "{at} is {found}, must be {expected}: {detail}",
        help: "HL04 is 1 when levels follow that name this one as theirs, else 0; check whether one was lost",
        acknowledgement: .element("7"))

    /// More of a loop than the guide allows.
    public static let loopRepeats = Self(
        "GDE-LOOP-MAX", level: 2, .error, "loop {detail} comes {count} times, at most {most}",
        help: "split what does not fit off into another claim, inquiry or transaction set",
        acknowledgement: .segment("4"))

    /// A loop the guide demands.
    public static let loopRequired = Self(
        "GDE-LOOP-MIN", level: 2, .error, "loop {detail} is missing: {name}",
        help: "the guide asks for it wherever the loop around it is sent; it begins with {at}",
        acknowledgement: .missing("I7"))

    /// A loop that the standard itself demands.
    public static let loopMandatory = Self(
        "GDE-LOOP-MIN", level: 2, .error, "loop {detail} is missing, without which no such set is: {name}",
        help: "the standard itself asks for it; it begins with {at}",
        acknowledgement: .missing("3"))

    /// More of a segment than the guide allows.
    public static let segmentRepeats = Self(
        "GDE-SEG-MAX", level: 2, .error, "{at} ({name}) comes {count} times, at most {most} in {detail}",
        help: "take one out, or check its qualifier",
        acknowledgement: .segment("5"))

    /// A segment the guide demands.
    public static let segmentRequired = Self(
        "GDE-SEG-MISSING", level: 2, .error, "{at} ({name}) is missing from {detail}",
        help: "the guide asks for the segment wherever its loop is sent: put it in",
        acknowledgement: .missing("I8"))

    /// One of the segments around a loop, where the loop or another of them is sent.
    public static let bracketMissing = Self(
        "GDE-SEG-MISSING", level: 2, .error, "{at} ({name}) is missing around {detail}",
        help: "one such segment stands in front of the loop's first and one behind its last: put it in",
        acknowledgement: .missing("3"))

    /// A segment that the standard itself demands.
    public static let segmentMandatory = Self(
        "GDE-SEG-MISSING", level: 2, .error,
        "{at} ({name}) is missing from {detail}, which means nothing without it",
        help: "the standard itself asks for the segment wherever its loop is sent: put it in",
        acknowledgement: .missing("3"))
}
