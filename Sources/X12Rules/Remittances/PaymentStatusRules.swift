internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// How a payer says it dealt with a claim (CLP02), against what else it says of it.
enum PaymentStatusRules {
    static let all: [Rule] = [
        denied, notOurs, forecast, laterPayer, crossover, priorityPayer, patientPart, dates, decisions, lines,
        corrected,
    ]

    static let denied = Rule(
        "835-CLP02-DENIED", level: 4, .remittance,
        demand: "a claim of a patient who is not known (CLP02 is 4) is paid nothing (CLP04 is 0)",
        reason:
            "4 says that the payer does not insure the patient; a claim that was decided on has 1, 2 or 3",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found}, but CLP02 4 says that the patient is not known",
                help: "post what was paid; do not follow up a denial on the strength of CLP02 alone")
        ],
        source: RuleSource(.high, "RFI-1423, RFI-207; many payers misuse it"),
        examples: [RuleExample(.claimAndLine, "*PCN2001*1*500*", "*PCN2001*4*500*", at: "CLP04")],
        check: .claimPayment { payment, _, findings in
            guard payment.status == .denied, let paid = payment.paymentAmount, paid != .zero else { return }
            findings.add(at: "paymentAmount", found: .amount(paid))
        })

    static let notOurs = Rule(
        "835-CLP02-23", level: 4, .remittance,
        demand: "a claim that is another payer's (CLP02 is 23) is paid nothing (CLP04 is 0)",
        reason: "it was sent on; the money comes from the other payer",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found}, but CLP02 23 says that the claim is another payer's",
                help: "post what was paid, and ask the payer whether it will be taken back")
        ],
        source: RuleSource(.medium, "general knowledge of the guide"),
        examples: [RuleExample(.forwarded, "*PCN0001*19*120*", "*PCN0001*23*120*", at: "CLP04")],
        check: .claimPayment { payment, _, findings in
            guard payment.status == .notOurClaimForwarded, let paid = payment.paymentAmount, paid != .zero
            else { return }
            findings.add(at: "paymentAmount", found: .amount(paid))
        })

    static let forecast = Rule(
        "835-PREDET", level: 3, .remittance,
        demand:
            "a forecast (CLP02 is 25) is paid nothing (CLP04 is 0): what would be paid stands in CAS of OA 101",
        reason: "it pays nothing, and so must not count in what the payment adds up to",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, must be 0 in a forecast",
                help: "do not post it; the service has not been given")
        ],
        source: RuleSource(.high, "concept by several sources, group OA by one; verified by computing"),
        examples: [
            RuleExample(
                .predetermination,
                "*25*300*0*60*12*ICN30*11*1~\nNM1*QC*1*ISAAC*ROSA****MI*W100200300~\nSVC*HC:27130*300*0**1~\nCAS*CO*45*40~\nCAS*PR*2*60~\nCAS*OA*101*200~",
                "*25*300*200*60*12*ICN30*11*1~\nNM1*QC*1*ISAAC*ROSA****MI*W100200300~\nSVC*HC:27130*300*200**1~\nCAS*CO*45*40~\nCAS*PR*2*60~",
                at: "CLP04")
        ],
        check: .claimPayment { payment, _, findings in
            guard payment.status == .predetermination, let paid = payment.paymentAmount, paid != .zero
            else { return }
            findings.add(at: "paymentAmount", found: .amount(paid))
        })

    static let laterPayer = Rule(
        "835-CLP02-PRIORITY", level: 4, .remittance,
        demand:
            "a second or third payer (CLP02 is 2, 3, 20 or 21) says what those before it did (CAS of OA 23)",
        reason: "without it nobody knows which part of the charge the payers before have settled",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found}, but no adjustment of OA 23 says what payers before did",
                help: "compare with the first payer's remittance before the patient is billed")
        ],
        source: RuleSource(.high, "RFI-546, RFI-1028, RFI-2548"),
        silentAfter: ["835-BAL-LINE", "835-BAL-CLAIM", "835-CAS-CARC"],
        reliesOn: ["2100 CAS", "2110 CAS"],
        examples: [RuleExample(.claimAndLine, "*PCN2001*1*500*", "*PCN2001*2*500*", at: "CLP02")],
        check: .claimPayment { payment, _, findings in
            guard let status = payment.status, status.isLaterPayer, payment.paymentAmount != .zero,
                !payment.hasAdjustment("23")
            else { return }
            findings.add(at: "status", found: .code(status.rawValue))
        })

    static let crossover = Rule(
        "835-CROSSOVER", level: 4, .remittance,
        demand:
            "a claim that was sent on (CLP02 is 19, 20, 21 or 23) names the next payer (NM1 of TT); no other does",
        reason: "whether the biller has to send the claim to the next payer depends on it",
        faults: [
            Fault(
                "missing", .error,
                "{at} ({name}) is {found}, but no NM1 of TT names the payer it was sent on to",
                help: "ask the payer where the claim went before sending it to the next payer",
                segmentError: "I6"),
            Fault(
                "extra", .error, "{at} names a next payer, but CLP02 is {found}, which sends nothing on",
                help: "ask the payer whether the claim was sent on before sending it again",
                segmentError: "I9"),
        ],
        source: RuleSource(.high, "RFI-1981"),
        reliesOn: ["2100 CLP", "2100 NM1 TT"],
        examples: [
            RuleExample(
                .forwarded, "NM1*TT*2*NEXT PAYER*****PI*NEXT01~\n", "", at: "CLP02", fault: "missing"),
            RuleExample(.forwarded, "*PCN0001*19*120*", "*PCN0001*1*120*", at: "NM1", fault: "extra"),
        ],
        check: .claimPayment { payment, _, findings in
            guard let status = payment.status else { return }
            if status.isForwarded, payment.crossoverCarrier == nil {
                findings.add("missing", at: "status", found: .code(status.rawValue))
            } else if !status.isForwarded, payment.crossoverCarrier != nil {
                findings.add("extra", at: "crossoverCarrier", found: .code(status.rawValue))
            }
        })

    static let priorityPayer = Rule(
        "835-PRIORITY-PAYER", level: 4, .remittance,
        demand:
            "a payer that should have paid before (NM1 of PR) has a name; its insured (NM1 of GB) only stands with it",
        reason: "the claim goes to that payer next, and nobody can send it without knowing which",
        faults: [
            Fault(
                "name", .error, "{at} names a payer that should pay before, without a name",
                help: "ask the payer which payer it means", elementError: "1"),
            Fault(
                "alone", .error,
                "{at} names another insured, but no payer that should pay before (NM1 of PR)",
                help: "ask the payer which payer it means", segmentError: "I9"),
        ],
        source: RuleSource(.high, "RFI-963; ruling: an error as in the grammar"),
        sent: ["2100 NM1 PR", "2100 NM1 GB"],
        examples: [
            RuleExample(
                .claimAndLine, "NM1*PR*2*OTHER PAYER*****PI*OTHER1~", "NM1*PR*2******PI*OTHER1~", at: "NM1",
                fault: "name", preparing: [otherPayer], beside: ["GDE-ELEM-REQ"]),
            RuleExample(
                .claimAndLine, "NM1*PR*2*OTHER PAYER*****PI*OTHER1~", "NM1*GB*1*ISAAC*PAUL****MI*W900~",
                at: "NM1", fault: "alone", preparing: [otherPayer]),
        ],
        check: .claimPayment { payment, _, findings in
            if let payer = payment.correctedPriorityPayer, payer.organizationName == nil {
                findings.add("name", at: "correctedPriorityPayer")
            }
            if payment.otherSubscriber != nil, payment.correctedPriorityPayer == nil {
                findings.add("alone", at: "otherSubscriber")
            }
        })

    private static let otherPayer = RuleExample.Change(
        "MI*W100200300~\nDTM*232*20260215~",
        "MI*W100200300~\nNM1*PR*2*OTHER PAYER*****PI*OTHER1~\nDTM*232*20260215~")

    static let patientPart = Rule(
        "835-CLP05-PR", level: 3, .remittance,
        demand:
            "what the patient owes (CLP05) is what all adjustments of group PR come to, on claim and lines",
        reason: "the patient's bill is written by one or the other, and both must say the same",
        faults: [
            Fault(
                "missing", .error, "{at} ({name}) is missing, but adjustments of group PR come to {expected}",
                help: "bill the patient by the adjustments, and ask the payer which is right"),
            Fault(
                "sum", .error, "{at} ({name}) is {found}, but adjustments of group PR come to {expected}",
                help: "bill the patient by the adjustments, and ask the payer which is right"),
        ],
        source: RuleSource(.high, "RFI-2548, RFI-396, RFI-681"),
        silentAfter: ["835-BAL-LINE", "835-BAL-CLAIM"],
        reliesOn: ["2100 CLP", "2100 CAS", "2110 CAS"],
        examples: [
            RuleExample(.takeback, "*180*125*20*", "*180*125*25*", at: "CLP05", fault: "sum"),
            RuleExample(.takeback, "*180*125*20*", "*180*125**", at: "CLP05", fault: "missing"),
        ],
        check: .claimPayment { payment, _, findings in
            // Of what is taken back CLP05 says nothing.
            guard !payment.isReversal, payment.patientResponsibilityAmount != nil || !payment.lacksPatientPart
            else { return }
            var sum = MoneySum()
            payment.forEachAdjustment { if $0.group == "PR" { sum.add($0.amount) } }
            let said = payment.patientResponsibilityAmount
            guard let owed = sum.value, !(said ?? .zero).isWithin(findings.tolerance, of: owed),
                owed > .zero || said.map({ $0 > .zero }) ?? false
            else { return }
            let path = "patientResponsibilityAmount"
            guard let said else {
                return findings.add("missing", at: path, expected: [owed.description])
            }
            findings.add("sum", at: path, found: said, expected: owed)
        })

    static let dates = Rule(
        "835-CLM-DATES", level: 4, .remittance,
        demand:
            "a service has a date: of its line (DTM of 472, or 150 and 151), or of the claim (DTM of 232); an end is not before its begin",
        reason: "payments are posted to services by their date",
        faults: [
            Fault(
                "missing", .error, "{at} has no date of service, nor has its claim (DTM of 232)",
                help: "post by line number and procedure; ask the payer for the date", segmentError: "I6"),
            Fault(
                "turned", .error, "{at} ({name}){shown} is before the begin of the same period",
                help: "one of the two dates is wrong; compare with the claim"),
        ],
        source: RuleSource(.high, "RFI-2055"),
        examples: [
            RuleExample(.claimAndLine, "DTM*232*20260215~\n", "", at: "SVC", fault: "missing"),
            RuleExample(
                .check, "DTM*233*20260220~", "DTM*233*20260219~", at: "DTM02", fault: "turned"),
            RuleExample(
                .forwarded, "DTM*151*20260221~", "DTM*151*20260219~", at: "DTM02", fault: "turned"),
        ],
        check: .claimPayment { payment, _, findings in
            check(payment.statementDates, "232", "233", "statementDates", &findings)
            // A planned service has no date yet.
            let isDated = !payment.statementDates.isEmpty || payment.status == .predetermination
            var isMissing = false
            for index in payment.serviceLines.indices {
                let dates = payment.serviceLines[index].serviceDates
                check(dates, "150", "151", "serviceLines[\(index)].serviceDates", &findings)
                guard dates.isEmpty, !isDated, !isMissing else { continue }
                isMissing = true
                findings.add("missing", at: "serviceLines[\(index)]")
            }
        })

    private static func check(
        _ dates: [QualifiedDate], _ begin: String, _ end: String, _ path: @autoclosure () -> String,
        _ findings: inout RuleFindings
    ) {
        guard dates.count > 1, let first = dates.first(where: { $0.qualifier == begin })?.date,
            let place = dates.firstIndex(where: { $0.qualifier == end }), let last = dates[place].date,
            last < first
        else { return }
        findings.add("turned", at: path() + "[\(place)].date", found: .date(last))
    }

    static let decisions = Rule(
        "835-MOA-MIA", level: 4, .remittance,
        demand: "remarks on a claim stand in MOA (outpatient, professional) or MIA (inpatient), not in both",
        reason: "remark codes that stand in the wrong place are overlooked",
        faults: [
            Fault(
                "both", .warning, "{at} stands beside MOA: a claim is inpatient or not",
                help: "read the remarks of both"),
            Fault(
                "professional", .warning,
                "{at} is for inpatient claims, but nothing says that this is one: no DRG, no revenue code",
                help: "read its remarks as those of MOA"),
        ],
        source: RuleSource(.medium, "general knowledge of the guide"), sent: ["2100 MIA"],
        examples: [
            RuleExample(
                .forwarded, "MOA***MA18~", "MIA*0****MA18~\nMOA***MA18~", at: "MIA", fault: "both"),
            RuleExample(.forwarded, "MOA***MA18~", "MIA*0****MA18~", at: "MIA", fault: "professional"),
        ],
        check: .claimPayment { payment, _, findings in
            guard payment.inpatientAdjudication != nil else { return }
            if payment.outpatientAdjudication != nil {
                findings.add("both", at: "inpatientAdjudication")
            } else if payment.drgCode == nil, !payment.serviceLines.isEmpty, !payment.hasRevenueCodes {
                findings.add("professional", at: "inpatientAdjudication")
            }
        })

    static let lines = Rule(
        "835-LINES-REQ", level: 4, .remittance,
        demand: "the payment of a professional claim is told by its lines (SVC)",
        reason:
            "what was adjusted on the claim alone cannot be posted by line, nor sent to the next payer by line",
        faults: [
            Fault(
                .warning, "{at} is a professional claim that was adjusted, and no line (SVC) says where",
                help: "ask the payer for the lines; a claim to the next payer can be sent by claim alone")
        ],
        source: RuleSource(.high, "RFI-522, RFI-1137"), sent: ["2100 NM1 82"],
        examples: [
            RuleExample(
                .forwarded, "DTM*050*20260301~\nSVC*HC:99213*120*120**1~\nREF*6R*L1~", "DTM*050*20260301~",
                at: "CLP",
                preparing: [
                    RuleExample.Change("*ICN50*11*1~\n", "*ICN50*11*1~\nCAS*CO*45*20*1~\nCAS*PR*2*20~\n"),
                    RuleExample.Change("DTM*050*20260301~\n", "DTM*232*20260220~\nDTM*050*20260301~\n"),
                    RuleExample.Change(
                        "SVC*HC:99213*120*80**1**2~\nDTM*150*20260220~\nDTM*151*20260221~\nCAS*CO*45*20*1~\nCAS*PR*2*20~",
                        "SVC*HC:99213*120*120**1~"),
                ])
        ],
        check: .claimPayment { payment, _, findings in
            // A person who gave the service, and no sign of a hospital's stay: a professional claim.
            guard payment.serviceLines.isEmpty, !payment.adjustments.isEmpty,
                payment.renderingProvider?.entityType == .person, payment.drgCode == nil,
                payment.inpatientAdjudication == nil, payment.paymentAmount != .zero
            else { return }
            findings.add(at: "")
        })

    static let corrected = Rule(
        "835-NM1-QC-74", level: 4, .remittance,
        demand:
            "a correction of the patient (NM1 of 74) says something that the patient's own NM1 (QC) does not",
        reason: "the patient's record is changed by it, and by nothing else",
        faults: [
            Fault(
                .warning, "{at} corrects nothing: no number, and no other name than the patient's",
                help: "leave the patient's record as it is; ask the payer what was to be corrected")
        ],
        source: RuleSource(.high, "by the guide's maps"), sent: ["2100 NM1 74"],
        examples: [
            RuleExample(
                .forwarded, "NM1*74*1*ISAACS*ROSA****C*W100200301~", "NM1*74*1*ISAAC*ROSA~", at: "NM1")
        ],
        check: .claimPayment { payment, _, findings in
            guard let other = payment.correctedInsured, other.identifier == nil, payment.insured == nil,
                other.lastOrOrganizationName == nil
                    || other.lastOrOrganizationName == payment.patient.lastName,
                other.firstName == nil || other.firstName == payment.patient.firstName,
                other.middleName == nil || other.middleName == payment.patient.middleName,
                other.suffix == nil || other.suffix == payment.patient.suffix
            else { return }
            findings.add(at: "correctedInsured")
        })
}

