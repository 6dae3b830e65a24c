public import X12Diagnostics
public import X12Grammar
public import X12Ledger
internal import X12Models
public import X12Rules
internal import X12Text

/// Claims on their way out: each is checked as it comes, the good ones are put by, then written by destination.
///
/// Of a claim that was put by, some hundred bytes stay in memory; the rest waits on disk.
public final class ClaimBatch {
    /// All claims of one destination.
    public struct Share: Sendable {
        /// Where they go.
        public let destination: Destination
        /// How their files are written.
        public let settings: SubmissionSettings
        /// How many there are.
        public var claimCount: Int { entries.count }
        let check: ClaimCheck
        var entries: [Entry] = []
        var order = LevelOrder()
    }

    /// Where a claim waits, and its place in the order of levels.
    struct Entry: Sendable {
        let place: LevelOrder.Place
        let start: Int
        let count: Int
    }

    /// The destinations that claims were put by for, in the order in which they were first met.
    public var shares: [Share] { met.filter { $0.claimCount > 0 } }
    private var met: [Share] = []
    private let settings: SubmissionSettings
    private let profiles: ProfileLibrary
    private let rules: RuleConfiguration
    private let codes: (any CodeSource)?
    private let spool: ClaimSpool

    private static let noted = 1000

    /// A batch that is written with settings; claims wait on disk in a folder.
    ///
    /// - Parameters:
    ///   - settings: How files are written, where a payer's profile does not say otherwise.
    ///   - folder: Where claims wait.
    ///   - profiles: The profiles that practice files name.
    ///   - rules: Which rules are asked; a profile's settings come on top.
    ///   - codes: Code sets beside those that come with the library.
    /// - Throws: ``X12Error/Code/sinkFailed`` when nothing can be written there.
    public init(
        _ settings: SubmissionSettings, waitingIn folder: String, profiles: ProfileLibrary = ProfileLibrary(),
        rules: RuleConfiguration = RuleConfiguration(), codes: (any CodeSource)? = nil
    ) throws(X12Error) {
        self.settings = settings
        self.profiles = profiles
        self.rules = rules
        self.codes = codes
        spool = try ClaimSpool(in: folder)
    }

    /// Checks a claim, and puts it by when it may go out.
    ///
    /// - Returns: what is wrong with it, and whether it was put by.
    /// - Throws: ``X12Error/Code/sinkFailed``, and ``X12Error/Code/malformedSetting`` for a profile that is not there.
    public func add(_ assembly: Assembly) throws(X12Error) -> (findings: [Finding], isAccepted: Bool) {
        guard let destination = assembly.destination,
            assembly.findings.allSatisfy({ $0.rule.severity < .error })
        else { return (assembly.findings, false) }
        let share = try index(of: destination)
        let result = met[share].check.check(assembly.claim, for: destination)
        let findings = assembly.findings + result.findings
        guard result.isAcceptable else { return (findings, false) }
        let start = try spool.append(result.bytes)
        let place = met[share].order.place(of: assembly.claim)
        met[share].entries.append(Entry(place: place, start: start, count: result.bytes.count))
        return (findings, true)
    }

    /// What control numbers a share needs.
    public func request(_ share: Share, job: String) -> NumberRequest {
        let destination = share.destination
        let partner = TradingPartner(
            senderQualifier: destination.sender.qualifier ?? "", sender: destination.sender.identifier ?? "",
            receiverQualifier: destination.address.qualifier ?? "",
            receiver: destination.address.identifier ?? "")
        return NumberRequest(
            job: job, partner: partner, groups: 1,
            sets: SubmissionWriter.setCount(of: share.claimCount, share.settings), at: share.settings.moment)
    }

    /// Writes a share's claims, grouped by billing provider, subscriber and patient.
    ///
    /// - Parameters:
    ///   - share: The claims.
    ///   - numbers: The control numbers that were given for ``request(_:job:)``; a job that runs again is written as
    ///     of the moment when it ran first.
    ///   - note: Is told the marks of the claims, some at a time.
    ///   - sink: Takes the bytes, some at a time.
    /// - Throws: what the sink and `note` throw, and ``X12Error/Code/sourceFailed``.
    public func write(
        _ share: Share, _ numbers: ReservedNumbers, note: ([ClaimMark]) throws(X12Error) -> Void,
        to sink: ([UInt8]) throws(X12Error) -> Void
    ) throws(X12Error) {
        var writer = try SubmissionWriter(share.destination, share.settings.asOf(numbers.time), numbers)
        var marks: [ClaimMark] = []
        for index in share.entries.indices.sorted(by: { share.entries[$0].place < share.entries[$1].place }) {
            let claim = try claim(of: share.entries[index])
            marks.append(ClaimMark(claim))
            try writer.write(claim)
            try sink(writer.takeBytes())
            guard marks.count >= Self.noted else { continue }
            try note(marks)
            marks.removeAll(keepingCapacity: true)
        }
        try note(marks)
        try writer.finish()
        try sink(writer.takeBytes())
    }

    // MARK: - Parts

    private func claim(of entry: Entry) throws(X12Error) -> Claim {
        var reader = ClaimReader(ByteSource(bytes: try spool.read(entry.start, entry.count)))
        guard var claim = try reader.next() else {
            throw X12Error(.sourceFailed, "a claim that was put by did not come back")
        }
        claim.billingProvider?.hierarchicalLevel = nil
        claim.subscriber?.hierarchicalLevel = nil
        claim.patient?.hierarchicalLevel = nil
        return claim
    }

    private func index(of destination: Destination) throws(X12Error) -> Int {
        if let known = met.firstIndex(where: { $0.destination == destination }) { return known }
        var settings = settings
        var rules = rules
        var profile: PayerProfile?
        if let name = destination.profile {
            let named = try profiles.profile(named: name)
            settings = settings.following(named)
            var own = RuleConfiguration()
            try own.add(text: named.ruleSettings.joined(separator: "\n"))
            rules.yield(to: own)
            profile = named
        }
        let check = ClaimCheck(settings, rules: rules, profile: profile, codes: codes)
        met.append(Share(destination: destination, settings: settings, check: check))
        return met.count - 1
    }
}

extension ClaimMark {
    /// The numbers of a claim.
    init(_ claim: Claim) {
        self.init(
            patientControlNumber: claim.patientControlNumber ?? "",
            isResubmission: claim.claimFrequency == .replacement || claim.claimFrequency == .void,
            lineItemControlNumbers: claim.serviceLines.map { $0.references?.lineItemControlNumber ?? "" })
    }
}
