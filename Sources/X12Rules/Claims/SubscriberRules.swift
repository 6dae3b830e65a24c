internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// Who is insured, who is the patient, and which payer comes when: levels 2000B and 2000C.
enum SubscriberRules {
    static let all: [Rule] = [
        patientIsSubscriber, subscriberDemographics, deathAndPregnancy, birthDate, filingIndicator,
        secondaryMedicare,
        responsibilityOnce, responsibilityPrior, emptySubscriber, propertyAndCasualty,
    ]

    static let patientIsSubscriber = Rule(
        "837P-SBR02-SELF", level: 4, .claim,
        demand: "SBR02 is 18 when the subscriber is the patient, and then no patient level follows",
        reason:
            "the payer takes the person of the level that the claim stands under for the patient; two say two patients",
        faults: [
            Fault(
                "dependent", .error,
                "a patient level follows a subscriber who is said to be the patient (SBR02 is 18)",
                help: "leave SBR02 empty if the patient is a dependent; else take the patient level out",
                statuses: ["A7:156"], segmentError: "I9"),
            Fault(
                "unsaid", .error,
                "{at} stands under the subscriber, but SBR02 does not say 18, that the patient is the subscriber",
                help: "send 18 in SBR02, or the patient in a level of its own",
                statuses: ["A7:156"]),
            Fault(
                "organization", .error,
                "{at} is {found}, an organization, but SBR02 says 18, that the subscriber is the patient",
                help:
                    "send the patient as a person (NM102 1), or the patient in a level of its own and no SBR02",
                statuses: ["A7:156"]),
        ],
        source: RuleSource(.high, "guide maps, an open validator"),
        examples: [
            RuleExample(
                .dependentVisit, "SBR*P********CI~", "SBR*P*18*******CI~", at: "HL", fault: "dependent",
                preparing: [
                    RuleExample.Change(
                        "****MI*W100200300~",
                        "****MI*W100200300~\nN3*22 OAK AVE~\nN4*SPRINGFIELD*IL*62701~\nDMG*D8*19800512*F~")
                ]),
            RuleExample(
                .dependentVisit, "SBR*P********CI~", "SBR*P*18*******CI~", at: "HL", fault: "dependent"),
            RuleExample(.officeVisit, "SBR*P*18*******CI~", "SBR*P********CI~", at: "CLM", fault: "unsaid"),
            RuleExample(
                .officeVisit, "NM1*IL*1*ISAAC*ROSA****MI*W100200300~", "NM1*IL*2*ISAAC*****MI*W100200300~",
                at: "NM102", fault: "organization"),
        ],
        check: .several([
            .patient { _, levels, findings in
                guard levels.subscriber?.relationship == .subscriber else { return }
                findings.add("dependent", at: "hierarchicalLevel")
            },
            .subscriber { subscriber, _, findings in
                // With a name that only a person has, that is what is reported.
                guard subscriber.relationship == .subscriber, let person = subscriber.person,
                    person.entityType == .organization, person.firstName == nil, person.middleName == nil,
                    person.suffix == nil
                else { return }
                findings.add("organization", at: "person.entityType", found: .code("2"))
            },
            .claim { _, context, findings in
                // Where the SBR itself is lost, that is what was reported.
                guard context.levels.patient == nil, let subscriber = context.levels.subscriber,
                    subscriber.relationship == nil, subscriber.payerResponsibility != nil
                else { return }
                findings.add("unsaid", at: "")
            },
        ]))

