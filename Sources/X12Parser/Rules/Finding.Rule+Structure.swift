public import X12Diagnostics

/// What placing remarks on: segments and envelopes that do not fit together.
extension Finding.Rule {
    /// An interchange without its end; what else has none is named with it.
    public static let interchangeEndMissing = Self(
        "ENV-IEA-MISSING", level: 1, .error, "{missing} missing before {detail}",
        help: "the file was cut off or joined wrongly; send the whole interchange again",
        acknowledgement: .interchange("023"))

    /// An ISA that is sent twice in a row.
    public static let interchangeTwice = Self(
        "ENV-IEA-MISSING", level: 1, .error, "{at} is sent twice in a row",
        help: "take the copy out; it was passed over",
        acknowledgement: .interchange("023"))

    /// A GS that is sent twice in a row.
    public static let groupTwice = Self(
        "ENV-GE-MISSING", level: 1, .error, "{at} is sent twice in a row",
        help: "take the copy out; it was passed over",
        acknowledgement: .group("3"))

    /// An ST that is sent twice in a row.
    public static let setTwice = Self(
        "ENV-SE-MISSING", level: 1, .error, "{at} is sent twice in a row",
        help: "take the copy out; it was passed over",
        acknowledgement: .set("2"))

    /// IEA02 against ISA13.
    public static let interchangeControlNumber = Self(
        "ENV-ISA13-IEA02", level: 1, .error, "IEA02 is {found}, must be {expected} as in ISA13",
        help: "put the interchange control number of the ISA into the IEA, zeros included",
        acknowledgement: .interchange("001"))

    /// IEA01 against the groups counted.
    public static let interchangeCount = Self(
        "ENV-IEA01-COUNT", level: 1, .error,
        "IEA01 is {found}, must be {expected}: the number of groups sent",
        help: "count the GS segments of the interchange into IEA01",
        acknowledgement: .interchange("021"))

    /// An element that the base standard demands.
    public static let elementMandatory = Self(
        "ENV-REQ-ELEM", level: 1, .error, "{at} ({name}) is missing",
        help: "fill it: the segment means nothing without it",
        acknowledgement: .element("1"))

    /// An element that the guide demands.
    public static let elementRequired = Self(
        "GDE-ELEM-REQ", level: 2, .error, "{at} ({name}) is missing",
        help: "the guide asks for it wherever the segment is sent: fill it",
        acknowledgement: .element("1"))

    /// A set or trailer outside a group, or segments outside a set; said once for all that follow.
    public static let groupRequired = Self(
        "ENV-GS-REQUIRED", level: 1, .error, "{at} stands outside of a {detail}",
        help: "every transaction set stands between GS and GE, every group between ISA and IEA",
        acknowledgement: .interchange("024"))

    /// A TA1 in a group, between its transaction sets.
    public static let acknowledgementInGroup = Self(
        "ENV-GS-REQUIRED", level: 1, .error,
        "{at} stands inside of a group, not between ISA and the first GS",
        help: "move it in front of the first GS; a receiver may refuse the group",
        acknowledgement: .interchange("024"))

    /// A TA1 behind a group.
    public static let acknowledgementLate = Self(
        "ENV-GS-REQUIRED", level: 1, .warning, "{at} stands behind a group, not between ISA and the first GS",
        help: "move it in front of the first GS; a receiver may pass it over")

    /// An interchange with nothing in it.
    public static let interchangeEmpty = Self(
        "ENV-EMPTY-ISA", level: 1, .warning,
        "the interchange holds no group and no TA1: there is nothing in it",
        help: "ask its sender whether something was to be sent; nothing was received with it")

    /// A group with nothing in it.
    public static let groupEmpty = Self(
        "ENV-EMPTY-GS", level: 1, .warning, "the group holds no transaction set: there is nothing in it",
        help: "ask its sender whether something was to be sent; nothing was received with it")

    /// GE02 against GS06.
    public static let groupControlNumber = Self(
        "ENV-GS06-GE02", level: 1, .error, "GE02 is {found}, must be {expected} as in GS06",
        help: "put the group control number of the GS into the GE",
        acknowledgement: .group("4"))

    /// GE01 against the sets counted.
    public static let groupCount = Self(
        "ENV-GE01-COUNT", level: 1, .error,
        "GE01 is {found}, must be {expected}: the number of transaction sets sent",
        help: "count the ST segments of the group into GE01",
        acknowledgement: .group("5"))

