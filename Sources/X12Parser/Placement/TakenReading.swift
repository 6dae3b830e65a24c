/// Where a segment was placed by the way it was read, and those around that are placed with it.
struct TakenReading {
    let placement: Placement
    /// Where the segment before it stands after all; `nil` when that stays where it was placed.
    let last: Placement?
    /// Where the segment behind it stands; `nil` when that is still to be decided.
    let next: Placement?

    init(_ placement: Placement, last: Placement? = nil, next: Placement? = nil) {
        self.placement = placement
        self.last = last
        self.next = next
    }
}
