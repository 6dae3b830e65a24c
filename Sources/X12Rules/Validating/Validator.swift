public import X12Diagnostics
public import X12Grammar
public import X12Parser
internal import X12Specs
internal import X12Validation

/// Says what is wrong with an input at all levels in one go: base standard and guide (1, 2), sums, situations, codes and lines
/// of business (3 to 6), what a payer asks for (7).
///
///     var validator = try Validator()
///     try validator.check(BlockReader(ByteSource(path: "claims.837"))) { block, findings in
///         for finding in findings { print(finding.location.line, finding.rule.id) }
///     }
///
/// It asks ``BlockValidator``, ``RuleEngine`` and ``ProfileEngine``, which each can be asked alone, and does what is to be
/// done with all they find: severities are as configured, and findings of a block are in the order of its segments. Memory
/// does not grow with the input but for what rules remember of other claims and payments.
public struct Validator: ~Copyable {
    private let configuration: RuleConfiguration
    private var validator = BlockValidator()
    private var rules: RuleEngine
    private var workers: [RuleWorker] = []
    private var profile: ProfileEngine?
    private var router: ProfileRouter?

    /// A validator before its first block.
    ///
    /// - Parameters:
    ///   - configuration: which rules are asked, up to which level, and how. What a profile sets gives way to it.
    ///   - choice: what is asked for at level 7.
    ///   - own: rules beside those of the catalogue.
    ///   - codes: code sets beside those that come with the library; rules that need others are silent.
    ///   - counterparts: claims or payments of other files, for rules that compare with them.
    ///   - lookups: registers, by the names that a profile's constraints of kind `lookup` use; of those that are not here
    ///     nothing is asked.
    /// - Throws: ``X12Diagnostics/X12Error/Code/malformedSetting`` for a setting of the named profile that is none; what
    ///   ``ProfileRouter/init(_:received:lookups:codes:)`` throws where profiles are chosen by route.
    public init(
        _ configuration: RuleConfiguration = RuleConfiguration(), profile choice: ProfileChoice = .none,
        adding own: [Rule] = [], codes: (any CodeSource)? = nil, against counterparts: Counterparts? = nil,
        lookups: [String: ProfileEngine.Lookup] = [:]
    ) throws(X12Error) {
        var settings = configuration
        try settings.follow(choice)
        let router = try Self.router(choice, settings, lookups, codes)
        self.configuration = settings
        rules = RuleEngine(settings, adding: own, codes: codes, against: counterparts)
        self.router = router
        if case .named(let profile) = choice, settings.highestLevel >= 7 {
            self.profile = ProfileEngine(
                profile, received: settings.received, lookups: lookups, codes: codes)
        }
    }

    /// What routes an input's claims, where that is asked for.
    private static func router(
        _ choice: ProfileChoice, _ settings: RuleConfiguration, _ lookups: [String: ProfileEngine.Lookup],
        _ codes: (any CodeSource)?
    ) throws(X12Error) -> ProfileRouter? {
        guard case .routed(let library) = choice, settings.highestLevel >= 7 else { return nil }
        return try ProfileRouter(library, received: settings.received, lookups: lookups, codes: codes)
    }

    /// The highest level that is checked: the configuration's, and at most 6 where nothing is asked for at level 7.
    public var highestLevel: Int {
        min(configuration.highestLevel, profile == nil && router == nil ? 6 : 7)
    }

    /// The profiles that were followed so far, by name, in the order first met.
    public var profiles: [String] {
        switch router {
        case .some(let router): return router.followed
        case .none: break
        }
        switch profile {
        case .some(let engine): return [engine.profile.name]
        case .none: return []
        }
    }

    /// Those of some guides, by identifier, in which the named profile asks for nothing: their sets were not checked at level 7.
    package func guidesWithoutDemands(of guides: [String]) -> [String] {
        switch profile {
        case .some(let engine):
            guides.filter { name in
                X12Specs.guide(name).map { !ProfileEngine.asks(engine.profile, of: $0) } ?? false
            }
        case .none: []
        }
    }

    /// What the profiles that were followed ask about code sets that are not at hand, in sets of some guides: it was passed over.
    package func unasked(of guides: [String]) -> [(set: CodeSet, ids: [String])] {
        var followed: [PayerProfile] = []
        switch profile {
        case .some(let engine): followed = [engine.profile]
        case .none: break
        }
        switch router {
        case .some(let router): followed = router.followedProfiles
        case .none: break
        }
        var ids: [CodeSet: [String]] = [:]
        for profile in followed {
            for guide in guides.compactMap(X12Specs.guide) {
                for (set, id) in ProfileEngine.codeSets(of: profile, in: guide)
                where rules.codes.editions(of: set).isEmpty && ids[set]?.contains(id) != true
                    && !configuration.disabled.contains(id)
                {
                    ids[set, default: []].append(id)
                }
            }
        }
        return CodeSet.allCases.compactMap { set in ids[set].map { (set: set, ids: $0) } }
    }

