public import X12Diagnostics

/// The catalogue of this room: what placing segments and counting envelopes finds.
public enum StructureRules {
    /// All rules, in the order of their ids.
    public static let all: [Finding.Rule] = [
        .acknowledgementInGroup, .acknowledgementLate, .blockCutOff, .groupEmpty, .interchangeEmpty,
        .groupEndMissing, .groupTwice, .groupCount, .groupRequired,
        .groupControlNumber,
        .guideUnknown,
        .guideUnnamed, .guideNamedBySet, .guideOfOtherSet, .guideNear, .interchangeEndMissing,
        .interchangeTwice,
        .interchangeCount,
        .interchangeControlNumber, .setEndMissing, .setTwice, .setCount, .segmentBlank, .segmentUnknown,
        .segmentSpelling,
        .elementMandatory, .segmentNotInSet, .segmentOrder, .segmentUnexpected, .setUnsupported,
        .setControlNumber, .loopUnknown, .tellingCodeSpelling, .tellingCodeElsewhere,
        .loopMissing, .segmentTwice, .openerMissing, .segmentNotUsed, .segmentOfOtherCode,
    ]
}
