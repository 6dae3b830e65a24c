internal import X12Text

/// A segment that does not fit as it stands, with what is known of those around.
struct DoubtfulSegment {
    /// The segment; good as long as the block that holds it.
    let segment: RawSegment
    /// What keeps its parts apart.
    let delimiters: Delimiters
    /// Whether it has the same bytes as the segment before.
    let isCopy: Bool
    /// How many levels are lost by the numbers (HL01) of the last one before and the first one behind; `nil` where one of
    /// these is not at hand, or has none.
    let lostLevels: Int?
}