    static let subscriberDemographics = Rule(
        "837P-SUBSCR-DEMO", level: 4, .claim,
        demand:
            "a subscriber who is a person has a member number (NM109), and who is the patient an address (N3, N4) and a birth date and gender (DMG)",
        reason:
            "the payer finds its member by the number, the patient by birth date and gender, and decides by age and sex",
        faults: [
            Fault(
                "address", .error, "the subscriber is the patient (SBR02 is 18), but has no {detail}",
                help: "send the patient's address in loop 2010BA",
                statuses: ["A6:126:IL"], segmentError: "I6"),
            Fault(
                "birth", .error,
                "the subscriber is the patient (SBR02 is 18), but has no birth date and gender (DMG)",
                help: "send DMG in loop 2010BA",
                statuses: ["A6:158:IL"], segmentError: "I6"),
            Fault(
                "number", .error, "the subscriber is a person (NM102 is 1), but has no member number (NM109)",
                help: "send MI in NM108 and the number of the insurance card in NM109",
                statuses: ["A6:164:IL"], elementError: "I9"),
        ],
        source: RuleSource(
            .high,
            "guide maps' situational rules, the map of the paper form; two maps ask for the number always, a list of front-end edits of every person"
        ),
        reliesOn: ["2010BA NM1", "2010BA DMG"],
        examples: [
            RuleExample(
                .officeVisit, "N3*22 OAK AVE~\nN4*SPRINGFIELD*IL*62701~\n", "", at: "NM1", fault: "address"),
            RuleExample(.officeVisit, "N3*22 OAK AVE~\n", "", at: "NM1", fault: "address"),
            RuleExample(
                .officeVisit, "N4*SPRINGFIELD*IL*62701~\n", "", at: "NM1", fault: "address"),
            RuleExample(.officeVisit, "DMG*D8*19800512*F~\n", "", at: "NM1", fault: "birth"),
            RuleExample(
                .officeVisit, "NM1*IL*1*ISAAC*ROSA****MI*W100200300~", "NM1*IL*1*ISAAC*ROSA~", at: "NM109",
                fault: "number"),
        ],
        check: .subscriber { subscriber, _, findings in
            guard let person = subscriber.person else { return }
            if person.entityType == .person, person.memberIdentifier == nil, person.identifierQualifier == nil
            {
                findings.add("number", at: "person.memberIdentifier")
            }
            // Where a level follows, the patient is there, and SBR02 is what is wrong.
            guard subscriber.relationship == .subscriber, subscriber.hierarchicalLevel?.childCode != "1"
            else {
                return
            }
            if let missing = missing(of: person.address) {
                findings.add("address", at: "person", detail: missing)
            }
            if person.birthDate == nil, person.gender == nil { findings.add("birth", at: "person") }
        })

    /// What of an address was not sent; `nil` when both its segments were.
    private static func missing(of address: Address?) -> String? {
        guard let address else { return "address (N3, N4)" }
        if address.line1 == nil, address.line2 == nil { return "street (N3)" }
        let hasPlace = address.city != nil || address.state != nil || address.postalCode != nil
        return hasPlace || address.country != nil ? nil : "city (N4)"
    }

    static let birthDate = Rule(
        "837P-DOB-RANGE", level: 4, .claim,
        demand:
            "the patient was born before the file was received and not after any service, and is no older than 150",
        reason: "the payer finds the patient by the birth date; an impossible one finds nobody",
        faults: [
            Fault(
                "future", .error, "{at} ({name}) is {found}, later than the file was received",
                help: "correct the birth date; years of two digits are often the cause",
                statuses: ["A7:158:*"]),
            Fault(
                "old", .error, "{at} ({name}) is {found}, more than 150 years ago",
                help: "correct the birth date; years of two digits are often the cause",
                statuses: ["A7:158:*"]),
            Fault(
                "service", .error, "{at} ({name}) is {found}, before the patient was born",
                help: "correct the birth date or the date of service", statuses: ["A7:158:QC", "A7:510"]),
        ],
        source: RuleSource(.high, "a class of edits of Medicare; the bound of 150 years is chosen"),
        examples: [
            RuleExample(
                .officeVisit, "DMG*D8*19800512*F~", "DMG*D8*20270512*F~", at: "DMG02", fault: "future"),
            RuleExample(.officeVisit, "DMG*D8*19800512*F~", "DMG*D8*18700512*F~", at: "DMG02", fault: "old"),
            RuleExample(
                .dependentVisit, "DMG*D8*20190311*M~", "DMG*D8*20260224*M~", at: "DTP03", fault: "service"),
        ],
        check: .several([
            .subscriber { subscriber, levels, findings in
                checkBirth(subscriber.person?.birthDate?.firstDay, levels, &findings)
            },
            .patient { patient, levels, findings in
                checkBirth(patient.person?.birthDate?.firstDay, levels, &findings)
            },
            .claim { claim, context, findings in
                guard let birth = context.levels.birthDate, let first = context.firstServiceDay, first < birth
                else {
                    return
                }
                // A birth date in the future has been reported where it stands.
                if let received = context.received, received < birth { return }
                for (index, line) in claim.serviceLines.enumerated() {
                    guard let day = line.serviceDate?.firstDay, day < birth else { continue }
                    findings.add("service", at: "serviceLines[\(index)].serviceDate", found: .date(day))
                    return
                }
            },
        ]))

