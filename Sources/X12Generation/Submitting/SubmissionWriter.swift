public import X12Diagnostics
public import X12Ledger
public import X12Models
internal import X12Text

/// Writes consignments of one destination as an interchange with one functional group.
///
/// They are given in an order that keeps those of the same levels together; a level is written anew only where it
/// differs from the one before. What stands around them, envelopes and transaction sets, is this writer's own.
public struct SubmissionWriter: ~Copyable {
    private let kind: SubmissionKind
    private let destination: Destination
    private let settings: SubmissionSettings
    private let numbers: ReservedNumbers
    private var writer = ModelWriter(.issue)
    private var countInSet = 0
    private var count = 0
    private var sets = 0
    /// The levels that are written, the outermost first.
    private var open: [ModelItem] = []
    /// The levels of the consignment that is being written, until what stands under them comes.
    private var levels: [ModelItem] = []

    /// How many transaction sets a number of consignments takes.
    public static func setCount(
        of count: Int, _ kind: SubmissionKind, _ settings: SubmissionSettings
    ) -> Int {
        let limit = settings.limit(of: kind)
        return (count + limit - 1) / limit
    }

    /// Begins an interchange.
    ///
    /// - Throws: ``X12Error/Code/delimiterInData`` for a destination that holds a delimiter.
    public init(
        _ kind: SubmissionKind, _ destination: Destination, _ settings: SubmissionSettings,
        _ numbers: ReservedNumbers
    ) throws(X12Error) {
        self.kind = kind
        self.destination = destination
        self.settings = settings
        self.numbers = numbers
        try writer.write(.interchange(interchange()))
        try writer.write(.group(group()))
    }

    /// Begins a consignment.
    ///
    /// - Throws: what ``ModelWriter/write(_:)`` throws.
    public mutating func begin() throws(X12Error) {
        if countInSet == settings.limit(of: kind) { try endSet() }
        if countInSet == 0 { try beginSet() }
        countInSet += 1
        count += 1
        levels = []
    }

    /// Writes a piece of the consignment, levels that it does not share with the one before among them; envelopes and
    /// ends of transaction sets are passed over.
    ///
    /// - Throws: what ``ModelWriter/write(_:)`` throws.
    public mutating func write(_ item: ModelItem) throws(X12Error) {
        switch item {
        case .billingProvider, .subscriber, .patient, .informationSource, .informationReceiver,
            .inquirySubscriber:
            var level = item
            level.place(at: HierarchicalLevel())
            levels.append(level)
        case .claim: try put(item)
        case .inquiry(let inquiry): try put(.inquiry(traced(inquiry)))
        case .remittanceHeader(var header, let guide):
            header.controlNumber = nextControlNumber()
            try writer.write(.remittanceHeader(header, guide: guide))
        case .remittanceGroup, .claimPayment: try writer.write(item)
        case .remittanceTrailer:
            countInSet = 0
            try writer.write(item)
        default: break
        }
    }

    /// Ends a consignment.
    ///
    /// - Throws: what ``ModelWriter/write(_:)`` throws.
    public mutating func end() throws(X12Error) {
        // A remittance that came without its trailer has no provider adjustments.
        if kind == .remittances, countInSet > 0 { try write(.remittanceTrailer(RemittanceTrailer())) }
    }

    /// Ends the interchange.
    ///
    /// - Throws: what ``ModelWriter/write(_:)`` throws.
    public mutating func finish() throws(X12Error) {
        if countInSet > 0 { try endSet() }
        try writer.write(.groupTrailer(FunctionalGroupTrailer()))
        try writer.write(.interchangeTrailer(InterchangeTrailer()))
        try writer.finish()
    }

    /// What was written since the last call.
    public mutating func takeBytes() -> [UInt8] { writer.takeBytes() }

    /// Writes what stands under levels, with those of them that are not open.
    private mutating func put(_ item: ModelItem) throws(X12Error) {
        var shared = zip(open, levels).prefix { $0 == $1 }.count
        // A claim stands under the level written last, so a deeper one must not lie between. An inquiry is a level by
        // itself, which says what it stands under.
        if item.depth == nil, open.count != levels.count { shared = min(shared, 1) }
        for level in levels[shared...] { try writer.write(level) }
        open = levels
        try writer.write(item)
    }

