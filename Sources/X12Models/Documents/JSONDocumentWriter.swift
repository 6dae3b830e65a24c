public import X12Diagnostics

/// Writes whole interchanges as one JSON document: interchanges, functional groups, transaction sets and
/// claims inside each other, in flat memory.
///
///     { "schemaVersion": "1.0",
///       "interchanges": [ { "header": {…}, "functionalGroups": [ { "header": {…}, "transactionSets": [
///         { "transactionSet": "837", "guide": "005010X222A1", "header": {…}, "claims": [ {…}, … ],
///           "trailer": {…} } ], "trailer": {…} } ], "trailer": {…} } ] }
///
/// Each claim holds its billing provider, subscriber and patient by value. What stands where the envelope
/// has no place for it becomes an element `{"item": {…}}` of the nearest list.
public struct JSONDocumentWriter: ~Copyable {
    /// One object of the envelope that is open.
    private struct Frame {
        enum Kind { case interchange, group, set }
        let kind: Kind
        /// The key of the list that its content goes to.
        let content: StaticString
        /// Whether that list, or the list of acknowledgements before it, is open.
        var isContentOpen = false
        var areAcknowledgementsOpen = false
    }

    private var objects: ItemObjects
    private var frames: [Frame] = []
    private var hasBegun = false
    private var trailing: CarriedText?

    /// Creates a writer.
    ///
    /// - Parameter isPretty: Whether to lay the document out over lines.
    public init(isPretty: Bool = true) { objects = ItemObjects(isPretty ? .pretty : .compact) }

    /// How many bytes wait to be taken.
    public var pendingBytes: Int { objects.writer.count }

    /// Hands the bytes that wait to a sink, when there are at least `limit` of them.
    ///
    /// - Throws: what the sink throws.
    public mutating func drain(
        over limit: Int = 0, into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void
    ) throws(X12Error) {
        try objects.writer.drain(over: limit, into: sink)
    }

    /// Writes the next piece.
    public mutating func write(_ item: ModelItem) {
        begin()
        if objects.endsLevels(item) { showLevels() }
        if objects.open(item) { return }
        switch item {
        case .interchange:
            close(downTo: nil)
            open(.interchange, "functionalGroups", item)
        case .group:
            enclose(.interchange)
            open(.group, "transactionSets", item)
        case .claimHeader(_, let guide):
            enclose(.group)
            open(.set, "claims", item, ("837", guide))
        case .remittanceHeader(_, let guide):
            enclose(.group)
            open(.set, "claimPayments", item, ("835", guide))
        case .inquiryHeader(_, let guide):
            enclose(.group)
            open(.set, "eligibilityInquiries", item, ("270", guide))
        case .responseHeader(_, let guide):
            enclose(.group)
            open(.set, "eligibilityResponses", item, ("271", guide))
        case .implementationAcknowledgementHeader(_, let guide):
            enclose(.group)
            open(.set, "responses", item, ("999", guide))
        case .claimAcknowledgementHeader(_, let guide):
            enclose(.group)
            open(.set, "patients", item, ("277", guide))
        case .acknowledgement: acknowledgement(item)
        case .claim, .claimPayment, .inquiry, .response, .transactionSetResponse, .patientAcknowledgement:
            unit(item)
        case .claimTrailer, .remittanceTrailer, .eligibilityTrailer, .implementationAcknowledgementTrailer,
            .claimAcknowledgementTrailer:
            trailer(of: .set, item)
        case .groupTrailer: trailer(of: .group, item)
        case .interchangeTrailer: trailer(of: .interchange, item)
        case .carried(let part):
            if let rest = part.carried, rest.trailing != nil, rest.segments.isEmpty {
                trailing = rest.trailing
            } else {
                stray(item)
            }
        default: break
        }
    }

    /// Writes the document's end.
    public mutating func finish() {
        begin()
        showLevels()
        close(downTo: nil)
        objects.writer.endArray()
        if let trailing {
            objects.writer.key("trailing")
            objects.writer.object(trailing)
        }
        objects.writer.endObject()
        objects.writer.newline()
    }

    // MARK: - Frames