    private static func checkBirth(
        _ day: CalendarDate?, _ levels: ClaimLevels, _ findings: inout RuleFindings
    ) {
        guard let day, let received = levels.received else { return }
        if received < day { findings.add("future", at: "person.birthDate", found: .date(day)) }
        if day.year < received.year - 150 { findings.add("old", at: "person.birthDate", found: .date(day)) }
    }

    static let filingIndicator = Rule(
        "837P-SBR09", level: 2, .claim,
        demand: "the subscriber's level says what kind of plan pays (SBR09)",
        reason: "payers and clearing houses route by it; without it many reject",
        faults: [
            Fault(
                .error, "SBR09, the kind of plan, is missing",
                help:
                    "send the claim filing indicator: CI commercial, MB Medicare part B, MC Medicaid, ZZ unknown",
                statuses: ["A7:480"], elementError: "1")
        ],
        source: RuleSource(.high, "guide maps; the codes are the grammar's (GDE-CODE-NOTUSED)"),
        examples: [RuleExample(.officeVisit, "SBR*P*18*******CI~", "SBR*P*18~", at: "SBR09")],
        check: .subscriber { subscriber, _, findings in
            guard subscriber.payerResponsibility != nil, subscriber.claimFilingIndicator == nil else {
                return
            }
            findings.add(at: "claimFilingIndicator")
        })

    static let secondaryMedicare = Rule(
        "837P-SBR-MSP", level: 6, .claim,
        demand: "SBR05 says why Medicare pays second where it does, and is sent nowhere else",
        reason:
            "Medicare does not pay second without the reason, and takes it for a secondary claim where it is sent",
        faults: [
            Fault(
                "missing", .error,
                "Medicare is asked to pay after another payer, but SBR05, the reason, is missing",
                help:
                    "send the reason: 12 working aged, 13 kidney disease, 14 no-fault, 15 workers' compensation, 43 disabled, 47 liability",
                statuses: ["A6:578"], elementError: "I9"),
            Fault(
                "extra", .error, "SBR05 is {found}, but Medicare is not the secondary payer here",
                help: "take SBR05 out, or correct SBR01 and SBR09", statuses: ["A8:578", "A8:732"],
                elementError: "I13"),
        ],
        source: RuleSource(.high, "guide maps, Medicare's manuals"),
        reliesOn: ["2000B SBR"],
        examples: [
            RuleExample(
                .secondaryByLine, "SBR*S*18***12****MB~", "SBR*S*18*******MB~", at: "SBR05", fault: "missing",
                preparing: [RuleExample.Change("SBR*S*18*******CI~", "SBR*S*18***12****MB~")]),
            RuleExample(
                .officeVisit, "SBR*P*18*******CI~", "SBR*P*18***12****CI~", at: "SBR05", fault: "extra"),
        ],
        check: .subscriber { subscriber, levels, findings in
            guard let responsibility = subscriber.payerResponsibility else { return }
            let isSecondary = levels.isMedicare && responsibility != .primary && responsibility != .unknown
            if isSecondary, subscriber.insuranceType == nil { findings.add("missing", at: "insuranceType") }
            if !isSecondary, let type = subscriber.insuranceType {
                findings.add("extra", at: "insuranceType", found: .code(type))
            }
        })

