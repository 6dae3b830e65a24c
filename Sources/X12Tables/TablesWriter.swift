public import X12Diagnostics
public import X12Models
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
    /// The first payment of each trace number, payer, amount and date, by its key; not more than ``mostPayments``.
    private var payments: [[String]: String] = [:]
    /// Of a run with more payments, those behind are held against these alone.
    private static let mostPayments = 100_000
    private var finder = LossFinder()
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
        finder.look(at: item)
        switch item {
        case .interchange(let part):
            endRemittance()
            interchange = part
        case .claimHeader(let part, _):
            claims.begin(nextPlace(part.controlNumber), part)
        case .billingProvider(let part): claims.open(part)
        case .subscriber(let part): claims.open(part)
        case .patient(let part): claims.open(part)
        case .claim(let part): claims.write(part)
        case .remittanceHeader(let part, _):
            endRemittance()
            let place = nextPlace(part.controlNumber)
            remittances.begin(place, part, repeats: first(of: part, at: place))
        case .remittanceGroup(let part): remittances.open(part)
        case .claimPayment(let part):
            if let claim = try remittances.write(part) { finder.add(claim) }
        case .remittanceTrailer(let part): remittances.write(part)
        case .inquiryHeader, .responseHeader, .informationSource, .informationReceiver, .inquirySubscriber,
            .inquiry, .responseSubscriber, .response:
            writeEligibility(item)
        case .groupTrailer, .interchangeTrailer: endRemittance()
        case .group, .claimTrailer, .eligibilityTrailer, .carried, .acknowledgement,
            .implementationAcknowledgementHeader, .transactionSetResponse,
            .implementationAcknowledgementTrailer, .claimAcknowledgementHeader, .acknowledgementSource,
            .acknowledgementReceiver, .acknowledgedProvider, .patientAcknowledgement,
            .claimAcknowledgementTrailer:
            break
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

    /// The key of the first payment that is told from another one by nothing, where that is not this one; one without a trace
    /// number is told from all.
    private mutating func first(of header: RemittanceHeader, at place: SetPlace) -> String? {
        guard let number = header.trace.number else { return nil }
        let properties = [
            number, header.trace.payerIdentifier ?? "", header.payment.amount?.description ?? "",
            header.payment.date?.description ?? "",
        ]
        guard let firstKey = payments[properties] else {
            if payments.count < Self.mostPayments { payments[properties] = place.key }
            return nil
        }
        finder.add(TableLosses.RepeatedPayment(key: place.key, firstKey: firstKey))
        return firstKey
    }

    /// Ends an input: the payment that was written last has all its rows.
    ///
    /// A writer can go on with another input.
    public mutating func endInput() { endRemittance() }

    private mutating func endRemittance() {
        if let payment = remittances.end() { finder.add(payment) }
    }

    /// What was lost since the last call; to be asked when an input ended (``endInput()``).
    public mutating func takeLosses() -> TableLosses { finder.take() }

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