    /// A group without its end, and maybe its set without one.
    public static let groupEndMissing = Self(
        "ENV-GE-MISSING", level: 1, .error, "{missing} missing before {detail}",
        help: "close each GS with a GE; if the file was cut off, send it again",
        acknowledgement: .group("3"))

    /// SE02 against ST02.
    public static let setControlNumber = Self(
        "ENV-ST02-SE02", level: 1, .error, "SE02 is {found}, must be {expected} as in ST02",
        help: "put the transaction set control number of the ST into the SE, zeros included",
        acknowledgement: .set("3"))

    /// SE01 against the segments counted.
    public static let setCount = Self(
        "ENV-SE01-COUNT", level: 1, .error,
        "SE01 is {found}, must be {expected}: the segments from ST to SE, both counted",
        help:
            "see whether a segment was lost; where the set was changed on purpose, count again: x12 convert --to x12 "
            + "--renumber does",
        acknowledgement: .set("4"))

    /// A set without its end.
    public static let setEndMissing = Self(
        "ENV-SE-MISSING", level: 1, .error, "{missing} missing before {detail}",
        help: "close each ST with an SE; if the file was cut off, send it again",
        acknowledgement: .set("2"))

    /// GS08 (outside of groups ST03) names a guide that is not one of those known.
    public static let guideUnknown = Self(
        "ENV-GS07-08", level: 1, .error,
        "{at} is {found}, no guide that is known here: what it covers is checked by the base standard alone",
        help:
            "if the file is meant for another program, ask that one; else name the guide: 005010X222A1 (837P), "
            + "005010X223A2 (837I), 005010X224A2 (837D), 005010X221A1 (835), 005010X279A1 (270, 271), "
            + "005010X212 (276, 277), 005010X214 (277CA), 005010X220A1 (834), 005010X218 (820) or 005010X231A1 (999)",
        acknowledgement: .group("2"))

    /// GS08 names a guide that is not one of those known, and ST03 one that is.
    public static let guideNamedBySet = Self(
        "ENV-GS07-08", level: 1, .error,
        "{at} is {found}, no guide that is known here; read by {expected}, which ST03 names",
        help: "send the guide's identifier in both places, with its addendum",
        acknowledgement: .group("2"))

    /// GS08 names no guide at all.
    public static let guideUnnamed = Self(
        "ENV-GS07-08", level: 1, .error, "{at} is {found}, which names no guide; read by {expected}",
        help: "send the guide's identifier in GS08, as the payer's companion guide names it",
        acknowledgement: .group("2"))

    /// GS08 names the guide of another transaction set than the group holds.
    public static let guideOfOtherSet = Self(
        "ENV-GS07-08", level: 1, .error,
        "{at} is {found}, a guide of another transaction set; read by {expected}",
        help: "name the guide that the sets of the group follow, or move the set to a group of its own kind",
        acknowledgement: .group("2"))

    /// A guide identifier near to one that is known.
    public static let guideNear = Self(
        "ENV-GS07-08", level: 1, .warning, "{at} is {found}, read as {expected}",
        help: "send the identifier with its addendum, as the payer's companion guide names it")

    /// ST01 is a set that nothing here checks, in a group of one that is; or no transaction set at all.
    public static let setUnsupported = Self(
        "ENV-ST01-SUPPORTED", level: 1, .error,
        "{at} is {found}, not a transaction set that its group can hold",
        help: "check ST01 against GS08; a set of another kind travels in a group of its own",
        acknowledgement: .set("1"))

    /// A segment without any value.
    public static let segmentEmpty = Self(
        "ENV-EMPTY-SEG", level: 1, .error, "{at} ({name}) has no values",
        help: "leave the segment out, or fill it",
        acknowledgement: .element("1"))

    /// Nothing between two terminators.
    public static let segmentBlank = Self(
        "ENV-EMPTY-SEG", level: 1, .error, "nothing stands between two segment terminators",
        help: "take one of the two out; SE01 does not count it",
        acknowledgement: .set("5"))

    /// An identifier that is none of the standard's.
    public static let segmentUnknown = Self(
        "ENV-SEG-ID-UNKNOWN", level: 1, .error,
        "{found} is no segment of the standard, nor one of {detail}",
        help: "the segment was carried through as it stands; take it out, or ask who put it there",
        acknowledgement: .set("5"))

