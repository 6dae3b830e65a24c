internal import X12Models

/// A remittance: what a row of the payments' table is made from.
final class PaymentRow {
    let place: SetPlace
    let header: RemittanceHeader
    /// The key of a payment before it that is told from it by nothing.
    let repeats: String?

    init(_ place: SetPlace, _ header: RemittanceHeader, repeats: String?) {
        self.place = place
        self.header = header
        self.repeats = repeats
    }

    /// The payee's tax number: an identifier beside its NPI, or the one that it is named by.
    var payeeTaxIdentifier: String? {
        let payee = header.payee
        return payee.additionalIdentifiers.value(of: "TJ")
            ?? (payee.identifierQualifier == "FI" ? payee.identifier : nil)
    }

    /// The payer's telephone: for questions about payments, else for those about the transmission.
    var payerPhone: String? {
        let contacts = [header.payer.businessContact].compactMap { $0 } + header.payer.technicalContacts
        return contacts.lazy.flatMap(\.numbers).first { $0.qualifier == "TE" }?.value
    }
}

/// A claim's payment with the remittance it stands in.
final class ClaimPaymentRow {
    /// What a claim's payment is to earlier ones.
    enum Kind: String {
        /// The claim is decided on for the first time, as far as this remittance shows.
        case payment
        /// A payment that was made before is taken back: the amounts are those of then with the sign turned.
        case reversal
        /// The claim is decided on anew, after the reversal of the same claim in the same remittance.
        case correction
    }

    let key: String
    let payment: PaymentRow
    let group: RemittanceGroup?
    let claim: ClaimPayment
    let kind: Kind

    init(
        key: String, _ payment: PaymentRow, _ group: RemittanceGroup?, _ claim: ClaimPayment, _ kind: Kind
    ) {
        self.key = key
        self.payment = payment
        self.group = group
        self.claim = claim
        self.kind = kind
    }
}

/// One service of a claim's payment.
struct PaymentLineRow {
    let claim: ClaimPaymentRow
    /// The line's place in the claim's payment, from 1.
    let position: Int
    let line: ServicePayment
}

/// One adjustment, of a claim's payment or of a line.
struct PaymentAdjustmentRow {
    let claim: ClaimPaymentRow
    /// The line; nil for the claim as a whole.
    let line: Int?
    let position: Int
    let adjustment: Adjustment
}

/// One adjustment of the payment as a whole.
struct ProviderAdjustmentRow {
    let payment: PaymentRow
    let position: Int
    let adjustment: ProviderAdjustment
}
