public import X12Diagnostics
public import X12Grammar
public import X12Ledger
public import X12Models
public import X12Rules
public import X12Text

/// Claims, inquiries or remittances on their way out: each is checked as it comes, the good ones are put by, then
/// written by destination.
///
/// Of what was put by, some hundred bytes stay in memory; the rest waits on disk.
public final class SubmissionBatch {
    /// Everything for one destination.
    public struct Share: Sendable {
        /// Where it goes.
        public let destination: Destination
        /// How the files are written.
        public let settings: SubmissionSettings
        /// How many consignments there are.
        public var count: Int { entries.count }
        let templates: NoteTemplates
        let texts: TextWriting
        let number: Int
        var entries: [Entry] = []
        var order = LevelOrder()
    }

    /// Where a consignment waits, and its place in the order of levels.
    struct Entry: Sendable {
        let place: LevelOrder.Place
        let region: Range<Int>
    }

    /// What the files hold.
    public let kind: SubmissionKind
    /// The destinations that something was put by for, in the order in which they were first met.
    public var shares: [Share] { met.filter { $0.count > 0 } }
    private var met: [Share] = []
    /// What checks for each of them.
    private var checks: [SubmissionCheck] = []
    private let settings: SubmissionSettings
    private let profiles: ProfileLibrary
    private let rules: RuleConfiguration
    private let codes: (any CodeSource)?
    let spool: Spool
    /// What is being put by piece after piece, and the share it belongs to.
    private var trial: (writer: TrialWriter, share: Int)?

    private static let noted = 1000

    /// A batch that is written with settings; what was put by waits on disk in a folder.
    ///
    /// - Parameters:
    ///   - kind: What the files hold.
    ///   - settings: How files are written, where a payer's profile does not say otherwise.
    ///   - folder: Where it waits.
    ///   - profiles: The profiles that practice files name.
    ///   - rules: Which rules are asked; a profile's settings come on top.
    ///   - codes: Code sets beside those that come with the library.
    /// - Throws: ``X12Error/Code/sinkFailed`` when nothing can be written there.
    public init(
        _ kind: SubmissionKind, _ settings: SubmissionSettings, waitingIn folder: String,
        profiles: ProfileLibrary = ProfileLibrary(), rules: RuleConfiguration = RuleConfiguration(),
        codes: (any CodeSource)? = nil
    ) throws(X12Error) {
        self.kind = kind
        self.settings = settings
        self.profiles = profiles
        self.rules = rules
        self.codes = codes
        spool = try Spool(in: folder)
    }

    /// Checks a claim or inquiry, and puts it by when it may go out.
    ///
    /// - Returns: what is wrong with it, and whether it was put by.
    /// - Throws: ``X12Error/Code/sinkFailed``, and ``X12Error/Code/malformedSetting`` for a profile that is not there.
    public func add(_ consignment: Consignment) throws(X12Error) -> (findings: [Finding], isAccepted: Bool) {
        guard let destination = consignment.destination,
            consignment.findings.allSatisfy({ $0.rule.severity < .error })
        else { return (consignment.findings, false) }
        try begin(destination, number: consignment.number, from: consignment.delimiters)
        var remarks = consignment.findings
        for item in consignment.items {
            if case .claim(var claim) = item, let share = trial?.share {
                let unused = met[share].templates.fill(&claim, with: consignment.noteFields)
                if !unused.isEmpty { remarks.append(Self.unused(unused, consignment.number)) }
                try add(.claim(claim))
            } else {
                try add(item)
            }
        }
        return try end(at: consignment.items, remarks)
    }

    /// Fields that were given and that nothing takes: what somebody meant to say is not said.
    private static func unused(_ names: [String], _ number: String) -> Finding {
        var context = Finding.Context()
        context.claim = number
        let detail = names.map { "'\($0)'" }.joined(separator: ", ")
        return Finding(.noteFieldUnknown, at: Location(), in: context, detail: detail)
    }

    /// Begins something that comes piece by piece, such as a remittance.
    ///
    /// - Parameters:
    ///   - destination: Where it goes.
    ///   - number: What people call it by.
    ///   - source: The delimiters of the file it came in, in which what is carried beside its values is spelled.
    /// - Throws: ``X12Error/Code/malformedSetting`` for a profile that is not there.
    public func begin(
        _ destination: Destination, number: String, from source: Delimiters? = nil
    ) throws(X12Error) {
        let share = try index(of: destination)
        let settings = met[share].settings
        var texts = met[share].texts
        texts.source = source
        trial = (TrialWriter(kind, destination, settings, spool, number: number, texts), share)
    }

    /// Adds the next piece of what was begun.
    ///
    /// - Throws: ``X12Error/Code/sinkFailed``.
    public func add(_ item: ModelItem) throws(X12Error) { try trial?.writer.write(item) }

    /// Ends what was begun: checks it, and puts it by when it may go out.
    ///
    /// - Returns: what is wrong with it, and whether it was put by.
    /// - Throws: ``X12Error/Code/sinkFailed``.
    public func end() throws(X12Error) -> (findings: [Finding], isAccepted: Bool) { try end(at: [], []) }

    /// The same, of what stands under these levels, and of which something was found already.
    private func end(
        at levels: [ModelItem], _ remarks: [Finding]
    ) throws(X12Error) -> (findings: [Finding], isAccepted: Bool) {
        guard let (writer, share) = trial.take() else { return (remarks, false) }
        let unwritten = try writer.finish()
        let region = writer.region
        var findings = remarks + unwritten
        if unwritten.isEmpty {
            try checks[share].check(spool.source(of: region), into: &findings)
        }
        // What is found in the levels above is this one's fault, too: who corrects it looks for its number.
        for index in findings.indices where findings[index].context.claim.isEmpty {
            findings[index].context.claim = writer.number
        }
        guard findings.allSatisfy({ $0.rule.severity < .error }) else {
            spool.removeAll(from: region.lowerBound)
            return (findings, false)
        }
        let place = met[share].order.place(of: levels)
        met[share].entries.append(Entry(place: place, region: region))
        return (findings, true)
    }

