public import X12Models
public import X12Text

/// What stands above a claim's payment: the head of the remittance and the header number.
public final class RemittanceLevels: Sendable {
    /// The day the input was received, as asked for or, without that, as its group says (GS04).
    public let received: CalendarDate?
    /// The head of the remittance.
    public let header: RemittanceHeader?
    /// The header number with its provider summary.
    public let group: RemittanceGroup?

    /// The day of payment (BPR16), which rules ask for each payment; so the head is not taken out for it.
    let paymentDate: CalendarDate?

    /// What the input is compared with, where that is at hand.
    public let counterparts: Counterparts?

    init(
        received: CalendarDate? = nil, header: RemittanceHeader? = nil, group: RemittanceGroup? = nil,
        counterparts: Counterparts? = nil
    ) {
        self.received = received
        self.counterparts = counterparts
        paymentDate = header?.payment.date
        self.header = header
        self.group = group
    }

    func with(header: RemittanceHeader) -> RemittanceLevels {
        RemittanceLevels(received: received, header: header, counterparts: counterparts)
    }

    func with(group: RemittanceGroup) -> RemittanceLevels {
        RemittanceLevels(received: received, header: header, group: group, counterparts: counterparts)
    }
}
