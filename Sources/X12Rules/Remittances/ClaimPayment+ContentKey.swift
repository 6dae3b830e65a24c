internal import X12Models
internal import X12Text

extension ClaimPayment {
    /// What tells that a payment is one that was made before: numbers, amounts, dates and lines; `nil` where nothing is paid,
    /// or the payer's number, which tells parts of a claim apart, is missing, or one payer passes it on to the next.
    var contentKey: UInt64? {
        guard let amount = paymentAmount, amount > .zero, let number = payerClaimControlNumber,
            status == .processedAsPrimary || status == .processedAsSecondary || status == .processedAsTertiary
        else { return nil }
        var key = SeenKeys.Key()
        key.add(number)
        key.add(status?.rawValue ?? "")
        key.add(chargeAmount)
        key.add(amount)
        for date in statementDates { key.add(date.date) }
        for index in serviceLines.indices {
            let line = serviceLines[index]
            key.add(line.procedure.code ?? "")
            for modifier in line.procedure.modifiers { key.add(modifier) }
            for date in line.serviceDates { key.add(date.date) }
            key.add(line.lineItemControlNumber ?? "")
            key.add(line.chargeAmount)
            key.add(line.paymentAmount)
        }
        return key.value
    }
}
