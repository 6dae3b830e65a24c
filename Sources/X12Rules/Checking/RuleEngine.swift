public import X12Diagnostics
public import X12Grammar
internal import X12Models
public import X12Parser
internal import X12Text

/// Checks blocks at levels 3 to 7: sums, dates against each other, code sets, lines of business.
///
///     var validator = BlockValidator()
///     var rules = RuleEngine()
///     while try reader.next(into: &block) {
///         var findings = block.findings
///         validator.validate(block, into: &findings)
///         rules.check(block, into: &findings)
///     }
///
/// Blocks are given in the order they were read, with what levels 1 and 2 found in them, so that one cause is
/// reported once. A block is made into a model, rules are asked about that, and only for what they find the place in
/// the segments is looked up. Memory does not grow with the input but for what accumulated rules remember.
public struct RuleEngine: ~Copyable {
    /// The rules that are asked, in the order of the catalogue.
    let rules: [Rule]
    let configuration: RuleConfiguration
    /// The code sets that rules may ask.
    public let codes: CodeSets
    var parts = PartReader()
    /// The plan of the guide used last.
    private var plan: (guide: String, plan: RulePlan?) = ("", nil)
    private var plans: [String: RulePlan?] = [:]
    var place = RulePlace()
    var claims = ClaimLevels()
    var remittance = RemittanceLevels()
    var eligibility = EligibilityLevels()
    var acknowledgement = AcknowledgementLevels()
    /// What the input is compared with, where that is at hand.
    let counterparts: Counterparts?
    /// Places that accumulated rules keep.
    var kept: [KeptPlace: Spot] = [:]
    /// What accumulated rules remember, by the rule's index.
    private var memories: [(rule: Int, state: any RuleAccumulator)] = []

    /// An engine before its first block, asking the rules of the catalogue, and others of one's own behind them.
    ///
    /// - Parameters:
    ///   - configuration: which rules are asked, and how.
    ///   - own: rules beside those of the catalogue.
    ///   - source: code sets beside those that come with the library; rules that need others are silent.
    ///   - counterparts: claims or payments of other files, for rules that compare with them.
    public init(
        _ configuration: RuleConfiguration = RuleConfiguration(), adding own: [Rule] = [],
        codes source: (any CodeSource)? = nil, against counterparts: Counterparts? = nil
    ) {
        self.configuration = configuration
        self.counterparts = counterparts
        codes = CodeSets(loaded: source)
        rules = (RuleSet.all + own).filter {
            $0.level <= configuration.highestLevel && !configuration.disabled.contains($0.id)
                && (!$0.needsCounterparts || counterparts != nil)
        }
    }

    /// Appends what is wrong with a block.
    ///
    /// - Parameters:
    ///   - block: the block.
    ///   - findings: what was found in it so far; consequences of that are not reported.
    public mutating func check(_ block: borrowing Block, into findings: inout [Finding]) {
        switch block.kind {
        case .interchange: place.enterInterchange(block)
        case .group: place.enterGroup(block)
        case .header: header(block, into: &findings)
        case .level(let loop): level(block, loop, into: &findings)
        case .unit(let loop): unit(block, loop, into: &findings)
        case .trailer: trailer(block, into: &findings)
        case .acknowledgement, .groupEnd, .interchangeEnd, .carried, .end: break
        }
    }

    /// Goes on with another input, as an engine before its first block; what rules come to for each guide is kept.
    public mutating func restart() {
        place = RulePlace()
        claims = ClaimLevels()
        remittance = RemittanceLevels()
        eligibility = EligibilityLevels()
        acknowledgement = AcknowledgementLevels()
        kept = [:]
        for index in memories.indices { memories[index].state = type(of: memories[index].state).init() }
    }

    // MARK: - Blocks

    private mutating func header(_ block: borrowing Block, into findings: inout [Finding]) {
        guard let guide = block.guide else { return }
        choosePlan(guide)
        place.enterSet(block, guide)
        guard let plan = plan.plan else { return }
        forget(.transactionSet)
        switch plan.transaction {
        case .claim: claimHeader(block, plan, into: &findings)
        case .remittance: remittanceHeader(block, plan, into: &findings)
        case .eligibilityInquiry, .eligibilityAnswer:
            eligibility = EligibilityLevels(received: received)
        case .claimAcknowledgement:
            acknowledgement = AcknowledgementLevels(received: received, counterparts: counterparts)
        case .implementationAcknowledgement: groupAnswerHeader(block, plan, into: &findings)
        }
    }

