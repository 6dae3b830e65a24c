internal import X12Models
internal import X12Text

/// What is needed of a claim's payment (CLP) to know what became of the claim.
struct ToldPayment: Sendable {
    var number: String
    var payerNumber: String
    var kind: Kind
    var frequency: ClaimChange
    var rank: PayerRank
    var charge: ExactDecimal?
    var paid: ExactDecimal?
    var share: ExactDecimal?
    var days: ClosedRange<CalendarDate>?
    var manner: Manner
    var unpaidServices: Int32
    var people: ToldPeople
    /// The payer's name and number, as the remittance has them.
    var payer: PayerName
    var date: CalendarDate?
    var place: FilePlace

    /// Whether the claim has a number of the provider's (CLP01); payers send 0 where they had none.
    var isNumbered: Bool { !number.isEmpty && number != "0" }

    /// How a claim was decided.
    struct Manner: Sendable {
        /// Whether nothing is owed because the whole is not covered (CLP02 of 4).
        var isDenied = false
        /// Whether nothing is paid for a reason that is no denial: a payer before paid, or a capitation covers it.
        var isSettledOtherwise = false
        var isPassedOn = false
        var codes = ""
    }

    /// What a payment does.
    enum Kind: Sendable {
        case decision, reversal
        /// Not its claim, and passed on to another payer (CLP02 of 23).
        case foreign
        /// Only foretold (CLP02 of 25).
        case foretold
    }

    init(_ payment: ClaimPayment, payer: PayerName, date: CalendarDate?, place: FilePlace) {
        number = payment.patientControlNumber ?? ""
        payerNumber = payment.payerClaimControlNumber ?? ""
        kind =
            switch payment.status {
            case .reversal: .reversal
            case .notOurClaimForwarded: .foreign
            case .predetermination: .foretold
            default: .decision
            }
        frequency = ClaimChange(payment.claimFrequency?.rawValue)
        rank = PayerRank(payment.status)
        // What is taken back has a minus, but not of every payer.
        charge = kind == .reversal ? payment.chargeAmount.map { -$0.magnitude } : payment.chargeAmount
        paid = payment.paymentAmount
        let adjustments = payment.adjustments + payment.serviceLines.flatMap(\.adjustments)
        share = Self.share(of: payment, adjustments)
        manner = Manner(
            isDenied: payment.status == .denied,
            isSettledOtherwise: adjustments.contains { Self.settled.contains($0.reason ?? "") },
            isPassedOn: payment.status?.isForwarded == true,
            codes: Self.codes(adjustments, isPaid: payment.paymentAmount != .zero))
        unpaidServices = Int32(clamping: payment.serviceLines.count(where: Self.isUnpaid))
        days = Self.days(of: payment)
        people = ToldPeople(payment)
        self.payer = payer
        self.date = date
        self.place = place
    }

    /// What the patient owes: the adjustments of `PR`, whose sign a reversal turns; CLP05 where nothing is adjusted.
    private static func share(of payment: ClaimPayment, _ adjustments: [Adjustment]) -> ExactDecimal? {
        guard !adjustments.isEmpty else {
            let told = payment.patientResponsibilityAmount ?? .zero
            return payment.status == .reversal ? -told.magnitude : told
        }
        var sum: ExactDecimal? = .zero
        for adjustment in adjustments where adjustment.group == "PR" {
            sum = adjustment.amount.flatMap { sum?.adding($0) }
        }
        return sum
    }

    private static func isUnpaid(_ line: ServicePayment) -> Bool {
        guard line.paymentAmount == .zero, let charge = line.chargeAmount, charge != .zero else {
            return false
        }
        return !line.adjustments.contains { $0.group == "PR" || settled.contains($0.reason ?? "") }
    }

    /// What a payer before paid (23), and what a capitation covers (24).
    private static let settled: Set<String> = ["23", "24"]

    /// The reasons that are not of every day, at most three; of a claim that was paid nothing the others, where there are
    /// no such.
    private static func codes(_ adjustments: [Adjustment], isPaid: Bool) -> String {
        var telling: [String] = []
        var usual: [String] = []
        for adjustment in adjustments {
            let code = "\(adjustment.group ?? ""):\(adjustment.reason ?? "")"
            if everyDay.contains(code) {
                if !usual.contains(code) { usual.append(code) }
            } else if !telling.contains(code) {
                telling.append(code)
            }
        }
        let told = telling.isEmpty && !isPaid ? usual : telling
        return told.prefix(3).joined(separator: " ")
    }

    /// What exceeds the contract, and the patient's deductible, coinsurance and copayment.
    private static let everyDay: Set<String> = ["CO:45", "PR:1", "PR:2", "PR:3"]

    private static func days(of payment: ClaimPayment) -> ClosedRange<CalendarDate>? {
        var days = payment.serviceLines.flatMap { [$0.serviceDate, $0.serviceEndDate].compactMap(\.self) }
        days += [payment.statementFromDate, payment.statementToDate].compactMap(\.self)
        guard let first = days.min(), let last = days.max() else { return nil }
        return first...last
    }
}