extension ClaimPaymentStatus {
    /// Whether the payer comes behind others (2, 3, 20, 21).
    var isLaterPayer: Bool {
        self == .processedAsSecondary || self == .processedAsTertiary
            || self == .processedAsSecondaryForwarded || self == .processedAsTertiaryForwarded
    }
}

extension ClaimPayment {
    /// Goes through all adjustments, of the claim first, then of its lines.
    func forEachAdjustment(_ body: (Adjustment) -> Void) {
        for index in adjustments.indices { body(adjustments[index]) }
        for line in serviceLines.indices {
            for index in serviceLines[line].adjustments.indices {
                body(serviceLines[line].adjustments[index])
            }
        }
    }

    /// Whether some adjustment has a reason.
    func hasAdjustment(_ reason: String) -> Bool {
        adjustments.contains { $0.reason == reason }
            || serviceLines.contains { $0.adjustments.contains { $0.reason == reason } }
    }

    /// Whether no adjustment is the patient's.
    var lacksPatientPart: Bool {
        !adjustments.contains { $0.group == "PR" }
            && !serviceLines.contains { $0.adjustments.contains { $0.group == "PR" } }
    }

    /// Whether some line has a revenue code, as hospitals bill.
    var hasRevenueCodes: Bool {
        serviceLines.contains { $0.revenueCode != nil || $0.procedure.qualifier == "NU" }
    }
}
