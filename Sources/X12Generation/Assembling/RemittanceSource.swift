public import X12Diagnostics
public import X12Models
public import X12Text

/// Reads remittances of our models (JSON, NDJSON) and X12, one after the other, in flat memory; the envelope they come
/// in says where they go.
public struct RemittanceSource: ~Copyable {
    /// What comes next.
    public enum Piece: Sendable {
        /// A remittance begins: where it goes, and the number of its check or transfer.
        case begin(Destination, number: String, from: Delimiters?)
        /// A piece of it.
        case item(ModelItem)
        /// It ends.
        case end
    }

    private var input: ModelInput
    private var envelope = EnvelopeFindings()
    private var interchange = Interchange()
    private var group = FunctionalGroup()
    private var isOpen = false
    private var waiting: [Piece] = []

    /// Whether the interchange at hand is production or test (ISA15: `P`, `T`); `nil` where that was not sent.
    public var usage: String? { interchange.usage }

    /// Recognises a source's form and reads from it.
    ///
    /// - Throws: what reading the source's first bytes throws.
    public init(_ source: consuming ByteSource) throws(X12Error) { input = try ModelInput(source) }

    /// The next piece; `nil` after the last.
    ///
    /// - Throws: ``X12Error/Code/malformedModel`` for a remittance without an envelope around it; what the reader of the
    ///   form throws.
    public mutating func next() throws(X12Error) -> Piece? {
        if !waiting.isEmpty { return waiting.removeFirst() }
        while let item = try input.next() {
            envelope.add(input.findings)
            switch item {
            case .interchange(let part):
                interchange = part
                group = FunctionalGroup()
            case .group(let part): group = part
            case .remittanceHeader(let header, _):
                waiting = [
                    .begin(
                        try destination(), number: header.trace.number ?? "", from: interchange.delimiters),
                    .item(item),
                ]
                if isOpen { waiting.insert(.end, at: 0) }
                isOpen = true
                return waiting.removeFirst()
            case .remittanceGroup where isOpen, .claimPayment where isOpen: return .item(item)
            case .remittanceTrailer where isOpen:
                isOpen = false
                waiting = [.end]
                return .item(item)
            default: break
            }
        }
        guard isOpen else { return nil }
        isOpen = false
        return .end
    }

    /// What is wrong with the envelope of what came as X12, since the last call: counts, control numbers, what is no segment,
    /// an end that is missing. Of the remittances themselves checking them tells.
    public mutating func takeFindings() -> [Finding] { envelope.take() }

    private func destination() throws(X12Error) -> Destination {
        let sender = EnvelopeAddress(interchange.senderQualifier, interchange.sender, group.sender)
        let address = EnvelopeAddress(interchange.receiverQualifier, interchange.receiver, group.receiver)
        guard let sender, let address else {
            throw X12Error(
                .malformedModel, "a remittance needs an interchange around it that names sender and receiver")
        }
        return Destination(submitter: Submitter(), sender: sender, receiver: Receiver(), address: address)
    }
}
