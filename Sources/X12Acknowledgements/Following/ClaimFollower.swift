public import X12Diagnostics
internal import X12Grammar
internal import X12Models
internal import X12Parser
public import X12Text

/// Follows claims that were sent (837P) through what came back: TA1, 999, 277CA, 277 and 835, in files of any order.
///
///     var follower = ClaimFollower()
///     for round in ClaimFollower.Round.allCases {
///         for (file, path) in paths.enumerated() where follower.needs(file, in: round) {
///             try follower.read(ByteSource(path: path), file: file, in: round)
///         }
///     }
///     follower.finish()
///     for index in 0..<follower.count { follower.claim(at: index) … }
///
/// What is in a file is known by its sets, not by its name, and the days that count are those of the data. Answers can come
/// before what they answer, so files are read in rounds: what was sent, then who took it in, then who decided on it.
/// Between rounds only some hundred bytes of each claim are kept; there is a limit.
public struct ClaimFollower: ~Copyable {
    var claims = SentClaims()
    var parts = PartReader()
    var block = Block()
    var around = Surroundings()
    /// The set being read, as far as it matters here.
    var open = OpenSet()
    /// Payments that wait for all others: what they do depends on what was decided before.
    var held: [ToldPayment] = []
    private var files: [FileContent] = []
    private var seen: Set<Int> = []
    /// Interchanges that other sets were sent in, which a TA1 may answer.
    var otherInterchanges: Set<String> = []
    private var repeated: Set<SetPlace> = []
    private var hasEndedClaims = false

    /// Answers that were held against no claim; at most ``mostUnmatched`` of them.
    public internal(set) var unmatched: [UnmatchedAnswer] = []
    /// How many there are of each kind and reason.
    public internal(set) var unmatchedCounts: [UnmatchedKey: Int] = [:]
    /// What those of them pay that are payments; `nil` once a sum cannot be made.
    public internal(set) var unmatchedPaid: ExactDecimal? = .zero
    /// Sets that are neither claims followed here nor answers to them; answers to such sets are among them.
    public internal(set) var otherSets = 0
    /// Sets that were read twice, of which the second counts for nothing.
    public private(set) var repeatedSets: [FollowedClaim.Place] = []

    /// The most claims, and the most payments that wait.
    public static let most = 2_000_000
    /// How many answers without a claim are named.
    public static let mostUnmatched = 1_000

    /// What is read when.
    public enum Round: CaseIterable, Sendable {
        /// Claims that were sent; and what else there is in a file.
        case claims
        /// TA1, 999, 277CA.
        case receipts
        /// 277, 835.
        case decisions
    }

    /// A kind of answer, and why it was held against no claim.
    public struct UnmatchedKey: Hashable, Sendable {
        /// The kind.
        public let kind: AnswerKind
        /// Why.
        public let reason: UnmatchedAnswer.Reason
    }

    /// Nothing was sent yet.
    public init() {}

    /// Whether a file has something of a round; in the first one, always.
    public func needs(_ file: Int, in round: Round) -> Bool {
        guard round != .claims else { return true }
        guard file < files.count else { return false }
        return round == .receipts ? files[file].hasReceipts : files[file].hasDecisions
    }

    /// How many errors of a file keep what was read from being all there is.
    public func errors(in file: Int) -> Int { file < files.count ? files[file].errors : 0 }

    /// Reads a file in a round.
    ///
    /// - Throws: what reading throws, and ``X12Diagnostics/X12Error/Code/limitPassed`` past ``most`` claims.
    public mutating func read(
        _ source: consuming ByteSource, file: Int, in round: Round, limits: Limits = Limits()
    ) throws(X12Error) {
        var reader = BlockReader(source, limits: limits)
        around.begin(file)
        open = OpenSet()
        while files.count <= file { files.append(FileContent()) }
        if round != .claims { endClaims() }
        while try reader.next(into: &block) {
            around.enter(block)
            if round == .claims { look(file) }
            try take(in: round)
        }
        if round == .claims { endSet() }
    }

    /// Ties together what was read, once all rounds are over.
    public mutating func finish() {
        endClaims()
        addHeld()
        claims.link()
    }

    /// How many claims were sent.
    public var count: Int { claims.entries.count }

    /// A claim, in the order in which they were read.
    public func claim(at index: Int) -> FollowedClaim { claims.claim(at: index) }

    private mutating func endClaims() {
        guard !hasEndedClaims else { return }
        hasEndedClaims = true
        claims.endClaims()
    }

    // MARK: - Blocks

