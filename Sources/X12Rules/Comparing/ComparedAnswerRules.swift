internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// An answer about coverage against the inquiry that it answers.
enum ComparedAnswerRules {
    static let all: [Rule] = [explicit]

    static let explicit = Rule(
        "271-CORE-EXPLICIT", level: 4, .eligibilityAnswer,
        demand:
            "of a service that was asked about by itself (EQ01) an answer says whether it is covered, and where it is, what the patient pays; a service that a plan need not know is answered like 30",
        reason: "what was asked is what the patient comes for",
        faults: [
            Fault(
                "status", .warning,
                "{at} answers an inquiry about service {found}, and nothing is said of it",
                help: "ask the plan about this service before the visit"),
            Fault(
                "share", .warning,
                "{at} says that service {found} is covered, and nothing says what the patient pays: no EB of A, B or C",
                help: "ask the plan for copayment, coinsurance and deductible before the patient pays"),
        ],
        source: RuleSource(.high, "CORE-260; which 39 services beside the common twelve is less sure"),
        needsCounterparts: true,
        examples: [
            RuleExample(
                .benefits, "^86^88^98^AL^MH^UC~", "^86^98^AL^MH^UC~", at: "TRN", fault: "status",
                preparing: [RuleExample.Change("TRN*2*TRACE0001*", "TRN*2*TRACE0088*")],
                beside: ["271-GENERIC-SET"], counterpart: .pharmacyInquiry),
            RuleExample(
                .correctedDependent, "\nEB*B**88***27*30~", "", at: "EB", fault: "share",
                preparing: [
                    RuleExample.Change("TRN*2*TRACE0002*", "TRN*2*TRACE0088*"),
                    RuleExample.Change("EB*1**98~", "EB*1**88~\nEB*B**88***27*30~"),
                ],
                counterpart: .pharmacyInquiry),
        ],
        check: .response { response, levels, findings in
            let isDependent = response.dependent != nil
            let traces = (isDependent ? response.dependent?.traces : response.subscriber?.traces) ?? []
            guard !response.benefits.isEmpty,
                let (place, asked) = levels.counterparts?.inquiry(answeredBy: traces)
            else { return }
            for type in asked.types where type != "30" {
                let told = response.benefits.indices.filter { response.benefits[$0].tellsStatus(of: type) }
                guard let first = told.first else {
                    if !isForAll(type), response.benefits.contains(where: { $0.tellsStatus(of: "30") }) {
                        continue
                    }
                    let level = isDependent ? "dependent" : "subscriber"
                    findings.add("status", at: "\(level).traces[\(place)]", found: .code(type))
                    continue
                }
                guard isForAll(type), response.benefits[first].kind?.isActive == true,
                    !response.benefits.contains(where: { $0.tellsShare(of: type) })
                else { continue }
                findings.add("share", at: "benefits[\(first)]", found: .code(type))
            }
        })

    /// Whether every plan has to answer for a service by itself: the common twelve and 39 more.
    @Sendable
    private static func isForAll(_ type: String) -> Bool { services.contains(type) }

    private static let services: Set<String> = [
        "1", "33", "35", "47", "48", "50", "86", "88", "98", "AL", "MH", "UC", "2", "4", "5", "6", "7", "8",
        "12", "13", "18", "20", "40", "42", "45", "51", "52", "53", "62", "65", "68", "73", "76", "78", "80",
        "81", "82", "93", "99", "A0", "A3", "A6", "A7", "A8", "AD", "AE", "AF", "AG", "AI", "BG", "BH",
    ]
}

extension EligibilityBenefit {
    /// Whether it says whether a service is covered, or that nobody here can say.
    fileprivate func tellsStatus(of type: String) -> Bool {
        guard let kind, serviceTypes.contains(where: { $0.rawValue == type }) else { return false }
        return kind.isActive || kind.isInactive || kind == .notCovered || kind == .excluded
            || kind == .askNamedParty || kind == .cannotProcess
    }

    /// Whether it says what the patient pays of a service: its own share, or the plan's, of 30 or of no service.
    fileprivate func tellsShare(of type: String) -> Bool {
        guard kind == .coinsurance || kind == .copayment || kind == .deductible else { return false }
        return serviceTypes.isEmpty || serviceTypes.contains { $0.rawValue == type || $0.rawValue == "30" }
    }
}
