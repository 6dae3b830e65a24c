internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// Benefits of an answer: amounts and fractions, and benefits against each other.
enum BenefitRules {
    static let all: [Rule] = [share, remaining, used, conflict, repeated, generic, financial]

    static let share = Rule(
        "271-COPAY-COINS", level: 4, .eligibilityAnswer,
        demand:
            "coinsurance (EB01 is A) is a fraction in EB08 of 0 to 1; copayment, deductible and limits (B, C, G, J, Y) are money in EB07",
        reason: "a share of 20 % that is told as 20 is billed as 20 dollars, or as twenty times the price",
        faults: [
            Fault(
                "fraction", .error, "{at}, the fraction of a coinsurance (EB01 is A), is missing{detail}",
                help: "20 % is sent as .2 in EB08; ask the plan for the patient's share", elementError: "I9"),
            Fault(
                "money", .error, "{at} ({name}) is {found}, but EB01 {detail} is money, which stands in EB07",
                help: "ask the plan whether an amount or a share is meant", elementError: "I13"),
            Fault(
                "range", .error, "{at} ({name}) is {found}, must be a fraction from 0 to 1",
                help: "20 % is sent as .2; ask the plan which it means", elementError: "I12"),
            Fault(
                "nothing", .warning,
                "{at} tells of a deductible or a limit of it (EB01 {detail}), and no amount (EB07)",
                help: "ask the plan for the amount before the patient pays"),
        ],
        source: RuleSource(.high, "RFI-1727, RFI-1690"),
        examples: [
            RuleExample(
                .benefits, "EB*A*IND*98*****.2****Y~", "EB*A*IND*98****20*****Y~", at: "EB08",
                fault: "fraction"
            ),
            RuleExample(
                .benefits, "EB*B*IND*98***27*30*****Y~", "EB*B*IND*98***27**.3****Y~", at: "EB08",
                fault: "money"),
            RuleExample(
                .benefits, "EB*A*IND*98*****.2****Y~", "EB*A*IND*98*****20****Y~", at: "EB08", fault: "range"),
            RuleExample(
                .benefits, "EB*C*IND*30***29*1200*****Y~",
                "EB*C*IND*30***29*1200*****Y~\nEB*C*IND*35***23******Y~", at: "EB", fault: "nothing"),
        ],
        check: .response { response, _, findings in
            for index in response.benefits.indices {
                guard let kind = response.benefits[index].kind else { continue }
                let fraction = response.benefits[index].fraction
                if kind == .coinsurance {
                    guard let fraction else {
                        let amount = response.benefits[index].amount
                        findings.add(
                            "fraction", at: "benefits[\(index)].fraction",
                            detail: amount.map { "; the amount in EB07 is \($0)" } ?? "",
                            dependingOn: "benefits[\(index)].kind")
                        continue
                    }
                    if fraction < .zero || fraction > 1 {
                        findings.add("range", at: "benefits[\(index)].fraction", found: .count(fraction))
                    }
                } else if let fraction, money.contains(kind) {
                    findings.add(
                        "money", at: "benefits[\(index)].fraction", found: .count(fraction),
                        detail: kind.rawValue)
                } else if response.benefits[index].lacksAmount {
                    findings.add("nothing", at: "benefits[\(index)]", detail: kind.rawValue)
                }
            }
        })

    private static let money: Set<BenefitKind> = [
        .copayment, .deductible, .outOfPocketMaximum, .costContainment, .spendDown,
    ]

