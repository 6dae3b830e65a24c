/// What one functional group holds.
public struct GroupSummary: Hashable, Sendable {
    /// The group control number (GS06).
    public internal(set) var controlNumber = ""
    /// The guide its sender names (GS08), as it was sent.
    public internal(set) var guide = ""
    /// The guide that its first transaction set was read by; empty when that is none that is known here.
    public internal(set) var followedGuide = ""
    /// The name of that guide in words.
    public internal(set) var followedGuideName = ""
    /// The transaction sets, in the order received.
    public internal(set) var transactionSets: [TransactionSetSummary] = []

    /// Creates a summary of nothing.
    public init() {}
}
