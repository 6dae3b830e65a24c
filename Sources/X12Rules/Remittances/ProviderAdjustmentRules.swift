internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// Adjustments of the payment as a whole (PLB), and the sums that a payer lists by provider.
enum ProviderAdjustmentRules {
    static let all: [Rule] = [nothing, reference, interest, forward, claims, summary, numbers]

    static let nothing = Rule(
        "835-PLB-ZERO", level: 3, .remittance,
        demand: "an adjustment of the payment has an amount other than 0",
        reason: "one of nothing says nothing, and standard readers refuse it",
        faults: [Fault(.error, "{at} ({name}) is 0", help: "skip it when posting")],
        source: RuleSource(.high, "RFI-264"),
        examples: [
            RuleExample(.takeback, "*WO:OLDCLM77*25~", "*WO:OLDCLM77*25*CS:MISC*0~", at: "PLB06")
        ],
        check: .remittanceTrailer { trailer, _, findings in
            for index in trailer.providerAdjustments.indices
            where trailer.providerAdjustments[index].amount == .zero {
                findings.add(at: "providerAdjustments[\(index)].amount")
            }
        })

    static let reference = Rule(
        "835-PLB-REFID", level: 4, .remittance,
        demand: "what is taken back, carried forward or advanced (WO, FB, 72, CS, PI) says of what (PLB03-2)",
        reason: "both ends of it can only be tied together by that number",
        faults: [
            Fault(
                .warning, "{at} is {found} without a reference",
                help: "ask the payer which claim or remittance it belongs to before posting",
                elementError: "I9")
        ],
        source: RuleSource(.high, "RFI-227, payers' guides"),
        examples: [RuleExample(.takeback, "*WO:OLDCLM77*25~", "*WO*25~", at: "PLB03-1")],
        check: .remittanceTrailer { trailer, _, findings in
            for index in trailer.providerAdjustments.indices {
                let adjustment = trailer.providerAdjustments[index]
                guard let reason = adjustment.reason, referring.contains(reason),
                    adjustment.identifier == nil
                else { continue }
                findings.add(at: "providerAdjustments[\(index)].reason", found: .code(reason.rawValue))
            }
        })

    private static let referring: Set<ProviderAdjustmentReason> = [
        .overpaymentRecovery, .forwardingBalance, .authorizedReturn, .adjustment, .periodicInterimPayment,
    ]

    static let interest = Rule(
        "835-PLB-L6", level: 3, .remittance,
        demand: "interest (PLB of L6) is what the claims' interest (AMT of I) comes to, negative",
        reason: "interest is paid by PLB; what the claims say of it explains the amount",
        faults: [
            Fault(
                "sum", .error,
                "{at} ({name}) is {found}, but interest of the claims comes to {expected}{detail}",
                help: "compare with the bank; a negative amount is paid, a positive one is taken"),
            Fault(
                "missing", .error,
                "{at} ends a payment whose claims have interest of {found}, without PLB of L6",
                help: "look at the bank whether the interest was paid"),
        ],
        source: RuleSource(.high, "RFI-2123, RFI-1324, RFI-2202"),
        examples: [
            RuleExample(.correction, "AMT*I*1.25~", "AMT*I*1.52~", at: "PLB04", fault: "sum"),
            RuleExample(
                .correction, "*L6*-1.25*WO:ICN0777*25~", "*CS:INT*-1.25*WO:ICN0777*25~", at: "PLB",
                fault: "missing"),
        ],
        check: .accumulated(InterestSum.self))

    static let forward = Rule(
        "835-PLB-FB", level: 3, .remittance,
        demand:
            "a balance is carried forward (PLB of FB, negative) only to lift a payment to 0, and comes back as it was",
        reason: "what is carried forward is owed; it is lost when nobody finds where it went",
        faults: [
            Fault(
                "paid", .warning,
                "{at} ({name}) is {found}: a balance is carried forward though money is paid",
                help: "keep the balance open; ask the payer why it was not taken off this payment"),
            Fault(
                "amount", .warning,
                "{at} ({name}) is {found}, but {expected} was carried forward under this number",
                help: "keep the rest open, and look for it in the next payment"),
        ],
        source: RuleSource(.high, "RFI-1756; verified by computing"),
        examples: [
            RuleExample(
                .carriedForward, "*WO:0122*-50~", "*FB:0122*-50~", at: "PLB04", fault: "paid",
                preparing: [
                    RuleExample.Change("BPR*H*0*C*NON*", "BPR*I*10*C*CHK*"),
                    RuleExample.Change("*FB:0122*-40~", "*WO:0122*-50~"),
                    RuleExample.Change("*FB:0122*40~", "*WO:0122*40~"),
                ]),
            RuleExample(
                .carriedForward, "*FB:0122*40~", "*FB:0122*30*WO:ICN8*10~", at: "PLB04", fault: "amount"),
        ],
        check: .accumulated(ForwardedBalances.self))

    static let claims = Rule(
        "835-PLB-NOT-CLAIM", level: 4, .remittance,
        demand: "what belongs to a claim of the payment stands in that claim, not in PLB",
        reason: "an adjustment of the payment as a whole is not seen where the claim is posted",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found} with the number of a claim that is paid here",
                help: "post it to that claim by hand; the payer should reverse and correct the claim")
        ],
        source: RuleSource(.high, "RFI-227"),
        examples: [
            RuleExample(.takeback, "*WO:OLDCLM77*25~", "*WO:PCN0001*25~", at: "PLB03-1"),
            RuleExample(.takeback, "*WO:OLDCLM77*25~", "*CS:ICN555*25~", at: "PLB03-1"),
        ],
        check: .accumulated(AdjustedClaims.self))

    static let summary = Rule(
        "835-TS3", level: 3, .remittance,
        demand:
            "a provider's sums (TS3) are those of the claims below: their number (TS304) and charges (TS305)",
        reason: "a claim that is missing shows here",
        faults: [
            Fault(
                "count", .warning, "{at} ({name}) is {found}, but {expected} follow",
                help: "look for a claim that was left out"),
            Fault(
                "charge", .warning, "{at} ({name}) is {found}, but the claims' charges come to {expected}",
                help: "look for a claim that was left out, or changed"),
        ],
        source: RuleSource(.medium, "Medicare"),
        examples: [
            RuleExample(
                .check, "TS3*1234567893*11*20261231*1*120~", "TS3*1234567893*11*20261231*2*120~",
                at: "TS304", fault: "count"),
            RuleExample(
                .check, "TS3*1234567893*11*20261231*1*120~", "TS3*1234567893*11*20261231*1*210~",
                at: "TS305", fault: "charge"),
        ],
        check: .accumulated(SummarySums.self))

    static let numbers = Rule(
        "835-LX-CLP", level: 2, .remittance,
        demand: "the numbers of a set's groups (LX01) rise",
        reason: "a number that comes again can mean that a part of the set was copied or lost",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, which is not above the one before",
                help: "compare the number of claims with what the payer says was sent", elementError: "I12")
        ],
        source: RuleSource(.high, "by the guide's maps; the order of segments is the grammar's"),
        examples: [
            RuleExample(
                .takeback, "\nPLB*1234567893*20261231*WO:OLDCLM77*25~",
                "\nLX*1~\nCLP*PCN0009*1*25*0**12*ICN559~\nCAS*CO*45*25~\nNM1*QC*1*ISAAC*BEN~\nDTM*232*20260220~\nPLB*1234567893*20261231*WO:OLDCLM77*25~",
                at: "LX01")
        ],
        check: .accumulated(GroupNumbers.self))
}
