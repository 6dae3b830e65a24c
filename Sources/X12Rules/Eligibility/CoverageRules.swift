internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// Whether an answer says that a person is insured.
enum CoverageRules {
    static let all: [Rule] = [active]

    static let active = Rule(
        "271-ACTIVE", level: 4, .eligibilityAnswer,
        demand:
            "an answer says whether the plan is active (EB01 is 1 to 5) or not (6 to 8), and active coverage is of days that hold the day of the answer",
        reason: "who is insured is not to be concluded from silence",
        faults: [
            Fault(
                "unsaid", .info, "{at} tells of benefits, and nothing says whether the plan is active",
                help: "do not take it for active; ask the plan, with service 30"),
            Fault(
                "days", .info,
                "{at} is active coverage, of days that the day of the answer is not among: {detail}",
                help: "look at the plan's dates before you rely on it"),
        ],
        source: RuleSource(.medium, "general knowledge of the guide; a ruling makes it a remark"),
        examples: [
            RuleExample(
                .correctedDependent, "EB*1**98~", "EB*B**98***27*30~", at: "EB", fault: "unsaid"),
            RuleExample(
                .correctedDependent, "DTP*346*D8*20260101~", "DTP*346*D8*20260401~", at: "EB", fault: "days"),
            RuleExample(
                .correctedDependent, "DTP*346*D8*20260101~",
                "DTP*346*D8*20240101~\nDTP*347*D8*20251231~", at: "EB", fault: "days"),
            RuleExample(
                .correctedDependent, "EB*1**98~", "EB*1**98~\nDTP*291*RD8*20250101-20251231~", at: "EB",
                fault: "days"),
        ],
        check: .response { response, levels, findings in
            guard !response.benefits.isEmpty else { return }
            guard response.benefits.contains(where: { $0.kind.map(saysStanding) ?? false }) else {
                return findings.add("unsaid", at: "benefits[0]")
            }
            guard let today = levels.received else { return }
            let subscriber = (response.subscriber ?? levels.responseSubscriber)?.person?.dates ?? []
            let own = CoverageDays(response.dependent?.person?.dates ?? [])
            let plan = own.isKnown ? own : CoverageDays(subscriber)
            for index in response.benefits.indices where response.benefits[index].kind?.isActive == true {
                let benefit = CoverageDays(response.benefits[index].dates)
                guard let detail = (benefit.isKnown ? benefit : plan).standing(on: today) else { continue }
                return findings.add("days", at: "benefits[\(index)]", detail: detail)
            }
        })

    /// Whether a benefit says whether there is coverage, or that nobody can say.
    @Sendable
    private static func saysStanding(_ kind: BenefitKind) -> Bool {
        kind.isActive || kind.isInactive || kind == .cannotProcess || kind == .askNamedParty
    }
}

/// The days that a plan or a benefit is for, as far as dates say them.
private struct CoverageDays {
    private var first: CalendarDate?
    private var last: CalendarDate?

    init(_ dates: [QualifiedPeriod]) {
        for date in dates {
            switch date.qualifier {
            case "291", "292", "307":
                // One day alone is the day that was asked about.
                guard let begin = date.period?.firstDay, let end = date.period?.lastDay, begin != end else {
                    continue
                }
                (first, last) = (begin, end)
            case "346", "348", "356": first = date.period?.firstDay
            case "347", "349", "357": last = date.period?.lastDay
            default: continue
            }
        }
    }

    /// Whether anything is known of the days.
    var isKnown: Bool { first != nil || last != nil }

    /// Why a day is not among them; `nil` when it is.
    func standing(on day: CalendarDate) -> String? {
        if let first, day < first { return "they begin later" }
        if let last, last < day { return "they have ended" }
        return nil
    }
}
