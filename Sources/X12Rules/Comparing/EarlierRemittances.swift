internal import X12Models
internal import X12Text

extension RemittanceLevels {
    /// The file in which a remittance that the input is compared with has made a claim's payment before; `nil` where none has.
    func fileOfEarlierPayment(_ number: String, _ content: UInt64?) -> String? {
        guard let counterparts, let content, let header,
            let payment = counterparts.payment(content ^ header.payerKey, number, before: header)
        else { return nil }
        return counterparts.name(of: payment)
    }
}

extension Counterparts {
    /// The most payments of one number that are looked through: a number of more is none.
    private static let mostOfOneNumber = 64

    /// What another remittance paid before the one of this head, and none has taken back since.
    ///
    /// Files come in any order, so days of payment tell what was before; within a day, and for the remittance itself where it
    /// is among the files, the order in which they were added. A remittance without a number may be the one at hand.
    fileprivate func payment(_ content: UInt64, _ number: String, before header: RemittanceHeader)
        -> PaidClaim?
    {
        let payments = payments(number)
        guard 1...Self.mostOfOneNumber ~= payments.count, let trace = header.traceKey,
            let day = header.payment.date
        else { return nil }
        let dated = payments.compactMap { payment in payment.day.map { (day: $0, payment: payment) } }
        guard dated.count == payments.count else { return nil }
        let ordered = dated.sorted { $0.day < $1.day }.map(\.payment)
        let own = ordered.firstIndex { $0.trace == trace } ?? ordered.count
        for (index, payment) in ordered.enumerated().reversed() {
            if payment.status == .reversal { return nil }
            if index < own, payment.content == content, payment.trace != nil,
                payment.day.map({ $0 <= day }) == true
            {
                return payment
            }
        }
        return nil
    }
}
