/// One way to read a segment that does not fit where it stands.
enum Reading: Equatable {
    /// As the tables have it: too late, of an unlisted kind, or inside loops that were never opened.
    case asAnswered
    /// Nothing takes it.
    case passedOver
    /// It stands behind the segment that it should open a loop around: nothing takes it, and nothing goes with it.
    case stray
    /// The segment that opens its loop was left out before it; the rule is the segment's own.
    case withoutOpener(rule: Int)
    /// It opens this loop, with a telling value that is none of the loop's.
    case mistakenOpener(loop: Int)
    /// It opens a loop, as its rule has it, inside another whose own first segment was left out before it.
    case insideUnopened(rule: Int)
    /// It belongs to a loop that came before the one stood in, and is gone back to.
    case ofLoopBefore(rule: Int)
    /// It opens a loop, by the rule, that the segment before belongs into, and stands one too late (EB behind LS).
    case behindLast(rule: Int)
    /// It opens a loop, and the segment before, which stands where that loop may come no more, should have come behind it;
    /// that one goes on.
    case afterItsTurn(rule: Int)
    /// It stands before the segment that should be in front of it: first comes what the second rule takes, then the
    /// segment, by the first. One of them opens a loop.
    case beforeItsTurn(rule: Int, next: Int)
}
