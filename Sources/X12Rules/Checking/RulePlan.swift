internal import X12Grammar
internal import X12Models
internal import X12Text

/// The rules of one guide, sorted by what they look at, each with the bit of what must have been sent for it.
///
/// A claim's segments are looked up in ``bits``, and what comes together says which rules have anything to look at: a
/// claim without other payers is asked nothing about coordination of benefits. A class, as it is taken up for each block.
final class RulePlan {
    /// A rule that is asked.
    struct Asked: Sendable {
        /// The rule, as an index of the engine's.
        let rule: Int
        /// One check at one place. Kept as it was declared: a closure that goes by a generic type is called by way of
        /// copies of all that it looks at.
        let check: RuleCheck
        /// One bit, or none where the rule is always asked.
        let needs: UInt64
        let tolerance: ExactDecimal

        /// Whether the rule has something to look at.
        @inline(__always)
        func applies(to present: UInt64) -> Bool { needs == 0 || needs & present != 0 }

        /// The same rule with another check.
        func with(_ check: RuleCheck, needs: UInt64? = nil) -> Asked {
            Asked(rule: rule, check: check, needs: needs ?? self.needs, tolerance: tolerance)
        }
    }

    let transaction: Rule.Transaction
    /// What each of the guide's segments is the sign of.
    private(set) var bits: [UInt64]
    private(set) var claimHeaders: [Asked] = []
    private(set) var billingProviders: [Asked] = []
    private(set) var subscribers: [Asked] = []
    private(set) var patients: [Asked] = []
    private(set) var claims: [Asked] = []
    private(set) var remittanceHeaders: [Asked] = []
    private(set) var remittanceGroups: [Asked] = []
    private(set) var claimPayments: [Asked] = []
    private(set) var remittanceTrailers: [Asked] = []
    private(set) var informationSources: [Asked] = []
    private(set) var informationReceivers: [Asked] = []
    private(set) var inquiries: [Asked] = []
    private(set) var responses: [Asked] = []
    private(set) var acknowledgementReceivers: [Asked] = []
    private(set) var acknowledgedProviders: [Asked] = []
    private(set) var patientAcknowledgements: [Asked] = []
    private(set) var groupAnswerHeaders: [Asked] = []
    private(set) var setAnswers: [Asked] = []
    private(set) var groupAnswerTrailers: [Asked] = []
    private(set) var accumulators: [(rule: Int, type: any RuleAccumulator.Type)] = []
    /// The bit of each place that some rule needs.
    private var known: [[SentPlace]: UInt64] = [:]

    /// Sorts the rules that look at a guide; `nil` when none does.
    init?(_ rules: [Rule], for guide: Guide, _ configuration: RuleConfiguration) {
        guard let transaction = Rule.Transaction(of: guide),
            rules.contains(where: { $0.transaction == transaction })
        else { return nil }
        self.transaction = transaction
        bits = Array(repeating: 0, count: guide.segments.count)
        for (index, rule) in rules.enumerated() where rule.transaction == transaction {
            add(rule, index, guide, configuration.tolerances[rule.id] ?? .zero)
        }
    }

    private func add(_ rule: Rule, _ index: Int, _ guide: Guide, _ tolerance: ExactDecimal) {
        let needs = bit(of: rule.sent, in: guide)
        add(Asked(rule: index, check: rule.check, needs: needs, tolerance: tolerance), guide)
    }

    private func add(_ asked: Asked, _ guide: Guide) {
        switch asked.check {
        case .claimHeader: claimHeaders.append(asked)
        case .billingProvider: billingProviders.append(asked)
        case .subscriber: subscribers.append(asked)
        case .patient: patients.append(asked)
        case .claim: claims.append(asked)
        case .remittanceHeader: remittanceHeaders.append(asked)
        case .remittanceGroup: remittanceGroups.append(asked)
        case .claimPayment: claimPayments.append(asked)
        case .remittanceTrailer: remittanceTrailers.append(asked)
        case .informationSource: informationSources.append(asked)
        case .informationReceiver: informationReceivers.append(asked)
        case .inquiry: inquiries.append(asked)
        case .response: responses.append(asked)
        case .acknowledgementReceiver: acknowledgementReceivers.append(asked)
        case .acknowledgedProvider: acknowledgedProviders.append(asked)
        case .patientAcknowledgement: patientAcknowledgements.append(asked)
        case .groupAnswerHeader: groupAnswerHeaders.append(asked)
        case .setAnswer: setAnswers.append(asked)
        case .groupAnswerTrailer: groupAnswerTrailers.append(asked)
        case .accumulated(let type): accumulators.append((asked.rule, type))
        case .several(let checks): for check in checks { add(asked.with(check), guide) }
        case .whereSent(let places, let check):
            add(asked.with(check, needs: bit(of: places, in: guide)), guide)
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
