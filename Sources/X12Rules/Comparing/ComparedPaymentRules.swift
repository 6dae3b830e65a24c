internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// A remittance against the claims that it pays.
enum ComparedPaymentRules {
    static let all: [Rule] = [
        number, MatchedClaimRules.match, charge, split, parties, submitted, lineNumber, provider,
        earlierPayer,
    ]

    static let number = Rule(
        "835-CLP01", level: 4, .remittance,
        demand: "a claim comes back under the very number it was sent with (CLP01 is CLM01)",
        reason: "claims are found by it; a number that was changed finds none, or another",
        faults: [
            Fault(
                .warning,
                "{at} ({name}) is of no claim that was sent, but of one but for case or leading zeros",
                help: "post it to that claim; ask the payer to send the number back as it was")
        ],
        source: RuleSource(.high, "RFI-504, RFI-535; a missing number is the grammar's to say"),
        needsCounterparts: true,
        examples: [
            RuleExample(
                .takeback, "CLP*PCN0001*1*", "CLP*pcn0001*1*", at: "CLP01", counterpart: .officeVisit)
        ],
        check: .claimPayment { payment, levels, findings in
            guard let others = levels.counterparts, let number = payment.patientControlNumber,
                !others.hasClaim(number), others.hasAlmost(number)
            else { return }
            findings.add(at: "patientControlNumber")
        })

    static let charge = Rule(
        "X-MATCH-CHARGE", level: 3, .remittance,
        demand: "a claim and its lines are paid on what they charged (CLP03 is CLM02, SVC02 is SV102)",
        reason: "another charge means another claim, or one that the payer changed",
        faults: [
            Fault(
                "claim", .warning, "{at} ({name}) is {found}, but the claim that was sent charged {expected}",
                help: "look whether it is the same claim before posting"),
            Fault(
                "line", .warning, "{at} ({name}) is {found}, but the line that was sent charged {expected}",
                help: "look whether it is the same line before posting"),
        ],
        source: RuleSource(.high, "follows from what both are"), needsCounterparts: true,
        silentAfter: ["835-BAL-CLAIM", "835-BAL-LINE", "X-MATCH-CLAIM"],
        examples: [
            RuleExample(
                .takeback, "*180*125*20*12*ICN555~", "*190*125*20*12*ICN555~\nCAS*CO*45*10~", at: "CLP03",
                fault: "claim", beside: ["835-BAL-LINE-CHG"], counterpart: .officeVisit),
            RuleExample(
                .takeback,
                "*120*80**1~\nDTM*472*20260220~\nCAS*CO*45*20~\nCAS*PR*3*20~\nREF*6R*L1~\nSVC*HC:87880*60*45**1~\nDTM*472*20260220~\nCAS*CO*45*15~",
                "*130*80**1~\nDTM*472*20260220~\nCAS*CO*45*30~\nCAS*PR*3*20~\nREF*6R*L1~\nSVC*HC:87880*50*45**1~\nDTM*472*20260220~\nCAS*CO*45*5~",
                at: "SVC02", fault: "line", counterpart: .officeVisit),
        ],
        check: .claimPayment { payment, levels, findings in
            guard let claim = levels.counterparts?.claim(payment.patientControlNumber) else { return }
            let isPart = claim.isPart(payment)
            if let sent = claim.charge, let charge = payment.chargeAmount, charge.magnitude != sent, !isPart {
                findings.add("claim", at: "chargeAmount", found: charge, expected: sent)
            }
            var sums: [String: MoneySum]?
            for index in payment.serviceLines.indices {
                guard let number = payment.serviceLines[index].lineItemControlNumber,
                    let charge = payment.serviceLines[index].chargeAmount, charge != .zero,
                    let line = claim.line(of: payment.serviceLines[index]), let sent = line.charge,
                    charge.magnitude != sent
                else { continue }
                // The rest of a line may stand in the other parts of a claim that was split, or in lines beside this one.
                if isPart, charge.magnitude < sent { continue }
                let known = sums ?? payment.chargesByLineNumber
                sums = known
                if known[number]?.value?.magnitude == sent { continue }
                findings.add("line", at: "serviceLines[\(index)].chargeAmount", found: charge, expected: sent)
                break
            }
        })

