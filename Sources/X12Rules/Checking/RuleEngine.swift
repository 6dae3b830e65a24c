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
    /// Places that accumulated rules keep, by the rule's index.
    var kept: [Int: Spot] = [:]
    /// What accumulated rules remember, by the rule's index.
    private var memories: [(rule: Int, state: any RuleAccumulator)] = []

    /// An engine before its first block, asking the rules of the catalogue, and others of one's own behind them.
    ///
    /// - Parameters:
    ///   - configuration: which rules are asked, and how.
    ///   - own: rules beside those of the catalogue.
    ///   - source: code sets beside those that come with the library; rules that need others are silent.
    public init(
        _ configuration: RuleConfiguration = RuleConfiguration(), adding own: [Rule] = [],
        codes source: (any CodeSource)? = nil
    ) {
        self.configuration = configuration
        codes = CodeSets(loaded: source)
        rules = (RuleSet.all + own).filter {
            $0.level <= configuration.highestLevel && !configuration.disabled.contains($0.id)
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

    // MARK: - Blocks

    private mutating func header(_ block: borrowing Block, into findings: inout [Finding]) {
        guard let guide = block.guide else { return }
        choosePlan(guide)
        place.enterSet(block, guide)
        guard let plan = plan.plan else { return }
        forget(.transactionSet, plan)
        let received = configuration.received ?? place.received
        let present = present(block, plan)
        var found = RuleFindings()
        switch plan.transaction {
        case .claim:
            let part = parts.read(ClaimHeader.self, from: block)
            claims = ClaimLevels(received: received).with(header: part)
            ask(plan.claimHeaders, part, claims, present, &found)
            recall(&found) { $0.take(part, &$1) }
            report(found, on: part, block, "", into: &findings)
        case .remittance:
            let part = parts.read(RemittanceHeader.self, from: block)
            remittance = RemittanceLevels(received: received).with(header: part)
            ask(plan.remittanceHeaders, part, remittance, present, &found)
            recall(&found) { $0.take(part, &$1) }
            report(found, on: part, block, "", into: &findings)
        case .eligibilityInquiry, .eligibilityAnswer, .claimAcknowledgement: break
        }
    }

    private mutating func level(_ block: borrowing Block, _ loop: Int, into findings: inout [Finding]) {
        guard let guide = block.guide, let plan = plan.plan else { return }
        place.enterLoop(loop, guide)
        let present = present(block, plan)
        var found = RuleFindings()
        switch (plan.transaction, guide.loops[loop].identifier) {
        case (.claim, "2000A"):
            let part = parts.read(BillingProvider.self, from: block)
            claims = claims.with(billingProvider: part)
            ask(plan.billingProviders, part, claims, present, &found)
            recall(&found) { $0.take(part, &$1) }
            report(found, on: part, block, "billingProvider.", into: &findings)
        case (.claim, "2000B"):
            let part = parts.read(Subscriber.self, from: block)
            claims = claims.with(subscriber: part)
            ask(plan.subscribers, part, claims, present, &found)
            recall(&found) { $0.take(part, &$1) }
            report(found, on: part, block, "subscriber.", into: &findings)
        case (.claim, "2000C"):
            let part = parts.read(Patient.self, from: block)
            claims = claims.with(patient: part)
            ask(plan.patients, part, claims, present, &found)
            recall(&found) { $0.take(part, &$1) }
            report(found, on: part, block, "patient.", into: &findings)
        case (.remittance, _):
            let part = parts.read(RemittanceGroup.self, from: block)
            remittance = remittance.with(group: part)
            ask(plan.remittanceGroups, part, remittance, present, &found)
            report(found, on: part, block, "group.", into: &findings)
        default: break
        }
    }

    private mutating func unit(_ block: borrowing Block, _ loop: Int, into findings: inout [Finding]) {
        guard let guide = block.guide, let plan = plan.plan else { return }
        place.enterUnit(loop, guide)
        // Of a claim that was cut off, nobody can say what it adds up to.
        guard !Self.isCut(block) else { return }
        let present = present(block, plan)
        var found = RuleFindings()
        switch plan.transaction {
        case .claim:
            let part = parts.read(Claim.self, from: block)
            let context = ClaimContext(part, under: claims)
            ask(plan.claims, part, context, present, &found)
            recall(&found) { $0.take(part, context, &$1) }
            guard !found.isEmpty else { return }
            report(found, on: part, block, "claims[\(place.unit - 1)].", into: &findings) {
                part.serviceLines.indices.contains($0) ? part.serviceLines[$0].number : nil
            }
        case .remittance:
            let part = parts.read(ClaimPayment.self, from: block)
            ask(plan.claimPayments, part, remittance, present, &found)
            let levels = remittance
            recall(&found) { $0.take(part, levels, &$1) }
            guard !found.isEmpty else { return }
            report(found, on: part, block, "claimPayments[\(place.unit - 1)].", into: &findings)
        case .eligibilityInquiry, .eligibilityAnswer, .claimAcknowledgement: break
        }
    }

    private mutating func trailer(_ block: borrowing Block, into findings: inout [Finding]) {
        guard let plan = plan.plan, !Self.isCut(block) else { return }
        place.leaveLoops()
        var found = RuleFindings()
        switch plan.transaction {
        case .claim:
            guard !plan.accumulators.isEmpty else { return }
            let part = parts.read(TransactionTrailer.self, from: block)
            recall(&found) { $0.take(part, &$1) }
            report(found, on: part, block, "", into: &findings)
        case .remittance:
            let part = parts.read(RemittanceTrailer.self, from: block)
            ask(plan.remittanceTrailers, part, remittance, present(block, plan), &found)
            recall(&found) { $0.take(part, &$1) }
            report(found, on: part, block, "", into: &findings)
        case .eligibilityInquiry, .eligibilityAnswer, .claimAcknowledgement: break
        }
    }

    // MARK: - Asking

    private func ask<Part, Levels>(
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
    private func present(_ block: borrowing Block, _ plan: RulePlan) -> UInt64 {
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
    private mutating func forget(_ span: RuleSpan, _ plan: RulePlan) {
        for index in memories.indices where type(of: memories[index].state).span == span {
            memories[index].state = type(of: memories[index].state).init()
        }
    }

    /// Lets each accumulated rule take what it needs of a part.
    private mutating func recall(
        _ found: inout RuleFindings, _ take: (inout any RuleAccumulator, inout RuleFindings) -> Void
    ) {
        for index in memories.indices {
            found.rule = memories[index].rule
            found.tolerance = configuration.tolerances[rules[found.rule].id] ?? .zero
            take(&memories[index].state, &found)
        }
    }
}

extension RuleAccumulator {
    /// Takes an excerpt that was made, if there is one.
    fileprivate mutating func take(_ excerpt: Excerpt?, _ found: inout RuleFindings) {
        if let excerpt { add(excerpt, to: &found) }
    }

    fileprivate mutating func take(_ part: ClaimHeader, _ found: inout RuleFindings) {
        take(Self.excerpt(of: part), &found)
    }

    fileprivate mutating func take(_ part: BillingProvider, _ found: inout RuleFindings) {
        take(Self.excerpt(of: part), &found)
    }

    fileprivate mutating func take(_ part: Subscriber, _ found: inout RuleFindings) {
        take(Self.excerpt(of: part), &found)
    }

    fileprivate mutating func take(_ part: Patient, _ found: inout RuleFindings) {
        take(Self.excerpt(of: part), &found)
    }

    fileprivate mutating func take(_ part: TransactionTrailer, _ found: inout RuleFindings) {
        take(Self.excerpt(of: part), &found)
    }

    fileprivate mutating func take(_ part: Claim, _ context: ClaimContext, _ found: inout RuleFindings) {
        take(Self.excerpt(of: part, context), &found)
    }

    fileprivate mutating func take(_ part: RemittanceHeader, _ found: inout RuleFindings) {
        take(Self.excerpt(of: part), &found)
    }

    fileprivate mutating func take(
        _ part: ClaimPayment, _ levels: RemittanceLevels, _ found: inout RuleFindings
    ) {
        take(Self.excerpt(of: part, levels), &found)
    }

    fileprivate mutating func take(_ part: RemittanceTrailer, _ found: inout RuleFindings) {
        take(Self.excerpt(of: part), &found)
    }
}
