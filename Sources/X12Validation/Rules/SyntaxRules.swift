public import X12Diagnostics

/// What the base standard asks of segments and values, whatever the guide.
extension Finding.Rule {
    /// A control character, or a byte outside of ASCII.
    public static let characterSet = Self(
        "ENV-CHARSET", level: 1, .warning, "{at} ({name}) holds {detail}, which X12 data may not",
        help: "spell the value without accents, typographic quotes and control characters",
        acknowledgement: .element("6", "A7:511"))

    /// Element 1251 against its qualifier 1250 (DTP02 and DTP03, DMG01 and DMG02).
    public static let datePeriod = Self(
        "ENV-DATE-QUAL", level: 1, .error, "{at} ({name}) is {found}, {detail}",
        help: "the qualifier in front says how the date is written: D8 one day, RD8 two days with the "
            + "earlier first; correct the date, or the qualifier",
        acknowledgement: .element("8", "A7:187"))

    /// Fewer characters than the element needs.
    public static let tooShort = Self(
        "ENV-MIN-MAX-LEN", level: 1, .error, "{at} ({name}){shown} is too short: {detail}",
        help: "complete the value; a receiver refuses it",
        acknowledgement: .element("4"))

    /// More characters than the element has room for.
    public static let tooLong = Self(
        "ENV-MIN-MAX-LEN", level: 1, .error, "{at} ({name}){shown} is too long: {detail}",
        help: "shorten the value; a receiver refuses it, or cuts it off",
        acknowledgement: .element("5"))

    /// Longer than the guide asks receivers to support (CLM01: 20).
    public static let guideLength = Self(
        "ENV-MIN-MAX-LEN", level: 1, .warning,
        "{at} ({name}){shown} is longer than receivers need to support: {detail}",
        help: "the standard allows it, but a receiver may keep and return only the shorter part")

    /// An amount (element 782) of more digits or decimals than receivers support.
    public static let moneyScale = Self(
        "ENV-MONEY-SCALE", level: 1, .error, "{at} ({name}) is {found}: {detail}",
        help: "send dollars and cents, below 100 million",
        acknowledgement: .element("5", "A7:697"))

    /// Separators at the end of a segment or composite, with nothing behind them.
    public static let trailingSeparator = Self(
        "ENV-SEG-TRAIL-SEP", level: 1, .warning, "{at} ends with separators that have no value behind them",
        help: "end the segment after its last value; some receivers refuse it otherwise")

    /// Syntax note C: the first needs the others.
    public static let syntaxConditional = Self(
        "ENV-SYN-C", level: 1, .error, "{at} ({name}) is missing: {detail}",
        help: "fill both, or neither",
        acknowledgement: .element("2"))

    /// Syntax note E: at most one.
    public static let syntaxExclusion = Self(
        "ENV-SYN-E", level: 1, .error, "{at} ({name}) may not be sent: {detail}",
        help: "send only one of them",
        acknowledgement: .element("10"))

    /// Syntax note L: the first needs one of the others.
    public static let syntaxList = Self(
        "ENV-SYN-L", level: 1, .error, "{at} ({name}) is missing: {detail}",
        help: "fill at least one of those that go with the first, or take the first out",
        acknowledgement: .element("2"))

    /// Syntax note P: all or none.
    public static let syntaxPaired = Self(
        "ENV-SYN-P", level: 1, .error, "{at} ({name}) is missing: {detail}",
        help: "fill all of them, or none: a qualifier says nothing without its value",
        acknowledgement: .element("2"))

    /// Syntax note R: at least one.
    public static let syntaxRequired = Self(
        "ENV-SYN-R", level: 1, .error, "{at} ({name}) is missing: {detail}",
        help: "fill at least one of them",
        acknowledgement: .element("2"))

    /// More elements than the segment has.
    public static let tooManyElements = Self(
        "ENV-TOO-MANY-ELEM", level: 1, .error, "{at} is one element too many: {detail}",
        help: "look for a separator inside a value, or an element that belongs to another segment",
        acknowledgement: .element("3"))

    /// More components than the composite has, or any in an element that is none.
    public static let tooManyComponents = Self(
        "ENV-TOO-MANY-ELEM", level: 1, .error, "{at} is one component too many: {detail}",
        help: "look for a component separator inside a value; ISA16 declares it",
        acknowledgement: .element("13"))

    /// More repetitions than the element may have.
    public static let tooManyRepetitions = Self(
        "ENV-TOO-MANY-ELEM", level: 1, .error, "{at} is one repetition too many: {detail}",
        help: "look for a repetition separator inside a value; ISA11 declares it",
        acknowledgement: .element("12"))

    /// A text of blanks.
    public static let textBlank = Self(
        "ENV-TYPE-AN", level: 1, .error, "{at} ({name}) is nothing but blanks",
        help: "fill it, or leave it empty",
        acknowledgement: .element("6"))

    /// A text with blanks behind it.
    public static let textPadded = Self(
        "ENV-TYPE-AN", level: 1, .warning, "{at} ({name}) ends with blanks",
        help: "take the blanks off; some receivers take them for part of the value")

    /// A date that does not exist.
    public static let dateNotReal = Self(
        "ENV-TYPE-DT-TM", level: 1, .error, "{at} ({name}) is {found}, {detail}",
        help: "correct the date; it must be one that exists",
        acknowledgement: .element("8"))

    /// A time of day that does not exist.
    public static let timeNotReal = Self(
        "ENV-TYPE-DT-TM", level: 1, .error, "{at} ({name}) is {found}, {detail}",
        help: "correct the time; it must be one that exists",
        acknowledgement: .element("9"))

    /// A code in the wrong case or with blanks around it.
    public static let codeSpelling = Self(
        "ENV-TYPE-ID", level: 1, .error, "{at} ({name}) is {found}, must be {expected}",
        help: "codes are sent in capitals and without blanks",
        acknowledgement: .element("7"))

    /// Not a whole number.
    public static let wholeNumber = Self(
        "ENV-TYPE-N", level: 1, .error, "{at} ({name}) is {found}, must be a whole number",
        help: "digits alone, with a minus in front if need be: no point, comma, plus or blank",
        acknowledgement: .element("6"))

    /// Zeros in front of a whole number.
    public static let wholeNumberSpelling = Self(
        "ENV-TYPE-N", level: 1, .warning, "{at} ({name}) is {found}, with zeros in front",
        help: "leave the zeros out; some receivers compare the characters")

    /// Not a decimal number.
    public static let decimalNumber = Self(
        "ENV-TYPE-R", level: 1, .error, "{at} ({name}) is {found}, must be a decimal number",
        help: "digits with at most one point, a minus in front if need be: no comma, currency sign or blank",
        acknowledgement: .element("6"))

    /// A decimal number with more characters than it needs.
    public static let decimalSpelling = Self(
        "ENV-TYPE-R", level: 1, .warning,
        "{at} ({name}) is {found}, with zeros, point or minus that say nothing",
        help: "send 100 for 100.00, .5 for 00.50 and 0 for -0; some receivers refuse the longer form")
}
