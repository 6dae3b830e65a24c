internal import X12Diagnostics
internal import X12Grammar
internal import X12Models
internal import X12Text

/// Diagnoses, and the other codes of HI.
enum DiagnosisRules {
    static let all: [Rule] = [
        version, code, twice, externalCause, pregnancy, anesthesiaProcedure, conditions,
    ]

    static let version = Rule(
        "837P-HI-ICD-DATE", level: 5, .claim,
        demand:
            "services from 1 October 2015 on have ICD-10 diagnoses (ABK, ABF), earlier ones ICD-9 (BK, BF), and a claim has one kind",
        reason: "a code of the other version means something else, or nothing",
        faults: [
            Fault(
                "old", .error, "{at} is {found}, ICD-9, but the services are of 1 October 2015 or later",
                help: "send the ICD-10 code with ABK or ABF", statuses: ["A7:254", "A7:700"]),
            Fault(
                "new", .error, "{at} is {found}, ICD-10, but the services are of before 1 October 2015",
                help: "send the ICD-9 code with BK or BF", statuses: ["A7:254", "A7:700"]),
            Fault(
                "mixed", .error, "{at} is {found}, of another version than the first diagnosis",
                help: "send all diagnoses in one version", statuses: ["A7:254", "A7:700"]),
            Fault(
                "straddle", .error, "the services begin before 1 October 2015 and end after it",
                help: "split the claim: ICD-9 up to 30 September 2015, ICD-10 from then on",
                statuses: ["A7:254", "A7:508"]),
            Fault(
                "year", .error,
                "{at} ({name}) is {found}, {detail} years before another line of the claim: the year looks mistyped",
                help: "correct the date of this line", statuses: ["A7:187", "A7:510"]),
        ],
        source: RuleSource(
            .high, "Medicare; RFI-1168 on the qualifiers; that two years are a slip is chosen"),
        examples: [
            RuleExample(.dependentVisit, "HI*ABK:J020~", "HI*BK:46200~", at: "HI01-1", fault: "old"),
            RuleExample(
                .secondaryByClaim, "HI*BK:46200~", "HI*ABK:J020~", at: "HI01-1", fault: "new",
                preparing: [
                    RuleExample.Change("HI*ABK:J020~", "HI*BK:46200~"),
                    RuleExample.Change(
                        "99213*120*UN*1***1~\nDTP*472*D8*20260105~",
                        "99213*120*UN*1***1~\nDTP*472*D8*20150105~"),
                    RuleExample.Change(
                        "85025*80*UN*1***1~\nDTP*472*D8*20260105~", "85025*80*UN*1***1~\nDTP*472*D8*20150105~"
                    ),
                ]),
            RuleExample(.officeVisit, "*ABF:R509~", "*BF:7806~", at: "HI02-1", fault: "mixed"),
            RuleExample(
                .secondaryByClaim, "120*UN*1***1~\nDTP*472*D8*20160105~",
                "120*UN*1***1~\nDTP*472*D8*20150105~",
                at: "CLM", fault: "straddle",
                preparing: [
                    RuleExample.Change(
                        "99213*120*UN*1***1~\nDTP*472*D8*20260105~",
                        "99213*120*UN*1***1~\nDTP*472*D8*20160105~"),
                    RuleExample.Change(
                        "85025*80*UN*1***1~\nDTP*472*D8*20260105~", "85025*80*UN*1***1~\nDTP*472*D8*20160105~"
                    ),
                ]),
            RuleExample(
                .officeVisit, "DTP*472*D8*20260220~\nREF*6R*L1~", "DTP*472*D8*20060220~\nREF*6R*L1~",
                at: "DTP03", fault: "year"),
        ],
        check: .claim { claim, context, findings in
            guard let first = claim.diagnoses.first, let isNew = isICD10(first.qualifier),
                let begin = context.firstServiceDay, let end = context.lastServiceDay, let change
            else { return }
            if begin < change, change <= end {
                guard let index = mistyped(begin, before: end, claim) else {
                    return findings.add("straddle", at: "")
                }
                // A day before the patient was born has been reported as such.
                if let birth = context.levels.birthDate, begin < birth { return }
                return findings.add(
                    "year", at: "serviceLines[\(index)].serviceDate", found: .date(begin),
                    detail: "\(end.year - begin.year)")
            }
            if isNew != (change <= begin) {
                return findings.add(
                    isNew ? "new" : "old", at: "diagnoses[0].qualifier", found: .code(first.qualifier ?? ""))
            }
            for index in claim.diagnoses.indices {
                guard let other = isICD10(claim.diagnoses[index].qualifier), other != isNew else { continue }
                let code = claim.diagnoses[index].qualifier ?? ""
                findings.add("mixed", at: "diagnoses[\(index)].qualifier", found: .code(code))
                return
            }
        })

