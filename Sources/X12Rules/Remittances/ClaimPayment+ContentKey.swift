internal import X12Diagnostics
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
        key.add(number.trimmedEnd)
        key.add(status?.rawValue ?? "")
        key.add(chargeAmount)
        key.add(amount)
        for index in statementDates.indices { key.add(statementDates[index].date) }
        // Each line is looked at where it stands: to take it out costs more than all that is made of it.
        for index in serviceLines.indices {
            key.add(serviceLines[index].procedure.code ?? "")
            for modifier in serviceLines[index].procedure.modifiers { key.add(modifier) }
            for place in serviceLines[index].serviceDates.indices {
                key.add(serviceLines[index].serviceDates[place].date)
            }
            key.add(serviceLines[index].lineItemControlNumber?.trimmedEnd ?? "")
            key.add(serviceLines[index].chargeAmount)
            key.add(serviceLines[index].paymentAmount)
        }
        return key.value
    }
}
