internal import X12Text

/// A segment that does not fit as it stands, with what is known of those around.
struct DoubtfulSegment {
    /// The segment; good as long as the block that holds it.
    let segment: RawSegment
    /// What keeps its parts apart.
    let delimiters: Delimiters
    /// Whether it has the same bytes as the segment before.
    let isCopy: Bool
    /// What is lost by the numbers of the last level before and the first one behind; `nil` where one of these is not at
    /// hand, or has none.
    let gap: LevelGap?
}
