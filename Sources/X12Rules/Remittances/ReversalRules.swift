internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// Claims that are taken back (CLP02 is 22), and those that come in their place.
enum ReversalRules {
    static let all: [Rule] = [signs, groups, whole, order, patientPart]

    static let signs = Rule(
        "835-REV-SIGN", level: 3, .remittance,
        demand: "what takes back a claim (CLP02 is 22) has the original's amounts with the opposite sign",
        reason: "with the wrong sign a payment is posted twice instead of taken back",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, but what is taken back is negative",
                help: "do not post it; ask the payer for a corrected remittance")
        ],
        source: RuleSource(.high, "RFI-1429, RFI-2442, RFI-791"),
        examples: [
            RuleExample(.claimAndLine, "*PCN2001*1*500*365*25*", "*PCN2001*22*500*365**", at: "CLP03")
        ],
        check: .claimPayment { payment, _, findings in
            guard payment.isReversal else { return }
            if let charge = payment.chargeAmount, charge > .zero {
                return findings.add(at: "chargeAmount", found: .amount(charge))
            }
            if let paid = payment.paymentAmount, paid > .zero {
                return findings.add(at: "paymentAmount", found: .amount(paid))
            }
            for index in payment.serviceLines.indices {
                if let charge = payment.serviceLines[index].chargeAmount, charge > .zero {
                    findings.add(at: "serviceLines[\(index)].chargeAmount", found: .amount(charge))
                } else if let paid = payment.serviceLines[index].paymentAmount, paid > .zero {
                    findings.add(at: "serviceLines[\(index)].paymentAmount", found: .amount(paid))
                }
            }
        })

    static let groups = Rule(
        "835-REV-GROUP", level: 3, .remittance,
        demand:
            "what takes back a claim repeats the original's groups and reasons, each amount with the other sign",
        reason: "what stays behind otherwise is an adjustment that nobody can explain",
        faults: [
            Fault(
                .error,
                "{at} has other adjustments than the payment it takes back, which is in this input too",
                help: "compare both; post the net effect only when the payer has explained it"),
            Fault(
                "before", .error,
                "{at} has other adjustments than the payment it takes back, which stands in {detail}",
                help: "compare both; post the net effect only when the payer has explained it"),
        ],
        source: RuleSource(
            .high,
            "RFI-1147, RFI-2442, RFI-1429; asked where the original is in the input, or in a remittance that is compared with (--against)"
        ),
        silentAfter: ["835-BAL-LINE", "835-BAL-CLAIM", "835-REV-SIGN", "835-REV-WHOLE"],
        examples: [
            RuleExample(
                .paidAndReversed, "CAS*CO*45*-30~\nCAS*PR*1*-20~", "CAS*CO*45*-20~\nCAS*PR*1*-30~",
                at: "CLP"),
            RuleExample(
                .carriedForward, "CAS*CO*45*-30~\nCAS*PR*1*-20~", "CAS*CO*45*-20~\nCAS*PR*1*-30~",
                at: "CLP", fault: "before", counterpart: .paidAndReversed),
        ],
        check: .accumulated(ReversedAdjustments.self))

    static let whole = Rule(
        "835-REV-WHOLE", level: 3, .remittance,
        demand: "a claim is taken back as a whole, with all its lines",
        reason: "of a part that is taken back nobody can tell what is left",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found}, but the payment it takes back charged {expected}",
                help: "compare with the original in this input; ask the payer what is left of it"),
            Fault(
                "before", .warning,
                "{at} ({name}) is {found}, but the payment it takes back, in {detail}, charged {expected}",
                help: "compare with the original; ask the payer what is left of it"),
        ],
        source: RuleSource(
            .high,
            "RFI-1981, RFI-2442; asked where the original is in the input, or in a remittance that is compared with (--against)"
        ),
        examples: [
            RuleExample(
                .paidAndReversed,
                "*22*-150*-100**12*ICN2*11*1~\nNM1*QC*1*XIONG*LEE****MI*W100200444~\nSVC*HC:99214*-150*-100~\nDTM*472*20251201~\nCAS*CO*45*-30~\nCAS*PR*1*-20~",
                "*22*-130*-100**12*ICN2*11*1~\nNM1*QC*1*XIONG*LEE****MI*W100200444~\nSVC*HC:99214*-130*-100~\nDTM*472*20251201~\nCAS*CO*45*-30~",
                at: "CLP03"),
            RuleExample(
                .carriedForward,
                "*22*-150*-100**12*ICN2*11*1~\nNM1*QC*1*XIONG*LEE****MI*W100200444~\nSVC*HC:99214*-150*-100~\nDTM*472*20251201~\nCAS*CO*45*-30~\nCAS*PR*1*-20~",
                "*22*-130*-100**12*ICN2*11*1~\nNM1*QC*1*XIONG*LEE****MI*W100200444~\nSVC*HC:99214*-130*-100~\nDTM*472*20251201~\nCAS*CO*45*-30~",
                at: "CLP03", fault: "before", counterpart: .paidAndReversed),
        ],
        check: .accumulated(ReversedCharges.self))

    static let order = Rule(
        "835-REV-ORDER", level: 4, .remittance,
        demand: "a claim is taken back before its correction comes, or it is paid again",
        reason: "a correction that comes first is posted as a second payment, or refused as one",
        faults: [
            Fault(
                .warning, "{at} takes back a claim behind a payment that stands for its correction",
                help: "post the reversal first, then the correction"),
            Fault(
                "amount", .warning,
                "{at} ({name}) is {found}, but to take back the payment of this claim before it, it would be {expected}: that one is the correction, or the amount is wrong",
                help:
                    "where it is the correction, post the reversal first; else ask the payer what is taken back"
            ),
            Fault(
                "again", .warning,
                "{at} ({name}) is {found}, which this input has paid before on the same claim and lines, and no reversal stands between",
                help: "look at the bank whether both came; a payer asks back what it paid twice"),
            Fault(
                "before", .warning,
                "{at} ({name}) is {found}, which a remittance in {detail} has paid before on the same claim and lines, and no reversal stands between",
                help: "look at the bank whether both came; a payer asks back what it paid twice"),
            Fault(
                "taken", .warning,
                "{at} ({name}) is {found}, but to take back the payment of this claim in {detail}, it would be {expected}",
                help: "ask the payer what is taken back"),
        ],
        source: RuleSource(
            .high,
            "RFI-791, RFI-227; what was paid before is asked of the remittances that are compared with (--against)"
        ),
        examples: [
            RuleExample(
                .carriedForward, reversal + correction, correction + reversal, at: "CLP"),
            RuleExample(
                .carriedForward, reversal + correction, sameNumber + reversal, at: "CLP04", fault: "amount"),
            RuleExample(
                .twoPayments, "PCN5002*1*120*80*20*12*ICN61", "PCN5001*1*120*80*20*12*ICN60", at: "CLP04",
                fault: "again"),
            RuleExample(
                .check, "PCN5009*1*120*80*20*12*ICN69", "PCN5001*1*120*80*20*12*ICN60", at: "CLP04",
                fault: "before",
                preparing: [
                    RuleExample.Change("PCN5001*1*120*80*20*12*ICN60", "PCN5009*1*120*80*20*12*ICN69")
                ], counterpart: .twoPayments),
            RuleExample(
                .carriedForward,
                "*22*-150*-100**12*ICN2*11*1~\nNM1*QC*1*XIONG*LEE****MI*W100200444~\nSVC*HC:99214*-150*-100~\nDTM*472*20251201~\nCAS*CO*45*-30~",
                "*22*-150*-90**12*ICN2*11*1~\nNM1*QC*1*XIONG*LEE****MI*W100200444~\nSVC*HC:99214*-150*-90~\nDTM*472*20251201~\nCAS*CO*45*-40~",
                at: "CLP04", fault: "taken", beside: ["835-BAL-TXN"], counterpart: .paidAndReversed),
        ],
        check: .accumulated(CorrectionOrder.self))

    private static let reversal = """
        CLP*PCN0990*22*-150*-100**12*ICN2*11*1~
        NM1*QC*1*XIONG*LEE****MI*W100200444~
        SVC*HC:99214*-150*-100~
        DTM*472*20251201~
        CAS*CO*45*-30~
        CAS*PR*1*-20~

        """

    private static let correction = """
        CLP*PCN0990*1*150*60*50*12*ICN3*11*7~
        NM1*QC*1*XIONG*LEE****MI*W100200444~
        SVC*HC:99214*150*60~
        DTM*472*20251201~
        CAS*CO*45*40~
        CAS*PR*1*50~

        """

    /// The correction under the payer's number of what is taken back.
    private static let sameNumber = correction.replacing("ICN3", with: "ICN2")

    static let patientPart = Rule(
        "835-REV-CLP05", level: 4, .remittance,
        demand: "what takes back a claim says nothing of what the patient owes (CLP05)",
        reason: "taken for a debt, the patient would be billed for what was taken back",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found} on a claim that is taken back",
                help: "do not bill the patient by it")
        ],
        source: RuleSource(.medium, "RFI-2548"),
        examples: [
            RuleExample(.correction, "*22*-150*-100**12*", "*22*-150*-100*20*12*", at: "CLP05")
        ],
        check: .claimPayment { payment, _, findings in
            guard payment.isReversal, let owed = payment.patientResponsibilityAmount, owed > .zero else {
                return
            }
            findings.add(at: "patientResponsibilityAmount", found: .amount(owed))
        })
}
