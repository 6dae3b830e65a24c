internal import X12Models
internal import X12Text

/// Payments of one claim by one payer, added up: the order in which they are read makes no difference.
struct PaymentSum: Sendable {
    /// How often it was decided, and how often a decision was taken back.
    private(set) var decisions: Int32 = 0
    private(set) var reversals: Int32 = 0
    /// When it was decided first and last, and taken back last; nil where it never was, or there was no date.
    private(set) var firstDecision: CalendarDate?
    private(set) var lastDecision: CalendarDate?
    private(set) var lastReversal: CalendarDate?
    /// What was charged, paid and left to the patient, reversals taken off; nil once a sum cannot be made.
    private(set) var charged: ExactDecimal? = .zero
    private(set) var paid: ExactDecimal? = .zero
    private(set) var share: ExactDecimal? = .zero
    /// What was charged in the decision on most of it.
    private(set) var mostCharged: ExactDecimal = .zero
    /// Services that were paid nothing which is not the patient's.
    private(set) var unpaidServices: Int32 = 0
    /// What the last decision was.
    private(set) var manner = ToldPayment.Manner()

    /// Whether nothing was decided or taken back.
    var isEmpty: Bool { decisions == 0 && reversals == 0 }

    /// Whether what was taken back is all that was decided.
    var isNothing: Bool { charged == .zero && paid == .zero && share == .zero }

    /// Whether more was taken back than was decided, so that what was decided is not all here.
    var lacksDecision: Bool { reversals > decisions && (charged?.isNegative ?? true) }

    /// Whether the last that happened was a reversal.
    var isReversedLast: Bool {
        guard let lastReversal, let lastDecision else { return decisions < reversals }
        return lastReversal > lastDecision
    }

    /// Whether a reversal takes back just this.
    func isTaken(by reversal: ToldPayment) -> Bool {
        charged == reversal.charge?.magnitude && paid == reversal.paid.map { -$0 }
            && share == reversal.share.map { -$0 }
    }

    /// Adds a payment.
    mutating func add(_ payment: ToldPayment) {
        charged = Self.sum(charged, payment.charge)
        paid = Self.sum(paid, payment.paid)
        share = Self.sum(share, payment.share)
        if payment.kind == .reversal { takeBack(payment) } else { decide(payment) }
    }

    /// Both together; of decisions of one day the manner of this one.
    func adding(_ other: PaymentSum) -> PaymentSum {
        var sum = self
        sum.decisions &+= other.decisions
        sum.reversals &+= other.reversals
        sum.firstDecision = Self.pick(firstDecision, other.firstDecision, min)
        sum.lastDecision = Self.pick(lastDecision, other.lastDecision, max)
        sum.lastReversal = Self.pick(lastReversal, other.lastReversal, max)
        sum.charged = Self.sum(charged, other.charged)
        sum.paid = Self.sum(paid, other.paid)
        sum.share = Self.sum(share, other.share)
        sum.mostCharged = max(mostCharged, other.mostCharged)
        sum.unpaidServices &+= other.unpaidServices
        return sum
    }

    /// The same with the charge of the decision on most of it: what is decided again in the same way is decided once.
    var once: PaymentSum {
        var sum = self
        sum.charged = mostCharged
        return sum
    }

    private mutating func decide(_ payment: ToldPayment) {
        decisions &+= 1
        unpaidServices &+= payment.unpaidServices
        if let charge = payment.charge { mostCharged = max(mostCharged, charge) }
        firstDecision = Self.pick(firstDecision, payment.date, min)
        guard let date = payment.date, lastDecision.map({ date >= $0 }) ?? true else {
            if decisions == 1 { manner = payment.manner }
            return
        }
        lastDecision = date
        manner = payment.manner
    }

    private mutating func takeBack(_ payment: ToldPayment) {
        reversals &+= 1
        unpaidServices &-= payment.unpaidServices
        lastReversal = Self.pick(lastReversal, payment.date, max)
    }

    /// The sum of two amounts; nil where either is none, or it is too large.
    static func sum(_ sum: ExactDecimal?, _ amount: ExactDecimal?) -> ExactDecimal? {
        guard let sum, let amount else { return nil }
        return sum.adding(amount)
    }

    private static func pick(
        _ one: CalendarDate?, _ other: CalendarDate?, _ choose: (CalendarDate, CalendarDate) -> CalendarDate
    ) -> CalendarDate? {
        guard let one, let other else { return one ?? other }
        return choose(one, other)
    }
}