    static let split = Rule(
        "835-SPLIT", level: 4, .remittance,
        demand: "a part of a claim that was split says so (remark MA15)",
        reason: "without it the other lines look as if they were lost",
        faults: [
            Fault(
                .warning,
                "{at} ({name}) is {found}, a part of the claim's {expected}, and no remark MA15 says so",
                help: "look for the other parts, here and in later payments")
        ],
        source: RuleSource(.medium, "general knowledge of the guide"), needsCounterparts: true,
        silentAfter: ["X-MATCH-CLAIM"],
        examples: [
            RuleExample(
                .forwarded, "MOA***MA18*MA15~", "MOA***MA18~", at: "CLP03",
                preparing: [RuleExample.Change("MOA***MA18~", "MOA***MA18*MA15~")], counterpart: .officeVisit)
        ],
        check: .claimPayment { payment, levels, findings in
            guard let claim = levels.counterparts?.claim(payment.patientControlNumber),
                let sent = claim.charge,
                let charge = payment.chargeAmount, !payment.isReversal, claim.isPart(payment),
                !payment.remarks.contains("MA15")
            else { return }
            findings.add(at: "chargeAmount", found: charge, expected: sent)
        })

    static let parties = Rule(
        "X-MATCH-NPI-PAYER", level: 4, .remittance,
        demand: "the payee is who billed (1000B is 2010AA)",
        reason: "money that goes to another provider is missed by the one who waits for it",
        faults: [
            Fault(
                .warning, "{at} is a claim that another provider billed than is paid here",
                help: "look who was paid; ask the payer to correct the payee")
        ],
        source: RuleSource(.medium, "follows from what both are"), needsCounterparts: true,
        examples: [
            RuleExample(
                .takeback, "N1*PE*MAPLE CLINIC*XX*1234567893~", "N1*PE*MAPLE CLINIC*XX*1555000110~",
                at: "CLP",
                counterpart: .officeVisit)
        ],
        check: .claimPayment { payment, levels, findings in
            guard let claim = levels.counterparts?.claim(payment.patientControlNumber),
                let payee = levels.header?.payee, let number = payee.identifier
            else { return }
            let sent: String?
            switch payee.identifierQualifier {
            case "XX": sent = claim.billingIdentifier
            case "FI": sent = claim.taxIdentifier
            default: sent = nil
            }
            guard let sent, sent != number else { return }
            findings.add(at: "")
        })

    static let submitted = Rule(
        "835-SVC06", level: 4, .remittance,
        demand: "where another procedure is paid (SVC01) than was billed, the billed one stands in SVC06",
        reason: "the line is found by what was billed",
        faults: [
            Fault(
                .error, "{at} is {found}, but {expected} was billed on this line, and SVC06 does not say so",
                help: "post it to the line of that number; ask the payer why it was changed",
                elementError: "I9")
        ],
        source: RuleSource(.high, "RFI-2320, RFI-1801"), needsCounterparts: true,
        silentAfter: ["X-MATCH-CLAIM"],
        examples: [
            RuleExample(
                .takeback, "SVC*HC:99213*120*80**1~", "SVC*HC:99212*120*80**1~", at: "SVC01-2",
                counterpart: .officeVisit)
        ],
        check: .claimPayment { payment, levels, findings in
            guard let claim = levels.counterparts?.claim(payment.patientControlNumber) else { return }
            for index in payment.serviceLines.indices {
                let service = payment.serviceLines[index]
                guard service.submittedProcedure == nil, service.lineItemControlNumber != nil,
                    let paid = service.procedure.code, let billed = claim.line(of: service)?.code,
                    paid != billed
                else { continue }
                findings.add(
                    at: "serviceLines[\(index)].procedure.code", found: .code(paid), expected: [billed])
            }
        })

    static let lineNumber = Rule(
        "835-REF-6R", level: 4, .remittance,
        demand: "a line comes back with the number it was sent with (REF of 6R)",
        reason: "of two lines alike nobody can tell which was paid",
        faults: [
            Fault(
                .error, "{at} has no line number (REF of 6R), but the claim's lines have one",
                help: "match the line by procedure, date and charge", segmentError: "I6")
        ],
        source: RuleSource(.medium, "general knowledge of the guide"), needsCounterparts: true,
        examples: [RuleExample(.takeback, "REF*6R*L2~\n", "", at: "SVC", counterpart: .officeVisit)],
        check: .claimPayment { payment, levels, findings in
            guard let claim = levels.counterparts?.claim(payment.patientControlNumber),
                !claim.lines.isEmpty, claim.lines.allSatisfy({ $0.controlNumber != nil })
            else { return }
            let index = payment.serviceLines.firstIndex { $0.lineItemControlNumber == nil }
            if let index { findings.add(at: "serviceLines[\(index)]") }
        })

