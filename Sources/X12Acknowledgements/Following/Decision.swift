internal import X12Models
internal import X12Text

/// What remittances say of one claim, added up: the order in which they are read makes no difference to the sums.
struct Decision: Sendable {
    /// How often its payer decided on it, and how often it took a decision back.
    private(set) var decisions: Int32 = 0
    private(set) var reversals: Int32 = 0
    /// When it decided last, and took back last; nil where there was none, or it had no date.
    private(set) var lastDecision: CalendarDate?
    private(set) var lastReversal: CalendarDate?
    /// What the last decision was.
    private(set) var isDenied = false
    private(set) var isSettledOtherwise = false
    /// What was charged, paid and left to the patient, by the claim's own payer; nil once a sum cannot be made.
    private(set) var charged: ExactDecimal? = .zero
    private(set) var paid: ExactDecimal? = .zero
    private(set) var share: ExactDecimal? = .zero
    /// What payers behind it paid, and left to the patient.
    private(set) var paidByNext: ExactDecimal?
    private(set) var shareByNext: ExactDecimal?
    /// Services that were paid nothing which is not the patient's.
    private(set) var unpaidServices: Int32 = 0
    /// Whether its payer passed it on, said that it is another's, or only foretold.
    private(set) var isPassedOn = false
    private(set) var isForeign = false
    private(set) var isForetold = false
    private(set) var codes = ""
    /// Who decided first.
    private(set) var payer: PayerName
    /// The last payment that was read of the last day, and that day.
    private(set) var place: FilePlace
    private(set) var last: CalendarDate?

    /// Takes the first payment in.
    init(_ payment: ToldPayment, isNext: Bool) {
        place = payment.place
        payer = payment.payer
        add(payment, isNext: isNext)
    }

    /// Whether a decision of its payer holds.
    var isDecided: Bool { decisions > 0 && !isTakenBack }

    /// Whether the last decision was taken back: a correction comes on the same day, or later.
    var isTakenBack: Bool {
        guard reversals > 0 else { return false }
        guard decisions > 0, let lastReversal, let lastDecision else { return decisions < reversals }
        return lastReversal > lastDecision
    }

    /// Whether a payment was taken back that was not read.
    var isEarlierMissing: Bool {
        isTakenBack ? reversals > decisions : reversals > 0 && reversals >= decisions
    }

    /// Adds a payment.
    mutating func add(_ payment: ToldPayment, isNext: Bool) {
        stand(on: payment)
        switch payment.kind {
        case .foretold: isForetold = true
        case .foreign: isForeign = true
        case .decision, .reversal:
            guard !isNext else { return addNext(payment) }
            charged = Self.sum(charged, payment.charge)
            paid = Self.sum(paid, payment.paid)
            share = Self.sum(share, payment.share)
            let sign: Int32 = payment.kind == .reversal ? -1 : 1
            unpaidServices &+= sign &* payment.unpaidServices
            if payment.kind == .reversal { takeBack(payment) } else { decide(payment) }
        }
    }

    private mutating func decide(_ payment: ToldPayment) {
        decisions &+= 1
        guard let date = payment.date, lastDecision.map({ date >= $0 }) ?? true else {
            if decisions == 1 { note(payment) }
            return
        }
        lastDecision = date
        note(payment)
    }

    private mutating func note(_ payment: ToldPayment) {
        isDenied = payment.isDenied
        isSettledOtherwise = payment.isSettledOtherwise
        isPassedOn = payment.isPassedOn
        codes = payment.codes
    }

    private mutating func takeBack(_ payment: ToldPayment) {
        reversals &+= 1
        if let date = payment.date { lastReversal = lastReversal.map { max($0, date) } ?? date }
    }

    private mutating func addNext(_ payment: ToldPayment) {
        paidByNext = Self.sum(paidByNext ?? .zero, payment.paid)
        shareByNext = Self.sum(shareByNext ?? .zero, payment.share)
    }

    private mutating func stand(on payment: ToldPayment) {
        guard let date = payment.date, last.map({ date >= $0 }) ?? true else { return }
        last = date
        place = payment.place
    }

    private static func sum(_ sum: ExactDecimal?, _ amount: ExactDecimal?) -> ExactDecimal? {
        guard let sum, let amount else { return nil }
        return sum.adding(amount)
    }
}
