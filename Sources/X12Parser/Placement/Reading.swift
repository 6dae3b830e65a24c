/// One way to read a segment that does not fit where it stands.
enum Reading: Equatable {
    /// As the tables have it: too late, of an unlisted kind, or inside loops that were never opened.
    case asAnswered
    /// Nothing takes it.
    case passedOver
    /// The segment that opens its loop was left out before it; the rule is the segment's own.
    case withoutOpener(rule: Int)
    /// It opens this loop, with a telling value that is none of the loop's.
    case mistakenOpener(loop: Int)
}
