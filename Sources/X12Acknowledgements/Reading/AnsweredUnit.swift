/// What an answer answers as a whole: an interchange (TA1), a group (999) or a batch of claims (277CA), accepted or not.
public struct AnsweredUnit: Sendable, Equatable {
    /// The numbers of what is answered, and its place in the original once that was looked at (``OriginalFinder``).
    public var item: WorkItem
    /// Of a batch, how many claims the answer speaks of.
    public internal(set) var claims = 0
    /// Of a batch that was looked at in its original, the first claims (CLM01) that the answer leaves out, at most
    /// ``mostNamed``.
    public internal(set) var leftOut: [String] = []
    /// How many claims the answer leaves out by their numbers.
    public internal(set) var leftOutCount = 0
    /// How often the answer names each claim number, by a digest of it; `nil` where its claims are not listed, or too many.
    var named: [Int: Int]? = [:]

    /// How many claims that were left out are named.
    public static let mostNamed = 1_000

    init(item: WorkItem) { self.item = item }

    /// Takes a claim of the answer in.
    mutating func name(_ claim: String) { named?[claim.hashValue, default: 0] += 1 }

    /// Takes a claim of the original in, which the answer names or leaves out.
    mutating func meet(_ claim: String) {
        guard let count = named?[claim.hashValue] ?? named.map({ _ in 0 }) else { return }
        guard count == 0 else {
            named?[claim.hashValue] = count - 1
            return
        }
        leftOutCount += 1
        if leftOut.count < Self.mostNamed { leftOut.append(claim) }
    }
}
