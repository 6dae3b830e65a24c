internal import X12Diagnostics
internal import X12Grammar
internal import X12Models
internal import X12Parser
internal import X12Text

/// 277CA: a group for each group of claims, a transaction set for each set of them that was accepted.
struct ClaimAnswer: AnswerForm, ~Copyable {
    private let options: AcknowledgementOptions
    private var frame: AnswerFrame
    private var parts = PartReader()
    private var interchange = ""
    /// The group that is answered.
    private var group: GroupReport?
    private var receipt: CalendarDate?
    /// The sets of the group's answer, which wait for its end: of a group that is rejected no claim is answered.
    private let sets = HeldBytes()
    private var setCount = 0
    private var groupClaims = (accepted: 0, rejected: 0)
    /// The answer to the open set; `nil` while none of claims is open.
    private var batch: BatchAnswer?
    /// What was found of the open billing provider when a payer of it was met: whom the payer refuses is known by then only.
    private var providerErrors: [String: [Finding]] = [:]
    /// Claims of sets that were answered.
    private(set) var accepted = 0
    private(set) var rejected = 0

    /// The guide of a 277CA.
    static let guide = "005010X214"

    init(_ options: AcknowledgementOptions) {
        self.options = options
        frame = AnswerFrame(options)
    }

    var numbers: AnswerNumbers { frame.numbers }

    // MARK: - Envelopes

    mutating func begin(
        answering interchange: Interchange, _ delimiters: Delimiters, lineEnd: [UInt8]
    ) throws(X12Error) {
        self.interchange = interchange.controlNumber ?? ""
        try frame.begin(answering: interchange, delimiters, lineEnd: lineEnd)
    }

    mutating func begin(_ group: GroupReport) {
        self.group = group
        setCount = 0
        groupClaims = (0, 0)
        sets.removeAll()
    }

    mutating func begin(_ set: SetReport, _ block: borrowing Block) throws(X12Error) {
        batch = nil
        guard let guide = block.guide, guide.transactionSet == "837", guide.variant.isEmpty, let group
        else { return }
        var trace = [interchange, group.controlNumber, set.controlNumber].joined(separator: "-")
        if trace.utf8.count > 50 { trace = String(trace.suffix(50)) }
        batch = BatchAnswer(
            options, writer: try frame.separateWriter(), terminator: frame.terminator, trace: trace,
            received: group.date ?? options.date)
    }

    mutating func end(_ set: SetReport, isNamed: Bool) throws(X12Error) {
        // Consuming the batch ends it; a set that the 999 rejects has no claim acknowledgement.
        guard let open = batch.take() else { return }
        guard set.isAccepted else { return }
        setCount += 1
        groupClaims.accepted += open.claims.accepted
        groupClaims.rejected += open.claims.rejected
        let whole = try open.finished(controlNumber: String(setCount, digits: 4))
        let sets = sets
        try whole.drain { bytes throws(X12Error) in try sets.append(Array(bytes)) }
    }

    mutating func end(_ group: GroupReport) throws(X12Error) {
        guard setCount > 0, !group.isRefused else { return sets.removeAll() }
        accepted += groupClaims.accepted
        rejected += groupClaims.rejected
        try frame.begin("HN", guide: Self.guide, answering: group)
        try frame.take(sets)
        try frame.endGroup(sets: setCount)
    }

    mutating func end(
        _ interchange: InterchangeReport, into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void
    ) throws(X12Error) {
        try frame.end(nil, isRefused: interchange.isRefused, into: sink)
    }

    mutating func finish(into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void) throws(X12Error) {
        try frame.finish(into: sink)
    }

    // MARK: - Claims

    mutating func take(_ block: borrowing Block, _ findings: [Finding]) throws(X12Error) {
        guard batch != nil, let guide = block.guide else { return }
        let errors = findings.filter { !options.isSyntax($0.rule) && $0.rule.severity >= .error }
        switch block.kind {
        case .header:
            batch?.take(parts.read(ClaimHeader.self, from: block), errors)
        case .level(let loop):
            switch guide.loops[loop].identifier {
            case "2000A":
                providerErrors = [:]
                try batch?.take(parts.read(BillingProvider.self, from: block), errors)
            case "2000B": try take(parts.read(Subscriber.self, from: block), errors, from: block[0].location)
            default: try batch?.take(parts.read(Patient.self, from: block), errors)
            }
        case .unit: try batch?.take(parts.read(Claim.self, from: block), errors)
        default: batch?.refuse(errors)
        }
    }

    /// Takes a subscriber, whose claims go with what was found of the provider for the subscriber's payer, too.
    private mutating func take(
        _ subscriber: Subscriber, _ errors: [Finding], from start: Location
    ) throws(X12Error) {
        let ofProvider = errors.filter { $0.location.segment < start.segment }
        let payer = subscriber.payer?.identifier ?? ""
        if !ofProvider.isEmpty, providerErrors.count < Self.mostPayers { providerErrors[payer] = ofProvider }
        let own = errors.filter { $0.location.segment >= start.segment }
        try batch?.take(subscriber, (providerErrors[payer] ?? ofProvider) + own)
    }

    /// Of how many payers of one provider such errors are kept.
    private static let mostPayers = 1000
}
