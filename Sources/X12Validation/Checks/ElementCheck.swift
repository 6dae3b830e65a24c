/// What is checked of one element or component, flat, for the loop that looks at every value.
///
/// Stands at the same index as its rule, which has the words.
struct ElementCheck: BitwiseCopyable {
    /// How a value is looked at.
    enum Kind: UInt8 {
        /// Text: length, blanks.
        case text
        /// A code of a list of ours.
        case code
        /// One of a few codes of one or two characters, or of two codes of up to four; only in a ``QuickCheck``.
        case shortCode, pairedCode
        /// A code of an outside list: length and capitals.
        case outsideCode
        /// A whole number.
        case wholeNumber
        /// A decimal number.
        case decimal
        /// An amount (element 782).
        case money
        /// A date, CCYYMMDD.
        case date
        /// A date without its century, YYMMDD.
        case shortDate
        /// A time.
        case time
        /// A date or time in the format that another element names (element 1251).
        case period
        /// Components.
        case composite
        /// Not used by the guide.
        case notUsed
        /// Checked elsewhere: counts and control numbers of trailers, ST03.
        case skipped
    }

    var kind = Kind.text
    /// Whether guide or base standard demand it.
    var isRequired = false
    /// Whether the base standard demands it, be the guide what it may.
    var isMandatory = false
    /// Whether a code of the list is longer than the hashed word holds.
    var hasLongCodes = false
    /// The position of the qualifier that names a period's format, beside it; 0 where there is none.
    var qualifier: Int32 = 0
    /// The fewest characters.
    var minimum: Int32 = 1
    /// The most characters.
    var maximum: Int32 = .max
    /// The most characters that a receiver must support; `maximum` when the guide sets none.
    var supported: Int32 = .max
    /// The most repetitions.
    var repetitions: Int32 = 1
    /// Where the code table begins, and its size less 1.
    var codes: Int32 = 0
    var codeMask: Int32 = 0
    /// The components, at indices of checks.
    var firstComponent: Int32 = 0
    var componentCount: Int32 = 0
    /// The relational conditions among the components.
    var firstNote: Int32 = 0
    var noteCount: Int32 = 0
}

/// A relational condition over a mask of what is present, bit 0 standing for position 1.
struct NoteCheck: BitwiseCopyable {
    enum Kind: UInt8 { case paired, required, exclusion, conditional, listConditional }

    let kind: Kind
    /// All positions it speaks of.
    let mask: UInt64
    /// The first of them.
    let first: UInt64

    /// Whether what is present satisfies it.
    @inline(__always)
    func holds(_ present: UInt64) -> Bool {
        let named = present & mask
        return switch kind {
        case .paired: named == 0 || named == mask
        case .required: named != 0
        case .exclusion: named & (named &- 1) == 0
        case .conditional: named & first == 0 || named == mask
        case .listConditional: named & first == 0 || named != first
        }
    }
}

/// What is checked of one segment.
struct SegmentCheck: BitwiseCopyable {
    /// Its elements, at indices of checks.
    var firstElement: Int32
    var elementCount: Int32
    /// The position of the last element that is demanded.
    var lastRequired: Int32
    /// The elements that are demanded, bit 0 standing for the first.
    var required: UInt64
    /// Its relational conditions.
    var firstNote: Int32
    var noteCount: Int32
    /// Whether its elements are a list (the diagnoses of HI), which has no holes.
    var isList = false
}
