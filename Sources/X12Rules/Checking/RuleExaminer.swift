internal import X12Diagnostics
internal import X12Grammar
internal import X12Models
internal import X12Parser
internal import X12Text

/// Asks the rules that look at one part of a set, with what stands above it.
///
/// It needs no block but those above (``X12Parser/BlockBatch/above``), so several can work side by side. What follows
/// of it, findings with their places and what accumulated rules remember, is the ``RuleEngine``'s, in the order of the
/// input.
struct RuleExaminer: ~Copyable {
    /// The rules that are asked, in the order of the catalogue.
    let rules: [Rule]
    let configuration: RuleConfiguration
    /// The code sets that rules may ask.
    let codes: CodeSets
    /// What the input is compared with, where that is at hand.
    let counterparts: Counterparts?
    var parts = PartReader()
    /// The plan of the guide used last.
    private var plan: (guide: SharedGuide?, plan: RulePlan?) = (nil, nil)
    private var plans: [String: RulePlan?] = [:]
    /// The date of the group (GS04).
    private var groupDate: CalendarDate?
    var claims = ClaimLevels()
    var remittance = RemittanceLevels()
    var eligibility = EligibilityLevels()
    var acknowledgement = AcknowledgementLevels()

    init(
        _ rules: [Rule], _ configuration: RuleConfiguration, codes source: (any CodeSource)?,
        against counterparts: Counterparts?
    ) {
        self.rules = rules
        self.configuration = configuration
        self.counterparts = counterparts
        codes = CodeSets(loaded: source)
    }

    /// What the rules say of a block; `nil` where they have nothing to look at.
    mutating func examine(_ block: borrowing Block) -> ExaminedBlock? {
        switch block.kind {
        case .interchange: groupDate = nil
        case .group: groupDate = block.count > 0 ? CalendarDate(x12: block.view(0)[4].string) : nil
        case .header:
            guard let guide = block.shared else { return nil }
            choosePlan(guide)
            return plan.plan.map { header(block, $0) }
        case .level(let loop):
            guard let guide = block.shared, let plan = plan.plan else { return nil }
            return level(block, guide.loopIdentifiers[loop], plan)
        case .unit:
            // Of a claim that was cut off, nobody can say what it adds up to.
            guard block.shared != nil, let plan = plan.plan, !block.isCut else { return nil }
            return unit(block, plan)
        case .trailer:
            guard let plan = plan.plan, !block.isCut else { return nil }
            return trailer(block, plan)
        case .acknowledgement, .groupEnd, .interchangeEnd, .carried, .end: break
        }
        return nil
    }

    /// Goes on with another input, as before its first block; plans are kept.
    mutating func restart() {
        groupDate = nil
        claims = ClaimLevels()
        remittance = RemittanceLevels()
        eligibility = EligibilityLevels()
        acknowledgement = AcknowledgementLevels()
    }

    // MARK: - Blocks

    private mutating func header(_ block: borrowing Block, _ plan: RulePlan) -> ExaminedBlock {
        switch plan.transaction {
        case .claim: return claimHeader(block, plan)
        case .remittance: return remittanceHeader(block, plan)
        case .eligibilityInquiry:
            eligibility = EligibilityLevels(received: received, counterparts: counterparts)
        case .eligibilityAnswer:
            let answered = parts.read(EligibilityResponseHeader.self, from: block).creationDate
            eligibility = EligibilityLevels(
                received: received, answered: answered, counterparts: counterparts)
        case .claimAcknowledgement:
            acknowledgement = AcknowledgementLevels(received: received, counterparts: counterparts)
        case .implementationAcknowledgement: return groupAnswerHeader(block, plan)
        }
        return ExaminedBlock(plan)
    }

    private mutating func level(
        _ block: borrowing Block, _ loop: String, _ plan: RulePlan
    ) -> ExaminedBlock? {
        switch plan.transaction {
        case .claim: claimLevel(block, loop, plan)
        case .remittance: remittanceGroup(block, plan)
        case .eligibilityInquiry, .eligibilityAnswer: eligibilityLevel(block, loop, plan)
        case .claimAcknowledgement: acknowledgementLevel(block, loop, plan)
        case .implementationAcknowledgement: nil
        }
    }

    private mutating func unit(_ block: borrowing Block, _ plan: RulePlan) -> ExaminedBlock {
        switch plan.transaction {
        case .claim: claim(block, plan)
        case .remittance: claimPayment(block, plan)
        case .eligibilityInquiry: inquiry(block, plan)
        case .eligibilityAnswer: response(block, plan)
        case .claimAcknowledgement: patientAcknowledgement(block, plan)
        case .implementationAcknowledgement: setAnswer(block, plan)
        }
    }

    private mutating func trailer(_ block: borrowing Block, _ plan: RulePlan) -> ExaminedBlock? {
        switch plan.transaction {
        case .claim, .claimAcknowledgement: setTrailer(block, plan)
        case .remittance: remittanceTrailer(block, plan)
        case .eligibilityInquiry, .eligibilityAnswer: nil
        case .implementationAcknowledgement: groupAnswerTrailer(block, plan)
        }
    }

    /// The end of a set that has no checks of its own but for what adds up.
    private mutating func setTrailer(_ block: borrowing Block, _ plan: RulePlan) -> ExaminedBlock? {
        guard !plan.accumulators.isEmpty else { return nil }
        let part = parts.read(TransactionTrailer.self, from: block)
        return ExaminedBlock(plan, RuleFindings(), TransactionTrailer.self, below: "") { $0.take(part, &$1) }
    }

    // MARK: - Asking

    /// The day the input was received.
    var received: CalendarDate? { configuration.received ?? groupDate }

    /// What some rules find in a part.
    ///
    /// - Parameters:
    ///   - rules: the rules, all of which look at parts of one kind.
    ///   - present: what was sent, as far as rules depend on it.
    ///   - run: runs a check on the part.
    /// - Returns: what they found.
    func ask(
        _ rules: [RulePlan.Asked], _ present: UInt64, _ run: (RuleCheck, inout RuleFindings) -> Void
    ) -> RuleFindings {
        var found = RuleFindings()
        found.codes = codes
        for index in rules.indices where rules[index].applies(to: present) {
            found.rule = rules[index].rule
            found.tolerance = rules[index].tolerance
            run(rules[index].check, &found)
        }
        found.codes = nil
        return found
    }

    /// What was sent, as far as rules depend on it.
    func present(_ block: borrowing Block, _ plan: RulePlan) -> UInt64 {
        var present: UInt64 = 0
        for index in 0..<block.count {
            let rule = Int(block[index].placement.rule)
            if rule >= 0 { present |= plan.bits[rule] }
        }
        return present
    }

    private mutating func choosePlan(_ guide: SharedGuide) {
        guard plan.guide !== guide else { return }
        let key = guide.guide.identifier + guide.guide.transactionSet
        let chosen = plans[key] ?? RulePlan(rules, for: guide.guide, configuration)
        plans[key] = .some(chosen)
        plan = (guide, chosen)
    }
}

extension Block {
    /// Whether the block is not all of what its sender wrote: its last segment, or the set's end, is missing.
    var isCut: Bool {
        guard count > 0 else { return true }
        return !self[count - 1].isTerminated || isCutOff
    }
}