    private mutating func begin() {
        guard !hasBegun else { return }
        hasBegun = true
        objects.writer.beginObject()
        objects.writer.key("schemaVersion")
        objects.writer.string(documentSchemaVersion)
        objects.writer.key("interchanges")
        objects.writer.beginArray()
    }

    private mutating func open(
        _ kind: Frame.Kind, _ content: StaticString, _ item: ModelItem,
        _ set: (identifier: String, guide: String)? = nil
    ) {
        openContent()
        objects.writer.beginObject()
        if let set {
            objects.writer.key("transactionSet")
            objects.writer.string(set.identifier)
            objects.writer.key("guide")
            objects.writer.string(set.guide)
            objects.levels.closeAll()
        }
        objects.writer.key("header")
        object(item)
        frames.append(Frame(kind: kind, content: content))
    }

    /// Opens the list that elements of the innermost frame go to.
    private mutating func openContent() {
        guard let frame = frames.last, !frame.isContentOpen else { return }
        if frame.areAcknowledgementsOpen { objects.writer.endArray() }
        objects.writer.key(frame.content)
        objects.writer.beginArray()
        frames[frames.count - 1].areAcknowledgementsOpen = false
        frames[frames.count - 1].isContentOpen = true
    }

    private mutating func closeContent() {
        guard let frame = frames.last else { return }
        if frame.isContentOpen || frame.areAcknowledgementsOpen { objects.writer.endArray() }
        frames[frames.count - 1].isContentOpen = false
        frames[frames.count - 1].areAcknowledgementsOpen = false
    }

    /// Closes frames until one of a kind is the innermost; all of them for `nil`.
    private mutating func close(downTo kind: Frame.Kind?) {
        while let frame = frames.last, frame.kind != kind {
            closeContent()
            objects.writer.endObject()
            frames.removeLast()
        }
    }

    /// Makes a frame of a kind the innermost; one that was never opened is made without a header.
    private mutating func enclose(_ kind: Frame.Kind) {
        let isOpen = frames.contains { $0.kind == kind }
        if isOpen {
            close(downTo: kind)
            return
        }
        if kind == .group { enclose(.interchange) }
        openContent()
        objects.writer.beginObject()
        frames.append(Frame(kind: kind, content: kind == .group ? "transactionSets" : "functionalGroups"))
    }

    // MARK: - Pieces

    private mutating func object(_ item: ModelItem) {
        objects.writer.beginObject()
        objects.fields(item)
        objects.writer.endObject()
    }

    private mutating func unit(_ item: ModelItem) {
        guard frames.last?.kind == .set else { return stray(item) }
        openContent()
        object(item)
    }

    private mutating func acknowledgement(_ item: ModelItem) {
        guard let frame = frames.last, frame.kind == .interchange, !frame.isContentOpen else {
            return stray(item)
        }
        if !frame.areAcknowledgementsOpen {
            objects.writer.key("acknowledgements")
            objects.writer.beginArray()
            frames[frames.count - 1].areAcknowledgementsOpen = true
        }
        object(item)
    }

    private mutating func trailer(of kind: Frame.Kind, _ item: ModelItem) {
        guard frames.contains(where: { $0.kind == kind }) else { return stray(item) }
        close(downTo: kind)
        closeContent()
        objects.writer.key("trailer")
        object(item)
        objects.writer.endObject()
        frames.removeLast()
    }

    /// Writes what has no place of its own as an element of the innermost list.
    private mutating func stray(_ item: ModelItem) {
        beginElement(ItemObjects.type(item))
        objects.fields(item)
        endElement()
    }

    /// Writes levels that no unit has shown, as an element of their own among the units.
    private mutating func showLevels() {
        guard let type = objects.levels.unshown?.type else { return }
        beginElement(type)
        objects.levels(of: type)
        endElement()
    }

    /// Begins an element that names its type; in a list of other things than units it is an `item`.
    private mutating func beginElement(_ type: ObjectType) {
        openContent()
        if frames.last?.kind != .set {
            objects.writer.beginObject()
            objects.writer.key("item")
        }
        objects.writer.beginObject()
        objects.writer.key("objectType")
        objects.writer.string(type.rawValue)
    }

    private mutating func endElement() {
        objects.writer.endObject()
        if frames.last?.kind != .set { objects.writer.endObject() }
    }
}
