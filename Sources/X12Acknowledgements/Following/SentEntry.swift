internal import X12Models
internal import X12Text

/// What is kept of a claim that was sent.
struct SentEntry: Sendable {
    let number: String
    let charge: ExactDecimal?
    /// The payer's number of the claim that it changes (REF of `F8`).
    let originalNumber: String
    let people: ClaimPeople
    let place: FilePlace
    let sending: Int32
    let payer: Int32
    let provider: Int32
    let frequency: ClaimChange
    let rank: PayerRank
    let firstDay: CalendarDate?
    let lastDay: CalendarDate?
    /// The payer's number of it, as answers tell it.
    var payerNumber = ""
    /// What statuses say of it by itself.
    var answer: SeenAnswer?
    var decision: Decision?
    var isAmbiguous = false
    /// The claims around it, by their numbers; -1 where there is none.
    var replacedBy: Int32 = -1
    var replaces: Int32 = -1
    var earlierPayer: Int32 = -1
    /// The next claim of the same number.
    var nextOfNumber: Int32 = -1

    init(
        _ claim: Claim, sending: Int32, payer: Int32, provider: Int32, at place: FilePlace
    ) {
        number = claim.patientControlNumber ?? ""
        charge = claim.chargeAmount
        originalNumber = claim.references?.payerClaimControlNumber ?? ""
        people = ClaimPeople(claim)
        self.place = place
        self.sending = sending
        self.payer = payer
        self.provider = provider
        frequency = ClaimChange(claim.claimFrequency?.rawValue)
        rank = PayerRank(claim.subscriber?.payerResponsibility?.rawValue)
        var first: CalendarDate?
        var last: CalendarDate?
        for line in claim.serviceLines {
            guard let day = line.serviceDate?.firstDay else { continue }
            first = first.map { min($0, day) } ?? day
            let end = line.serviceDate?.lastDay ?? day
            last = last.map { max($0, end) } ?? end
        }
        firstDay = first
        lastDay = last
    }

    /// Takes a status in; the one of higher rank stays.
    mutating func take(_ answer: SeenAnswer) {
        if answer.outranks(self.answer) { self.answer = answer }
    }

    /// Whether a charge is its own, whatever the sign.
    func isOf(charge told: ExactDecimal?) -> Bool { told.map { $0.magnitude == charge } ?? false }

    /// Whether a service of these days can be one of its own; where either has no days, it can.
    func isOf(_ days: ClosedRange<CalendarDate>?) -> Bool {
        guard let days, let firstDay, let lastDay else { return true }
        return days.lowerBound <= max(firstDay, lastDay) && days.upperBound >= firstDay
    }
}
