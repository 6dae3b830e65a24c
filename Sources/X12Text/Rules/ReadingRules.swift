public import X12Diagnostics

/// The catalogue of this room: what the reader remarks on.
public enum ReadingRules {
    /// All rules, in the order of their ids.
    public static let all: [Finding.Rule] = [
        .findingsOmitted, .isaFixed, .isaStart, .byteOrderMark, .leadingBlanks, .segmentCut,
        .terminatorLineEnd, .segmentWrapped, .trailingJunk,
    ]
}
