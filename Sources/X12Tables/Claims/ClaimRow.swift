internal import X12Models
internal import X12Text

/// A claim with the levels it stands under: what a row of the claims' tables is made from.
///
/// Good until the next level comes: the levels are shared, for to copy them for each claim takes longer than to write
/// what is asked of them.
final class ClaimRow {
    let key: String
    let levels: ClaimLevels
    let claim: Claim

    init(key: String, _ levels: ClaimLevels, _ claim: Claim) {
        self.key = key
        self.levels = levels
        self.claim = claim
    }
}

/// The transaction set and the levels that claims stand under, as they come.
final class ClaimLevels {
    let place: SetPlace
    let header: ClaimHeader
    var billingProvider: BillingProvider?
    var subscriber: Subscriber?
    var patient: Patient?

    init(_ place: SetPlace, _ header: ClaimHeader) {
        self.place = place
        self.header = header
    }
}

/// One line of a claim.
struct ClaimLineRow {
    let claim: ClaimRow
    /// The line's place in the claim, from 1.
    let position: Int
    let line: ServiceLine
}

/// One other payer of a claim.
struct OtherPayerRow {
    let claim: ClaimRow
    /// The payer's place among the other payers, from 1.
    let position: Int
    let subscriber: OtherSubscriber
}

/// What another payer decided on a line.
struct OtherPaymentRow {
    let claim: ClaimRow
    let line: Int
    let position: Int
    let adjudication: LineAdjudication
}

/// One adjustment of another payer, of the claim or of a line.
struct OtherAdjustmentRow {
    let claim: ClaimRow
    /// The place of the payer among the claim's other payers; nil for a line's, which names its payer.
    let payerPosition: Int?
    let payerIdentifier: String?
    /// The line and the place of the decision among the line's; nil for a claim's.
    let line: Int?
    let paymentPosition: Int?
    let position: Int
    let adjustment: Adjustment
}
