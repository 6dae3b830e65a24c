/// Whom a payment is for, as far as it tells: the patient, and whoever is insured, as sent, as corrected, or by another payer.
extension ClaimPayment {
    /// The last names that it tells, the patient's first.
    package var toldLastNames: [String] {
        ([patient.lastName] + toldInsured.map(\.lastOrOrganizationName)).compactMap(\.self)
    }

    /// The member numbers that it tells, the patient's first.
    package var toldMemberNumbers: [String] {
        ([patient.identifier] + toldInsured.map(\.identifier)).compactMap(\.self)
    }

    private var toldInsured: [PaymentParty] {
        [insured, correctedInsured, otherSubscriber].compactMap(\.self)
    }
}
