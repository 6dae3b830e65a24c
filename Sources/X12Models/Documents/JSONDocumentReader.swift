public import X12Diagnostics
public import X12Text

/// Reads a JSON document that ``JSONDocumentWriter`` wrote, or a program in its manner, as pieces of an
/// interchange, in flat memory.
///
/// Fields may come in any order, but for the header of a group and the acknowledgements of an interchange, which stand before
/// sets and groups. What the writer puts first (`transactionSet`, `guide` and `header` of a set, `header` of an
/// interchange) is needed before what stands in a list can be handed out: where it comes behind, the list is held until then,
/// which 64 MiB of it can be. Several documents may follow each other, each on lines of its own, as converting several files
/// writes them.
public struct JSONDocumentReader: ~Copyable {
    /// What is open in the document.
    private enum Place {
        case object(Owner)
        /// A list of interchanges, groups or sets, or of objects of a type.
        case envelopes(Owner)
        case objects(ObjectType)
        /// An object whose fields were all read, some of which may be held.
        case ended(Owner)
        /// Around a list that was held: its reader ends with it.
        case heldList
    }

    /// An object of the document.
    private enum Owner { case root, interchange, group, set }

    /// A reader of the input, or of a list that was held.
    private final class Source {
        var reader: JSONReader

        init(_ reader: consuming JSONReader) { self.reader = reader }
    }

    /// What was read of an object that is open, and not handed out yet.
    private struct Parts {
        var header: JSONDocument?
        var trailer: JSONDocument?
        var lists: [(place: Place, document: JSONDocument)] = []
        var trailing: Carried?
        /// Whether the header came, and whether a list is read as it comes.
        var hasHeader = false
        var hasList = false
        var transactionSet: String?
        var guide: String?

        /// Whether all came that is needed before a list of the object.
        func suffice(for owner: Owner) -> Bool {
            switch owner {
            case .root, .group: true
            case .interchange: hasHeader
            case .set: hasHeader && transactionSet != nil && guide != nil
            }
        }
    }

    private let limits: JSONLimits
    /// The readers, the innermost last; never empty.
    private var sources: [Source]
    /// The object that the last piece was made of.
    private var document = JSONDocument()
    private var items = ObjectItems()
    private var places: [Place] = []
    private var parts: [Parts] = []

    /// Reads from a source.
    public init(_ source: consuming ByteSource) { self.init(source, limits: JSONLimits()) }

