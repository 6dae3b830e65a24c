public import X12Diagnostics

/// What the control segments ISA, GS and ST must hold, by themselves and against each other.
extension Finding.Rule {
    /// Two separators that are the same character (ISA11, ISA16, the bytes behind `ISA` and behind ISA16).
    public static let delimitersDistinct = Self(
        "ENV-DELIM-DISTINCT", level: 1, .fatal, "{at} declares {found}, which is another separator already",
        help: "choose four different characters for elements, components, repetitions and segment ends",
        acknowledgement: .interchange([0: "026", 16: "027"]))

    /// A repetition or component separator that stands in ordinary data too (ISA11, ISA16).
    public static let delimiterLegal = Self(
        "ENV-DELIM-LEGAL", level: 1, .error, "{at} is {found}, which cannot keep parts of data apart",
        help: "use a character that no value holds: ^ for ISA11 and : for ISA16 are usual; "
            + "U in ISA11 is a habit of version 4010",
        acknowledgement: .interchange([0: "026", 16: "027"]))

    /// A separator that the data does not use, while another character does its work (ISA11, ISA16).
    public static let delimiterOther = Self(
        "ENV-DELIM-OTHER", level: 1, .error,
        "{at} declares {found}, but what it should keep apart is kept apart by {expected}",
        help:
            "declare the separator that is used, or use the one declared; the rest of the interchange was checked "
            + "as if the one used were declared",
        acknowledgement: .interchange([11: "026", 16: "027"]))

    /// Blanks before segments.
    public static let segmentIndented = Self(
        "ENV-SEG-INDENT", level: 1, .warning, "{at} has blanks before it, and so may others have",
        help: "send segments without blanks or tabs between them; some receivers take these for part of the "
            + "identifier")

    /// GS04 and GS05.
    public static let groupDateTime = Self(
        "ENV-GS-DATE-TIME", level: 1, .error, "{at} is {found}, must be {detail}",
        help: "send the date as year, month, day in 8 digits and the time as hour and minute in 4",
        acknowledgement: .group("1"))

    /// GS01 against ST01.
    public static let groupMatch = Self(
        "ENV-GS01-MATCH", level: 1, .error, "GS01 is {found}, must be {expected} for {detail}",
        help: "each kind of transaction set travels in a group of its own kind; put GS01 right",
        acknowledgement: .group("1"))

    /// ST01 against GS01 and the sets before it.
    public static let setOfOtherGroup = Self(
        "ENV-GS01-MATCH", level: 1, .error,
        "ST01 is {found}, which travels in groups whose GS01 is {expected}; this one's is '{detail}'",
        help: "move the set to a group of its own kind",
        acknowledgement: .set("6"))

    /// GS06 twice in one interchange.
    public static let groupRepeated = Self(
        "ENV-GS06-DUP", level: 1, .error, "GS06 is {found}, as in an earlier group of this interchange",
        help: "give each group a control number of its own, so that its 999 can be told from others",
        acknowledgement: .group("19"))

    /// GS07 other than X.
    public static let responsibleAgency = Self(
        "ENV-GS07-08", level: 1, .error, "{at} is {found}, must be {expected}",
        help: "GS07 is X for every guide of X12",
        acknowledgement: .group("2"))

    /// ISA09 and ISA10.
    public static let interchangeDateTime = Self(
        "ENV-ISA-DATE-TIME", level: 1, .error, "{at} is {found}, must be {detail}",
        help: "send the date as year, month, day in 6 digits and the time as hour and minute in 4",
        acknowledgement: .interchange([9: "014", 10: "015"]))

    /// ISA06 and ISA08.
    public static let interchangePartner = Self(
        "ENV-ISA-IDS-PAD", level: 1, .error, "{at} is {found}, must be an identifier{detail}",
        help: "put the identifier agreed with the receiver first and fill up with blanks to 15 characters",
        acknowledgement: .interchange([6: "006", 8: "008"]))

    /// ISA01 to ISA05 and ISA07.
    public static let interchangeQualifier = Self(
        "ENV-ISA-QUAL", level: 1, .error, "{at} is {found}, must be {expected}",
        help: "use the qualifier the receiver's companion guide names; ISA01 and ISA03 of 00 mean that "
            + "the element behind them is blank",
        acknowledgement: .interchange([1: "010", 2: "011", 3: "012", 4: "013", 5: "005", 7: "007"]))

    /// ISA12.
    public static let interchangeVersion = Self(
        "ENV-ISA-VERSION", level: 1, .error, "{at} is {found}, must be {expected}",
        help: "these guides travel in interchanges of version 00501 only",
        acknowledgement: .interchange("017"))

    /// The same interchange twice in one input.
    public static let interchangeRepeated = Self(
        "ENV-ISA13-DUP", level: 1, .error,
        "ISA13 is {found}, as in an earlier interchange between the same two",
        help: "a receiver takes the second one for a copy and drops it: number each interchange anew, "
            + "or find out whether the file was joined from the same file twice",
        acknowledgement: .interchange("025"))

    /// ISA13 by itself.
    public static let interchangeNumber = Self(
        "ENV-ISA13-FORMAT", level: 1, .error, "{at} is {found}, must be nine digits above zero",
        help: "fill the number up with zeros on the left",
        acknowledgement: .interchange("018"))

    /// ISA14 and ISA15.
    public static let interchangeUsage = Self(
        "ENV-ISA14-15", level: 1, .error, "{at} is {found}, must be {expected}",
        help: "ISA14 asks for an acknowledgement (1) or not (0); ISA15 is P for production, T for a test",
        acknowledgement: .interchange([14: "019", 15: "020"]))

    /// ST02 twice in one group.
    public static let setRepeated = Self(
        "ENV-ST02-DUP", level: 1, .error, "ST02 is {found}, as in an earlier transaction set of this group",
        help: "number the transaction sets of a group anew, so that its 999 can name each",
        acknowledgement: .set("23"))

    /// ST03 against GS08.
    public static let setGuide = Self(
        "ENV-ST03-GS08", level: 1, .error, "{at} is {found}, must be {expected} as in GS08",
        help: "send the guide's identifier in both places, with its addendum",
        acknowledgement: .set("19"))

    /// ST03 in a set whose guide does not use it (835).
    public static let setGuideNotUsed = Self(
        "ENV-ST03-GS08", level: 1, .warning, "{at} is {found}, but this guide does not use it",
        help: "leave ST03 out of an 835; GS08 names the guide",
        acknowledgement: .element("I10"))
}
