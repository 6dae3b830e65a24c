internal import X12Models
internal import X12Text

/// What another payer of a claim decided, added up.
struct OtherPayerSums {
    /// The payer among the claim's other subscribers.
    let index: Int
    /// What it paid by lines (SVD02).
    private(set) var paidOnLines = MoneySum()
    /// What it took off on lines (2430 CAS).
    private(set) var lineAdjustments = MoneySum()
    /// What it took off on the claim (2320 CAS).
    private(set) var claimAdjustments = MoneySum()
    /// Whether it decided by lines (any 2430 of it).
    private(set) var hasLines = false

    /// Adds up what a payer decided; `nil` where it cannot be told from the claim's others.
    init?(_ claim: Claim, _ index: Int) {
        self.index = index
        guard let payer = claim.otherSubscribers[index].payer?.identifier else { return nil }
        let isShared = claim.otherSubscribers.indices.contains {
            $0 != index && claim.otherSubscribers[$0].payer?.identifier == payer
        }
        guard !isShared else { return nil }
        claimAdjustments = claim.otherSubscribers[index].adjustments.total
        for line in claim.serviceLines.indices {
            for place in claim.serviceLines[line].adjudications.indices
            where claim.serviceLines[line].adjudications[place].payerIdentifier == payer {
                hasLines = true
                paidOnLines.add(claim.serviceLines[line].adjudications[place].paidAmount)
                lineAdjustments.add(claim.serviceLines[line].adjudications[place].adjustments.total)
            }
        }
    }

    /// What the payer must have paid by its lines: their payments less what was taken off the claim as a whole.
    var paidByLines: ExactDecimal? {
        guard let paid = paidOnLines.value, let adjusted = claimAdjustments.value else { return nil }
        return paid.subtracting(adjusted)
    }
}

extension OtherSubscriber {
    /// Whether something at the claim says that the payer has decided.
    var hasDecidedOnClaim: Bool {
        payerPaidAmount != nil || !adjustments.isEmpty || payer?.paymentDate != nil
            || outpatientAdjudication != nil || remainingPatientLiability != nil
    }
}
