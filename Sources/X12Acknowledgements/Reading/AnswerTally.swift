public import X12Text

/// What was counted in answers: what was accepted, with errors or without, and what was rejected.
public struct AnswerTally: Sendable, Equatable {
    /// Interchanges (TA1).
    public internal(set) var interchanges = Outcome()
    /// Functional groups (AK9).
    public internal(set) var groups = Outcome()
    /// Transaction sets (IK5, and AK9 where a group's sets have no responses of their own).
    public internal(set) var transactionSets = Outcome()
    /// Claims (277CA).
    public internal(set) var claims = Outcome()
    /// What the accepted claims charge; `nil` once a sum is too large.
    public internal(set) var acceptedCharges: ExactDecimal? = .zero
    /// What the rejected claims charge; `nil` once a sum is too large.
    public internal(set) var rejectedCharges: ExactDecimal? = .zero

    /// Nothing counted.
    public init() {}

    /// A count as an answer says it; nothing where it is negative or larger than a file can hold, so that sums stay sums.
    static func counted(_ number: Int?) -> Int {
        number.flatMap { (0...largestCount).contains($0) ? $0 : nil } ?? 0
    }

    /// More sets or claims than this are in no file.
    private static let largestCount = 999_999_999

    /// How many were accepted and rejected.
    public struct Outcome: Sendable, Equatable {
        /// Accepted without a remark.
        public internal(set) var accepted = 0
        /// Accepted with errors noted.
        public internal(set) var noted = 0
        /// Accepted in part (AK901 of `P`).
        public internal(set) var partly = 0
        /// Rejected.
        public internal(set) var rejected = 0

        /// All of them.
        public var total: Int { accepted + noted + partly + rejected }

        mutating func count(_ status: String) {
            switch status {
            case "A", "WQ": accepted += 1
            case "E": noted += 1
            case "P": partly += 1
            default: rejected += 1
            }
        }
    }
}
