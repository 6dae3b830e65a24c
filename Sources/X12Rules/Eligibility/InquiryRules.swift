internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// Inquiries about coverage: who asks, about whom, and with what.
enum InquiryRules {
    static let all: [Rule] = [trace, level, search, planDate, provider, alone]

    static let trace = Rule(
        "270-TRN", level: 4, .eligibilityInquiry,
        demand: "a trace (TRN) names who set it by ten characters that begin with 1, 3 or 9 (TRN03)",
        reason: "the answer is brought together with the inquiry by it",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, must be ten characters that begin with 1, 3 or 9",
                help: "send 1 and the tax number, 3 and the DUNS number, or 9 and a number of your own",
                elementError: "I12")
        ],
        source: RuleSource(.medium, "general knowledge of the guide"), sent: ["2000C TRN", "2000D TRN"],
        examples: [
            RuleExample(.inquiry, "*9CLINIC001~", "*5CLINIC001~", at: "TRN03"),
            RuleExample(.dependentInquiry, "*9CLINIC001~", "*5CLINIC001~", at: "TRN03"),
        ],
        check: .inquiry { inquiry, _, findings in
            let isDependent = inquiry.dependent != nil
            let traces = isDependent ? inquiry.dependent?.traces : inquiry.subscriber?.traces
            for (index, trace) in (traces ?? []).enumerated() {
                guard let number = trace.assigningEntityIdentifier, !isEntity(number) else { continue }
                let level = isDependent ? "dependent" : "subscriber"
                findings.add(
                    at: "\(level).traces[\(index)].assigningEntityIdentifier", found: .identifier(number))
            }
        })

    private static func isEntity(_ number: String) -> Bool {
        guard number.utf8.count == 10, let first = number.first else { return false }
        return first == "1" || first == "3" || first == "9"
    }

    static let level = Rule(
        "270-EQ-LEVEL", level: 4, .eligibilityInquiry,
        demand:
            "where a dependent is asked about, the subscriber's level says only who that is: no TRN, no EQ; about a subscriber without dependents something is asked (EQ)",
        reason: "else nobody can tell about whom is asked, or what",
        faults: [
            Fault(
                "benefits", .error, "{at} asks about a subscriber under whom a dependent follows",
                help: "ask about the dependent alone, or about the subscriber in an inquiry of its own",
                segmentError: "I9"),
            Fault(
                "trace", .error, "{at} is at a subscriber under whom a dependent follows",
                help: "put the trace at the dependent's level", segmentError: "I9"),
            Fault(
                "nothing", .error,
                "{at} is a subscriber's without dependents, about whom nothing is asked (EQ)",
                help: "ask for what is to be known: EQ with 30 asks for the whole plan", segmentError: "I6"),
        ],
        source: RuleSource(.medium, "general knowledge of the guide"),
        examples: [
            RuleExample(
                .dependentInquiry, "HL*4*3*23*0~", "EQ*30~\nHL*4*3*23*0~", at: "EQ", fault: "benefits"),
            RuleExample(
                .dependentInquiry, "HL*3*2*22*1~", "HL*3*2*22*1~\nTRN*1*TRACE0003*9CLINIC001~", at: "TRN",
                fault: "trace"),
            RuleExample(.inquiry, "\nEQ*30~", "", at: "HL", fault: "nothing"),
        ],
        check: .several([
            .inquiry { inquiry, _, findings in
                // About a dependent something must be asked by the grammar.
                guard inquiry.dependent == nil, let subscriber = inquiry.subscriber,
                    inquiry.benefitInquiries.isEmpty, subscriber.hierarchicalLevel?.childCode != "1"
                else { return }
                findings.add("nothing", at: "subscriber.hierarchicalLevel")
            },
            .accumulated(QuestionsAboutSubscribers.self),
        ]))

    static let search = Rule(
        "270-SEARCH", level: 4, .eligibilityInquiry,
        demand:
            "a person is told by enough to be found: member number, last and first name, date of birth, of which a plan may ask for all",
        reason: "with less a plan may answer that it found nobody, or that something is missing",
        faults: [
            Fault(
                .warning, "{at} is told by too little to be found: {detail}",
                help: "send member number and date of birth, or full name and date of birth")
        ],
        source: RuleSource(.high, "RFI-1293, RFI-1913"),
        reliesOn: ["2100C NM1", "2100C DMG", "2100D NM1", "2100D DMG"],
        examples: [
            RuleExample(
                .inquiry, "NM1*IL*1*ISAAC*ROSA****MI*W100200300~\nDMG*D8*19800512*F~", "NM1*IL*1*ISAAC*ROSA~",
                at: "NM1"),
            RuleExample(.dependentInquiry, "DMG*D8*20190311*M~\n", "", at: "NM1"),
        ],
        check: .inquiry { inquiry, levels, findings in
            if let dependent = inquiry.dependent?.person {
                guard dependent.birthDate == nil || dependent.firstName == nil,
                    dependent.identifiers.isEmpty
                else { return }
                let missing = dependent.firstName == nil ? "no first name" : "no date of birth"
                findings.add(at: "dependent.person", detail: missing)
            } else if inquiry.dependent == nil, !inquiry.benefitInquiries.isEmpty,
                let person = inquiry.subscriber?.person
            {
                let hasName = person.lastOrOrganizationName != nil && person.firstName != nil
                let isBorn = person.birthDate != nil
                let isNumbered = person.memberIdentifier != nil || !person.identifiers.isEmpty
                if (isNumbered && (isBorn || hasName)) || (hasName && isBorn) { return }
                let missing =
                    isNumbered
                    ? "neither name nor date of birth"
                    : "no member number, and not both name and date of birth"
                findings.add(at: "subscriber.person", detail: missing)
            }
        })

    static let planDate = Rule(
        "270-DTP291", level: 4, .eligibilityInquiry,
        demand:
            "the day asked about (DTP of 291) is within twelve months back and the end of the current month",
        reason: "a plan need not answer for other days, and may say that the date is out of its range",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found}, which is {detail}",
                help: "ask about a day of service within the range; for today leave the date out")
        ],
        source: RuleSource(.high, "CORE-154"),
        examples: [
            RuleExample(.inquiry, "DTP*291*D8*20260220~", "DTP*291*D8*20160220~", at: "DTP03"),
            RuleExample(.dependentInquiry, "DTP*291*D8*20260220~", "DTP*291*D8*20260401~", at: "DTP03"),
        ],
        check: .inquiry { inquiry, levels, findings in
            guard let today = levels.received else { return }
            let isDependent = inquiry.dependent != nil
            let dates = isDependent ? inquiry.dependent?.person?.dates : inquiry.subscriber?.person?.dates
            for (index, date) in (dates ?? []).enumerated() where date.qualifier == "291" {
                guard let last = date.period?.lastDay, let first = date.period?.firstDay else { continue }
                let detail: String
                if last.days(until: today) > 366 {
                    detail = "more than twelve months back"
                } else if (first.year, first.month) > (today.year, today.month) {
                    detail = "after the end of the current month"
                } else {
                    continue
                }
                let level = isDependent ? "dependent" : "subscriber"
                findings.add(
                    at: "\(level).person.dates[\(index)].period", found: .date(first), detail: detail)
            }
        })

    static let provider = Rule(
        "270-PROVIDER-ID", level: 4, .eligibilityInquiry,
        demand: "a provider who asks is named by an NPI (NM109 with XX) whose check digit is right",
        reason: "a plan answers nobody whom it does not know",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, which is no NPI: ten digits with the right check digit",
                help: "compare the number with the provider's; one digit is wrong or two have changed places")
        ],
        source: RuleSource(.high, "the standard for national identifiers; the guide's maps"),
        examples: [RuleExample(.inquiry, "*XX*1234567893~", "*XX*1234567894~", at: "NM109")],
        check: .informationReceiver { receiver, _, findings in
            guard let party = receiver.party, party.identifierQualifier == "XX",
                let number = party.identifier, !IdentifierForms.isNPI(number)
            else { return }
            findings.add(at: "party.identifier", found: .identifier(number))
        })

    static let alone = Rule(
        "270-REALTIME-ONE", level: 2, .eligibilityInquiry,
        demand:
            "an inquiry in real time is about one patient: a subscriber, or one dependent of a subscriber",
        reason: "who answers while somebody waits refuses more, or answers the first alone",
        faults: [
            Fault(
                .error, "{at} asks about a second patient, where one is asked about at a time",
                help: "send an inquiry for each patient, or all of them as a batch", segmentError: "4")
        ],
        source: RuleSource(
            .medium,
            "sure for real time; a ruling makes it an option of profiles, since nothing in a file tells how it is sent"
        ),
        isOptional: true,
        examples: [
            RuleExample(
                .inquiry, "DTP*291*D8*20260220~\nEQ*30~",
                """
                DTP*291*D8*20260220~
                EQ*30~
                HL*4*2*22*0~
                TRN*1*TRACE0009*9CLINIC001~
                NM1*IL*1*LOW*ANN****MI*W100200305~
                DMG*D8*19711124*F~
                EQ*30~
                """, at: "HL"),
            RuleExample(
                .dependentInquiry, "DTP*291*D8*20260220~\nEQ*30~",
                """
                DTP*291*D8*20260220~
                EQ*30~
                HL*5*3*23*0~
                TRN*1*TRACE0009*9CLINIC001~
                NM1*03*1*ISAAC*ANN~
                DMG*D8*20210511*F~
                EQ*30~
                """, at: "HL"),
        ],
        check: .accumulated(PatientsOfSet.self))
}