    /// The code sets that rules ask; `nil` below level 5, at which they begin to.
    public var codes: CodeSets? { configuration.highestLevel >= 5 ? rules.codes : nil }

    /// Why a store of codes could not be asked, when that happened; findings about codes are missing then.
    public var codeFailure: X12Error? {
        rules.codes.failure ?? workers.lazy.compactMap(\.codes.failure).first ?? profileCodeFailure
    }

    /// The same of what is asked for at level 7, which has looked codes up by itself.
    private var profileCodeFailure: X12Error? {
        switch profile {
        case .some(let engine): return engine.codeFailure
        case .none: break
        }
        switch router {
        case .some(let router): return router.codeFailure
        case .none: return nil
        }
    }

    /// Goes on with another input, as a validator before its first block; what rules come to for each guide is kept.
    public mutating func restart() {
        validator.restart()
        rules.restart()
        workers = []
        router?.restart()
    }

    // MARK: - Checking

    /// Goes through an input, and hands out each block with what is wrong with it. Nothing is remembered of an input before it.
    ///
    /// - Parameters:
    ///   - blocks: the input.
    ///   - count: how many threads ask the rules, from 1; what is handed out does not depend on it.
    ///   - take: takes a block, and the findings on it in the order of its segments.
    /// - Throws: what reading and taking throw, and why code sets could not be asked.
    public mutating func check(
        _ blocks: consuming BlockReader, workers count: Int = 1,
        _ take: (borrowing Block, [Finding]) throws(X12Error) -> Void
    ) throws(X12Error) {
        try check(blocks, workers: count, notingPayments: false, take) { _ in }
    }

    /// How many payments are held at most before they are handed out.
    private static let mostPayments = 4_096

    /// Goes through an input as ``check(_:workers:_:)`` does, for a run that looks for payments which come again in another
    /// input.
    ///
    /// - Parameters:
    ///   - blocks: the input.
    ///   - count: how many threads ask the rules, from 1.
    ///   - notesPayments: whether there are other inputs.
    ///   - take: takes a block, and the findings on it in the order of its segments.
    ///   - takePayments: takes the payments that ended.
    /// - Throws: what reading and taking throw, and why code sets could not be asked.
    package mutating func check(
        _ blocks: consuming BlockReader, workers count: Int, notingPayments notesPayments: Bool,
        _ take: (borrowing Block, [Finding]) throws(X12Error) -> Void,
        payments takePayments: ([NotedPayment]) throws(X12Error) -> Void
    ) throws(X12Error) {
        restart()
        workers = (0..<max(count, 1)).map { _ in rules.worker() }
        rules.notesPayments = notesPayments
        var examined = SideBySide(blocks, workers: workers)
        while let (outcome, batch) = examined.next() {
            for (held, examined) in zip(batch.blocks, outcome) {
                try take(held.block, findings(of: held.block, examined))
                if rules.notedPaymentCount >= Self.mostPayments { try takePayments(rules.takePayments()) }
            }
            if let failure = batch.failure { throw failure }
        }
        if rules.notedPaymentCount > 0 { try takePayments(rules.takePayments()) }
        if let failure = codeFailure { throw failure }
    }

    /// The findings on a block, in the order of its segments; blocks are given in the order they were read.
    ///
    /// Who has given the last one looks whether there is a ``codeFailure``.
    public mutating func findings(of block: borrowing Block) -> [Finding] {
        var findings = block.findings
        validator.validate(block, into: &findings)
        rules.check(block, into: &findings)
        return finish(findings, block)
    }

    /// The findings on a block that a worker has looked at.
    private mutating func findings(of block: borrowing Block, _ examined: ExaminedBlock?) -> [Finding] {
        var findings = block.findings
        validator.validate(block, into: &findings)
        rules.conclude(examined, block, into: &findings)
        return finish(findings, block)
    }

    /// Adds what the payer asks for, and puts findings in order.
    private mutating func finish(_ found: [Finding], _ block: borrowing Block) -> [Finding] {
        var findings = found
        profile?.check(block, into: &findings)
        router?.check(block, into: &findings)
        guard !findings.isEmpty else { return findings }
        var settings = configuration
        // What a routed profile sets our own rules to gives way to the configuration, as a named one's does.
        if let routed = router?.rules { settings.yield(to: routed) }
        findings = findings.compactMap { settings.adjusted($0) }
        guard findings.count > 1 else { return findings }
        let placed = findings.enumerated().sorted { left, right in
            (left.element.location.segment, left.offset) < (right.element.location.segment, right.offset)
        }
        return placed.map(\.element)
    }
}