    private mutating func take(in round: Round) throws(X12Error) {
        let name = block.guide?.setName
        switch round {
        case .claims: if name == "837" { try takeClaims() }
        case .receipts:
            guard !isRepeated else { return }
            if block.kind == .acknowledgement { takeReceipt() }
            if name == "999" { takeSetAnswer() }
            if name == "277" { takeClaimAnswer() }
        case .decisions:
            guard !isRepeated else { return }
            if name == "835" { try takePayments() }
            if name == "277S" { takeStatuses() }
        }
    }

    // MARK: - What is in a file

    /// What there is in a file.
    private struct FileContent {
        var hasReceipts = false
        var hasDecisions = false
        var errors = 0
    }

    private struct SetPlace: Hashable {
        let file: Int32
        let ordinal: Int
    }

    private var isRepeated: Bool {
        around.isInSet && repeated.contains(SetPlace(file: around.file, ordinal: around.setOrdinal))
    }

    private mutating func look(_ file: Int) {
        files[file].errors += block.findings.count { $0.rule.severity >= .error }
        if around.isSetBegun { endSet() }
        switch (block.kind, block.guide?.setName) {
        case (.acknowledgement, _): files[file].hasReceipts = true
        case (.header, "999"), (.header, "277"): files[file].hasReceipts = true
        case (.header, "277S"), (.header, "835"): files[file].hasDecisions = true
        case (.header, "837"): break
        case (.header, _): passOver()
        case (.carried, _) where around.isSetBegun: passOver()
        default: break
        }
        if around.isSetBegun { beginSet() }
        digest()
        if block.kind == .trailer || !around.isInSet { endSet() }
    }

    private mutating func passOver() {
        otherSets += 1
        otherInterchanges.insert(around.interchange)
    }

    private mutating func beginSet() {
        open = OpenSet()
        open.isBegun = true
        open.ordinal = around.setOrdinal
        open.claimsBefore = claims.entries.count
        open.place = around.place(block, 0)
        // A claim file that is sent again with other numbers is another sending, and answers to groups (999) say the same
        // whoever sends them, and when, where groups have one number; a payment that comes again in another envelope is none.
        switch block.guide?.transactionSet {
        case "837": open.hasher.combine([around.interchange, around.group, around.parties.sender])
        case "999":
            let senders = [around.interchangeParties.sender, around.parties.sender]
            open.hasher.combine([around.interchange, around.interchangeDate, around.group] + senders)
        default: break
        }
    }

    /// Takes the block's bytes into the digest of its set, but for the numbers that envelopes give it.
    private mutating func digest() {
        guard open.isBegun, block.kind != .trailer else { return }
        for index in 0..<block.count where block.view(index).identifier != "ST" {
            open.hasher.combine(bytes: UnsafeRawBufferPointer(block.memory.received(index)))
        }
    }

    /// Ends the set that was read: one that was read before counts for nothing.
    private mutating func endSet() {
        guard open.isBegun else { return }
        open.isBegun = false
        guard !seen.insert(open.hasher.finalize()).inserted else { return }
        repeatedSets.append(open.place.open)
        repeated.insert(SetPlace(file: around.file, ordinal: open.ordinal))
        if open.isSent { claims.removeLastSending(downTo: open.claimsBefore) }
    }

    /// Writes down that an answer was held against no claim.
    mutating func miss(
        _ kind: AnswerKind, _ number: String, _ reason: UnmatchedAnswer.Reason, at place: FilePlace,
        paid: ExactDecimal? = nil
    ) {
        unmatchedCounts[UnmatchedKey(kind: kind, reason: reason), default: 0] += 1
        if kind == .remittance { unmatchedPaid = paid.flatMap { unmatchedPaid?.adding($0) } }
        guard unmatched.count < Self.mostUnmatched else { return }
        unmatched.append(
            UnmatchedAnswer(kind: kind, number: number, reason: reason, paid: paid, place: place.open))
    }
}

/// The set being read.
struct OpenSet {
    /// Whether it is being read still, and whether it has claims that are followed.
    var isBegun = false
    var isSent = false
    var ordinal = 0
    var claimsBefore = 0
    var hasher = Hasher()
    var place = FilePlace(file: 0, line: 0, segment: 0)
    /// Of claims: what stands above them.
    var provider: Int32 = -1
    var payer: Int32 = -1
    var subscriber: Subscriber?
    var patient: Patient?
    /// Of answers: when it was made, and what it answers.
    var made: CalendarDate?
    var answers: Set<Int32> = []
    var bySet: [String: [Int32]] = [:]
    var answered: Set<Int32> = []
    var payerName = PayerName()
}
