/// What the numbers of two levels (HL01) say of those between them.
struct LevelGap {
    /// How many numbers are left out between the two.
    let count: Int
    /// Whether the second one names one of these as the level above it (HL02); `nil` when it names none.
    let isAboveNext: Bool?
    /// Whether the second one comes behind the segment in doubt, which has no number, rather than being it.
    let isBehind: Bool
}
