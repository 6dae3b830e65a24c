public import X12Diagnostics
public import X12Text

/// Reads a JSON document that ``JSONDocumentWriter`` wrote, or a program in its manner, as pieces of an
/// interchange, in flat memory.
///
/// The fields of an object come in the order of the description there: a header before its content. Several documents
/// may follow each other, each on lines of its own, as converting several files writes them.
public struct JSONDocumentReader: ~Copyable {
    /// What is open in the document.
    private enum Place: Equatable {
        case root, interchange, group
        case set
        /// A list of interchanges, groups or sets, or of what `take` says.
        case envelopes(Envelope)
        case objects(ObjectType)
    }

    private enum Envelope { case interchange, group, set }

    private var reader: JSONReader
    private let document = JSONDocument()
    private var items = ObjectItems()
    private var places: [Place] = []
    /// Whether the header of the interchange and of the transaction set that are open was read.
    private var hasInterchangeHeader = false
    private var hasSetHeader = false
    /// Whether the document that is open has its list of interchanges.
    private var hasInterchanges = false
    private var transactionSet = ""
    private var guide = ""

    /// Reads from a source.
    public init(_ source: consuming ByteSource) {
        let source = SharedSource(source)
        reader = JSONReader(allowsSeveral: true) { buffer throws(X12Error) in try source.read(into: buffer) }
    }

    /// Where the object stands of which the last piece was made.
    var place: Location {
        Location(byteOffset: document.origin.byteOffset, line: document.origin.line)
    }

    /// The value of the object that the last piece was made of which was refused.
    func value(of refused: RefusedProperty, delimiters: [String]) -> JSONValue? {
        document.first(refused, delimiters: delimiters)
    }

    /// The next piece; `nil` after the last.
    ///
    /// - Throws: ``X12Error/Code/malformedJSON`` and ``X12Error/Code/malformedModel`` with line, column and path.
    public mutating func next() throws(X12Error) -> ModelItem? {
        while true {
            if let item = items.next() { return item }
            guard let place = places.last else {
                guard try begin() else { return nil }
                continue
            }
            switch place {
            case .envelopes(let envelope): try element(of: envelope)
            case .objects(let type):
                if try reader.readValue(into: document) {
                    try items.take(document.root, as: type)
                } else {
                    places.removeLast()
                }
            default: try field(of: place)
            }
        }
    }

    private mutating func begin() throws(X12Error) -> Bool {
        guard let token = try reader.next() else { return false }
        guard token == .beginObject else { throw reader.fault("an object is expected", .malformedModel) }
        places.append(.root)
        hasInterchanges = false
        return true
    }

    private mutating func element(of envelope: Envelope) throws(X12Error) {
        switch try reader.next() {
        case .endArray: places.removeLast()
        case .beginObject:
            transactionSet = ""
            guide = ""
            hasSetHeader = false
            switch envelope {
            case .interchange:
                hasInterchangeHeader = false
                places.append(.interchange)
            case .group: places.append(.group)
            case .set: places.append(.set)
            }
        default: throw reader.fault("an object is expected", .malformedModel)
        }
    }

