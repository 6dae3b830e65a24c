public import X12Diagnostics
internal import X12Parser

/// The catalogue of this room: every rule of levels 1 and 2 that is checked here.
///
/// What is found while reading and placing stands with the reader. A rule with two severities stands here
/// once for each, under one id.
public enum ValidationRules {
    /// All rules, in the order of their ids.
    public static let all: [Finding.Rule] = [
        .listGap, .lineNumber,
        .characterSet, .datePeriod, .delimitersDistinct, .delimiterLegal, .delimiterOther, .segmentEmpty,
        .groupDateTime,
        .groupMatch, .setOfOtherGroup, .groupRepeated, .responsibleAgency, .interchangeDateTime,
        .interchangePartner,
        .interchangeQualifier, .interchangeVersion, .interchangeRepeated, .interchangeNumber,
        .interchangeUsage, .tooShort, .tooLong, .guideLength, .moneyScale,
        .segmentIndented, .trailingSeparator,
        .setRepeated, .setGuide, .setGuideNotUsed, .syntaxConditional, .syntaxExclusion, .syntaxList,
        .syntaxPaired, .syntaxRequired, .tooManyElements, .tooManyComponents, .tooManyRepetitions,
        .textBlank, .textPadded, .dateNotReal, .timeNotReal, .codeSpelling, .wholeNumber,
        .wholeNumberSpelling,
        .decimalNumber, .decimalSpelling,
        .codeBad, .codeNotUsed, .elementNotUsed, .elementRequired, .levelNumber, .levelParent, .levelChild,
        .loopRepeats, .loopRequired, .loopMandatory, .segmentRepeats, .segmentRequired, .bracketMissing,
        .segmentMandatory,
    ]
}
