internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// Remittances that came before: the same trace number, the same payment.
enum RepeatedRemittanceRules {
    static let all: [Rule] = [trace, duplicate]

    static let trace = Rule(
        "835-TRN02", level: 4, .remittance,
        demand:
            "a trace number (TRN02) is of one payment alone, also where nothing is paid, and never a constant",
        reason:
            "money and remittance are brought together by it, and a payment that was posted is told by it",
        faults: [
            Fault(
                "constant", .error, "{at} ({name}) is a constant, which says nothing",
                help: "tell payments apart by date and amount; ask the payer for a number of each remittance"),
            Fault(
                "again", .error, "{at} ({name}) came before in this input, with another amount or date",
                help: "look at the bank which payments there are before posting the second one"),
        ],
        source: RuleSource(.high, "RFI-217, RFI-654, RFI-1847"),
        examples: [
            RuleExample(.predetermination, "TRN*1*REMIT0130*", "TRN*1*0*", at: "TRN02", fault: "constant"),
            RuleExample(
                .twoPayments, "TRN*1*EFT20260311*", "TRN*1*EFT20260310*", at: "TRN02", fault: "again",
                preparing: [
                    RuleExample.Change(
                        "*20260310~\nTRN*1*EFT20260311*", "*20260311~\nTRN*1*EFT20260311*")
                ]),
        ],
        check: .several([
            .remittanceHeader { header, _, findings in
                guard let number = header.trace.number, number.isConstant else { return }
                findings.add("constant", at: "trace.number")
            },
            .accumulated(TraceNumbers.self),
        ]))

    static let duplicate = Rule(
        "835-DUP-REMIT", level: 4, .remittance,
        demand:
            "a payment comes once: payer, trace number, date, amount and payee tell it; in several inputs of a run payer, trace number and amount",
        reason: "posted twice, every patient's balance is wrong",
        faults: [
            Fault(
                "copy", .error,
                "{at} ({name}) is of a payment that came before in {detail}, with the same claims",
                help: "post it once"),
            Fault(
                "conflict", .error,
                "{at} ({name}) is of a payment that came before in {detail}, with other claims",
                help: "post neither before the payer says which of the two is right"),
        ],
        source: RuleSource(.medium, "practice"),
        examples: [
            RuleExample(
                .twoPayments, "TRN*1*EFT20260311*", "TRN*1*EFT20260310*", at: "TRN02", fault: "copy",
                preparing: [
                    // Of another day, for what was paid before is told by another rule.
                    RuleExample.Change(
                        "PCN5002*1*120*80*20*12*ICN61*11*1~\nNM1*QC*1*ISAAC*ROSA****MI*W100200300~\nDTM*232*20260220~\nDTM*233*20260220~\n",
                        "PCN5001*1*120*80*20*12*ICN60*11*1~\nNM1*QC*1*ISAAC*ROSA****MI*W100200300~\nDTM*232*20260221~\nDTM*233*20260221~\n"
                    )
                ]),
            RuleExample(
                .twoPayments, "TRN*1*EFT20260311*", "TRN*1*EFT20260310*", at: "TRN02", fault: "conflict"),
        ],
        check: .accumulated(RemittanceKeys.self))
}

extension String {
    /// Whether a trace number is none: one character again and again.
    fileprivate var isConstant: Bool {
        guard let first = utf8.first else { return false }
        return utf8.allSatisfy { $0 == first }
    }
}

extension RemittanceHeader {
    /// What tells a payment's trace: payer and number.
    var traceKey: UInt64? {
        guard let number = trace.number, !number.isConstant else { return nil }
        var key = SeenKeys.Key()
        key.add(trace.payerIdentifier ?? "")
        key.add(number)
        return key.value
    }

    /// What tells who pays.
    var payerKey: UInt64 {
        var key = SeenKeys.Key()
        key.add(trace.payerIdentifier ?? "")
        return key.value
    }

    /// What tells a payment from those of other inputs: its trace and amount. Who was sent a file again got it with another
    /// date at times, and it is the same money.
    fileprivate var transferKey: UInt64? {
        guard let traceKey else { return nil }
        var key = SeenKeys.Key()
        key.add("\(traceKey)")
        key.add(payment.amount)
        return key.value
    }

    /// What tells a payment: its trace, date, amount and payee.
    fileprivate var paymentKey: UInt64? {
        guard let traceKey else { return nil }
        var key = SeenKeys.Key()
        key.add("\(traceKey)")
        key.add(payment.date?.description ?? "")
        key.add(payment.amount?.description ?? "")
        key.add(payee.identifier ?? "")
        return key.value
    }
}

/// Trace numbers of an input, each with the payment it was of.
struct TraceNumbers: RuleAccumulator {
    static let span = RuleSpan.input

    /// Trace and payment of a head.
    struct Excerpt: Sendable {
        let trace: UInt64
        let payment: UInt64
    }

    private var payments = RecentValues<UInt64>()

    init() {}

    static func excerpt(of header: RemittanceHeader) -> Excerpt? {
        guard let trace = header.traceKey, let payment = header.paymentKey else { return nil }
        return Excerpt(trace: trace, payment: payment)
    }

    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings) {
        // The same payment again is for the rule on duplicates to say.
        if let known = payments[excerpt.trace], known != excerpt.payment {
            findings.add("again", at: "trace.number")
        }
        payments[excerpt.trace] = excerpt.payment
    }
}

/// Payments of an input, each with what its claims come to.
struct RemittanceKeys: RuleAccumulator {
    static let span = RuleSpan.input

    /// What is needed of each part.
    enum Excerpt: Sendable {
        case head(payment: UInt64?, transfer: UInt64?)
        case claim(UInt64)
        case end
    }

    private var seen = RecentValues<UInt64>()
    private var current: UInt64?
    private var transfer: UInt64?
    private var content: UInt64 = 0

    init() {}

    static func excerpt(of header: RemittanceHeader) -> Excerpt? {
        .head(payment: header.paymentKey, transfer: header.transferKey)
    }

    static func excerpt(of payment: ClaimPayment, _ levels: RemittanceLevels) -> Excerpt? {
        var key = SeenKeys.Key()
        key.add(payment.patientControlNumber ?? "")
        key.add(payment.payerClaimControlNumber ?? "")
        key.add(payment.status?.rawValue ?? "")
        key.add(payment.chargeAmount)
        key.add(payment.paymentAmount)
        return .claim(key.value)
    }

    static func excerpt(of trailer: RemittanceTrailer) -> Excerpt? { .end }

    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings) {
        switch excerpt {
        case .head(let payment, let transfer):
            current = payment
            self.transfer = transfer
            content = 0
            findings.keep("trace.number")
        case .claim(let claim): content = (content &* 31) ^ claim
        case .end:
            guard findings.isEndOfSet, let current else { return }
            if let known = seen[current] {
                findings.addAtKept(known == content ? "copy" : "conflict", detail: "this input")
            }
            seen[current] = content
            if let transfer { findings.notePaymentAtKept(transfer, content: content) }
        }
    }
}