    static let remaining = Rule(
        "271-REMAIN-LE-BASE", level: 3, .eligibilityAnswer,
        demand: "what is left of an amount (EB06 is 29) is from 0 to the amount",
        reason: "what the patient still owes is worked out from it",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found}, but the whole is {expected}",
                help: "ask the plan which of the two is right")
        ],
        source: RuleSource(.high, "follows from what both are"),
        examples: [RuleExample(.benefits, "*29*1200*", "*29*1700*", at: "EB07")],
        check: .response { response, _, findings in
            let amounts = BenefitAmounts(of: response.benefits)
            for index in amounts.remaining {
                guard let left = response.benefits[index].amount, let whole = amounts[index].onlyWhole,
                    let amount = response.benefits[whole].amount, left > amount || left.isNegative
                else { continue }
                findings.add(at: "benefits[\(index)].amount", found: left, expected: amount)
            }
        })

    static let used = Rule(
        "271-DEDUCT", level: 4, .eligibilityAnswer,
        demand: "an amount less what was used (EB06 is 24) is what is left of it (EB06 is 29)",
        reason: "what the patient still owes is worked out from it",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found}, but the whole less what was used is {expected}",
                help: "ask the plan which of the three is right")
        ],
        source: RuleSource(.high, "CORE-260; ruling: what does not add up is a warning"),
        silentAfter: ["271-REMAIN-LE-BASE"],
        examples: [
            RuleExample(
                .benefits, "EB*C*IND*30***24*300*****Y~", "EB*C*IND*30***24*350*****Y~", at: "EB07",
                preparing: [
                    RuleExample.Change(
                        "EB*C*IND*30***29*1200*****Y~",
                        "EB*C*IND*30***24*300*****Y~\nEB*C*IND*30***29*1200*****Y~")
                ])
        ],
        check: .response { response, _, findings in
            let amounts = BenefitAmounts(of: response.benefits)
            for index in amounts.remaining {
                let told = amounts[index]
                guard let left = response.benefits[index].amount, let whole = told.onlyWhole,
                    let used = told.onlyUsed, let amount = response.benefits[whole].amount,
                    let spent = response.benefits[used].amount,
                    let due = amount.subtracting(spent), due != left
                else { continue }
                findings.add(at: "benefits[\(index)].amount", found: left, expected: due)
            }
        })

    static let conflict = Rule(
        "271-ACTIVE-CONFLICT", level: 4, .eligibilityAnswer,
        demand: "one service of one plan is not both active and inactive",
        reason: "nobody knows whether the patient is insured",
        faults: [
            Fault(
                .warning,
                "{at} ({name}) is {found}, but another benefit says the opposite of the same service",
                help: "ask the plan; show both to whoever talks to the patient")
        ],
        source: RuleSource(.medium, "general knowledge of the guide"),
        examples: [
            RuleExample(
                .benefits, "EB*C*IND*30***23*1500*****Y~",
                "EB*6*IND*30**PPO GOLD~\nEB*C*IND*30***23*1500*****Y~",
                at: "EB01")
        ],
        check: .response { response, _, findings in
            let inactive = response.benefits.indices.filter {
                response.benefits[$0].kind?.isInactive == true && response.benefits[$0].dates.isEmpty
            }
            guard !inactive.isEmpty else { return }
            var active: Set<PlanService> = []
            for benefit in response.benefits where benefit.kind?.isActive == true && benefit.dates.isEmpty {
                active.formUnion(benefit.serviceTypes.lazy.map { PlanService(benefit, $0) })
            }
            for index in inactive {
                let benefit = response.benefits[index]
                guard benefit.serviceTypes.contains(where: { active.contains(PlanService(benefit, $0)) })
                else { continue }
                findings.add(at: "benefits[\(index)].kind", found: .code(benefit.kind?.rawValue ?? ""))
            }
        })

    static let repeated = Rule(
        "271-EB03-REPEAT", level: 2, .eligibilityAnswer,
        demand: "benefits that are the same but for the service are one, with several services in EB03",
        reason: "answers become long for nothing, and some readers stop at a limit",
        faults: [
            Fault(.warning, "{at} says the same as the benefit before but for the service", help: "read both")
        ],
        source: RuleSource(.high, "RFI-2267, RFI-2201"),
        examples: [
            RuleExample(
                .benefits, "EB*1**1^33^35^47^48^50^86^88^98^AL^MH^UC~",
                "EB*1**1^33^35^47^48^50^86^88^98^AL^MH~\nEB*1**UC~", at: "EB")
        ],
        check: .response { response, _, findings in
            var known: [UInt64: [Int]] = [:]
            for index in response.benefits.indices where !response.benefits[index].serviceTypes.isEmpty {
                let key = response.benefits[index].outline
                let isRepeated = (known[key] ?? []).contains {
                    response.benefits[$0].isSame(as: response.benefits[index])
                }
                if isRepeated {
                    findings.add(at: "benefits[\(index)]")
                } else {
                    known[key, default: []].append(index)
                }
            }
        })

    static let generic = Rule(
        "271-GENERIC-SET", level: 4, .eligibilityAnswer,
        demand:
            "who says that a plan is active (EB of 1 and 30) also says which of twelve common services it covers",
        reason: "a general question is answered for these, so that nobody need ask twelve times",
        faults: [
            Fault(
                "silent", .warning, "{at} is active coverage, but nothing is said of services {detail}",
                help: "ask about the service itself where it matters"),
            // What a patient owes for a service is told of services that are covered, so nobody is left without an answer.
            Fault(
                "amounts", .info,
                "{at} is active coverage, but of services {detail} only amounts or limits are told, not that they are covered",
                help: "read the amounts; ask the payer to say, too, which services are covered"),
        ],
        source: RuleSource(.high, "RFI-1718 for ten, CORE-154 for 48 and 50"),
        examples: [
            RuleExample(.benefits, "^88^98^AL^", "^98^AL^", at: "EB", fault: "silent"),
            RuleExample(.benefits, "^88^98^AL^", "^88^AL^", at: "EB", fault: "amounts"),
        ],
        check: .response { response, _, findings in
            let index = response.benefits.indices.first {
                response.benefits[$0].kind == .activeCoverage
                    && response.benefits[$0].serviceTypes.contains { $0.rawValue == "30" }
            }
            guard let index else { return }
            var (told, priced): (Set<String>, Set<String>) = ([], [])
            for benefit in response.benefits {
                guard let kind = benefit.kind else { continue }
                for type in benefit.serviceTypes {
                    if tellsStatus(kind) { told.insert(type.rawValue) }
                    if tellsTerms(kind) { priced.insert(type.rawValue) }
                }
            }
            let untold = common.filter { !told.contains($0) }
            for (fault, services) in [
                ("silent", untold.filter { !priced.contains($0) }),
                ("amounts", untold.filter(priced.contains)),
            ] where !services.isEmpty {
                findings.add(fault, at: "benefits[\(index)]", detail: services.joined(separator: ", "))
            }
        })

    /// Medical care, chiropractic, dental care, hospital (also inpatient and outpatient), emergency, pharmacy, office
    /// visit, vision, mental health, urgent care.
    private static let common = ["1", "33", "35", "47", "48", "50", "86", "88", "98", "AL", "MH", "UC"]

    /// Whether a benefit says whether a service is covered, or who has to be asked about it, or that nobody can say.
    @Sendable
    private static func tellsStatus(_ kind: BenefitKind) -> Bool {
        kind.isActive || kind.isInactive || kind == .notCovered || kind == .excluded
            || kind == .askNamedParty || kind == .cannotProcess
    }

    /// Whether a benefit says what the patient pays for a service, or how much of it is covered.
    @Sendable
    private static func tellsTerms(_ kind: BenefitKind) -> Bool {
        switch kind {
        case .coinsurance, .copayment, .deductible, .outOfPocketMaximum, .limited, .unlimited, .spendDown:
            true
        default: false
        }
    }

    static let financial = Rule(
        "271-CORE-FINANCIAL", level: 4, .eligibilityAnswer,
        demand: "a deductible (EB01 is C) is told as a whole and as what is left of it (EB06 is 29)",
        reason: "what the patient pays at the visit depends on what is left",
        faults: [
            Fault(
                .warning, "{at} is a deductible, and nothing says what is left of it",
                help: "ask the plan what is left before the patient pays")
        ],
        source: RuleSource(.high, "CORE-260"), reliesOn: ["2110C EB", "2110D EB"],
        examples: [RuleExample(.benefits, "EB*C*IND*30***29*1200*****Y~\n", "", at: "EB")],
        check: .response { response, _, findings in
            let wholes = response.benefits.indices.filter {
                response.benefits[$0].kind == .deductible && response.benefits[$0].isWhole
                    && response.benefits[$0].amount.map { $0 > .zero } == true
            }
            guard !wholes.isEmpty else { return }
            let amounts = BenefitAmounts(of: response.benefits)
            if let index = wholes.first(where: { !amounts[$0].isLeftTold }) {
                findings.add(at: "benefits[\(index)]")
            }
        })

    /// A service of one plan.
    private struct PlanService: Hashable {
        let level: CoverageLevel?
        let insurance: InsuranceType?
        let plan: String?
        let service: ServiceType

        init(_ benefit: EligibilityBenefit, _ service: ServiceType) {
            level = benefit.coverageLevel
            insurance = benefit.insuranceType
            plan = benefit.planDescription
            self.service = service
        }
    }
}

extension EligibilityBenefit {
    /// Whether it is a deductible or an out-of-pocket maximum of which nothing tells how much it is, nor a message what it means.
    fileprivate var lacksAmount: Bool {
        (kind == .deductible || kind == .outOfPocketMaximum) && amount == nil && fraction == nil
            && quantity == nil && messages.isEmpty
    }

    /// What benefits that are the same but for the service share; others seldom do.
    fileprivate var outline: UInt64 {
        var key = subject
        key.add(period?.rawValue ?? "")
        key.add(amount)
        key.add(fraction)
        key.add(quantity)
        return key.value
    }

    /// Whether it is the same but for the service.
    fileprivate func isSame(as other: EligibilityBenefit) -> Bool {
        var own = self
        own.serviceTypes = other.serviceTypes
        return own == other
    }
}
