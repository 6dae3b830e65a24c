internal import X12Diagnostics
internal import X12Models

/// What an illness or injury comes from (CLM11).
enum RelatedCauseRules {
    static let all: [Rule] = [relatedCauses]

    static let relatedCauses = Rule(
        "837P-RELATED-CAUSE", level: 2, .claim,
        demand:
            "a claim names each cause once (CLM11-1, -2), and the state of a car accident by its two letters, or its country",
        reason: "the law of the state decides which insurance pays",
        faults: [
            Fault(
                "state", .error,
                "{at}, the state of the car accident that CLM11 names (AA), is missing",
                help: "send the state's two letters in CLM11-4, or the country in CLM11-5",
                statuses: ["A6:750"], elementError: "I9"),
            Fault(
                "twice", .error, "{at} is {found}, as in CLM11-1",
                help: "name each cause once", statuses: ["A7:750"], elementError: "I12"),
            Fault(
                "unknown", .error,
                "{at} ({name}) is {found}, which is no state or province of the United States or Canada",
                help: "send the two letters of the post office; in other countries send CLM11-5 and no state",
                statuses: ["A7:750"], elementError: "7"),
        ],
        source: RuleSource(.high, "guide maps; the status was verified"),
        examples: [
            RuleExample(.carAccident, "**AA:::IL~", "**AA~", at: "CLM11-4", fault: "state"),
            RuleExample(
                .carAccident, "**AA:EM::IL~", "**AA:AA::IL~", at: "CLM11-2", fault: "twice",
                preparing: [RuleExample.Change("**AA:::IL~", "**AA:EM::IL~")]),
            RuleExample(.carAccident, "**AA:::IL~", "**AA:::ZZ~", at: "CLM11-4", fault: "unknown"),
        ],
        check: .claim { claim, _, findings in
            guard let related = claim.relatedCauses else { return }
            let causes = related.causes
            if causes.count > 1, causes[0] == causes[1] {
                findings.add("twice", at: "relatedCauses.causes[1]", found: .code(causes[1]))
            }
            if let state = related.state, related.country == nil, !Places.states.contains(state),
                !Places.provinces.contains(state)
            {
                findings.add("unknown", at: "relatedCauses.state", found: .code(state))
            }
            guard let car = causes.firstIndex(of: "AA"), related.state == nil, related.country == nil else {
                return
            }
            findings.add("state", at: "relatedCauses.state", dependingOn: "relatedCauses.causes[\(car)]")
        })
}
