/// What became of an input that was answered.
public struct AcknowledgementCounts: Sendable, Equatable {
    /// Interchanges read.
    public internal(set) var interchanges = 0
    /// Interchanges rejected as a whole.
    public internal(set) var rejectedInterchanges = 0
    /// Functional groups read.
    public internal(set) var groups = 0
    /// Functional groups of which nothing was accepted.
    public internal(set) var rejectedGroups = 0
    /// Functional groups rejected for what is wrong with the group itself, whatever its sets are like.
    public internal(set) var refusedGroups = 0
    /// Transaction sets read.
    public internal(set) var transactionSets = 0
    /// Transaction sets accepted with errors noted.
    public internal(set) var notedSets = 0
    /// Transaction sets rejected.
    public internal(set) var rejectedSets = 0

    /// Nothing counted.
    public init() {}

    /// Whether anything was rejected.
    public var hasRejections: Bool { rejectedInterchanges + rejectedGroups + rejectedSets > 0 }
}
