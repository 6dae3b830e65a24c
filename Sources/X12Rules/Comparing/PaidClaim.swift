internal import X12Models
internal import X12Text

/// What is needed of a claim's payment to compare a claim to the next payer with it.
struct PaidClaim: Sendable {
    /// How the payer dealt with the claim (CLP02).
    let status: ClaimPaymentStatus?
    /// What was paid (CLP04).
    let paid: ExactDecimal?
    /// The service lines.
    let lines: [Line]

    /// A service line.
    struct Line: Sendable {
        /// The line's own number (REF of `6R`).
        let controlNumber: String?
        /// The procedure that was paid (SVC01).
        let code: String?
        /// What was charged (SVC02).
        let charge: ExactDecimal?
        /// Units paid (SVC05); one where none were sent.
        let units: ExactDecimal
    }

    init(_ payment: ClaimPayment) {
        status = payment.status
        paid = payment.paymentAmount
        lines = payment.serviceLines.map {
            Line(
                controlNumber: $0.lineItemControlNumber, code: $0.procedure.code, charge: $0.chargeAmount,
                units: $0.paidUnitCount ?? 1)
        }
    }
}