    /// The day from which on ICD-10 is used.
    private static let change = CalendarDate(year: 2015, month: 10, day: 1)

    /// The line whose year looks mistyped: nobody bills services that lie years apart on one claim.
    private static func mistyped(
        _ begin: CalendarDate, before end: CalendarDate, _ claim: Claim
    ) -> Int? {
        guard end.year - begin.year > 2 else { return nil }
        return claim.serviceLines.firstIndex {
            $0.serviceDate?.firstDay == begin && $0.serviceDate?.lastDay.map { $0 < end } == true
        }
    }

    private static func isICD10(_ qualifier: String?) -> Bool? {
        switch qualifier {
        case "ABK", "ABF": true
        case "BK", "BF": false
        default: nil
        }
    }

    static let code = Rule(
        "837P-HI-CODE", level: 5, .claim,
        demand:
            "a diagnosis has the form of its code list, without the point, and is in ICD-10-CM on the day of service, to its last character",
        reason: "a code that is in no list stops the claim",
        faults: [
            Fault(
                "first", .error, "{at} ({name}) is {found}, which has not the form of a code{detail}",
                help: "send the code as the list has it, to its last character and without the point",
                statuses: ["A7:254"]),
            Fault(
                "other", .error, "{at} ({name}) is {found}, which has not the form of a code{detail}",
                help: "send the code as the list has it, to its last character and without the point",
                statuses: ["A7:255"]),
        ]
            + listed("A7:254", prefix: first) + listed("A7:255"),
        source: RuleSource(
            .high,
            "Medicare; whether a code is in the list is asked where one was loaded: x12 codes load icd10cm"),
        examples: [
            RuleExample(.officeVisit, "HI*ABK:J020*", "HI*ABK:J02.0*", at: "HI01-2", fault: "first"),
            RuleExample(.officeVisit, "*ABF:R509~", "*ABF:50R9~", at: "HI02-2", fault: "other"),
        ] + examples("HI*ABK:J020*", at: "HI01-2", prefix: first)
            + examples("*ABF:R509~", at: "HI02-2"),
        check: .claim { claim, context, findings in
            for index in claim.diagnoses.indices {
                guard let code = claim.diagnoses[index].code,
                    let isNew = isICD10(claim.diagnoses[index].qualifier)
                else { continue }
                if isNew ? CodeForms.isICD10(code) : CodeForms.isICD9(code) {
                    guard isNew else { continue }
                    findings.ask(
                        code, in: .diagnosis, from: context.firstServiceDay, to: context.lastServiceDay,
                        at: "diagnoses[\(index)].code", prefix: index == 0 ? first : "")
                } else {
                    findings.add(
                        index == 0 ? "first" : "other", at: "diagnoses[\(index)].code", found: .code(code),
                        detail: code.contains(".") ? ": it has a point" : "")
                }
            }
        })

    /// What the names of the list's faults begin with for the first diagnosis, which has a status of its own.
    private static let first = "first "

    private static func listed(_ status: Finding.ClaimStatus, prefix: String = "") -> [Fault] {
        Fault.membership(
            in: "ICD-10-CM", .error, dates: .error,
            [Fault.unlisted, Fault.unsure, Fault.heading, Fault.early, Fault.ended], statuses: [status],
            prefix: prefix)
    }