    static let responsibilityOnce = Rule(
        "837P-SBR01-UNIQUE", level: 4, .claim,
        demand:
            "each payer of a claim has a place of its own in the order of payment (SBR01), unknown ones aside",
        reason: "two primary payers leave open who pays first, and so what the next one owes",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, as for another payer of the claim",
                help: "number the payers in the order in which they pay: P, S, T, then A to H",
                statuses: ["A7:742"])
        ],
        source: RuleSource(.high, "front matter of the guide; the status was verified"),
        sent: ["2320"],
        examples: [RuleExample(.tertiary, "SBR*S*18*******CI~", "SBR*P*18*******CI~", at: "SBR01")],
        check: .claim { claim, context, findings in
            var used: [PayerResponsibility] = []
            if let own = context.levels.subscriber?.payerResponsibility { used.append(own) }
            for index in claim.otherSubscribers.indices {
                guard let place = claim.otherSubscribers[index].payerResponsibility, place != .unknown else {
                    continue
                }
                if used.contains(place) {
                    findings.add(
                        at: "otherSubscribers[\(index)].payerResponsibility", found: .code(place.rawValue))
                }
                used.append(place)
            }
        })

    static let responsibilityPrior = Rule(
        "837P-SBR01-PRIOR", level: 4, .claim,
        demand: "a claim to a later payer tells of each payer before it (one 2320 each), without a gap",
        reason: "a secondary payer cannot decide without what the primary did",
        faults: [
            Fault(
                .error,
                "the claim is sent to payer {found}, but tells nothing of the payer before it: {expected} is missing",
                help: "send a loop 2320 for each earlier payer, with what it decided",
                statuses: ["A6:286"])
        ],
        source: RuleSource(.high, "a public vendor edit; the order of the codes is the guide's"),
        silentAfter: ["837P-SBR01-UNIQUE"],
        reliesOn: ["2320 SBR"],
        examples: [RuleExample(.officeVisit, "SBR*P*18*******CI~", "SBR*S*18*******CI~", at: "CLM")],
        check: .claim { claim, context, findings in
            guard let own = context.levels.subscriber?.payerResponsibility, own != .primary,
                let last = order.firstIndex(of: own)
            else { return }
            for place in order[..<last]
            where !claim.otherSubscribers.contains(where: { $0.payerResponsibility == place }) {
                findings.add(at: "otherSubscribers", found: .code(own.rawValue), expected: [place.rawValue])
                return
            }
        })

    /// The order in which payers pay.
    static let order: [PayerResponsibility] = [
        .primary, .secondary, .tertiary, .fourth, .fifth, .sixth, .seventh, .eighth, .ninth, .tenth,
        .eleventh,
    ]

    static let emptySubscriber = Rule(
        "837P-HL-22-EMPTY", level: 2, .claim,
        demand: "under each subscriber stands a claim, or a patient",
        reason:
            "a level without a claim says nothing; the claim that belongs there is lost or stands elsewhere",
        faults: [
            Fault(
                .error, "no claim and no patient follows under this subscriber",
                help: "send the claim, or take the level out", segmentError: "I7")
        ],
        source: RuleSource(.medium, "public notes on the earlier version; practice differs"),
        silentAfter: [
            "GDE-HL04-CHILD", "GDE-SEG-NOTUSED", "GDE-LOOP-MIN", "ENV-TXN-UNKNOWN-LOOP", "ENV-SEG-CUT",
            "ENV-SE-MISSING", "ENV-BLOCK-LIMIT",
        ],
        examples: [
            RuleExample(
                .officeVisit, "HL*2*1*22*0~",
                "HL*2*1*22*0~\nSBR*P*18*******CI~\nNM1*IL*1*ISAAC*ROSA****MI*W100200300~\nN3*22 OAK AVE~\nN4*SPRINGFIELD*IL*62701~\nDMG*D8*19800512*F~\nNM1*PR*2*SAMPLE PAYER*****PI*PAYER01~\nHL*3*1*22*0~",
                at: "HL")
        ],
        check: .accumulated(EmptySubscribers.self))

    static let propertyAndCasualty = Rule(
        "837P-PROP-CAS", level: 4, .claim,
        demand:
            "a claim on a car's, a liability or a workers' compensation insurance has its claim number (REF*Y4)",
        reason: "such insurers work by the number of the accident, and reject what they cannot put to one",
        faults: [
            Fault(
                .warning,
                "SBR09 is {found}, but the number of the property and casualty claim (REF*Y4) is missing",
                help: "send REF*Y4 with the patient: in 2010BA, or in 2010CA for a dependent",
                statuses: ["A6:629"])
        ],
        source: RuleSource(.medium, "front matter of the guide"),
        examples: [RuleExample(.carAccident, "REF*Y4*RW2026118~\n", "", at: "CLM")],
        check: .accumulated(MissingPropertyClaimNumbers.self))
}
