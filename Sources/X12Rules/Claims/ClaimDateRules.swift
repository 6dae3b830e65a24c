internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// Dates of a claim against each other, and against the day the file was received.
enum ClaimDateRules {
    static let all: [Rule] = [
        future, admission, discharge, accident, onset, menstruation, disability, careTransfer,
    ]

    static let future = Rule(
        "837P-DATE-FUTURE", level: 4, .claim,
        demand: "no service is later than the day the file was received",
        reason: "a service that has not been given cannot be paid",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, later than the file was received",
                help:
                    "correct the date; --received says the day of receipt where it is not the group's date (GS04)",
                statuses: ["A7:187", "A7:510"])
        ],
        source: RuleSource(
            .high,
            "Medicare, the public list of Medicare front-end edits; a range whose end is first is the grammar's"
        ),
        examples: [RuleExample(.dependentVisit, "DTP*472*D8*20260220~", "DTP*472*D8*20260401~", at: "DTP03")],
        check: .claim { claim, context, findings in
            guard let received = context.received, let last = context.lastServiceDay, received < last else {
                return
            }
            for index in claim.serviceLines.indices {
                guard let date = claim.serviceLines[index].serviceDate, let day = date.lastDay, received < day
                else {
                    continue
                }
                findings.add(at: "serviceLines[\(index)].serviceDate", found: .date(day))
            }
        })

    static let admission = Rule(
        "837P-ADMIT-DATE", level: 4, .claim,
        demand:
            "visits in a hospital bed (place 21, 51, 61) come with the date of admission (DTP*435), others without",
        reason: "payers match the visits with the hospital's own claim by it",
        faults: [
            Fault(
                "missing", .error,
                "the place of service is {found}, a hospital bed, but the admission date (DTP*435) is missing",
                help: "send the day of admission, or correct the place of service",
                statuses: ["A6:189"], segmentError: "I6"),
            Fault(
                "other", .warning,
                "the place of service is {found}, but the admission date (DTP*435) is missing",
                help: "send the day of admission if the patient was admitted", statuses: ["A6:189"],
                segmentError: "I6"),
            Fault(
                "extra", .warning, "an admission date is sent, but no place of service is a hospital bed",
                help: "leave DTP*435 out, or correct the place of service", statuses: ["A8:189"],
                segmentError: "I9"),
        ],
        source: RuleSource(
            .high, "RFI-2130; that 51 and 61 need it, and that others must not have it, is less sure"),
        examples: [
            RuleExample(
                .hospitalVisit, "DTP*435*D8*20260209~\nDTP*096*D8*20260212~\n", "", at: "CLM05-1",
                fault: "missing"),
            RuleExample(
                .hospitalVisit, "DTP*435*D8*20260209~\nDTP*096*D8*20260212~\n", "", at: "CLM05-1",
                fault: "other",
                preparing: [RuleExample.Change("***21:B:1*", "***61:B:1*")]),
            RuleExample(
                .officeVisit, "HI*ABK:J020*", "DTP*435*D8*20260219~\nHI*ABK:J020*", at: "DTP03",
                fault: "extra"),
        ],
        check: .claim { claim, context, findings in
            let line = claim.serviceLines.indices.first {
                Places.inpatient.contains(claim.serviceLines[$0].placeOfService ?? "")
            }
            let place = claim.placeOfService ?? ""
            let isClaim = Places.inpatient.contains(place)
            guard isClaim || line != nil else {
                if let date = claim.dates?.admission?.firstDay, !context.services.contains(.ambulance) {
                    findings.add("extra", at: "dates.admission", found: .date(date))
                }
                return
            }
            guard claim.dates?.admission == nil else { return }
            let code = isClaim ? place : line.flatMap { claim.serviceLines[$0].placeOfService } ?? ""
            let path = isClaim ? "placeOfService" : "serviceLines[\(line ?? 0)].placeOfService"
            findings.add(code == "21" ? "missing" : "other", at: path, found: .code(code))
        })

    static let discharge = Rule(
        "837P-DISCHARGE", level: 4, .claim,
        demand:
            "a discharge (DTP*096) is not before the admission (DTP*435), and is sent with visits in a hospital alone",
        reason: "a stay that ends before it begins is a slip in one of the dates",
        faults: [
            Fault(
                "early", .warning, "{at} ({name}) is {found}, before the admission",
                help: "correct one of the two dates", statuses: ["A7:190"]),
            Fault(
                "extra", .warning,
                "a discharge date is sent, but no admission date and no place of service that is a hospital bed",
                help: "leave DTP*096 out, or correct the place of service", statuses: ["A7:190"],
                segmentError: "I9"),
        ],
        source: RuleSource(.high, "RFI-2130"),
        sent: ["2300 DTP 096"],
        examples: [
            RuleExample(
                .hospitalVisit, "DTP*096*D8*20260212~", "DTP*096*D8*20260206~", at: "DTP03", fault: "early"),
            RuleExample(
                .officeVisit, "HI*ABK:J020*", "DTP*096*D8*20260219~\nHI*ABK:J020*", at: "DTP03",
                fault: "extra"),
        ],
        check: .claim { claim, _, findings in
            guard let dates = claim.dates, let end = dates.discharge?.firstDay else { return }
            guard let begin = dates.admission?.firstDay else {
                let places = [claim.placeOfService] + claim.serviceLines.map { $0.placeOfService }
                if !places.contains(where: { Places.inpatient.contains($0 ?? "") }) {
                    findings.add("extra", at: "dates.discharge", found: .date(end))
                }
                return
            }
            if end < begin { findings.add("early", at: "dates.discharge", found: .date(end)) }
        })

    static let accident = Rule(
        "837P-ACCIDENT-DATE", level: 4, .claim,
        demand:
            "a claim after an accident (CLM11 is AA or OA) has its date (DTP*439), which is not after the services",
        reason: "the insurer of the accident is found by its date",
        faults: [
            Fault(
                "missing", .error, "{at} is {found}, an accident, but its date (DTP*439) is missing",
                help: "send the day of the accident", statuses: ["A6:727"], segmentError: "I6"),
            Fault(
                "late", .error, "{at} ({name}) is {found}, after the first service",
                help: "correct the date of the accident or of the service", statuses: ["A7:727"]),
        ],
        source: RuleSource(.medium, "front matter of the guide"),
        reliesOn: ["2300 DTP 439"],
        examples: [
            RuleExample(.carAccident, "DTP*439*D8*20260130~\n", "", at: "CLM11-1", fault: "missing"),
            RuleExample(
                .carAccident, "DTP*439*D8*20260130~", "DTP*439*D8*20260210~", at: "DTP03", fault: "late"),
        ],
        check: .claim { claim, context, findings in
            guard let causes = claim.relatedCauses?.causes,
                let accident = causes.firstIndex(where: { $0 == "AA" || $0 == "OA" })
            else { return }
            guard let date = claim.dates?.accident else {
                findings.add(
                    "missing", at: "relatedCauses.causes[\(accident)]", found: .code(causes[accident]))
                return
            }
            guard let day = date.firstDay, let first = context.firstServiceDay, first < day else { return }
            findings.add("late", at: "dates.accident", found: .date(day))
        })

    static let onset = Rule(
        "837P-ONSET", level: 4, .claim,
        demand:
            "illness began, treatment began, and X-rays were taken not after the service they are sent with",
        reason: "what comes before a service cannot have happened after it: a slip in one of the dates",
        faults: [
            Fault(
                "onset", .warning, "{at} ({name}) is {found}, after the first service",
                help: "correct one of the two dates", statuses: ["A7:397"]),
            Fault(
                "treatment", .warning, "{at} ({name}) is {found}, after {detail}",
                help: "correct one of the two dates", statuses: ["A7:701"]),
            Fault(
                "acute", .warning, "{at} ({name}) is {found}, after the first service",
                help: "correct one of the two dates", statuses: ["A7:715"]),
            Fault(
                "period", .warning, "{at} ({name}) is {found}, after the first service",
                help: "correct one of the two dates", statuses: ["A7:191"]),
            Fault(
                "seen", .warning, "{at} ({name}) is {found}, after {detail}",
                help: "correct one of the two dates", statuses: ["A7:757"]),
            Fault(
                "xray", .warning, "{at} ({name}) is {found}, after {detail}",
                help: "correct one of the two dates", statuses: ["A7:210"]),
        ],
        source: RuleSource(.medium, "front matter of the guide; the statuses were verified"),
        sent: [
            "2300 DTP 431", "2300 DTP 454", "2300 DTP 453", "2300 DTP 484", "2300 DTP 304", "2300 DTP 455",
            "2400 DTP 454", "2400 DTP 304", "2400 DTP 455",
        ],
        examples: [
            example("431", at: "onset"), example("454", at: "treatment"), example("453", at: "acute"),
            example("484", at: "period"), example("304", at: "seen"), example("455", at: "xray"),
            lineExample("454", at: "treatment"), lineExample("304", at: "seen"),
            lineExample("455", at: "xray"),
        ],
        check: .claim { claim, context, findings in
            func check(
                _ date: DateTimePeriod?, _ latest: CalendarDate?, _ fault: String, _ name: String,
                line: Int? = nil
            ) {
                guard let day = date?.firstDay, let latest, latest < day else { return }
                let ofClaim = fault == "treatment" ? "the first service" : "the services"
                findings.add(
                    fault, at: (line.map { "serviceLines[\($0)]." } ?? "") + "dates.\(name)",
                    found: .date(day),
                    detail: line == nil ? ofClaim : "the service of the line")
            }
            for index in claim.serviceLines.indices {
                guard let dates = claim.serviceLines[index].dates,
                    let day = claim.serviceLines[index].serviceDate
                else { continue }
                check(dates.initialTreatment, day.firstDay, "treatment", "initialTreatment", line: index)
                check(dates.lastSeen, day.lastDay, "seen", "lastSeen", line: index)
                check(dates.lastXRay, day.lastDay, "xray", "lastXRay", line: index)
            }
            guard let dates = claim.dates, let first = context.firstServiceDay,
                let last = context.lastServiceDay
            else {
                return
            }
            check(dates.onset, first, "onset", "onset")
            check(dates.initialTreatment, first, "treatment", "initialTreatment")
            check(dates.acuteManifestation, first, "acute", "acuteManifestation")
            check(dates.lastMenstrualPeriod, first, "period", "lastMenstrualPeriod")
            check(dates.lastSeen, last, "seen", "lastSeen")
            check(dates.lastXRay, last, "xray", "lastXRay")
        })

    private static func example(_ qualifier: String, at fault: String) -> RuleExample {
        RuleExample(
            .officeVisit, "DTP*\(qualifier)*D8*20260210~", "DTP*\(qualifier)*D8*20260225~", at: "DTP03",
            fault: fault,
            preparing: [RuleExample.Change("HI*ABK:J020*", "DTP*\(qualifier)*D8*20260210~\nHI*ABK:J020*")])
    }

    private static func lineExample(_ qualifier: String, at fault: String) -> RuleExample {
        RuleExample(
            .officeVisit, "DTP*\(qualifier)*D8*20260210~", "DTP*\(qualifier)*D8*20260225~", at: "DTP03",
            fault: fault,
            preparing: [
                RuleExample.Change("REF*6R*L1~", "DTP*\(qualifier)*D8*20260210~\nREF*6R*L1~")
            ])
    }

    static let menstruation = Rule(
        "837P-LMP-FEMALE", level: 6, .claim,
        demand: "a last menstrual period (DTP*484) is sent for women alone",
        reason: "a date that the patient cannot have is a mix-up of patients more often than a slip",
        faults: [
            Fault(
                .warning, "a last menstrual period is sent for a patient whose gender is sent as M",
                help: "correct the gender (DMG03), or leave DTP*484 out", statuses: ["A8:191"])
        ],
        source: RuleSource(.medium, "front matter of the guide; a pregnancy is for 837P-PAT-DEATH to say"),
        sent: ["2300 DTP 484"],
        examples: [
            RuleExample(
                .officeVisit, "DMG*D8*19800512*F~", "DMG*D8*19800512*M~", at: "DTP03",
                preparing: [RuleExample.Change("HI*ABK:J020*", "DTP*484*D8*20260210~\nHI*ABK:J020*")])
        ],
        check: .claim { claim, context, findings in
            if context.levels.gender == "M", claim.dates?.lastMenstrualPeriod != nil {
                findings.add(at: "dates.lastMenstrualPeriod")
            }
        })

    static let disability = Rule(
        "837P-DISABILITY", level: 4, .claim,
        demand:
            "a disability is a range (314) or its begin (360) or end (361); the last day worked is not after the return to work",
        reason: "wages are paid for the days in between",
        faults: [
            Fault(
                "range", .warning, "{at} ({name}) is one day, must be a range where DTP01 is 314",
                help: "send RD8 with both days, or 360 or 361 with the one that is known",
                statuses: ["A7:195"]),
            Fault(
                "day", .warning, "{at} ({name}) is a range, must be one day where DTP01 is {found}",
                help: "send the range with 314", statuses: ["A7:195"]),
            Fault(
                "return", .warning, "{at} ({name}) is {found}, after the return to work",
                help: "correct one of the two dates", statuses: ["A7:196"]),
        ],
        source: RuleSource(.high, "guide maps; the use of 314 is less sure"),
        sent: ["2300 DTP 314", "2300 DTP 297"],
        examples: [
            RuleExample(
                .officeVisit, "DTP*314*RD8*20260201-20260210~", "DTP*314*D8*20260201~", at: "DTP03",
                fault: "range",
                preparing: [
                    RuleExample.Change("HI*ABK:J020*", "DTP*314*RD8*20260201-20260210~\nHI*ABK:J020*")
                ]),
            RuleExample(
                .officeVisit, "DTP*360*D8*20260201~", "DTP*360*RD8*20260201-20260210~", at: "DTP03",
                fault: "day",
                preparing: [RuleExample.Change("HI*ABK:J020*", "DTP*360*D8*20260201~\nHI*ABK:J020*")]),
            RuleExample(
                .officeVisit, "DTP*297*D8*20260201~", "DTP*297*D8*20260214~", at: "DTP03", fault: "return",
                preparing: [
                    RuleExample.Change(
                        "HI*ABK:J020*", "DTP*297*D8*20260201~\nDTP*296*D8*20260212~\nHI*ABK:J020*")
                ]),
        ],
        check: .claim { claim, _, findings in
            guard let dates = claim.dates else { return }
            if let disability = dates.disability, let period = disability.period,
                let kind = disability.qualifier
            {
                var isRange = false
                if case .range = period { isRange = true }
                if kind == "314", !isRange { findings.add("range", at: "dates.disability.period") }
                if kind != "314", isRange {
                    findings.add("day", at: "dates.disability.period", found: .code(kind))
                }
            }
            if let worked = dates.lastWorked?.firstDay, let back = dates.authorizedReturnToWork?.firstDay,
                back < worked
            {
                findings.add("return", at: "dates.lastWorked", found: .date(worked))
            }
        })

    static let careTransfer = Rule(
        "837P-CARE-DATES", level: 4, .claim,
        demand:
            "a surgeon's split of care (modifier 54, 55) comes with the day it changed hands (DTP*090, 091)",
        reason: "the days after the operation are paid to each surgeon by the day",
        faults: [
            Fault(
                .warning,
                "modifier {found} splits the care after an operation, but no day of assuming (090) or relinquishing (091) it is sent",
                help: "send DTP*090 or DTP*091 with the claim", statuses: ["A7:388"])
        ],
        source: RuleSource(.medium, "Medicare"),
        examples: [
            RuleExample(
                .officeVisit, "DTP*090*D8*20260210~\n", "", at: "SV101-3",
                preparing: [
                    RuleExample.Change("HC:99213*", "HC:66984:55*"),
                    RuleExample.Change("HI*ABK:J020*", "DTP*090*D8*20260210~\nHI*ABK:J020*"),
                ])
        ],
        check: .claim { claim, _, findings in
            for index in claim.serviceLines.indices {
                guard let modifiers = claim.serviceLines[index].procedure?.modifiers, !modifiers.isEmpty,
                    let place = modifiers.firstIndex(where: { $0 == "54" || $0 == "55" })
                else { continue }
                guard claim.dates?.careTransfers.isEmpty ?? true else { return }
                findings.add(
                    at: "serviceLines[\(index)].procedure.modifiers[\(place)]", found: .code(modifiers[place])
                )
                return
            }
        })
}
