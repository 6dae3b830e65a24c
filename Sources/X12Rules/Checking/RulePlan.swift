internal import X12Grammar
internal import X12Models
internal import X12Text

/// The rules of one guide, sorted by what they look at, each with the bit of what must have been sent for it.
///
/// A claim's segments are looked up in ``bits``, and what comes together says which rules have anything to look at: a
/// claim without other payers is asked nothing about coordination of benefits. A class, as it is taken up for each block.
final class RulePlan {
    /// A rule that is asked.
    struct Asked<Check: Sendable>: Sendable {
        /// The rule, as an index of the engine's.
        let rule: Int
        let check: Check
        /// One bit, or none where the rule is always asked.
        let needs: UInt64
        let tolerance: ExactDecimal

        /// Whether the rule has something to look at.
        @inline(__always)
        func applies(to present: UInt64) -> Bool { needs == 0 || needs & present != 0 }
    }

    typealias LevelCheck<Part, Levels> = @Sendable (Part, Levels, inout RuleFindings) -> Void

    let transaction: Rule.Transaction
    /// What each of the guide's segments is the sign of.
    private(set) var bits: [UInt64]
    private(set) var claimHeaders: [Asked<LevelCheck<ClaimHeader, ClaimLevels>>] = []
    private(set) var billingProviders: [Asked<LevelCheck<BillingProvider, ClaimLevels>>] = []
    private(set) var subscribers: [Asked<LevelCheck<Subscriber, ClaimLevels>>] = []
    private(set) var patients: [Asked<LevelCheck<Patient, ClaimLevels>>] = []
    private(set) var claims: [Asked<LevelCheck<Claim, ClaimContext>>] = []
    private(set) var remittanceHeaders: [Asked<LevelCheck<RemittanceHeader, RemittanceLevels>>] = []
    private(set) var remittanceGroups: [Asked<LevelCheck<RemittanceGroup, RemittanceLevels>>] = []
    private(set) var claimPayments: [Asked<LevelCheck<ClaimPayment, RemittanceLevels>>] = []
    private(set) var remittanceTrailers: [Asked<LevelCheck<RemittanceTrailer, RemittanceLevels>>] = []
    private(set) var informationSources: [Asked<LevelCheck<InformationSource, EligibilityLevels>>] = []
    private(set) var informationReceivers: [Asked<LevelCheck<InformationReceiver, EligibilityLevels>>] = []
    private(set) var inquiries: [Asked<LevelCheck<EligibilityInquiry, EligibilityLevels>>] = []
    private(set) var responses: [Asked<LevelCheck<EligibilityResponse, EligibilityLevels>>] = []
    private(set) var acknowledgementReceivers:
        [Asked<LevelCheck<AcknowledgementReceiver, AcknowledgementLevels>>] = []
    private(set) var acknowledgedProviders: [Asked<LevelCheck<AcknowledgedProvider, AcknowledgementLevels>>] =
        []
    private(set) var patientAcknowledgements:
        [Asked<LevelCheck<PatientAcknowledgement, AcknowledgementLevels>>] = []
    private(set) var groupAnswerHeaders:
        [Asked<LevelCheck<ImplementationAcknowledgementHeader, AcknowledgementLevels>>] = []
    private(set) var setAnswers: [Asked<LevelCheck<TransactionSetResponse, AcknowledgementLevels>>] = []
    private(set) var groupAnswerTrailers:
        [Asked<LevelCheck<ImplementationAcknowledgementTrailer, AcknowledgementLevels>>] = []
    private(set) var accumulators: [Asked<any RuleAccumulator.Type>] = []
    /// The bit of each place that some rule needs.
    private var known: [[SentPlace]: UInt64] = [:]

    /// Sorts the rules that look at a guide; `nil` when none does.
    init?(_ rules: [Rule], for guide: Guide, _ configuration: RuleConfiguration) {
        let transaction = Rule.Transaction.allCases.first {
            $0.guide == guide.identifier && $0.setIdentifier == guide.transactionSet
        }
        guard let transaction, rules.contains(where: { $0.transaction == transaction }) else { return nil }
        self.transaction = transaction
        bits = Array(repeating: 0, count: guide.segments.count)
        for (index, rule) in rules.enumerated() where rule.transaction == transaction {
            add(rule, index, guide, configuration.tolerances[rule.id] ?? .zero)
        }
    }

    private func add(_ rule: Rule, _ index: Int, _ guide: Guide, _ tolerance: ExactDecimal) {
        let needs = bit(of: rule.sent, in: guide)
        add(rule.check, Asked(rule: index, check: (), needs: needs, tolerance: tolerance), guide)
    }

    private func add(_ check: RuleCheck, _ about: Asked<Void>, _ guide: Guide) {
        func asked<Check>(_ check: Check) -> Asked<Check> {
            Asked(rule: about.rule, check: check, needs: about.needs, tolerance: about.tolerance)
        }
        switch check {
        case .claimHeader(let check): claimHeaders.append(asked(check))
        case .billingProvider(let check): billingProviders.append(asked(check))
        case .subscriber(let check): subscribers.append(asked(check))
        case .patient(let check): patients.append(asked(check))
        case .claim(let check): claims.append(asked(check))
        case .remittanceHeader(let check): remittanceHeaders.append(asked(check))
        case .remittanceGroup(let check): remittanceGroups.append(asked(check))
        case .claimPayment(let check): claimPayments.append(asked(check))
        case .remittanceTrailer(let check): remittanceTrailers.append(asked(check))
        case .informationSource(let check): informationSources.append(asked(check))
        case .informationReceiver(let check): informationReceivers.append(asked(check))
        case .inquiry(let check): inquiries.append(asked(check))
        case .response(let check): responses.append(asked(check))
        case .acknowledgementReceiver(let check): acknowledgementReceivers.append(asked(check))
        case .acknowledgedProvider(let check): acknowledgedProviders.append(asked(check))
        case .patientAcknowledgement(let check): patientAcknowledgements.append(asked(check))
        case .groupAnswerHeader(let check): groupAnswerHeaders.append(asked(check))
        case .setAnswer(let check): setAnswers.append(asked(check))
        case .groupAnswerTrailer(let check): groupAnswerTrailers.append(asked(check))
        case .accumulated(let type): accumulators.append(asked(type))
        case .several(let checks): for check in checks { add(check, about, guide) }
        case .whereSent(let places, let check):
            let needs = bit(of: places, in: guide)
            add(check, Asked(rule: about.rule, check: (), needs: needs, tolerance: about.tolerance), guide)
        }
    }

    /// The bit that says whether one of some places was sent; none when there are more than 64 such questions.
    private func bit(of places: [SentPlace], in guide: Guide) -> UInt64 {
        guard !places.isEmpty else { return 0 }
        if let bit = known[places] { return bit }
        let bit: UInt64 = known.count < 64 ? 1 << UInt64(known.count) : 0
        known[places] = bit
        for place in places {
            for segment in place.segments(in: guide) { bits[segment] |= bit }
        }
        return bit
    }
}
