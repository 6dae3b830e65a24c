/// What an answer answers as a whole: an interchange (TA1), a group (999) or a batch of claims (277CA), accepted or not.
public struct AnsweredUnit: Sendable, Equatable {
    /// The numbers of what is answered, and its place in the original once that was looked at (``OriginalFinder``).
    public var item: WorkItem
    /// Of a batch, how many claims the answer speaks of.
    public internal(set) var claims = 0
}
