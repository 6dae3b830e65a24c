public import X12Diagnostics
internal import X12Grammar
public import X12Models
internal import X12Specs
internal import X12Text

/// Writes interchanges as tables of comma-separated values that are linked by keys, in flat memory.
///
///     var reader = ModelReader(try ByteSource(path: "remittance.835"))
///     var writer = TablesWriter()
///     while let item = try reader.next() {
///         try writer.write(item)
///         try writer.drain { table, bytes in files[table.fileName].write(bytes) }
///     }
///
/// Which tables there are, and what their columns hold: ``TableDescription/all``. All tables of a kind of transaction
/// set are begun when the first one of that kind comes, those without rows too.
public struct TablesWriter: ~Copyable {
    /// How many transaction sets were written to tables.
    public private(set) var setCount = 0
    /// Pieces that there are no tables of, such as a 999, and segments that no model has a place for.
    public private(set) var leftOutCount = 0

    /// Amounts and numbers that could not be read: their cells are empty, which is not to be taken for nothing.
    public private(set) var unreadableCount = 0

    /// Payments whose trace number, payer (TRN03), amount and date came before, in this file or in one written before it.
    public private(set) var repeatedPaymentCount = 0

    private var payments: Set<[String]> = []
    private var interchange = Interchange()
    private var claims = ClaimTables()
    private var remittances = RemittanceTables()
    private var inquiries = InquiryTables()
    private var responses = ResponseTables()
    private var isResponse = false

    /// Creates a writer.
    public init() {}

    /// Writes the next piece.
    ///
    /// - Throws: ``X12Error/Code/limitPassed`` for a remittance that takes back more than a million claim payments.
    public mutating func write(_ item: ModelItem) throws(X12Error) {
        countUnreadable(item)
        switch item {
        case .interchange(let part): interchange = part
        case .claimHeader(let part, _):
            claims.begin(nextPlace(part.controlNumber), part)
            leaveOut(part.carried)
        case .billingProvider(let part):
            claims.open(part)
            leaveOut(part.carried)
        case .subscriber(let part):
            claims.open(part)
            leaveOut(part.carried)
        case .patient(let part):
            claims.open(part)
            leaveOut(part.carried)
        case .claim(let part): claims.write(part)
        case .remittanceHeader(let part, _):
            remittances.begin(nextPlace(part.controlNumber), part)
            leaveOut(part.carried)
            note(part)
        case .remittanceGroup(let part):
            remittances.open(part)
            leaveOut(part.carried)
        case .claimPayment(let part): try remittances.write(part)
        case .remittanceTrailer(let part): remittances.write(part)
        case .inquiryHeader, .responseHeader, .informationSource, .informationReceiver, .inquirySubscriber,
            .inquiry, .responseSubscriber, .response:
            writeEligibility(item)
        case .group, .groupTrailer, .interchangeTrailer, .claimTrailer, .eligibilityTrailer: break
        case .carried(let part): leaveOut(part.carried)
        case .acknowledgement, .implementationAcknowledgementHeader, .transactionSetResponse,
            .implementationAcknowledgementTrailer, .claimAcknowledgementHeader, .acknowledgementSource,
            .acknowledgementReceiver, .acknowledgedProvider, .patientAcknowledgement,
            .claimAcknowledgementTrailer:
            leftOutCount += 1
        }
    }

    private mutating func writeEligibility(_ item: ModelItem) {
        switch item {
        case .inquiryHeader(let part, _):
            isResponse = false
            inquiries.begin(nextPlace(part.controlNumber), part)
        case .responseHeader(let part, _):
            isResponse = true
            responses.begin(nextPlace(part.controlNumber), part)
        case .informationSource(let part):
            if isResponse { responses.open(part) } else { inquiries.open(part) }
        case .informationReceiver(let part):
            if isResponse { responses.open(part) } else { inquiries.open(part) }
        case .inquirySubscriber(let part): inquiries.open(part)
        case .inquiry(let part): inquiries.write(part)
        case .responseSubscriber(let part): responses.open(part)
        case .response(let part): responses.write(part)
        default: break
        }
    }

    /// Notes a payment by what tells it from others; one without a trace number is told from none.
    private mutating func note(_ header: RemittanceHeader) {
        guard let number = header.trace.number else { return }
        let key = [
            number, header.trace.payerIdentifier ?? "", header.payment.amount?.description ?? "",
            header.payment.date?.description ?? "",
        ]
        if !payments.insert(key).inserted { repeatedPaymentCount += 1 }
    }

    private mutating func countUnreadable(_ item: ModelItem) {
        switch item {
        case .claim(let part): countUnreadable(part.carried)
        case .remittanceHeader(let part, _): countUnreadable(part.carried)
        case .remittanceGroup(let part): countUnreadable(part.carried)
        case .claimPayment(let part): countUnreadable(part.carried)
        case .remittanceTrailer(let part): countUnreadable(part.carried)
        case .response(let part): countUnreadable(part.carried)
        case .responseSubscriber(let part): countUnreadable(part.carried)
        default: break
        }
    }

    /// Counts what has to be a number and is none, in the segments that are carried for it.
    private mutating func countUnreadable(_ carried: Carried?) {
        guard let carried, let separator = interchange.elementSeparator else { return }
        for text in carried.spellings.map(\.text) + carried.segments.map(\.text) {
            let elements = String(decoding: text.bytes, as: UTF8.self)
                .split(separator: separator, omittingEmptySubsequences: false)
            let slots = X12Specs.dictionary.segment(SegmentIdentifier(elements[0]))?.elements ?? []
            unreadableCount += zip(elements.dropFirst(), slots).count { value, slot in
                guard let type = X12Specs.dictionary.element(slot.dataElement)?.type, !value.isEmpty else {
                    return false
                }
                return [.decimal, .integer, .implied2].contains(type) && ExactDecimal(value) == nil
            }
        }
    }

    /// Counts segments that stand in no row: those of a claim, payment or person are counted in its row.
    private mutating func leaveOut(_ carried: Carried?) { leftOutCount += carried?.segments.count ?? 0 }

    private mutating func nextPlace(_ controlNumber: String?) -> SetPlace {
        setCount += 1
        return SetPlace(interchange, controlNumber, number: setCount)
    }

    /// Hands over what was written since the last call, table by table.
    ///
    /// - Parameters:
    ///   - limit: A table waits until it has more bytes than this.
    ///   - sink: Takes a table's bytes.
    /// - Throws: what the sink throws.
    public mutating func drain<Failure: Error>(
        over limit: Int = 0, into sink: (TableDescription, [UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        try claims.drain(over: limit, into: sink)
        try remittances.drain(over: limit, into: sink)
        try inquiries.drain(over: limit, into: sink)
        try responses.drain(over: limit, into: sink)
    }
}
