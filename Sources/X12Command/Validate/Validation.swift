internal import X12Diagnostics
internal import X12Grammar
internal import X12Parser
internal import X12Rules
internal import X12Validation

/// What is wrong with the blocks of one input, up to a level.
struct Validation: ~Copyable {
    /// The highest level that there are checks for; level 7, what a payer asks for, takes a profile.
    static func highestLevel(_ profile: ProfileChoice) -> Int {
        switch profile {
        case .none: 6
        case .routed, .named: 7
        }
    }

    private let configuration: RuleConfiguration
    private var validator = BlockValidator()
    private var rules: RuleEngine
    private var workers: [RuleWorker] = []
    private var profile: ProfileEngine?
    private var router: ProfileRouter?

    init(
        _ configuration: RuleConfiguration, _ choice: ProfileChoice = .none, codes: (any CodeSource)? = nil,
        against counterparts: Counterparts? = nil
    ) {
        self.configuration = configuration
        rules = RuleEngine(configuration, codes: codes, against: counterparts)
        profile = nil
        router = nil
        guard configuration.highestLevel > 6 else { return }
        switch choice {
        case .none: break
        case .routed(let library):
            router = ProfileRouter(library, received: configuration.received, codes: codes)
        case .named(let named):
            profile = ProfileEngine(named, received: configuration.received, codes: codes)
            profiles = [named.name]
        }
    }

    /// The profiles that were followed.
    private(set) var profiles: [String] = []

    /// How many payments are held at most before they are handed out.
    private static let mostPayments = 4_096

    /// What findings are made by.
    var provenance: Provenance {
        // Code sets are asked from level 5 on.
        Provenance(profiles: profiles, codes: configuration.highestLevel >= 5 ? rules.codes : nil)
    }

    /// Why a store of codes could not be asked, when that happened.
    var codeFailure: X12Error? {
        rules.codes.failure ?? workers.lazy.compactMap(\.codes.failure).first
    }

    /// Goes through an input, and hands out each block with its findings.
    ///
    /// - Parameters:
    ///   - blocks: the input.
    ///   - count: how many threads ask the rules; what is handed out does not depend on it.
    ///   - notesPayments: whether somebody looks for payments that come again in another input.
    ///   - take: takes a block, and what is wrong with it in the order of its segments.
    ///   - takePayments: takes the payments that ended.
    /// - Throws: what reading and taking throw, and why code sets could not be asked.
    mutating func check(
        _ blocks: consuming BlockReader, workers count: Int,
        notingPayments notesPayments: Bool = false,
        _ take: (borrowing Block, [Finding]) throws(X12Error) -> Void,
        payments takePayments: ([NotedPayment]) throws(X12Error) -> Void = { _ in }
    ) throws(X12Error) {
        workers = (0..<count).map { _ in rules.worker() }
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

    /// The findings on a block, in the order of its segments.
    mutating func findings(of block: borrowing Block) -> [Finding] {
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
        if router != nil { route(block, into: &findings) }
        guard !findings.isEmpty else { return findings }
        var settings = configuration
        // What a routed profile sets our own rules to gives way to the command line, as a named one's does.
        if let routed = router?.rules { settings.yield(to: routed) }
        findings = findings.compactMap { settings.adjusted($0) }
        guard findings.count > 1 else { return findings }
        let placed = findings.enumerated().sorted { left, right in
            (left.element.location.segment, left.offset) < (right.element.location.segment, right.offset)
        }
        return placed.map(\.element)
    }

    private mutating func route(_ block: borrowing Block, into findings: inout [Finding]) {
        router?.check(block, into: &findings)
        profiles = router?.followed ?? []
    }
}
