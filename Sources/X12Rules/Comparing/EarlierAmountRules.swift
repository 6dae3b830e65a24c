internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// A claim to the next payer: whether it tells of the payment before in the amounts of the remittance.
enum EarlierAmountRules {
    static let all: [Rule] = [line, claim, adjustments]

    static let line = Rule(
        "X-SEC-SVD", level: 3, .claim,
        demand: "what an earlier payer paid on a line (SVD02) is what its remittance says (SVC03)",
        reason: "the next payer pays what is left, and asks its money back once it sees the remittance",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found}, but the remittance pays {expected} on this line",
                help: "send what the remittance says, after a correction what that says")
        ],
        source: RuleSource(
            .high, "RFI-2163; ruling: the table says what to send; what is sent otherwise is a warning"),
        sent: ["2430"],
        needsCounterparts: true, silentAfter: ["X-SEC-REVERSED", "X-SEC-BAL-FIRST"],
        examples: [
            RuleExample(
                .secondaryByLine,
                "SVD*PRIMID*80*HC:99213**1~\nCAS*CO*45*20~\nCAS*PR*2*20~\nDTP*573*D8*20260115~\nLX*2~\nSV1*HC:85025*80*UN*1***1~\nDTP*472*D8*20260105~\nSVD*PRIMID*30*HC:85025**1~\nCAS*CO*45*50~",
                "SVD*PRIMID*85*HC:99213**1~\nCAS*CO*45*15~\nCAS*PR*2*20~\nDTP*573*D8*20260115~\nLX*2~\nSV1*HC:85025*80*UN*1***1~\nDTP*472*D8*20260105~\nSVD*PRIMID*25*HC:85025**1~\nCAS*CO*45*55~",
                at: "SVD02", preparing: paid, counterpart: .unfinishedPayments)
        ],
        check: .claim { claim, context, findings in
            guard let payment = claim.earlierPayment(in: context) else { return }
            for index in claim.serviceLines.indices {
                let line = claim.serviceLines[index]
                guard line.adjudications.count == 1, let told = line.adjudications[0].paidAmount,
                    let number = line.references?.lineItemControlNumber,
                    let paid = payment.line(numbered: number)?.paid, paid != told
                else { continue }
                findings.add(
                    at: "serviceLines[\(index)].adjudications[0].paidAmount", found: told, expected: paid)
                return
            }
        })

    static let claim = Rule(
        "X-SEC-AMTD", level: 3, .claim,
        demand: "what an earlier payer paid on a claim (AMT of D) is what its remittance says (CLP04)",
        reason: "the next payer pays what is left, and asks its money back once it sees the remittance",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found}, but the remittance pays {expected} on this claim",
                help: "send what the remittance says, after a correction what that says")
        ],
        source: RuleSource(
            .high,
            "follows from what both are; ruling: the table says what to send; what is sent otherwise is a warning"
        ), sent: ["2320 AMT D"],
        needsCounterparts: true, silentAfter: ["X-SEC-REVERSED", "X-SEC-BAL-FIRST", "X-SEC-SVD"],
        examples: [
            RuleExample(
                .secondaryByClaim, "CAS*CO*45*70~\nCAS*PR*2*20~\nAMT*D*110~",
                "CAS*CO*45*75~\nCAS*PR*2*20~\nAMT*D*105~", at: "AMT02",
                preparing: [RuleExample.Change("CLM*PCN1001*200*", "CLM*PCN1105*200*")],
                counterpart: .unfinishedPayments)
        ],
        check: .claim { claim, context, findings in
            guard let payment = claim.earlierPayment(in: context), let paid = payment.paid,
                let told = claim.otherSubscribers[0].payerPaidAmount, paid != told
            else { return }
            findings.add(at: "otherSubscribers[0].payerPaidAmount", found: told, expected: paid)
        })

    static let adjustments = Rule(
        "X-SEC-CAS", level: 3, .claim,
        demand:
            "what an earlier payer took off (CAS of 2320 and 2430) is what its remittance took off, by group and reason",
        reason:
            "of deductible, coinsurance and contract the next payer pays each in another way, or not at all",
        faults: [
            Fault(
                .warning, "{at} is not told as the remittance has it: {detail}",
                help: "send groups, reasons and amounts as they stand in the remittance")
        ],
        source: RuleSource(
            .high, "RFI-689; ruling: the table says what to send; what is sent otherwise is a warning"),
        sent: ["2320"], needsCounterparts: true,
        silentAfter: ["X-SEC-REVERSED", "X-SEC-BAL-FIRST", "X-SEC-SVD", "X-SEC-AMTD"],
        examples: [
            RuleExample(
                .secondaryByClaim, "CAS*PR*2*20~", "CAS*PR*3*20~", at: "SBR",
                preparing: [RuleExample.Change("CLM*PCN1001*200*", "CLM*PCN1105*200*")],
                counterpart: .unfinishedPayments)
        ],
        check: .claim { claim, context, findings in
            guard let payment = claim.earlierPayment(in: context), !payment.adjustments.isEmpty else {
                return
            }
            var told = AdjustmentTotals()
            told.add(claim.otherSubscribers[0].adjustments)
            for line in claim.serviceLines {
                for decision in line.adjudications { told.add(decision.adjustments) }
            }
            guard !told.isEmpty, let difference = told.difference(from: payment.adjustments) else { return }
            findings.add(at: "otherSubscribers[0]", detail: difference)
        })

    /// A claim of a number that was paid, whose first line has the number of the remittance's.
    private static let paid = [
        RuleExample.Change("CLM*PCN1001*200*", "CLM*PCN1105*200*"),
        RuleExample.Change("20260105~\nSVD*PRIMID*80", "20260105~\nREF*6R*L1~\nSVD*PRIMID*80"),
    ]
}

/// What was taken off, added up by group and reason.
struct AdjustmentTotals: Sendable {
    private var sums: [String: MoneySum] = [:]

    /// Whether nothing was taken off.
    var isEmpty: Bool { sums.isEmpty }

    /// Adds what was taken off.
    mutating func add(_ adjustments: [Adjustment]) {
        for adjustment in adjustments {
            let key = "\(adjustment.group ?? "") \(adjustment.reason ?? "")"
            sums[key, default: MoneySum()].add(adjustment.amount)
        }
    }

    /// The first group and reason of which another has another amount, with both; `nil` where all agree, or an amount is not
    /// known.
    func difference(from others: AdjustmentTotals) -> String? {
        for key in Set(sums.keys).union(others.sums.keys).sorted() {
            let (own, other) = (sums[key] ?? MoneySum(), others.sums[key] ?? MoneySum())
            guard let told = own.value, let taken = other.value else { return nil }
            if told != taken { return "\(key) is \(told), in the remittance \(taken)" }
        }
        return nil
    }
}
