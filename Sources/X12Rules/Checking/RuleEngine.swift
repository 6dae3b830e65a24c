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
    private let source: (any CodeSource)?
    private let counterparts: Counterparts?
    private var examiner: RuleExaminer
    /// Finds the places of what was found.
    var parts = PartReader()
    /// The chart of the block whose findings are being put together.
    var chart: BlockChart?
    var place = RulePlace()
    /// Places that accumulated rules keep.
    var kept: [KeptPlace: Spot] = [:]
    /// Whether payments are noted for ``RepeatedPayments``; who asks for it takes them (``takePayments()``), as each takes
    /// some hundred bytes.
    public var notesPayments = false
    /// The payments that were noted and not taken yet.
    var payments: [NotedPayment] = []
    /// What accumulated rules remember, by the rule's index.
    private var memories: [Memory] = []

    /// What an accumulated rule remembers.
    private struct Memory {
        /// The rule, as an index of the engine's.
        let rule: Int
        let tolerance: ExactDecimal
        var state: any RuleAccumulator
    }

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
        self.source = source
        rules = (RuleSet.all + own).filter {
            configuration.asks($0) && (!$0.needsCounterparts || counterparts != nil)
        }
        examiner = RuleExaminer(rules, configuration, codes: source, against: counterparts)
    }

    /// The code sets that rules may ask.
    public var codes: CodeSets { examiner.codes }

    /// A worker that looks at blocks ahead of the engine, to be asked for as many as there are threads.
    package func worker() -> RuleWorker {
        RuleWorker(RuleExaminer(rules, configuration, codes: source, against: counterparts))
    }

    /// Appends what is wrong with a block.
    ///
    /// - Parameters:
    ///   - block: the block.
    ///   - findings: what was found in it so far; consequences of that are not reported.
    public mutating func check(_ block: borrowing Block, into findings: inout [Finding]) {
        let examined = examiner.examine(block)
        conclude(examined, block, into: &findings)
    }

    /// Appends what is wrong with a block that a worker has looked at.
    ///
    /// - Parameters:
    ///   - examined: what the worker made of it.
    ///   - block: the block, in the order of the input.
    ///   - findings: what was found in it so far; consequences of that are not reported.
    package mutating func conclude(
        _ examined: ExaminedBlock?, _ block: borrowing Block, into findings: inout [Finding]
    ) {
        switch block.kind {
        case .interchange:
            place.enterInterchange(block)
            forget(.interchange)
        case .group: place.enterGroup(block)
        case .header:
            if let guide = block.shared { place.enterSet(block, guide) }
            if let examined { beginSet(examined.plan) }
        case .level(let loop):
            if let guide = block.shared { place.enterLoop(loop, guide) }
        case .unit(let loop):
            if let guide = block.shared { place.enterUnit(loop, guide) }
            // What follows from a claim that was cut off, or is missed, nobody can say.
            if block.isCutOff { kept = [:] }
        case .trailer: place.leaveLoops()
        case .acknowledgement, .groupEnd, .interchangeEnd, .carried, .end: break
        }
        examined?.conclude(&self, block, &findings)
    }

    /// Goes on with another input, as an engine before its first block; what rules come to for each guide is kept.
    public mutating func restart() {
        examiner.restart()
        place = RulePlace()
        kept = [:]
        payments = []
        for index in memories.indices { memories[index].state = type(of: memories[index].state).init() }
    }

    /// How many payments wait to be taken.
    public var notedPaymentCount: Int { payments.count }

    /// Hands out the payments that ended since the last time, in the order of the input.
    public mutating func takePayments() -> [NotedPayment] {
        defer { payments = [] }
        return payments
    }

    // MARK: - Accumulated rules

    /// Makes ready what accumulated rules remember of a set.
    private mutating func beginSet(_ plan: RulePlan) {
        for asked in plan.accumulators where !memories.contains(where: { $0.rule == asked.rule }) {
            let tolerance = configuration.tolerances[rules[asked.rule].id] ?? .zero
            memories.append(Memory(rule: asked.rule, tolerance: tolerance, state: asked.type.init()))
        }
        forget(.transactionSet)
    }

    /// Makes rules forget what they remember of something that another of its kind follows.
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
            found.tolerance = memories[index].tolerance
            take(&memories[index].state, &found)
        }
    }
}
