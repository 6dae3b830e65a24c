internal import X12Models
internal import X12Text

/// What one payer decided of a claim, whatever the order in which its remittances are read.
///
/// What pays, or leaves something to the patient, is held apart from what does neither: payers often pay what they denied without
/// taking the denial back, and both added up would be twice the claim.
struct PayerDecision: Sendable {
    /// Who decided, by the first payment that was read.
    private(set) var payer = PayerName()
    /// The payer's number of the claim (CLP07), by that payment.
    private(set) var number = PlainDigest()
    /// Its highest place in the order of payment, as it tells it.
    private(set) var rank = PayerRank()
    /// Decisions that pay or leave something to the patient, and their reversals.
    private var money = PaymentSum()
    /// Decisions that do neither, and their reversals: one sum or none, as many claims are kept and few of them are denied.
    private var denialSum: [PaymentSum] = []

    private var denials: PaymentSum {
        get { denialSum.first ?? PaymentSum() }
        set { denialSum = [newValue] }
    }

    /// Whether it never decided, nor took anything back.
    var isEmpty: Bool { money.isEmpty && denials.isEmpty }

    /// Adds a decision or a reversal.
    mutating func add(_ payment: ToldPayment) {
        if isEmpty { (payer, number) = (payment.payer, PlainDigest(payment.payerNumber)) }
        if payment.rank.number > rank.number { rank = payment.rank }
        if payment.paid == .zero, payment.share == .zero { denials.add(payment) } else { money.add(payment) }
    }

    // MARK: - What holds

    /// Whether a decision holds.
    var isDecided: Bool { sum.decisions > 0 && !isTakenBack }

    /// Whether all that it decided was taken back: a correction comes on the same day, or later.
    var isTakenBack: Bool {
        let sum = sum
        guard sum.reversals > 0 else { return false }
        if sum.isReversedLast { return !isPartLeft }
        guard sum.decisions > 0 else { return false }
        // Of one day: a payment that was taken back, or a correction.
        return sum.lastReversal == sum.lastDecision && sum.reversals >= sum.decisions && sum.isNothing
    }

    /// Whether a payment was taken back that was not read.
    var isEarlierMissing: Bool {
        let sum = sum
        guard isDecided else { return sum.lacksDecision || money.lacksDecision }
        return sum.reversals > 0 && sum.reversals >= sum.decisions
    }

    /// The decision that holds, or held last.
    var manner: ToldPayment.Manner { latest.manner }
    /// When that was.
    var lastDecision: CalendarDate? { latest.lastDecision }
    /// When a decision was last taken back.
    var lastReversal: CalendarDate? { sum.lastReversal }

    /// Whether it decided before a day, and that holds; where either day is not known, it can have.
    func isDecided(before day: CalendarDate?) -> Bool {
        guard isDecided else { return false }
        guard let day, let first = sum.firstDecision else { return true }
        return first < day
    }

    // MARK: - Sums

    /// What counts of a claim of a charge: where more was decided on than was charged, a denial of nothing gives way to what
    /// was decided later.
    func counted(of charge: ExactDecimal?) -> PaymentSum {
        let all = all
        let isTooMuch = charge.flatMap { charge in all.charged.map { $0 > charge } } ?? false
        if areDenialsOutdated && isTooMuch || isTakenBack && denials.decisions > denials.reversals {
            return money
        }
        return isTooMuch && money.isNothing ? denials.once : all
    }

    private var all: PaymentSum { money.adding(denials) }

    /// All that matters to whether a decision holds.
    private var sum: PaymentSum { areDenialsOutdated ? money : all }

    /// Whether something was paid later than denied; of one day what was paid is the later, where it was not taken back.
    private var areDenialsOutdated: Bool {
        guard denials.decisions > 0, money.decisions > 0 else { return false }
        if let paid = money.lastDecision, let denied = denials.lastDecision, paid != denied {
            return paid > denied
        }
        return money.decisions > money.reversals
    }

    private var isDenialLeft: Bool {
        !areDenialsOutdated && denials.decisions > denials.reversals && !denials.isReversedLast
    }

    /// Whether a reversal, though it came last, took back one of several decisions.
    private var isPartLeft: Bool {
        guard let charged = all.charged, charged > .zero else { return false }
        let isPaid = money.decisions > money.reversals && (money.charged.map { $0 > .zero } ?? false)
        return isPaid || isDenialLeft
    }

    private var latest: PaymentSum { isDenialLeft || money.decisions == 0 ? denials : money }
}
