internal import X12Models
internal import X12Text

/// What is needed of a claim that was sent to compare its payment with it.
struct SentClaim: Sendable {
    /// The file it stands in, by its number.
    let file: Int
    /// What was charged (CLM02).
    let charge: ExactDecimal?
    /// The billing provider's NPI (2010AA NM109).
    let billingIdentifier: String?
    /// The billing provider's tax number (2010AA REF of `EI` or `SY`).
    let taxIdentifier: String?
    /// The NPI of who gave the service (2310B NM109).
    let renderingIdentifier: String?
    /// The patient's last name (NM103 of 2010BA or 2010CA).
    let patientName: String?
    /// The insured's last name (2010BA NM103).
    let subscriberName: String?
    /// The member's number (2010BA NM109).
    let memberIdentifier: String?
    /// What the one payer before took over: its payment and its adjustments but for the patient's part; `nil` where
    /// there is not exactly one, or it has not decided.
    let earlierPayerImpact: ExactDecimal?
    /// The service lines.
    let lines: [Line]

    /// A service line.
    struct Line: Sendable {
        /// The line's own number (REF of `6R`).
        let controlNumber: String?
        let code: String?
        let charge: ExactDecimal?
    }

    init(_ claim: Claim, in file: Int) {
        self.file = file
        charge = claim.chargeAmount
        billingIdentifier = claim.billingProvider?.provider?.identifier
        taxIdentifier = claim.billingProvider?.provider?.taxIdentifier?.value
        renderingIdentifier = claim.renderingProvider?.identifier
        subscriberName = claim.subscriber?.person?.lastOrOrganizationName
        patientName = claim.patient?.person?.lastName ?? subscriberName
        memberIdentifier = claim.subscriber?.person?.memberIdentifier
        earlierPayerImpact = Self.impact(claim)
        lines = claim.serviceLines.map {
            Line(
                controlNumber: $0.references?.lineItemControlNumber, code: $0.procedure?.code,
                charge: $0.chargeAmount)
        }
    }

    /// The line that a line of a payment is about: the one of its number, else the only one of its code and charge.
    func line(of service: ServicePayment) -> Line? {
        if let number = service.lineItemControlNumber {
            let named = lines.filter { $0.controlNumber == number }
            if named.count == 1 { return named[0] }
        }
        let code = service.submittedProcedure?.code ?? service.procedure.code
        let alike = lines.filter { $0.code == code && $0.charge == service.chargeAmount }
        return alike.count == 1 ? alike[0] : nil
    }

    private static func impact(_ claim: Claim) -> ExactDecimal? {
        guard claim.otherSubscribers.count == 1, let paid = claim.otherSubscribers[0].payerPaidAmount else {
            return nil
        }
        var sum = MoneySum()
        sum.add(paid)
        let onLines = claim.serviceLines.flatMap { $0.adjudications.flatMap(\.adjustments) }
        for adjustment in claim.otherSubscribers[0].adjustments + onLines where adjustment.group != "PR" {
            sum.add(adjustment.amount)
        }
        return sum.value
    }
}