    static let provider = Rule(
        "835-SERVICE-PROVIDER", level: 4, .remittance,
        demand: "who gave the service (NM1 of 82) is named where the payee is somebody else",
        reason: "groups post payments by who gave the service",
        faults: [
            Fault(
                .warning, "{at} does not say who gave the service, who in the claim is not the payee",
                help: "post it by the claim's own rendering provider", segmentError: "I6")
        ],
        source: RuleSource(.high, "RFI-1270"), needsCounterparts: true,
        examples: [
            RuleExample(
                .claimAndLine, "NM1*82*1*MERRIWEATHER*ADA****XX*1555000110~\n", "", at: "CLP",
                preparing: [
                    RuleExample.Change("CLP*PCN2001*", "CLP*PCN0003*"),
                    RuleExample.Change("*500*365*25*", "*300*165*25*"),
                    RuleExample.Change("BPR*I*365*", "BPR*I*165*"),
                    RuleExample.Change(
                        "MI*W100200300~\n", "MI*W100200300~\nNM1*82*1*MERRIWEATHER*ADA****XX*1555000110~\n"),
                    RuleExample.Change("SVC*HC:99215*300*240**1~", "SVC*HC:99222*180*120**1~"),
                    RuleExample.Change("SVC*HC:99213*200*150**1~", "SVC*HC:99232*120*70**2~"),
                ], counterpart: .hospitalVisit)
        ],
        check: .claimPayment { payment, levels, findings in
            guard payment.renderingProvider == nil, payment.renderingProviderIdentifiers.isEmpty,
                let claim = levels.counterparts?.claim(payment.patientControlNumber),
                let rendering = claim.renderingIdentifier, let payee = levels.header?.payee,
                payee.identifierQualifier == "XX", payee.identifier != rendering,
                payment.serviceLines.allSatisfy({ $0.renderingProviderIdentifiers.isEmpty })
            else { return }
            findings.add(at: "")
        })

    static let earlierPayer = Rule(
        "835-SECONDARY-OA23", level: 3, .remittance,
        demand:
            "what a second payer leaves to the first (OA 23) is what that paid and took off, but for the patient's part",
        reason: "what is missing from it would be billed to the patient twice, or to nobody",
        faults: [
            Fault(
                .warning, "{at} leaves {found} to the payer before (OA 23), but the claim says {expected}",
                help: "compare with the first payer's remittance before the patient is billed")
        ],
        source: RuleSource(.high, "RFI-1028, RFI-2548"), needsCounterparts: true,
        silentAfter: ["835-BAL-CLAIM", "835-BAL-LINE"],
        examples: [
            RuleExample(
                .secondPayer,
                "*80*0**1~\nDTM*472*20260105~\nCAS*OA*23*80~",
                "*80*0**1~\nDTM*472*20260105~\nCAS*OA*23*70~\nCAS*CO*45*10~",
                at: "CLP", counterpart: .secondaryByLine)
        ],
        check: .claimPayment { payment, levels, findings in
            guard payment.status == .processedAsSecondary,
                let claim = levels.counterparts?.claim(payment.patientControlNumber),
                let sent = claim.earlierPayerImpact
            else { return }
            var sum = MoneySum()
            payment.forEachAdjustment { if $0.group == "OA", $0.reason == "23" { sum.add($0.amount) } }
            guard let left = sum.value, !left.isWithin(findings.tolerance, of: sent) else { return }
            findings.add(at: "", found: left, expected: sent)
        })
}

extension SentClaim {
    /// Whether a payment is of a part of the claim: of less than it charges, and either says so (MA15) or is of some of its
    /// lines.
    func isPart(_ payment: ClaimPayment) -> Bool {
        guard let charge, let paid = payment.chargeAmount, paid.magnitude < charge else { return false }
        if payment.remarks.contains("MA15") { return true }
        guard payment.lineCharges == paid, payment.serviceLines.count < lines.count else { return false }
        return payment.serviceLines.allSatisfy { line(of: $0) != nil }
    }
}

extension ClaimPayment {
    /// What the lines of one number (REF of `6R`) charge together: a line that was split comes back as several.
    fileprivate var chargesByLineNumber: [String: MoneySum] {
        var sums: [String: MoneySum] = [:]
        for index in serviceLines.indices {
            guard let number = serviceLines[index].lineItemControlNumber else { continue }
            sums[number, default: MoneySum()].add(serviceLines[index].chargeAmount)
        }
        return sums
    }

    /// The remarks on the claim, of MOA and MIA.
    var remarks: [String] {
        (outpatientAdjudication?.remarkCodes ?? []) + (inpatientAdjudication?.remarkCodes ?? [])
    }
}
