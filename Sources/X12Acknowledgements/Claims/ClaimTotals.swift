internal import X12Text

/// Claims accepted and rejected, and what they charge.
struct ClaimTotals {
    private(set) var accepted = 0
    private(set) var rejected = 0
    /// What the accepted claims charge; `nil` once a sum is too large to be told.
    private(set) var acceptedCharges: ExactDecimal? = .zero
    private(set) var rejectedCharges: ExactDecimal? = .zero

    var count: Int { accepted + rejected }

    /// What all claims charge; `nil` where that is too large to be told.
    var charges: ExactDecimal? { acceptedCharges.flatMap { rejectedCharges?.adding($0) } }

    mutating func count(_ charge: ExactDecimal, isAccepted: Bool) {
        if isAccepted {
            accepted += 1
            acceptedCharges = acceptedCharges?.adding(charge)
        } else {
            rejected += 1
            rejectedCharges = rejectedCharges?.adding(charge)
        }
    }

    /// Makes all of them rejected ones.
    mutating func refuse() {
        rejectedCharges = acceptedCharges.flatMap { rejectedCharges?.adding($0) }
        rejected += accepted
        accepted = 0
        acceptedCharges = .zero
    }
}
