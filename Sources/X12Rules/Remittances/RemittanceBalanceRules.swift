internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// Sums of a remittance: line, claim, payment.
enum RemittanceBalanceRules {
    static let all: [Rule] = [line, claim, lineCharges, linePayments, payment, notEvaluable]

    static let line = Rule(
        "835-BAL-LINE", level: 3, .remittance,
        demand: "what is paid on a line (SVC03) is its charge (SVC02) less its adjustments (CAS)",
        reason: "a line that does not add up cannot be posted: nobody knows who owes the difference",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, but the charge less adjustments is {expected}: {detail}",
                help: "do not post the line; ask the payer for a corrected remittance")
        ],
        source: RuleSource(.high, "base standard's balancing; several open validators"),
        silentAfter: ["835-REV-SIGN"], addsUp: ["2110 CAS"],
        examples: [RuleExample(.takeback, "CAS*CO*45*15~", "CAS*CO*45*16~", at: "SVC03")],
        check: .claimPayment { payment, _, findings in
            for index in payment.serviceLines.indices {
                guard let charge = payment.serviceLines[index].chargeAmount,
                    let paid = payment.serviceLines[index].paymentAmount
                else { continue }
                let adjustments = payment.serviceLines[index].adjustments.total
                guard let total = adjustments.value, let due = charge.subtracting(total),
                    !paid.isWithin(findings.tolerance, of: due)
                else { continue }
                findings.add(
                    at: "serviceLines[\(index)].paymentAmount", found: paid, expected: due,
                    detail: "\(charge) less \(total)")
            }
        })

    static let claim = Rule(
        "835-BAL-CLAIM", level: 3, .remittance,
        demand:
            "what is paid on a claim (CLP04) is its charge (CLP03) less all adjustments of claim and lines (CAS)",
        reason: "a claim that does not add up cannot be posted: nobody knows who owes the difference",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, but the charge less adjustments is {expected}: {detail}",
                help: "do not post the claim; ask the payer for a corrected remittance"),
            Fault(
                "charge", .error,
                "{at} ({name}) is {found}, but the lines' charges come to {expected}, with which the claim adds up: {detail}",
                help: "compare with the claim that was sent; ask the payer for a corrected remittance"),
        ],
        source: RuleSource(.high, "base standard's balancing; several open validators"),
        silentAfter: ["835-BAL-LINE", "835-REV-SIGN"], addsUp: ["2100 CAS", "2110 CAS"],
        examples: [
            RuleExample(.takeback, "*180*125*20*", "*180*130*20*", at: "CLP04", beside: ["835-BAL-TXN"]),
            RuleExample(.takeback, "*180*125*20*", "*190*125*20*", at: "CLP03", fault: "charge"),
        ],
        check: .claimPayment { payment, _, findings in
            guard let charge = payment.chargeAmount, let paid = payment.paymentAmount,
                let total = payment.allAdjustments.value, let due = payment.due,
                !paid.isWithin(findings.tolerance, of: due)
            else { return }
            // Where all else fits the lines' charges, it is the claim's charge that is wrong.
            if let lines = payment.lineCharges, let byLines = lines.subtracting(total),
                paid.isWithin(findings.tolerance, of: byLines)
            {
                return findings.add(
                    "charge", at: "chargeAmount", found: charge, expected: lines,
                    detail: "\(lines) less \(total) is \(paid)")
            }
            findings.add(at: "paymentAmount", found: paid, expected: due, detail: "\(charge) less \(total)")
        })

    static let lineCharges = Rule(
        "835-BAL-LINE-CHG", level: 3, .remittance,
        demand: "where lines are listed, their charges (SVC02) add up to the claim's (CLP03)",
        reason: "a line that is missing is a service whose payment nobody can post",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found}, but the lines' charges come to {expected}",
                help:
                    "look for a line that was left out, or listed twice; post by the claim until it is clear"
            )
        ],
        source: RuleSource(.high, "an open validator; a warning, since a part of the lines may be listed"),
        sent: ["2110 SVC"], silentAfter: ["835-BAL-LINE", "835-BAL-CLAIM"],
        examples: [
            RuleExample(
                .takeback, "*180*125*20*12*ICN555~", "*190*125*20*12*ICN555~\nCAS*CO*45*10~", at: "CLP03")
        ],
        check: .claimPayment { payment, _, findings in
            guard let charge = payment.chargeAmount, let total = payment.lineCharges,
                !charge.isWithin(findings.tolerance, of: total)
            else { return }
            findings.add(at: "chargeAmount", found: charge, expected: total)
        })

    static let linePayments = Rule(
        "835-BAL-LINE-PAID", level: 3, .remittance,
        demand:
            "where lines are listed whose charges add up, their payments (SVC03) less the claim's own adjustments come to CLP04",
        reason: "it holds where lines and claim add up, and can be asked where an adjustment is unreadable",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, but the lines' payments come to {expected}: {detail}",
                help: "do not post the claim; ask the payer for a corrected remittance")
        ],
        source: RuleSource(.high, "follows from the other sums; RFI-522"), sent: ["2110 SVC"],
        silentAfter: ["835-BAL-LINE", "835-BAL-CLAIM"], addsUp: ["2100 CAS"],
        examples: [
            RuleExample(
                .takeback, "*60*45**1~\nDTM*472*20260220~\nCAS*CO*45*15~",
                "*60*44**1~\nDTM*472*20260220~\nCAS*CO*45*1X~", at: "CLP04", beside: ["ENV-TYPE-R"])
        ],
        check: .claimPayment { payment, _, findings in
            guard !payment.serviceLines.isEmpty, let paid = payment.paymentAmount,
                let charge = payment.chargeAmount, payment.lineCharges == charge
            else { return }
            var lines = MoneySum()
            for index in payment.serviceLines.indices { lines.add(payment.serviceLines[index].paymentAmount) }
            guard let sum = lines.value, let own = payment.adjustments.total.value,
                let due = sum.subtracting(own), !paid.isWithin(findings.tolerance, of: due)
            else { return }
            findings.add(at: "paymentAmount", found: paid, expected: due, detail: "\(sum) less \(own)")
        })

    static let payment = Rule(
        "835-BAL-TXN", level: 3, .remittance,
        demand: "the payment (BPR02) is what its claims are paid (CLP04) less its provider adjustments (PLB)",
        reason: "money in the bank and money posted differ by exactly what is wrong here",
        faults: [
            Fault(
                .error,
                "{at} ({name}) is {found}, but claims less provider adjustments come to {expected}: {detail}",
                help:
                    "compare with the bank before posting; a positive PLB amount takes money away, a negative adds"
            )
        ],
        source: RuleSource(.high, "base standard's balancing; several open validators"),
        examples: [RuleExample(.takeback, "OLDCLM77*25~", "OLDCLM77*77~", at: "BPR02")],
        check: .accumulated(PaymentBalance.self))

    static let notEvaluable = Rule(
        "835-BAL-NOT-EVAL", level: 3, .remittance,
        demand: "every amount that a payment is added up from (CLP04, PLB04) is there and can be read",
        reason: "a payment that could not be added up was not checked, which is not the same as right",
        faults: [
            Fault(
                .error,
                "{at} ({name}) of {found} was not compared with its claims and provider adjustments: {detail}",
                help: "do not post before the amount is known; nothing was taken for zero")
        ],
        source: RuleSource(.high, "what is not known is not zero"),
        examples: [
            RuleExample(.takeback, "*180*125*20*", "*180*1X5*20*", at: "BPR02", beside: ["ENV-TYPE-R"]),
            RuleExample(.takeback, "OLDCLM77*25~", "OLDCLM77*2-5~", at: "BPR02", beside: ["ENV-TYPE-R"]),
        ],
        check: .accumulated(UnknownAmounts.self))
}

extension [Adjustment] {
    /// What adjustments come to; not known when one has no amount.
    var total: MoneySum {
        var sum = MoneySum()
        for index in indices { sum.add(self[index].amount) }
        return sum
    }
}

extension ClaimPayment {
    /// What all adjustments come to, the claim's own and those of its lines.
    var allAdjustments: MoneySum {
        var sum = adjustments.total
        for index in serviceLines.indices { sum.add(serviceLines[index].adjustments.total) }
        return sum
    }

    /// What is to be paid by the charge and all adjustments; `nil` where one of them is not known.
    var due: ExactDecimal? { allAdjustments.value.flatMap { chargeAmount?.subtracting($0) } }

    /// What the lines' charges come to; `nil` when there is no line, or a charge is not known.
    var lineCharges: ExactDecimal? {
        guard !serviceLines.isEmpty else { return nil }
        var sum = MoneySum()
        for index in serviceLines.indices { sum.add(serviceLines[index].chargeAmount) }
        return sum.value
    }

    /// Whether it takes back an earlier payment (CLP02 is 22).
    var isReversal: Bool { status == .reversal }
}
