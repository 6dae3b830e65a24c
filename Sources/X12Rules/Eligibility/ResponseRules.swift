internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// Answers about coverage: whether anything is said of a person, and of whom.
enum ResponseRules {
    static let all: [Rule] = [traces, content, planBegin, otherPayer, correction]

    static let traces = Rule(
        "271-TRN-ECHO", level: 4, .eligibilityAnswer,
        demand:
            "an answer gives back the inquiry's traces (TRN01 is 2) and adds one of its own at most (TRN01 is 1)",
        reason: "an inquiry finds its answer by the trace that it gave",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found} a second time: an answer has one trace of its own",
                help: "find the inquiry by the traces that were given back (TRN01 2), else by the member")
        ],
        source: RuleSource(.high, "the guide's maps"), sent: ["2000C TRN", "2000D TRN"],
        examples: [
            RuleExample(
                .benefits, "TRN*2*TRACE0001*9CLINIC001~",
                "TRN*1*OWN0001*9PAYER0001~\nTRN*1*TRACE0001*9CLINIC001~", at: "TRN01")
        ],
        check: .response { response, _, findings in
            let isDependent = response.dependent != nil
            let traces = (isDependent ? response.dependent?.traces : response.subscriber?.traces) ?? []
            let own = traces.indices.filter { traces[$0].type == .current }
            guard own.count > 1 else { return }
            let level = isDependent ? "dependent" : "subscriber"
            findings.add(at: "\(level).traces[\(own[1])].type", found: .code("1"))
        })

    static let content = Rule(
        "271-EB-OR-AAA", level: 4, .eligibilityAnswer,
        demand:
            "of each person an answer says something: a benefit (EB), or why there is none (AAA), and not both",
        reason: "silence is neither coverage nor its absence",
        faults: [
            Fault(
                "nothing", .error, "{at} says nothing of the person: no EB, and no AAA here or above",
                help: "ask again, or ask the plan by telephone; do not take it for inactive"),
            Fault(
                "both", .error, "{at} rejects the inquiry (AAA01 is N), but benefits follow",
                help: "do not rely on the benefits before what is rejected was corrected and asked again"),
            Fault(
                "above", .error, "{at} follows, but the inquiry was rejected above (AAA01 is N)",
                help: "do not rely on the benefits before what is rejected was corrected and asked again"),
        ],
        source: RuleSource(.medium, "general knowledge of the guide"),
        examples: [
            RuleExample(.unknownSubscriber, "AAA*N**72*C~", "", at: "HL", fault: "nothing"),
            RuleExample(
                .correctedDependent, "DMG*D8*20190321*M~", "AAA*N**71*C~\nDMG*D8*20190321*M~", at: "AAA",
                fault: "both"),
            RuleExample(
                .benefits, "NM1*1P*2*MAPLE CLINIC*****XX*1234567893~",
                "NM1*1P*2*MAPLE CLINIC*****XX*1234567893~\nAAA*N**51*C~", at: "EB", fault: "above"),
        ],
        check: .response { response, levels, findings in
            let isDependent = response.dependent != nil
            let own =
                isDependent
                ? response.dependent?.person?.requestValidations
                : response.subscriber?.person?.requestValidations
            let rejected = own ?? []
            if response.benefits.isEmpty {
                let isLevel = !isDependent && response.subscriber?.hierarchicalLevel?.childCode == "1"
                guard rejected.isEmpty, !isLevel, levels.validations(isDependent: isDependent).isEmpty else {
                    return
                }
                findings.add("nothing", at: isDependent ? "dependent" : "subscriber")
            } else if let index = rejected.firstIndex(where: { $0.validRequestIndicator == "N" }) {
                let level = isDependent ? "dependent" : "subscriber"
                findings.add("both", at: "\(level).person.requestValidations[\(index)]")
            } else if levels.validations(isDependent: isDependent).contains(where: {
                $0.validRequestIndicator == "N"
            }) {
                findings.add("above", at: "benefits[0]")
            }
        })

    static let planBegin = Rule(
        "271-PLAN-BEGIN", level: 4, .eligibilityAnswer,
        demand:
            "active coverage says since when: DTP of 346, 291, 307, 356 or 348 at the person or the benefit",
        reason: "coverage that began after the service does not pay for it",
        faults: [
            Fault(
                .warning, "{at} is active coverage without a date of its plan",
                help: "ask the plan since when it insures the person")
        ],
        source: RuleSource(.high, "the guide's maps"),
        reliesOn: ["2100C DTP", "2100D DTP", "2110C DTP", "2110D DTP"],
        examples: [
            RuleExample(.correctedDependent, "DTP*346*D8*20260101~\n", "", at: "EB")
        ],
        check: .response { response, levels, findings in
            let subscriber = (response.subscriber ?? levels.responseSubscriber)?.person?.dates ?? []
            let dates = (response.dependent?.person?.dates ?? []) + subscriber
            guard !dates.contains(where: \.isPlanDate) else { return }
            let index = response.benefits.firstIndex { benefit in
                benefit.kind?.isActive == true && !benefit.dates.contains(where: \.isPlanDate)
            }
            if let index { findings.add(at: "benefits[\(index)]") }
        })

    static let otherPayer = Rule(
        "271-EB01-R", level: 4, .eligibilityAnswer,
        demand: "another payer that is told of (EB01 is R) is named (NM1 of PR, PRP, SEP or TTP)",
        reason: "the claim may have to go to that payer first",
        faults: [
            Fault(
                .warning, "{at} tells of another payer without naming it",
                help: "ask the patient who else insures them before sending the claim")
        ],
        source: RuleSource(.high, "the guide's maps"),
        reliesOn: ["2120C NM1", "2120D NM1"],
        examples: [
            RuleExample(
                .benefits, "LS*2120~\nNM1*PR*2*OTHER PAYER*****PI*OTHER1~\nLE*2120~",
                "LS*2120~\nNM1*P3*2*OTHER PAYER*****PI*OTHER1~\nLE*2120~", at: "EB")
        ],
        check: .response { response, _, findings in
            let payers: Set<EntityRole> = [.payer, .primaryPayer, .secondaryPayer, .tertiaryPayer]
            for index in response.benefits.indices where response.benefits[index].kind == .otherPayer {
                let named = response.benefits[index].relatedEntities.contains {
                    $0.role.map { payers.contains($0) } ?? false
                }
                if !named { findings.add(at: "benefits[\(index)]") }
            }
        })

    static let correction = Rule(
        "271-CORRECTION-INS", level: 4, .eligibilityAnswer,
        demand:
            "that a person's data were corrected is said by INS03 001 and INS04 25 together, and by nothing but these",
        reason: "the patient's record is to be changed by them",
        faults: [
            Fault(
                "half", .warning, "{at} says that data were corrected in one of two elements alone: {detail}",
                help: "compare name, number, gender and birth date with the inquiry's"),
            Fault(
                "untold", .warning,
                "{at} answers an inquiry about a person with {detail}, and INS does not say that data were corrected",
                help: "look whether it is the patient's answer before relying on it; ask the plan"),
        ],
        source: RuleSource(
            .high,
            "the guide's maps; a person who is another than asked about is found where the inquiry is at hand"
        ),
        examples: [
            RuleExample(
                .correctedDependent, "INS*N*19*001*25~", "INS*N*19*001~", at: "INS03", fault: "half"),
            RuleExample(
                .benefits, "****MI*W100200300~", "****MI*W100200301~", at: "TRN", fault: "untold",
                preparing: [RuleExample.Change("TRN*2*TRACE0001*", "TRN*2*TRACE0088*")],
                counterpart: .pharmacyInquiry),
        ],
        check: .several([corrected, compared]))

    private static let corrected = RuleCheck.whereSent(
        ["2100C INS", "2100D INS"],
        .response { response, _, findings in
            let dependent = response.dependent?.person
            let subscriber = response.dependent == nil ? response.subscriber?.person : nil
            let type = dependent?.maintenanceType ?? subscriber?.maintenanceType
            let reason = dependent?.maintenanceReason ?? subscriber?.maintenanceReason
            guard (type == "001") != (reason == "25") else { return }
            let level = dependent != nil ? "dependent" : "subscriber"
            let property = type == "001" ? "maintenanceType" : "maintenanceReason"
            findings.add(
                "half", at: "\(level).person.\(property)",
                detail: type == "001" ? "INS04 is missing" : "INS03 is missing")
        })

    /// An answer against the inquiry whose trace it gives back.
    private static let compared = RuleCheck.response { response, levels, findings in
        let isDependent = response.dependent != nil
        let traces = (isDependent ? response.dependent?.traces : response.subscriber?.traces) ?? []
        guard let (place, asked) = levels.counterparts?.inquiry(answeredBy: traces),
            asked.isDependent == isDependent
        else { return }
        let subscriber = response.subscriber ?? levels.responseSubscriber
        let type = response.dependent?.person?.maintenanceType ?? response.subscriber?.person?.maintenanceType
        let reason =
            response.dependent?.person?.maintenanceReason ?? response.subscriber?.person?.maintenanceReason
        guard type != "001", reason != "25" else { return }
        let differences = asked.differences(
            memberIdentifier: subscriber?.person?.memberIdentifier, birthDate: response.person.birthDate)
        guard !differences.isEmpty else { return }
        let level = isDependent ? "dependent" : "subscriber"
        findings.add("untold", at: "\(level).traces[\(place)]", detail: differences)
    }
}

extension EligibilityLevels {
    /// Why there is no answer, as levels above a person say.
    fileprivate func validations(isDependent: Bool) -> [RequestValidation] {
        let above = [
            source?.requestValidations, source?.party?.requestValidations,
            receiver?.party?.requestValidations,
            isDependent ? responseSubscriber?.person?.requestValidations : nil,
        ]
        return above.flatMap { $0 ?? [] }
    }
}

extension QualifiedPeriod {
    /// Whether it says since when, or when, a plan insures somebody.
    fileprivate var isPlanDate: Bool {
        switch qualifier {
        case "291", "307", "346", "348", "356": true
        default: false
        }
    }
}
