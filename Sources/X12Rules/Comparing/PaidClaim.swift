internal import X12Models
internal import X12Text

/// What is needed of a claim's payment to compare a claim to the next payer, or another remittance, with it.
struct PaidClaim: Sendable {
    /// How the payer dealt with the claim (CLP02).
    let status: ClaimPaymentStatus?
    /// What tells the claim at its payer: the provider's number and the payer's.
    let claim: UInt64
    /// What tells who pays.
    let payer: UInt64
    /// What was charged (CLP03).
    let charge: ExactDecimal?
    /// What was paid (CLP04).
    let paid: ExactDecimal?
    /// What was taken off, in any order, of the claim and its lines; `nil` where an amount is not known.
    let adjustmentContent: UInt64?
    /// What tells that it is made again: payer, numbers, amounts, dates and lines; `nil` where it may come again.
    let content: UInt64?
    /// What tells the remittance (TRN); `nil` where it has no number.
    let trace: UInt64?
    /// The day of payment (BPR16).
    let day: CalendarDate?
    /// The file it stands in, counted from 0.
    let file: Int
    /// What does not add up, in amounts; `nil` where all does, or an amount is not known.
    let difference: String?
    /// What was taken off, of the claim and its lines.
    let adjustments: AdjustmentTotals
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
        /// What was paid (SVC03).
        let paid: ExactDecimal?
        /// Units paid (SVC05); one where none were sent.
        let units: ExactDecimal
    }

    init(_ payment: ClaimPayment, of header: RemittanceHeader, in file: Int) {
        status = payment.status
        claim = payment.claimKey
        payer = header.payerKey
        charge = payment.chargeAmount
        adjustmentContent = payment.adjustmentKey
        content = payment.contentKey.map { $0 ^ header.payerKey }
        trace = header.traceKey
        day = header.payment.date
        self.file = file
        paid = payment.paymentAmount
        difference = Self.difference(payment)
        var adjustments = AdjustmentTotals()
        adjustments.add(payment.adjustments)
        for line in payment.serviceLines { adjustments.add(line.adjustments) }
        self.adjustments = adjustments
        lines = payment.serviceLines.map {
            Line(
                controlNumber: $0.lineItemControlNumber, code: $0.procedure.code, charge: $0.chargeAmount,
                paid: $0.paymentAmount, units: $0.paidUnitCount ?? 1)
        }
    }

    /// The line of a number (REF of `6R`); `nil` where none has it, or several have, as when one was split.
    func line(numbered number: String) -> Line? {
        let named = lines.filter { $0.controlNumber == number }
        return named.count == 1 ? named[0] : nil
    }

    /// The first sum of a payment that comes to something else: a line's, then the claim's.
    private static func difference(_ payment: ClaimPayment) -> String? {
        var sum = payment.adjustments.total
        for index in payment.serviceLines.indices {
            let line = payment.serviceLines[index]
            let adjustments = line.adjustments.total
            sum.add(adjustments)
            if let words = difference("SVC03", line.chargeAmount, adjustments.value, line.paymentAmount) {
                return words
            }
        }
        return difference("CLP04", payment.chargeAmount, sum.value, payment.paymentAmount)
    }

    private static func difference(
        _ place: String, _ charge: ExactDecimal?, _ adjustments: ExactDecimal?, _ paid: ExactDecimal?
    ) -> String? {
        guard let charge, let adjustments, let paid, let due = charge.subtracting(adjustments), due != paid
        else { return nil }
        return "\(place) is \(paid), but \(charge) less \(adjustments) is \(due)"
    }
}