    /// An identifier of the standard that is not in capitals, or has blanks behind it.
    public static let segmentSpelling = Self(
        "ENV-SEG-ID-UNKNOWN", level: 1, .error, "segment identifier {found} must be {expected}",
        help: "identifiers are sent in capitals, without blanks; it was read as if it were so",
        acknowledgement: .set("5"))

    /// A segment of the standard that the transaction set never uses.
    public static let segmentNotInSet = Self(
        "ENV-SEG-NOT-IN-SET", level: 1, .error, "segment {found} is not one that {detail} has",
        help:
            "the segment was carried through as it stands; take it out, or send it in the set it belongs to",
        acknowledgement: .segment("6"))

    /// A segment in the wrong order.
    public static let segmentOrder = Self(
        "ENV-SEG-ORDER", level: 1, .error, "{at} comes too late: {name} stands before {detail}",
        help: "move the segment to its place; a receiver may refuse it or read it as part of something else",
        acknowledgement: .segment("7"))

    /// A segment of the set in a place where neither standard nor guide has it.
    public static let segmentUnexpected = Self(
        "ENV-SEG-ORDER", level: 1, .error, "{at} ({name}) has no place here",
        help:
            "check the loop it should stand in, and whether a segment before it was lost; it was carried through "
            + "as it stands",
        acknowledgement: .segment("2"))

    /// A segment that would open a loop, of a kind that none of the loops here is of.
    public static let loopUnknown = Self(
        "ENV-TXN-UNKNOWN-LOOP", level: 1, .error, "{at} is {found}, must be {expected} here",
        help: "the value tells which loop begins; with one that no loop has, what follows belongs nowhere",
        acknowledgement: .element("7"))

    /// A code that tells a segment from others, in small letters: only in capitals is it one of them.
    public static let tellingCodeSpelling = Self(
        "ENV-TYPE-ID", level: 1, .error,
        "{at} ({name}), which says what the segment is, is {found}, must be {expected}",
        help:
            "send the code in capitals and without blanks: it tells what the segment is about, which was not read",
        acknowledgement: .element("7"))

    /// A code that the segment has at another of its positions: `HI*ABF` for the first diagnosis.
    public static let tellingCodeElsewhere = Self(
        "GDE-CODE-NOTUSED", level: 2, .error,
        "{at} is {found}, a code for what follows it, must be {expected}",
        help: "send a code that is allowed for the first; the segment was not read",
        acknowledgement: .element("I6"))

    /// A loop whose surroundings are missing.
    public static let loopMissing = Self(
        "GDE-LOOP-MIN", level: 2, .error, "{at} ({name}) stands without {detail} around it",
        help: "open the loops around it first, in the guide's order",
        acknowledgement: .segment("2"))

    /// A segment that opens its loop, sent twice in a row.
    public static let segmentTwice = Self(
        "GDE-SEG-MAX", level: 2, .error, "{at} ({name}) is sent twice in a row",
        help: "take the copy out",
        acknowledgement: .segment("5"))

    /// A loop without the segment that opens it.
    public static let openerMissing = Self(
        "GDE-SEG-MISSING", level: 2, .error, "{at} ({name}) is missing before this {detail}",
        help: "put the segment in: it opens the loop that the segments from here on belong to",
        acknowledgement: .segment("3"))

    /// A segment, or a kind of it, that the standard has in this place and the guide has not.
    public static let segmentNotUsed = Self(
        "GDE-SEG-NOTUSED", level: 2, .error, "{at} ({name}){shown} is not used here: {detail}",
        help: "take the segment out, or check its qualifier and the loop it should stand in",
        acknowledgement: .segment("I4"))

    /// A segment of a kind that the open loops have, with a code by which it is none of theirs.
    public static let segmentOfOtherCode = Self(
        "GDE-SEG-NOTUSED", level: 2, .error,
        "{at} ({name}) is {found}, which no loop open here has: must be {expected}",
        help: "correct the code, or take the segment out, or put it into the loop where it belongs",
        acknowledgement: .segment("I4"))

    /// A claim, payment or level larger than a reader takes in.
    public static let blockCutOff = Self(
        "ENV-BLOCK-LIMIT", level: 1, .error,
        "a claim, payment or level has more than {detail}; what follows of it is not checked",
        help: "so many segments are no claim: look for a claim or level that begins and is not recognised",
        acknowledgement: .set("5"))
}
