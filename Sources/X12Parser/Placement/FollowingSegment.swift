/// A segment that follows one in doubt.
struct FollowingSegment {
    /// Its number in ``PlacementTable``; -1 when no segment of the guide has its identifier.
    let symbol: Int
    /// Its text; good as long as the block that holds it.
    let segment: RawSegment
}