    private mutating func field(of place: Place) throws(X12Error) {
        guard let token = try reader.next(), token != .endObject else {
            places.removeLast()
            guard place != .root || hasInterchanges else {
                throw reader.fault("the document has no interchanges", .malformedModel)
            }
            return
        }
        guard case .key(let key) = token else { throw reader.fault("a key is expected", .malformedModel) }
        try checkHeader(of: place, before: key)
        switch (place, key) {
        case (.root, "schemaVersion"):
            let version = try text()
            guard version == documentSchemaVersion else {
                throw document.root.error("is \(version); this program reads \(documentSchemaVersion)")
            }
        case (.root, "interchanges"):
            hasInterchanges = true
            try list(.envelopes(.interchange))
        case (.root, "trailing"): try trailing()
        case (.interchange, "header"):
            hasInterchangeHeader = true
            try items.take(value(), as: .interchange)
        case (.interchange, "acknowledgements"): try list(.objects(.interchangeAcknowledgement))
        case (.interchange, "functionalGroups"): try list(.envelopes(.group))
        case (.interchange, "trailer"): try items.take(value(), as: .interchangeTrailer)
        case (.group, "header"): try items.take(value(), as: .functionalGroup)
        case (.group, "transactionSets"): try list(.envelopes(.set))
        case (.group, "trailer"): try items.take(value(), as: .functionalGroupTrailer)
        case (.set, "transactionSet"): transactionSet = try text()
        case (.set, "guide"): guide = try text()
        case (.set, "header"): try setHeader()
        case (.set, "claims"): try list(.objects(.claim))
        case (.set, "claimPayments"): try list(.objects(.claimPayment))
        case (.set, "eligibilityInquiries"): try list(.objects(.eligibilityInquiry))
        case (.set, "eligibilityResponses"): try list(.objects(.eligibilityResponse))
        case (.set, "responses"): try list(.objects(.transactionSetResponse))
        case (.set, "patients"): try list(.objects(.patientAcknowledgement))
        case (.set, "trailer"): try items.take(value(), as: trailer)
        case (_, "item"): try items.take(value())
        default: throw reader.fault("\(key) is not a field that is known here", .malformedModel)
        }
    }

    /// Refuses content whose header is missing: it could not be written.
    private func checkHeader(of place: Place, before key: String) throws(X12Error) {
        switch (place, key) {
        case (.interchange, "functionalGroups"), (.interchange, "acknowledgements"),
            (.interchange, "trailer"):
            guard !hasInterchangeHeader else { return }
        case (.set, "claims"), (.set, "claimPayments"), (.set, "eligibilityInquiries"),
            (.set, "eligibilityResponses"), (.set, "responses"), (.set, "patients"), (.set, "trailer"):
            guard !hasSetHeader else { return }
        default: return
        }
        throw reader.fault("the header is missing, which comes before", .malformedModel)
    }

    private mutating func setHeader() throws(X12Error) {
        hasSetHeader = true
        switch transactionSet {
        case "837": try items.take(value(), as: .claimTransaction, guide: guide)
        case "835": try items.take(value(), as: .remittanceTransaction, guide: guide)
        case "270": try items.take(value(), as: .eligibilityInquiryTransaction, guide: guide)
        case "271": try items.take(value(), as: .eligibilityResponseTransaction, guide: guide)
        case "277": try items.take(value(), as: .claimAcknowledgement, guide: guide)
        case "999": try items.take(value(), as: .implementationAcknowledgement, guide: guide)
        default:
            throw reader.fault(
                "transactionSet must come first and be 837, 835, 270, 271, 277 or 999", .malformedModel)
        }
    }

    /// What ends the transaction set that is open.
    private var trailer: ObjectType {
        switch transactionSet {
        case "835": .remittanceTransactionTrailer
        case "270", "271": .eligibilityTransactionTrailer
        case "277": .claimAcknowledgementTrailer
        case "999": .implementationAcknowledgementTrailer
        default: .claimTransactionTrailer
        }
    }

    private mutating func trailing() throws(X12Error) {
        guard let object = try value().object else { throw document.root.error("is not an object") }
        var carried = Carried()
        carried.trailing = try object.decode(CarriedText.self)
        items.takeTrailing(carried)
    }

    private mutating func list(_ place: Place) throws(X12Error) {
        guard try reader.next() == .beginArray else {
            throw reader.fault("a list is expected", .malformedModel)
        }
        places.append(place)
    }

    private mutating func text() throws(X12Error) -> String {
        let value = try value()
        guard let text = value.string else { throw value.misplaced("text") }
        return text
    }

    private mutating func value() throws(X12Error) -> JSONValue {
        guard try reader.readValue(into: document) else {
            throw reader.fault("a value is expected", .malformedModel)
        }
        return document.root
    }
}