    /// An example for each way in which the list can have something against a diagnosis.
    private static func examples(_ sent: String, at place: String, prefix: String = "") -> [RuleExample] {
        let own = sent.contains("J020") ? "J020" : "R509"
        func example(_ code: String, _ fault: String, _ codes: CodeTables) -> RuleExample {
            RuleExample(
                .officeVisit, sent, sent.replacing(own, with: code), at: place, fault: prefix + fault,
                codes: codes)
        }
        return [
            example("J029ZZ", Fault.unlisted, .example(.diagnosis, "J020", "R509")),
            example("J029", Fault.unsure, .example(.diagnosis, last: "2025-09-30", "J020", "R509")),
            example("J02", Fault.heading, .example(.diagnosis, headings: ["J02"], "J020", "R509")),
            example("J028", Fault.early, .example(.diagnosis, from: ("J028", "2026-04-01"), "J020", "R509")),
            example("J028", Fault.ended, .example(.diagnosis, until: ("J028", "2025-09-30"), "J020", "R509")),
        ]
    }

    static let twice = Rule(
        "837P-HI-DUP", level: 5, .claim,
        demand: "no diagnosis is sent twice",
        reason: "the guide asks for additional diagnoses, and a copy is none",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, as an earlier diagnosis of the claim",
                help: "leave the copy out, and correct the lines' pointers", statuses: ["A7:255"])
        ],
        source: RuleSource(.high, "RFI-2561, which names category and status"),
        examples: [RuleExample(.officeVisit, "*ABF:R509~", "*ABF:J020~", at: "HI02-2")],
        check: .claim { claim, _, findings in
            guard claim.diagnoses.count > 1 else { return }
            for index in claim.diagnoses.indices.dropFirst() {
                guard let code = claim.diagnoses[index].code else { continue }
                for earlier in 0..<index where claim.diagnoses[earlier].code == code {
                    findings.add(at: "diagnoses[\(index)].code", found: .code(code))
                    break
                }
            }
        })

    static let externalCause = Rule(
        "837P-HI-ECODE-PRIN", level: 5, .claim,
        demand: "the first diagnosis is no external cause (V00 to Y99)",
        reason: "it says how the patient was hurt, not what is treated",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found}, an external cause, which cannot be the first diagnosis",
                help: "send the injury first and its cause behind it", statuses: ["A7:254", "A7:509"])
        ],
        source: RuleSource(.high, "Medicare, the code list's own rules"),
        examples: [RuleExample(.dependentVisit, "HI*ABK:J020~", "HI*ABK:W1830XA~", at: "HI01-2")],
        check: .claim { claim, _, findings in
            guard let first = claim.diagnoses.first, first.qualifier == "ABK", let code = first.code,
                let letter = code.utf8.first, 0x56...0x59 ~= letter, CodeForms.isICD10(code)
            else { return }
            findings.add(at: "diagnoses[0].code", found: .code(code))
        })

    static let pregnancy = Rule(
        "837P-HI-SEX-AGE", level: 5, .claim,
        demand: "diagnoses of pregnancy and childbirth (O00 to O9A, Z33, Z34, Z36, Z3A) are those of women",
        reason: "a diagnosis that the patient cannot have is a mix-up of patients more often than a slip",
        faults: [
            Fault(
                .warning,
                "{at} ({name}) is {found}, of pregnancy or childbirth, but the patient's gender is sent as M",
                help: "correct the gender (DMG03) or the diagnosis", statuses: ["A8:86"])
        ],
        source: RuleSource(
            .medium, "chapters of the code list; age and what only a table flags are not looked at"),
        examples: [RuleExample(.dependentVisit, "HI*ABK:J020~", "HI*ABK:O80~", at: "HI01-2")],
        check: .claim { claim, context, findings in
            guard context.levels.gender == "M" else { return }
            for index in claim.diagnoses.indices {
                guard let code = claim.diagnoses[index].code,
                    isICD10(claim.diagnoses[index].qualifier) == true
                else {
                    continue
                }
                if code.hasPrefix("O") || code.hasPrefix("Z3") && pregnancies.contains(code.prefix(3)) {
                    findings.add(at: "diagnoses[\(index)].code", found: .code(code))
                }
            }
        })

    /// Diagnoses of a pregnancy outside of their chapter (O).
    private static let pregnancies: Set<Substring> = ["Z33", "Z34", "Z36", "Z3A"]

    static let anesthesiaProcedure = Rule(
        "837P-HI-ANES", level: 6, .claim,
        demand: "the operation of an anesthesia (HI with BP, BO) is sent with an anesthesia alone",
        reason: "in other claims it says nothing, and may be taken for a service",
        faults: [
            Fault(
                .warning, "an operation of an anesthesia is sent, but no line is an anesthesia",
                help: "leave the HI with BP out", statuses: ["A7:490"], segmentError: "I9")
        ],
        source: RuleSource(.medium, "guide maps"),
        sent: ["2300 HI BP"],
        silentAfter: ["837P-SV101-CODE"],
        reliesOn: ["2400 SV1"],
        examples: [RuleExample(.anesthesia, "HC:00790:AA:P2*960*MJ*96*", "HC:47562*960*UN*1*", at: "HI01-1")],
        check: .claim { claim, context, findings in
            guard !claim.anesthesiaProcedures.isEmpty,
                context.services.isDisjoint(with: [.timedAnesthesia, .dailyAnesthesia])
            else { return }
            findings.add(at: "anesthesiaProcedures[0].qualifier")
        })

    static let conditions = Rule(
        "837P-HI-COND", level: 5, .claim,
        demand:
            "a condition code (HI with BG) has two letters or digits, is sent once, and is in your list of them",
        reason: "condition codes open or close payment; one that is none does neither",
        faults: [
            Fault(
                "form", .warning, "{at} ({name}) is {found}, must be two letters or digits",
                help: "send the code of the uniform billing manual", statuses: ["A7:460"]),
            Fault(
                "twice", .warning, "{at} ({name}) is {found}, as an earlier condition of the claim",
                help: "leave the copy out", statuses: ["A7:460"]),
        ]
            + Fault.membership(
                in: "the list of condition codes", .warning, dates: .warning, statuses: ["A7:460"]),
        source: RuleSource(
            .medium, "guide maps; the NUBC's list is asked where it was loaded: x12 codes load condition"),
        sent: ["2300 HI BG"],
        examples: [
            RuleExample(
                .officeVisit, "HI*BG:02~", "HI*BG:2~", at: "HI01-2", fault: "form", preparing: [condition]),
            RuleExample(
                .officeVisit, "*BG:AA~", "*BG:02~", at: "HI02-2", fault: "twice",
                preparing: [condition, RuleExample.Change("HI*BG:02~", "HI*BG:02*BG:AA~")]),
            RuleExample(
                .officeVisit, "HI*BG:02~", "HI*BG:03~", at: "HI01-2", fault: Fault.unlisted,
                preparing: [condition], codes: .example(.condition, "02")),
            RuleExample(
                .officeVisit, "HI*BG:02~", "HI*BG:03~", at: "HI01-2", fault: Fault.unsure,
                preparing: [condition], codes: .example(.condition, last: "2025-12-31", "02")),
            RuleExample(
                .officeVisit, "HI*BG:02~", "HI*BG:03~", at: "HI01-2", fault: Fault.early,
                preparing: [condition], codes: .example(.condition, from: ("03", "2026-07-01"), "02")),
            RuleExample(
                .officeVisit, "HI*BG:02~", "HI*BG:03~", at: "HI01-2", fault: Fault.ended,
                preparing: [condition], codes: .example(.condition, until: ("03", "2025-12-31"), "02")),
        ],
        check: .claim { claim, context, findings in
            var seen: [String] = []
            for (number, segment) in claim.conditionInformation.enumerated() {
                for (index, condition) in segment.codes.enumerated() {
                    guard let code = condition.code else { continue }
                    func path() -> String { "conditionInformation[\(number)].codes[\(index)].code" }
                    if !CodeForms.isModifier(code) {
                        findings.add("form", at: path(), found: .code(code))
                    } else if seen.contains(code) {
                        findings.add("twice", at: path(), found: .code(code))
                    } else {
                        findings.ask(
                            code, in: .condition, from: context.firstServiceDay, to: context.lastServiceDay,
                            at: path())
                    }
                    seen.append(code)
                }
            }
        })

    private static let condition = RuleExample.Change("LX*1~", "HI*BG:02~\nLX*1~")
}
