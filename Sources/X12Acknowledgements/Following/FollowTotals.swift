public import X12Text

/// Claims and money by state.
public struct FollowTotals: Sendable {
    /// The states, each with its sum.
    public private(set) var states: [ClaimState: Sum] = [:]
    /// All of it.
    public private(set) var all = Sum()

    /// Nothing counted yet.
    public init() {}

    /// Takes a claim in.
    public mutating func count(_ claim: FollowedClaim) {
        all.count(claim)
        states[claim.state, default: Sum()].count(claim)
    }

    /// How many claims, what they come to, and the oldest.
    public struct Sum: Sendable {
        /// How many claims.
        public private(set) var claims = 0
        /// What was charged; `nil` once a sum is too large.
        public private(set) var charge: ExactDecimal? = .zero
        /// What was paid, by all payers.
        public private(set) var paid: ExactDecimal? = .zero
        /// What is the patients'.
        public private(set) var patientShare: ExactDecimal? = .zero
        /// What nobody has decided on.
        public private(set) var open: ExactDecimal? = .zero
        /// When the oldest was sent.
        public private(set) var oldest: CalendarDate?
        /// The number of the oldest.
        public private(set) var oldestNumber = ""

        mutating func count(_ claim: FollowedClaim) {
            claims += 1
            charge = charge?.adding(claim.charge ?? .zero)
            paid = paid?.adding(claim.paid ?? .zero)?.adding(claim.paidByNextPayers ?? .zero)
            patientShare = patientShare?.adding(claim.patientShare ?? .zero)
            open = open?.adding(claim.open ?? .zero)
            guard let sent = claim.sent, oldest.map({ sent < $0 }) ?? true else { return }
            oldest = sent
            oldestNumber = claim.number
        }
    }
}
