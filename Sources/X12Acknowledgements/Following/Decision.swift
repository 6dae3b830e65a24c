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

    /// Whether a payment is of another payer than the one that decided.
    func isByOther(_ payment: ToldPayment) -> Bool { !own.isEmpty && !own.payer.isSame(as: payment.payer) }

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
        let known = behind.firstIndex { $0.payer == payment.payer || $0.payer.isSame(as: payment.payer) }
        if known == nil { behind.append(PayerDecision()) }
        behind[known ?? behind.count - 1].add(payment)
    }

    private mutating func stand(on payment: ToldPayment) {
        guard let date = payment.date, last.map({ date >= $0 }) ?? true else { return }
        last = date
        place = payment.place
    }
}