    /// An inquiry with a number of ours to find it again by, where it has none of the practice's.
    private func traced(_ inquiry: EligibilityInquiry) -> EligibilityInquiry {
        // A trial keeps the place for the number, which is not known yet.
        guard numbers != .trial else { return inquiry }
        var inquiry = inquiry
        let number = "\(String(numbers.interchange, digits: 9))-\(String(count, digits: 5))"
        for index in inquiry.dependent?.traces.indices ?? 0..<0
        where inquiry.dependent?.traces[index].number == InquiryAssembler.pendingTrace {
            inquiry.dependent?.traces[index].number = number
        }
        guard inquiry.dependent == nil else { return inquiry }
        for index in inquiry.subscriber?.traces.indices ?? 0..<0
        where inquiry.subscriber?.traces[index].number == InquiryAssembler.pendingTrace {
            inquiry.subscriber?.traces[index].number = number
        }
        return inquiry
    }

    // MARK: - Envelopes

    private func interchange() -> Interchange {
        func text(_ byte: UInt8) -> String { String(UnicodeScalar(byte)) }
        var part = Interchange()
        part.authorizationQualifier = "00"
        part.securityQualifier = "00"
        part.senderQualifier = destination.sender.qualifier
        part.sender = destination.sender.identifier
        part.receiverQualifier = destination.address.qualifier
        part.receiver = destination.address.identifier
        part.date = settings.date.envelopeText
        part.time = settings.time.envelopeText
        part.repetitionSeparator = settings.delimiters.repetition.map(text)
        part.version = "00501"
        part.controlNumber = String(numbers.interchange, digits: 9)
        part.acknowledgmentRequested = settings.asksForAcknowledgement ? "1" : "0"
        part.usage = settings.usage ?? "T"
        part.componentSeparator = text(settings.delimiters.component)
        part.elementSeparator = text(settings.delimiters.element)
        part.segmentTerminator = text(settings.delimiters.segment)
        part.lineEnd = settings.lineEnd.isEmpty ? nil : settings.lineEnd
        return part
    }

    private func group() -> FunctionalGroup {
        var part = FunctionalGroup()
        part.functionalIdentifier = kind.functionalIdentifier
        part.sender = destination.sender.groupIdentifier ?? destination.sender.identifier
        part.receiver = destination.address.groupIdentifier ?? destination.address.identifier
        part.date = settings.date
        part.time = settings.time
        part.controlNumber = String(numbers.groups.lowerBound)
        part.responsibleAgency = "X"
        part.guide = kind.guide
        return part
    }

    private mutating func nextControlNumber() -> String {
        sets += 1
        return String(numbers.sets.lowerBound + sets - 1, digits: 4)
    }

    private mutating func beginSet() throws(X12Error) {
        open = []
        switch kind {
        case .claims: try writer.write(.claimHeader(claimHeader(), guide: kind.guide))
        case .inquiries: try writer.write(.inquiryHeader(inquiryHeader(), guide: kind.guide))
        // A remittance brings its own.
        case .remittances: break
        }
    }

    private mutating func claimHeader() -> ClaimHeader {
        var part = ClaimHeader()
        part.controlNumber = nextControlNumber()
        part.implementationGuide = kind.guide
        part.purpose = "00"
        part.referenceIdentifier = "\(String(numbers.interchange, digits: 9))-\(sets)"
        part.creationDate = settings.date
        part.creationTime = settings.time
        part.claimType = destination.claimType ?? settings.claimType
        part.submitter = destination.submitter
        part.receiver = destination.receiver
        return part
    }

    private mutating func inquiryHeader() -> EligibilityInquiryHeader {
        var part = EligibilityInquiryHeader()
        part.controlNumber = nextControlNumber()
        part.implementationGuide = kind.guide
        part.purpose = "13"
        part.referenceIdentifier = "\(String(numbers.interchange, digits: 9))-\(sets)"
        part.creationDate = settings.date
        part.creationTime = settings.time
        return part
    }

    private mutating func endSet() throws(X12Error) {
        countInSet = 0
        switch kind {
        case .claims: try writer.write(.claimTrailer(TransactionTrailer()))
        case .inquiries: try writer.write(.eligibilityTrailer(TransactionTrailer()))
        case .remittances: break
        }
    }
}
