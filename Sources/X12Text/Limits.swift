/// How much of one thing a reader takes in before it stops with ``X12Error/Code/limitPassed``.
///
/// Every loop over input is bounded by one of these, so that no input can take more memory than they say: the
/// elements of a segment by its bytes, the loops that are open by the guide.
public struct Limits: Hashable, Sendable {
    /// The most bytes of one segment, or of what stands between two interchanges. 1 MiB.
    public var segmentBytes = 1 << 20
    /// The most bytes of one block: a claim, a claim payment, a level. 64 MiB; more than 2 GiB count as 2 GiB.
    public var blockBytes = 64 << 20
    /// The most segments of one block. 250,000.
    public var blockSegments = 250_000
    /// The most remarks a reader keeps until they are taken; later ones are counted only. 1,000.
    public var pendingFindings = 1000

    /// The documented defaults.
    public init() {}
}