    private mutating func level(_ block: borrowing Block, _ loop: Int, into findings: inout [Finding]) {
        guard let guide = block.guide, let plan = plan.plan else { return }
        place.enterLoop(loop, guide)
        let identifier = guide.loops[loop].identifier
        switch plan.transaction {
        case .claim: claimLevel(block, identifier, plan, into: &findings)
        case .remittance: remittanceGroup(block, plan, into: &findings)
        case .eligibilityInquiry, .eligibilityAnswer:
            eligibilityLevel(block, identifier, plan, into: &findings)
        case .claimAcknowledgement: acknowledgementLevel(block, identifier, plan, into: &findings)
        case .implementationAcknowledgement: break
        }
    }

    private mutating func unit(_ block: borrowing Block, _ loop: Int, into findings: inout [Finding]) {
        guard let guide = block.guide, let plan = plan.plan else { return }
        place.enterUnit(loop, guide)
        // Of a claim that was cut off, nobody can say what it adds up to.
        guard !Self.isCut(block) else { return }
        switch plan.transaction {
        case .claim: claim(block, plan, into: &findings)
        case .remittance: claimPayment(block, plan, into: &findings)
        case .eligibilityInquiry: inquiry(block, plan, into: &findings)
        case .eligibilityAnswer: response(block, plan, into: &findings)
        case .claimAcknowledgement: patientAcknowledgement(block, plan, into: &findings)
        case .implementationAcknowledgement: setAnswer(block, plan, into: &findings)
        }
    }

    private mutating func trailer(_ block: borrowing Block, into findings: inout [Finding]) {
        guard let plan = plan.plan, !Self.isCut(block) else { return }
        place.leaveLoops()
        switch plan.transaction {
        case .claim, .claimAcknowledgement: setTrailer(block, plan, into: &findings)
        case .remittance: remittanceTrailer(block, plan, into: &findings)
        case .eligibilityInquiry, .eligibilityAnswer: break
        case .implementationAcknowledgement: groupAnswerTrailer(block, plan, into: &findings)
        }
    }

    /// The end of a set that has no checks of its own but for what adds up.
    private mutating func setTrailer(
        _ block: borrowing Block, _ plan: RulePlan, into findings: inout [Finding]
    ) {
        guard !plan.accumulators.isEmpty else { return }
        let part = parts.read(TransactionTrailer.self, from: block)
        var found = RuleFindings()
        recall(&found) { $0.take(part, &$1) }
        report(found, on: part, block, "", into: &findings)
    }

    // MARK: - Asking

    /// The day the input was received.
    var received: CalendarDate? { configuration.received ?? place.received }

    func ask<Part, Levels>(
        _ rules: [RulePlan.Asked<RulePlan.LevelCheck<Part, Levels>>], _ part: Part, _ levels: Levels,
        _ present: UInt64, _ found: inout RuleFindings
    ) {
        found.codes = codes
        for asked in rules where asked.applies(to: present) {
            found.rule = asked.rule
            found.tolerance = asked.tolerance
            asked.check(part, levels, &found)
        }
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

    /// Whether a block is not all of what its sender wrote: its last segment, or the set's end, is missing.
    private static func isCut(_ block: borrowing Block) -> Bool {
        guard block.count > 0 else { return true }
        if !block[block.count - 1].isTerminated { return true }
        return block.isCutOff
    }

    private mutating func choosePlan(_ guide: Guide) {
        let key = guide.identifier + guide.transactionSet
        guard plan.guide != key else { return }
        let chosen = plans[key] ?? RulePlan(rules, for: guide, configuration)
        plans[key] = .some(chosen)
        plan = (key, chosen)
        for asked in chosen?.accumulators ?? [] where !memories.contains(where: { $0.rule == asked.rule }) {
            memories.append((asked.rule, asked.check.init()))
        }
    }

    // MARK: - Accumulated rules

    /// Makes what has been remembered of a set forgotten.
    private mutating func forget(_ span: RuleSpan) {
        for index in memories.indices where type(of: memories[index].state).span == span {
            memories[index].state = type(of: memories[index].state).init()
        }
    }

    /// Lets each accumulated rule take what it needs of a part.
    mutating func recall(
        _ found: inout RuleFindings, _ take: (inout any RuleAccumulator, inout RuleFindings) -> Void
    ) {
        for index in memories.indices {
            found.rule = memories[index].rule
            found.tolerance = configuration.tolerances[rules[found.rule].id] ?? .zero
            take(&memories[index].state, &found)
        }
    }
}
