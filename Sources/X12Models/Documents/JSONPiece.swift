public import X12Diagnostics

/// A piece of an interchange that is a JSON value of its own: what stands in one line of NDJSON.
///
///     let bytes = claim.json()
///     let same = try Claim(json: bytes)
///
/// A value holds the levels that the piece stands under, as a claim's billing provider, subscriber and patient; and what is
/// ``Carried``, so that the same X12 can be written of it. What belongs to a whole transaction set is a value of its own:
/// ``ClaimPayment/remittance`` is not in the value of a payment. ``JSONSchema`` says what the values look like.
public protocol JSONPiece: BlockPart {
    /// The piece as readers hand it out and writers take it.
    var item: ModelItem { get }

    /// The levels that it stands under, the outermost first.
    var levels: [ModelItem] { get }

    /// What an item holds; `nil` when that is of another type.
    init?(_ item: ModelItem)

    /// Stands under a level from now on; one of a kind that it never stands under changes nothing.
    mutating func stand(under level: ModelItem)
}

extension JSONPiece {
    /// None: it stands under its transaction set.
    public var levels: [ModelItem] { [] }

    /// Changes nothing: it stands under no level.
    public mutating func stand(under level: ModelItem) {}

    /// Writes the piece as a JSON object, `objectType` and `schemaVersion` first.
    ///
    /// - Parameter isPretty: Whether it is laid out over lines; else it is one, and a line of NDJSON.
    /// - Returns: The object in UTF-8, without a line end.
    public func json(isPretty: Bool = false) -> [UInt8] {
        let item = self.item
        var objects = ItemObjects(isPretty ? .pretty : .compact)
        for level in levels { _ = objects.open(level) }
        objects.begin(ItemObjects.type(item), showsVersion: true)
        objects.guide(of: item)
        objects.fields(item)
        objects.writer.endObject()
        return objects.writer.bytes
    }

    /// Reads a JSON object that ``json(isPretty:)`` or `x12 convert --to ndjson` wrote, or a program in their manner.
    ///
    /// `objectType` and `schemaVersion` may be left out; what is absent, or `null`, is not set.
    ///
    /// - Parameter json: the bytes, up to 64 MiB: `text.utf8` of a string, or Foundation's `Data`.
    /// - Throws: ``X12Error/Code/malformedJSON`` and ``X12Error/Code/malformedModel`` with line, column and path; nothing
    ///   that could be somebody's name is in the words.
    public init(json: some Sequence<UInt8>) throws(X12Error) {
        let document = JSONDocument()
        var reader = JSONReader(Array(json))
        guard try reader.readValue(into: document) else {
            throw reader.fault("an object is expected", .malformedModel)
        }
        guard try reader.next() == nil else { throw reader.fault("one object is expected", .malformedModel) }
        let empty = Self().item
        let type = ItemObjects.type(empty)
        var fields = document.root.object
        if let named = fields?.value("objectType")?.string, named != type.rawValue {
            let other = ObjectType(rawValue: named)?.rawValue ?? "an object of another type"
            throw document.root.error("\(other) stands where \(type.rawValue) is expected")
        }
        var items = ObjectItems()
        try items.take(document.root, as: type, guide: empty.guide)
        self.init()
        var levels: [ModelItem] = []
        while let item = items.next() {
            if let piece = Self(item) { self = piece } else { levels.append(item) }
        }
        for level in levels { stand(under: level) }
    }
}
