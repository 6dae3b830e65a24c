internal import X12Models
internal import X12Text

/// What remittances say of one claim, by the payers who decided on it: the order in which they are read makes no difference to
/// the sums.
struct Decision: Sendable {
    /// What the claim's own payer decided.
    private(set) var own = PayerDecision()
    /// What payers behind it decided.
    private(set) var behind: [PayerDecision] = []
    /// Whether its payer said that it is another's, or only foretold.
    private(set) var isForeign = false
    private(set) var isForetold = false
    /// The last payment that was read of the last day, and that day.
    private(set) var place: FilePlace
    private(set) var last: CalendarDate?

    /// Takes the first payment in.
    init(_ payment: ToldPayment, isNext: Bool) {
        place = payment.place
        add(payment, isNext: isNext)
    }

    /// Whether a decision of its payer holds.
    var isDecided: Bool { own.isDecided }
    /// Whether its payer took back what it decided.
    var isTakenBack: Bool { own.isTakenBack }
    /// Whether the decision of its payer is to pay nothing (CLP02 of 4).
    var isDenied: Bool { own.manner.isDenied }

    /// What payers behind it paid; nil where none decided, or a sum cannot be made.
    var paidByNext: ExactDecimal? {
        behind.isEmpty ? nil : behind.reduce(.zero) { PaymentSum.sum($0, $1.counted(of: nil).paid) }
    }

    /// The payer behind it that decided last; nil where nothing that they decided holds.
    var lastBehind: PayerDecision? {
        behind.filter(\.isDecided).max { one, other in
            guard let first = one.lastDecision, let second = other.lastDecision, first != second else {
                return one.rank.number < other.rank.number
            }
            return first < second
        }
    }

    /// Whether a payer behind is still to decide: the last one passed it on, or one took back what it decided.
    var isAwaited: Bool {
        behind.contains(where: \.isTakenBack) || (lastBehind ?? own).manner.isPassedOn
    }

    /// Whether any payer took a payment back that was not read.
    var isAnyMissing: Bool { own.isEarlierMissing || behind.contains(where: \.isEarlierMissing) }

    /// Whether a payment is of another payer than the one that decided, or of another plan of that payer's: both plans of a patient
    /// can be one payer's, which then decides a second time in a later place.
    func isByOther(_ payment: ToldPayment) -> Bool {
        guard !own.isEmpty else { return false }
        guard own.payer.isSame(as: payment.payer) else { return true }
        if payment.kind == .reversal { return laterPlan(takenBackBy: payment) != nil }
        return own.rank.number > 0 && payment.rank.number > own.rank.number
    }

    /// Whether a reversal takes back just what the claim's own payer decided.
    func isOwn(takenBackBy reversal: ToldPayment, before payment: ToldPayment) -> Bool {
        guard own.payer.isSame(as: reversal.payer) else { return false }
        let number = PlainDigest(reversal.payerNumber)
        let isNamed = number == own.number && number != PlainDigest(payment.payerNumber)
        return isNamed || own.counted(of: nil).isTaken(by: reversal)
    }

    /// The later plan of the first payer's that a reversal takes back, by the payer's number or else by its amounts, as a place
    /// among ``behind``; nil where it takes back the first plan's decision.
    private func laterPlan(takenBackBy reversal: ToldPayment) -> Int? {
        let plans = behind.indices.filter { behind[$0].payer.isSame(as: own.payer) }
        guard !plans.isEmpty else { return nil }
        let number = PlainDigest(reversal.payerNumber)
        let named = plans.filter { behind[$0].number == number }
        if own.number != number, named.count == 1 { return named[0] }
        if own.number == number, named.isEmpty || own.counted(of: nil).isTaken(by: reversal) { return nil }
        return plans.first { behind[$0].counted(of: nil).isTaken(by: reversal) }
    }

    /// What a payer decided, by its name or number.
    func decision(of payer: PayerName) -> PayerDecision? {
        ([own] + behind).first { $0.payer.isSame(as: payer) }
    }

    /// Adds a payment.
    mutating func add(_ payment: ToldPayment, isNext: Bool) {
        stand(on: payment)
        switch payment.kind {
        case .foretold: isForetold = true
        case .foreign: isForeign = true
        case .decision, .reversal: if isNext { addNext(payment) } else { own.add(payment) }
        }
    }

    private mutating func addNext(_ payment: ToldPayment) {
        let known = placeBehind(payment)
        if known == nil { behind.append(PayerDecision()) }
        behind[known ?? behind.count - 1].add(payment)
    }

    /// Where the decision is among ``behind`` that a payment belongs to; nil where there is none yet.
    private func placeBehind(_ payment: ToldPayment) -> Int? {
        let isOfOwn = own.payer.isSame(as: payment.payer)
        if isOfOwn, payment.kind == .reversal { return laterPlan(takenBackBy: payment) }
        return behind.firstIndex {
            ($0.payer == payment.payer || $0.payer.isSame(as: payment.payer))
                && (!isOfOwn || $0.rank == payment.rank)
        }
    }

    private mutating func stand(on payment: ToldPayment) {
        guard let date = payment.date, last.map({ date >= $0 }) ?? true else { return }
        last = date
        place = payment.place
    }
}
