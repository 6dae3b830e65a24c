internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// Whether an answer says that a person is insured.
enum CoverageRules {
    static let all: [Rule] = [active]

    static let active = Rule(
        "271-ACTIVE", level: 4, .eligibilityAnswer,
        demand:
            "an answer says whether the plan is active (EB01 is 1 to 5) or not (6 to 8), and active coverage is of days that hold the day of the answer, or the one that it says was asked about",
        reason: "who is insured is not to be concluded from silence",
        faults: [
            Fault(
                "unsaid", .info, "{at} tells of benefits, and nothing says whether the plan is active",
                help: "do not take it for active; ask the plan, with service 30"),
            Fault(
                "days", .warning,
                "{at} is active coverage of other days than the answer's, or than the day that was asked about: {detail}",
                help: "look at the plan's dates before you rely on it"),
        ],
        source: RuleSource(.medium, "general knowledge of the guide; a ruling makes silence a remark"),
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
            RuleExample(
                .correctedDependent, "DTP*346*D8*20260101~",
                "DTP*346*D8*20260101~\nDTP*347*D8*20251231~", at: "EB", fault: "days"),
        ],
        check: .response { response, levels, findings in
            guard !response.benefits.isEmpty else { return }
            guard response.benefits.contains(where: { $0.kind.map(saysStanding) ?? false }) else {
                return findings.add("unsaid", at: "benefits[0]")
            }
            guard let today = levels.answered ?? levels.received else { return }
            let subscriber = (response.subscriber ?? levels.responseSubscriber)?.person?.dates ?? []
            guard let found = response.coverageOfOtherDays(than: today, subscriber: subscriber) else {
                return
            }
            findings.add("days", at: "benefits[\(found.benefit)]", detail: found.standing.words)
        })

    /// Whether a benefit says whether there is coverage, or that nobody can say.
    @Sendable
    private static func saysStanding(_ kind: BenefitKind) -> Bool {
        kind.isActive || kind.isInactive || kind == .cannotProcess || kind == .askNamedParty
    }
}

extension CoverageDays.Standing {
    /// In words.
    fileprivate var words: String {
        switch self {
        case .ended: "they have ended"
        case .notBegun: "they begin later"
        case .endBeforeBegin: "they end before they begin"
        }
    }
}