    /// Reads from a source within limits.
    init(_ source: consuming ByteSource, limits: JSONLimits) {
        self.limits = limits
        let source = SharedSource(source)
        let reader = JSONReader(limits: limits, allowsSeveral: true) { buffer throws(X12Error) in
            try source.read(into: buffer)
        }
        sources = [Source(reader)]
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
    /// - Throws: ``X12Error/Code/malformedJSON`` and ``X12Error/Code/malformedModel`` with line, column and path;
    ///   ``X12Error/Code/limitPassed`` for a list that is too large to be held.
    public mutating func next() throws(X12Error) -> ModelItem? {
        while true {
            if let item = items.next() { return item }
            guard let place = places.last else {
                guard try begin() else { return nil }
                continue
            }
            switch place {
            case .envelopes(let owner): try element(of: owner)
            case .objects(let type):
                if try source.reader.readValue(into: document) {
                    try items.take(document.root, as: type)
                } else {
                    places.removeLast()
                }
            case .object(let owner): try field(of: owner)
            case .ended(let owner): try handOut(owner)
            case .heldList:
                sources.removeLast()
                places.removeLast()
            }
        }
    }

    private var source: Source { sources[sources.count - 1] }

    private mutating func begin() throws(X12Error) -> Bool {
        guard let token = try source.reader.next() else { return false }
        guard token == .beginObject else { throw fault("an object is expected") }
        open(.root)
        return true
    }

    private mutating func open(_ owner: Owner) {
        places.append(.object(owner))
        parts.append(Parts())
    }

    private mutating func element(of owner: Owner) throws(X12Error) {
        switch try source.reader.next() {
        case .endArray: places.removeLast()
        case .beginObject: open(owner)
        default: throw fault("an object is expected")
        }
    }

    private mutating func field(of owner: Owner) throws(X12Error) {
        guard let token = try source.reader.next(), token != .endObject else {
            try check(owner)
            places[places.count - 1] = .ended(owner)
            return
        }
        guard case .key(let key) = token else { throw fault("a key is expected") }
        let last = parts.count - 1
        switch (owner, key) {
        case (.root, "schemaVersion"):
            let version = try text()
            guard version == documentSchemaVersion else {
                throw document.root.error("is \(version); this program reads \(documentSchemaVersion)")
            }
        case (.root, "interchanges"): try list(.envelopes(.interchange), key, of: owner)
        case (.root, "trailing"): parts[last].trailing = try trailing()
        case (.interchange, "header"), (.group, "header"), (.set, "header"): try header(of: owner)
        case (.interchange, "acknowledgements"):
            guard !parts[last].hasList else {
                throw fault("the acknowledgements stand behind the functionalGroups: move them before")
            }
            try list(.objects(.interchangeAcknowledgement), key, of: owner)
        case (.interchange, "functionalGroups"): try list(.envelopes(.group), key, of: owner)
        case (.group, "transactionSets"): try list(.envelopes(.set), key, of: owner)
        case (.set, "transactionSet"): parts[last].transactionSet = try text()
        case (.set, "guide"): parts[last].guide = try text()
        case (.set, "claims"): try list(.objects(.claim), key, of: owner)
        case (.set, "claimPayments"): try list(.objects(.claimPayment), key, of: owner)
        case (.set, "eligibilityInquiries"): try list(.objects(.eligibilityInquiry), key, of: owner)
        case (.set, "eligibilityResponses"): try list(.objects(.eligibilityResponse), key, of: owner)
        case (.set, "responses"): try list(.objects(.transactionSetResponse), key, of: owner)
        case (.set, "patients"): try list(.objects(.patientAcknowledgement), key, of: owner)
        case (.interchange, "trailer"), (.group, "trailer"), (.set, "trailer"):
            parts[last].trailer = try held()
        case (_, "item"): try items.take(value())
        default: throw fault("\(key) is not a field that is known here")
        }
    }

    /// Takes a header: at once, or of a set when the set's number and guide are known.
    private mutating func header(of owner: Owner) throws(X12Error) {
        let last = parts.count - 1
        guard !parts[last].hasList else {
            throw fault("the header stands behind what it is the header of: move it before")
        }
        parts[last].hasHeader = true
        parts[last].header = try held()
        if owner != .set { try handOutHeader(owner) }
    }

    /// Begins a list, or holds it when something is missing that comes before.
    private mutating func list(_ place: Place, _ key: String, of owner: Owner) throws(X12Error) {
        let last = parts.count - 1
        guard parts[last].suffice(for: owner), parts[last].lists.isEmpty else {
            let list: JSONDocument
            do throws(X12Error) { list = try held() } catch {
                guard error.code == .limitPassed else { throw error }
                throw Self.unheld(key, of: owner, error.detail, at: error.location)
            }
            // It is read again, and only then looked into.
            list.entries = []
            let bytes = parts[last].lists.reduce(list.bytes.count) { $0 + $1.document.bytes.count }
            guard bytes <= limits.largestValue else {
                let error = fault("more than \(limits.largestValue) bytes are held")
                throw Self.unheld(key, of: owner, error.detail, at: error.location)
            }
            return parts[last].lists.append((place, list))
        }
        try handOutHeader(owner)
        parts[last].hasList = true
        try enter(place)
    }

    /// The error of a list that is too large to be held.
    private static func unheld(
        _ key: String, of owner: Owner, _ detail: String, at location: Location
    ) -> X12Error {
        let missing = owner == .set ? "transactionSet, guide and header" : "header"
        return X12Error(
            .limitPassed, at: location,
            "\(detail); it is held as \(key) stands before \(missing): move \(missing) before \(key)")
    }

    private mutating func enter(_ place: Place) throws(X12Error) {
        guard try source.reader.next() == .beginArray else { throw fault("a list is expected") }
        places.append(place)
    }

    // MARK: - What is held

    /// Refuses content whose header is missing: it could not be written.
    private func check(_ owner: Owner) throws(X12Error) {
        guard let parts = parts.last else { return }
        if owner == .root, !parts.hasList { throw fault("the document has no interchanges") }
        let hasContent = !parts.lists.isEmpty || parts.trailer != nil
        guard owner == .interchange || owner == .set, hasContent, !parts.hasHeader else { return }
        throw fault("the header is missing, which comes before")
    }

    /// Hands out the next of what is held of an object that ended.
    private mutating func handOut(_ owner: Owner) throws(X12Error) {
        let last = parts.count - 1
        if parts[last].header != nil { return try handOutHeader(owner) }
        if !parts[last].lists.isEmpty {
            // Acknowledgements of interchanges stand before the groups.
            let next = parts[last].lists.firstIndex { if case .objects = $0.place { true } else { false } }
            let list = parts[last].lists.remove(at: next ?? 0)
            places.append(.heldList)
            sources.append(Source(JSONReader(list.document, limits: limits)))
            return try enter(list.place)
        }
        let ended = parts.removeLast()
        places.removeLast()
        if let trailing = ended.trailing { items.takeTrailing(trailing) }
        guard let trailer = ended.trailer else { return }
        document = trailer
        switch owner {
        case .interchange: try items.take(trailer.root, as: .interchangeTrailer)
        case .group: try items.take(trailer.root, as: .functionalGroupTrailer)
        case .set: try items.take(trailer.root, as: Self.trailer(of: ended.transactionSet ?? ""))
        case .root: break
        }
    }

    private mutating func handOutHeader(_ owner: Owner) throws(X12Error) {
        let last = parts.count - 1
        guard let header = parts[last].header.take() else { return }
        document = header
        let value = header.root
        switch owner {
        case .interchange: return try items.take(value, as: .interchange)
        case .group: return try items.take(value, as: .functionalGroup)
        case .root: return
        case .set: break
        }
        let type: ObjectType
        switch parts[last].transactionSet {
        case "837": type = .claimTransaction
        case "835": type = .remittanceTransaction
        case "270": type = .eligibilityInquiryTransaction
        case "271": type = .eligibilityResponseTransaction
        case "277": type = .claimAcknowledgement
        case "999": type = .implementationAcknowledgement
        default:
            throw value.error("transactionSet beside it must be 837, 835, 270, 271, 277 or 999")
        }
        try items.take(value, as: type, guide: parts[last].guide ?? "")
    }

    /// What ends a transaction set.
    private static func trailer(of transactionSet: String) -> ObjectType {
        switch transactionSet {
        case "835": .remittanceTransactionTrailer
        case "270", "271": .eligibilityTransactionTrailer
        case "277": .claimAcknowledgementTrailer
        case "999": .implementationAcknowledgementTrailer
        default: .claimTransactionTrailer
        }
    }

    // MARK: - Values

    private func fault(_ reason: String) -> X12Error { source.reader.fault(reason, .malformedModel) }

    private mutating func trailing() throws(X12Error) -> Carried {
        guard let object = try value().object else { throw document.root.error("is not an object") }
        var carried = Carried()
        carried.trailing = try object.decode(CarriedText.self)
        return carried
    }

    private mutating func text() throws(X12Error) -> String {
        let value = try value()
        guard let text = value.string else { throw value.misplaced("text") }
        return text
    }

    private mutating func value() throws(X12Error) -> JSONValue {
        try read(into: document)
        return document.root
    }

    /// The next value, in a document of its own.
    private mutating func held() throws(X12Error) -> JSONDocument {
        let document = JSONDocument()
        try read(into: document)
        return document
    }

    private mutating func read(into document: JSONDocument) throws(X12Error) {
        guard try source.reader.readValue(into: document) else { throw fault("a value is expected") }
    }
}