    // MARK: - Writing

    /// What tells the content of a share from any other: the same claims, written the same way for the same receiver, have
    /// the same digest whenever they are written. Sixteen digits.
    ///
    /// - Throws: ``X12Error/Code/sourceFailed``.
    public func digest(of share: Share) throws(X12Error) -> String {
        try ContentDigest(of: spool.source(of: Self.regions(of: share))).text
    }

    private static func regions(of share: Share) -> [Range<Int>] {
        share.entries.sorted { $0.place < $1.place }.map(\.region)
    }

    /// What control numbers a share needs.
    ///
    /// - Parameters:
    ///   - share: What will be written.
    ///   - job: The job's name.
    ///   - content: The digest of the share; a job that wrote something else before is refused by the ledger. Empty where
    ///     that is not to be looked at.
    /// - Returns: the request, for ``Ledger/reserve(_:)``.
    public func request(_ share: Share, job: String, content: String = "") -> NumberRequest {
        let destination = share.destination
        let partner = TradingPartner(
            senderQualifier: destination.sender.qualifier ?? "", sender: destination.sender.identifier ?? "",
            receiverQualifier: destination.address.qualifier ?? "",
            receiver: destination.address.identifier ?? "")
        return NumberRequest(
            job: job, partner: partner, groups: 1,
            sets: SubmissionWriter.setCount(of: share.count, kind, share.settings),
            content: content, isTest: share.settings.usage != "P", at: share.settings.moment)
    }

    /// A share in pieces of at most so many consignments, those of the same levels together: one for receivers that
    /// take one at a time. ``pieces(of:)`` goes by what the settings say of files.
    ///
    /// - Parameters:
    ///   - share: What is divided.
    ///   - most: The most consignments of a piece, 1 or more.
    /// - Returns: the pieces, in the order of levels.
    public func pieces(of share: Share, most: Int) -> [Share] {
        precondition(most >= 1, "a piece holds one consignment or more")
        let entries = share.entries.sorted { $0.place < $1.place }
        return stride(from: 0, to: entries.count, by: most).map { start in
            var piece = share
            piece.entries = Array(entries[start..<min(start + most, entries.count)])
            return piece
        }
    }

    /// Writes a share, grouped by levels.
    ///
    /// - Parameters:
    ///   - share: What is written.
    ///   - numbers: The control numbers that were given for ``request(_:job:)``; a job that runs again is written as
    ///     of the moment when it ran first.
    ///   - note: Is told the marks of claims, or of remittances by their traces, some at a time.
    ///   - sink: Takes the bytes, some at a time.
    /// - Throws: what the sink and `note` throw, and ``X12Error/Code/sourceFailed``.
    public func write(
        _ share: Share, _ numbers: ReservedNumbers, note: ([ClaimMark]) throws(X12Error) -> Void,
        to sink: ([UInt8]) throws(X12Error) -> Void
    ) throws(X12Error) {
        var writer = try SubmissionWriter(kind, share.destination, share.settings.asOf(numbers.time), numbers)
        var marks: [ClaimMark] = []
        // Each waits as an interchange of its own; all are read as one file, so that what a guide comes to is worked
        // out once.
        var reader = ModelReader(spool.source(of: Self.regions(of: share)))
        while let item = try reader.next() {
            switch item {
            case .interchange: try writer.begin()
            case .interchangeTrailer:
                try writer.end()
                try sink(writer.takeBytes())
                guard marks.count >= Self.noted else { continue }
                try note(marks)
                marks.removeAll(keepingCapacity: true)
            default:
                switch item {
                case .claim(let claim): marks.append(ClaimMark(claim))
                case .remittanceHeader(let header, _): marks.append(ClaimMark(header.trace))
                default: break
                }
                try writer.write(item)
                try sink(writer.takeBytes())
            }
        }
        try note(marks)
        try writer.finish()
        try sink(writer.takeBytes())
    }

    // MARK: - Parts

    private func index(of destination: Destination) throws(X12Error) -> Int {
        if let known = met.firstIndex(where: { $0.destination == destination }) { return known }
        var settings = settings
        var profile: PayerProfile?
        if let name = destination.profile {
            let named = try profiles.profile(named: name)
            settings = settings.following(named, for: kind)
            profile = named
        }
        checks.append(try SubmissionCheck(rules: rules, profile: profile, codes: codes))
        let templates = NoteTemplates(profile)
        met.append(
            Share(
                destination: destination, settings: settings, templates: templates,
                texts: TextWriting(settings), number: met.count))
        return met.count - 1
    }

    /// What checks for a share.
    func check(of share: Share) -> SubmissionCheck { checks[share.number] }
}

extension ClaimMark {
    /// The numbers of a claim.
    init(_ claim: Claim) {
        self.init(
            patientControlNumber: claim.patientControlNumber ?? "",
            isResubmission: claim.claimFrequency == .replacement || claim.claimFrequency == .void,
            lineItemControlNumbers: claim.serviceLines.map { $0.references?.lineItemControlNumber ?? "" })
    }

    /// The number of a remittance's check or transfer.
    init(_ trace: RemittanceTrace) {
        self.init(patientControlNumber: trace.number ?? "", isResubmission: false)
    }
}
