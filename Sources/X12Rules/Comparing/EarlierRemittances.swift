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

    /// What takes back a claim against the payment of it in a remittance that the input is compared with; `nil` where none has
    /// it.
    func original(of reversal: ClaimPayment) -> Original? {
        guard reversal.isReversal, let counterparts, let header,
            let payment = counterparts.payment(takenBackBy: reversal, of: header)
        else { return nil }
        return Original(payment, counterparts.name(of: payment))
    }

    /// A payment of another remittance that is taken back. A class, as few claims have one and rules pass it on with all.
    final class Original: Sendable {
        let payment: PaidClaim
        /// The file it stands in.
        let file: String

        init(_ payment: PaidClaim, _ file: String) {
            self.payment = payment
            self.file = file
        }
    }
}

extension [PaidClaim] {
    /// In the order of their days of payment, those of one day as they were added; `nil` where there are very many, or the day
    /// of one is not known.
    var byDay: [PaidClaim]? {
        guard count <= Counterparts.mostOfOneNumber else { return nil }
        let dated = compactMap { payment in payment.day.map { (day: $0, payment: payment) } }
        guard dated.count == count else { return nil }
        return dated.sorted { $0.day < $1.day }.map(\.payment)
    }
}

extension Counterparts {
    /// The most payments of one number that are looked through: a number of more is none.
    fileprivate static let mostOfOneNumber = 64

    /// What a reversal takes back of what this payer paid under both numbers of the claim, up to the day of its remittance: of
    /// several payments the last one of its amount, else the last. A remittance of the same number is the one at hand.
    fileprivate func payment(takenBackBy reversal: ClaimPayment, of header: RemittanceHeader) -> PaidClaim? {
        let payments = payments(reversal.patientControlNumber)
        guard !payments.isEmpty, let trace = header.traceKey, let day = header.payment.date,
            let ordered = payments.byDay
        else { return nil }
        let (claim, payer) = (reversal.claimKey, header.payerKey)
        let before = ordered.filter { payment in
            payment.claim == claim && payment.payer == payer && payment.trace != trace
                && payment.status != .reversal && payment.status != .predetermination
                && payment.day.map { $0 <= day } == true
        }
        let amount = reversal.paymentAmount?.magnitude
        return before.last { $0.paid?.magnitude == amount } ?? before.last
    }

    /// What another remittance paid before the one of this head, and none has taken back since.
    ///
    /// Files come in any order, so days of payment tell what was before; within a day, and for the remittance itself where it
    /// is among the files, the order in which they were added. A remittance without a number may be the one at hand.
    fileprivate func payment(_ content: UInt64, _ number: String, before header: RemittanceHeader)
        -> PaidClaim?
    {
        let payments = payments(number)
        guard !payments.isEmpty, let trace = header.traceKey, let day = header.payment.date,
            let ordered = payments.byDay
        else { return nil }
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
