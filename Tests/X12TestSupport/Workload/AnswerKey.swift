/// What a generated file holds, counted while it was written.
public struct AnswerKey: Sendable, Equatable {
    /// Claims: CLM in an 837P, CLP in an 835.
    public var claims = 0
    /// Service lines: LX in an 837P, SVC in an 835.
    public var serviceLines = 0
    /// The sum of CLM02 or CLP03, in cents.
    public var charges = 0
    /// The sum of SVD02 in an 837P, of CLP04 in an 835, in cents.
    public var paid = 0
    /// The sum of BPR02 in an 835, in cents.
    public var payments = 0
    /// Adjustment triplets in CAS segments (reason, amount, quantity).
    public var adjustments = 0
    /// People a 271 answers for.
    public var members = 0
    /// Benefits (EB) in a 271.
    public var benefits = 0
    /// Transaction sets (ST).
    public var transactionSets = 0
    /// All segments, from ISA to IEA.
    public var segments = 0
    /// All bytes, line ends included.
    public var bytes = 0

    /// The answer for a file with nothing in it, to count up from.
    public init() {}
}
