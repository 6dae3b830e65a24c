internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// Lines of a payment: units, services paid as others than were billed.
enum ServicePaymentRules {
    static let all: [Rule] = [units, unbundled, bundled]

    static let units = Rule(
        "835-SVC-UNITS", level: 4, .remittance,
        demand:
            "units paid (SVC05) are those billed (SVC07) less what adjustments take off (CAS04); SVC05 not sent means 1, and without SVC07 nothing is taken off",
        reason: "units that are neither paid nor taken off were lost",
        faults: [
            Fault(
                .warning,
                "{at} ({name}) is {found}, but units billed less those taken off are {expected}: {detail}",
                help: "compare with the claim; an appeal is about the units that are missing"),
            Fault(
                "unsaid", .info,
                "{at} ({name}) is {found}, and adjustments take off {detail}, but how many were billed (SVC07) is not said",
                help: "compare with the claim; some payers repeat the units in CAS and mean nothing by it"),
        ],
        source: RuleSource(.high, "RFI-2163, RFI-958; the sum of units by one source"),
        reliesOn: ["2110 SVC", "2110 CAS"],
        examples: [
            RuleExample(.forwarded, "CAS*CO*45*20*1~", "CAS*CO*45*20*2~", at: "SVC05"),
            RuleExample(.forwarded, "*120*80**1**2~", "*120*80**1**3~", at: "SVC05"),
            RuleExample(.forwarded, "*120*80**1**2~", "*120*80**1~", at: "SVC05", fault: "unsaid"),
        ],
        check: .claimPayment { payment, _, findings in
            // Of what is taken back, nobody says which sign its units have.
            guard !payment.isReversal else { return }
            for index in payment.serviceLines.indices {
                let submitted = payment.serviceLines[index].submittedUnitCount
                var off = MoneySum()
                var hasUnits = false
                for place in payment.serviceLines[index].adjustments.indices {
                    guard let quantity = payment.serviceLines[index].adjustments[place].quantity else {
                        continue
                    }
                    off.add(quantity)
                    hasUnits = true
                }
                let paid = payment.serviceLines[index].paidUnitCount ?? 1
                // A line that was refused as a whole says so without its units, or without those that were billed.
                if !hasUnits || submitted == nil, payment.serviceLines[index].paymentAmount == .zero {
                    continue
                }
                guard let off = off.value else { continue }
                guard let submitted else {
                    if off != .zero {
                        findings.add(
                            "unsaid", at: "serviceLines[\(index)].paidUnitCount", found: .count(paid),
                            detail: "\(off)")
                    }
                    continue
                }
                guard let due = submitted.subtracting(off), paid != due else { continue }
                findings.add(
                    at: "serviceLines[\(index)].paidUnitCount", found: .count(paid),
                    expected: [due.description],
                    detail: "\(submitted) less \(off)")
            }
        })

    static let unbundled = Rule(
        "835-UNBUNDLE", level: 3, .remittance,
        demand:
            "a line that was not billed (SVC02 is 0) and is paid says what was billed (SVC06), and is paid by OA 94, negative",
        reason: "without it the payment belongs to no line of the claim",
        faults: [
            Fault(
                "billed", .warning, "{at} is paid without a charge, and does not say what was billed (SVC06)",
                help: "look in the claim for the service that was paid as several"),
            Fault(
                "reason", .warning,
                "{at} is paid without a charge, and OA 94 comes to {found}, not {expected}",
                help: "post by the payment; ask the payer for the reason"),
        ],
        source: RuleSource(.medium, "RFI-2320 for the sign; the layout by one source, verified by computing"),
        silentAfter: ["835-BAL-LINE"],
        examples: [
            RuleExample(
                .unbundled, "SVC*HC:84443*0*20**1*HC:80050~", "SVC*HC:84443*0*20**1~", at: "SVC",
                fault: "billed"),
            RuleExample(.unbundled, "CAS*OA*94*-20~", "CAS*CO*94*-20~", at: "SVC", fault: "reason"),
        ],
        check: .claimPayment { payment, _, findings in
            for index in payment.serviceLines.indices {
                guard payment.serviceLines[index].chargeAmount == .zero,
                    let paid = payment.serviceLines[index].paymentAmount, paid != .zero
                else { continue }
                if payment.serviceLines[index].submittedProcedure == nil {
                    findings.add("billed", at: "serviceLines[\(index)]")
                    continue
                }
                let raised = payment.serviceLines[index].adjustments.sum(group: "OA", reason: "94")
                guard let raised, raised != -paid else { continue }
                findings.add("reason", at: "serviceLines[\(index)]", found: raised, expected: -paid)
            }
        })

    static let bundled = Rule(
        "835-BUNDLE", level: 3, .remittance,
        demand:
            "where services are paid as one, OA 94 of the line that is paid takes over the charges of the others, each of which is paid 0 with CO 97",
        reason: "else a charge is counted twice, or by nobody",
        faults: [
            Fault(
                .error,
                "{at} takes over {found} by OA 94, but the lines paid with it (CO 97) charge {expected}",
                help: "do not post the claim by lines; ask the payer which lines were paid together")
        ],
        source: RuleSource(.high, "RFI-2320; verified by computing"),
        silentAfter: ["835-CAS-CARC", "835-BAL-LINE", "835-BAL-CLAIM", "835-BAL-LINE-CHG"],
        reliesOn: ["2110 SVC", "2110 CAS"],
        examples: [
            RuleExample(
                .bundled, "CAS*OA*94*-80~\nCAS*CO*45*50~", "CAS*OA*94*-60~\nCAS*CO*45*30~", at: "CAS03"),
            RuleExample(.bundled, "CAS*CO*97*80~", "CAS*CO*45*80~", at: "CAS03"),
        ],
        check: .claimPayment { payment, _, findings in
            guard !payment.isReversal else { return }
            for index in payment.serviceLines.indices {
                // Most lines are of the procedure that was billed, and need not be taken out to be looked at.
                guard payment.serviceLines[index].isAnotherProcedure else { continue }
                let service = payment.serviceLines[index]
                // In excess of the charge (94) without another procedure is how prices above it are told.
                guard let charge = service.chargeAmount, charge > .zero,
                    let place = service.adjustments.firstIndex(where: {
                        $0.group == "OA" && $0.reason == "94"
                    }),
                    let raised = service.adjustments[place].amount, raised.isNegative
                else { continue }
                var sum = MoneySum()
                for other in payment.serviceLines.indices where other != index {
                    let line = payment.serviceLines[other]
                    if line.procedure.code == service.procedure.code, line.paymentAmount == .zero,
                        line.adjustments.contains(where: { $0.group == "CO" && $0.reason == "97" })
                    {
                        sum.add(line.chargeAmount)
                    }
                }
                guard let others = sum.value, others != -raised else { continue }
                findings.add(
                    at: "serviceLines[\(index)].adjustments[\(place)].amount", found: -raised,
                    expected: others)
            }
        })
}

extension ServicePayment {
    /// Whether another procedure was paid than was billed.
    fileprivate var isAnotherProcedure: Bool {
        guard let billed = submittedProcedure?.code else { return false }
        return billed != procedure.code
    }
}

extension [Adjustment] {
    /// What the adjustments of a group and reason come to; not known when one has no amount.
    func sum(group: String, reason: String) -> ExactDecimal? {
        var sum = MoneySum()
        for index in indices where self[index].group == group && self[index].reason == reason {
            sum.add(self[index].amount)
        }
        return sum.value
    }
}