/// What is asked of subscribers under whom a dependent follows: HL04 may promise one that never comes.
struct QuestionsAboutSubscribers: RuleAccumulator {
    static let span = RuleSpan.transactionSet

    /// Who is asked about.
    enum Excerpt: Sendable {
        /// A subscriber with what of it belongs to a dependent's level: the fault, and its place.
        case subscriber(fault: String, path: String)
        case otherSubscriber
        case dependent
    }

    private var fault: String?

    init() {}

    static func excerpt(of inquiry: EligibilityInquiry) -> Excerpt? {
        guard inquiry.dependent == nil else { return .dependent }
        if !inquiry.benefitInquiries.isEmpty {
            return .subscriber(fault: "benefits", path: "benefitInquiries[0]")
        }
        guard inquiry.subscriber?.traces.isEmpty == false else { return .otherSubscriber }
        return .subscriber(fault: "trace", path: "subscriber.traces[0]")
    }

    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings) {
        switch excerpt {
        case .subscriber(let fault, let path):
            self.fault = fault
            findings.keep(path)
        case .otherSubscriber: fault = nil
        case .dependent:
            if let fault { findings.addAtKept(fault) }
            fault = nil
        }
    }
}

/// The patients that a transaction set asks about.
struct PatientsOfSet: RuleAccumulator {
    static let span = RuleSpan.transactionSet

    private var count = 0

    init() {}

    /// Whether it is a dependent who is asked about; a subscriber above dependents is none that is.
    static func excerpt(of inquiry: EligibilityInquiry) -> Bool? {
        if inquiry.dependent != nil { return true }
        return inquiry.subscriber?.hierarchicalLevel?.childCode == "1" ? nil : false
    }

    mutating func add(_ isDependent: Bool, to findings: inout RuleFindings) {
        count += 1
        // The second one says it all.
        if count == 2 { findings.add(at: isDependent ? "dependent" : "subscriber") }
    }
}
