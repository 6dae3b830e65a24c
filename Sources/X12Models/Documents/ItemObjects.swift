internal import X12Diagnostics

/// Writes one piece of an interchange as a JSON object, units with the levels they stand under.
struct ItemObjects: ~Copyable {
    var writer: JSONWriter
    var levels = LevelTracker()

    init(_ form: JSONWriter.Form) { writer = JSONWriter(form) }

    /// Whether this item shows that no unit comes any more for levels that are open.
    func endsLevels(_ item: ModelItem) -> Bool {
        switch item {
        case .claim, .claimPayment, .transactionSetResponse, .patientAcknowledgement, .carried: return false
        default:
            // A level ends those as deep as itself and deeper, everything else ends all.
            guard let depth = item.depth else { return true }
            return endsLevels(at: depth)
        }
    }

    /// Whether a level at a depth shows that.
    func endsLevels(at depth: Int) -> Bool { levels.unshown.map { $0.depth >= depth } ?? false }

    /// Notes a level; false when the item is none.
    mutating func open(_ item: ModelItem) -> Bool {
        switch item {
        case .billingProvider(let part): levels.open(part)
        case .subscriber(let part): levels.open(part)
        case .patient(let part): levels.open(part)
        case .remittanceGroup(let part): levels.open(part)
        case .informationSource(let part): levels.open(part)
        case .informationReceiver(let part): levels.open(part)
        case .inquirySubscriber(let part): levels.open(part)
        case .responseSubscriber(let part): levels.open(part)
        case .acknowledgementSource(let part): levels.open(part)
        case .acknowledgementReceiver(let part): levels.open(part)
        case .acknowledgedProvider(let part): levels.open(part)
        default: return false
        }
        return true
    }

    /// Begins an object that says what it is.
    mutating func begin(_ type: ObjectType, showsVersion: Bool) {
        writer.beginObject()
        writer.key("objectType")
        writer.string(type.rawValue)
        guard showsVersion else { return }
        writer.key("schemaVersion")
        writer.string(documentSchemaVersion)
    }

    /// Writes which guide a transaction set is read by, into the object of its header; false when the item is none.
    @discardableResult
    mutating func guide(of item: ModelItem) -> Bool {
        guard let guide = item.guide else { return false }
        writer.key("guide")
        writer.string(guide)
        return true
    }

    /// Writes an item's fields into the object that is open.
    mutating func fields(_ item: ModelItem) {
        switch item {
        case .interchange(let part): fields(part)
        case .acknowledgement(let part): fields(part)
        case .group(let part): fields(part)
        case .claimHeader(let part, _): fields(part)
        case .claim(let part):
            claimLevels()
            fields(part)
        case .claimTrailer(let part): fields(part)
        case .remittanceHeader(let part, _): fields(part)
        case .claimPayment(let part):
            remittanceLevels()
            fields(part)
        case .remittanceTrailer(let part): fields(part)
        case .inquiryHeader(let part, _): fields(part)
        case .responseHeader(let part, _): fields(part)
        case .inquiry(let part):
            if part.dependent == nil {
                eligibilityParties()
                levels.open(part.subscriber ?? InquirySubscriber(), isShown: true)
            } else {
                eligibilityLevels()
                dependent(isEmpty: part.dependent == InquiryDependent())
            }
            fields(part)
        case .response(let part):
            if part.dependent == nil {
                eligibilityParties()
                levels.open(part.subscriber ?? ResponseSubscriber(), isShown: true)
            } else {
                eligibilityLevels()
                dependent(isEmpty: part.dependent == ResponseDependent())
            }
            fields(part)
        case .eligibilityTrailer(let part): fields(part)
        case .implementationAcknowledgementHeader(let part, _): fields(part)
        case .transactionSetResponse(let part): fields(part)
        case .implementationAcknowledgementTrailer(let part): fields(part)
        case .claimAcknowledgementHeader(let part, _): fields(part)
        case .patientAcknowledgement(let part):
            acknowledgementLevels()
            fields(part)
        case .claimAcknowledgementTrailer(let part): fields(part)
        case .groupTrailer(let part): fields(part)
        case .interchangeTrailer(let part): fields(part)
        case .carried(let part): fields(part)
        case .billingProvider, .subscriber, .patient, .remittanceGroup, .informationSource,
            .informationReceiver, .inquirySubscriber, .responseSubscriber, .acknowledgementSource,
            .acknowledgementReceiver, .acknowledgedProvider:
            break
        }
    }

    /// Writes the fields of a unit or level that say nothing of levels above into an object that is open.
    static func ownFields(of item: ModelItem, to writer: inout JSONWriter) {
        switch item {
        case .claim(let part): writer.fields(of: part)
        case .claimPayment(let part): writer.fields(of: part)
        case .transactionSetResponse(let part): writer.fields(of: part)
        case .patientAcknowledgement(let part): writer.fields(of: part)
        case .billingProvider(let part): writer.fields(of: part)
        case .subscriber(let part): writer.fields(of: part)
        case .patient(let part): writer.fields(of: part)
        case .remittanceGroup(let part): writer.fields(of: part)
        case .acknowledgementSource(let part): writer.fields(of: part)
        case .acknowledgementReceiver(let part): writer.fields(of: part)
        case .acknowledgedProvider(let part): writer.fields(of: part)
        default: preconditionFailure("a piece that depends on what came before")
        }
    }

    /// Writes the levels that a unit stands under into the object that is open.
    mutating func levels(above unit: ObjectType) {
        switch unit {
        case .claim: claimLevels()
        case .claimPayment: remittanceLevels()
        case .patientAcknowledgement: acknowledgementLevels()
        default: break
        }
    }

    /// Writes the levels that are open and not shown, into an object of the type of the deepest one.
    mutating func levels(of type: ObjectType) {
        switch type {
        case .remittanceGroup: remittanceLevels()
        case .informationSource, .informationReceiver, .inquirySubscriber, .responseSubscriber:
            eligibilityLevels()
        case .acknowledgementSource, .acknowledgementReceiver, .acknowledgedProvider: acknowledgementLevels()
        default: claimLevels()
        }
    }

    /// Writes the levels that a claim stands under.
    private mutating func claimLevels() {
        Self.level("billingProvider", &levels.billingProvider, &writer)
        Self.level("subscriber", &levels.subscriber, &writer)
        Self.level("patient", &levels.patient, &writer)
    }

    /// Writes the group that a claim payment stands under.
    private mutating func remittanceLevels() { Self.level("group", &levels.remittanceGroup, &writer) }

    /// Writes the levels that a dependent's inquiry or response stands under.
    private mutating func eligibilityLevels() {
        eligibilityParties()
        Self.level("subscriber", &levels.inquirySubscriber, &writer)
        Self.level("subscriber", &levels.responseSubscriber, &writer)
    }

    /// Writes who is asked, and who asks.
    private mutating func eligibilityParties() {
        Self.level("informationSource", &levels.informationSource, &writer)
        Self.level("informationReceiver", &levels.informationReceiver, &writer)
    }

    /// Writes the levels that an answered patient stands under.
    private mutating func acknowledgementLevels() {
        Self.level("source", &levels.acknowledgementSource, &writer)
        Self.level("receiver", &levels.acknowledgementReceiver, &writer)
        Self.level("provider", &levels.acknowledgedProvider, &writer)
    }

    /// Shows that there is a dependent where nothing is said of it, which would leave no field.
    private mutating func dependent(isEmpty: Bool) {
        guard isEmpty else { return }
        writer.key("dependent")
        writer.beginObject()
        writer.endObject()
    }

    private static func level<Part: BlockPart>(
        _ name: StaticString, _ level: inout LevelTracker.Level<Part>?, _ writer: inout JSONWriter
    ) {
        level?.write(name, to: &writer)
    }

    private mutating func fields<Part: BlockPart>(_ part: Part) { writer.fields(of: part) }

    /// The type of an item's object.
    static func type(_ item: ModelItem) -> ObjectType {
        switch item {
        case .interchange: .interchange
        case .acknowledgement: .interchangeAcknowledgement
        case .group: .functionalGroup
        case .claimHeader: .claimTransaction
        case .billingProvider: .billingProvider
        case .subscriber: .subscriber
        case .patient: .patient
        case .claim: .claim
        case .claimTrailer: .claimTransactionTrailer
        case .remittanceHeader: .remittanceTransaction
        case .remittanceGroup: .remittanceGroup
        case .claimPayment: .claimPayment
        case .remittanceTrailer: .remittanceTransactionTrailer
        case .inquiryHeader: .eligibilityInquiryTransaction
        case .responseHeader: .eligibilityResponseTransaction
        case .informationSource: .informationSource
        case .informationReceiver: .informationReceiver
        case .inquirySubscriber: .inquirySubscriber
        case .inquiry: .eligibilityInquiry
        case .responseSubscriber: .responseSubscriber
        case .response: .eligibilityResponse
        case .eligibilityTrailer: .eligibilityTransactionTrailer
        case .implementationAcknowledgementHeader: .implementationAcknowledgement
        case .transactionSetResponse: .transactionSetResponse
        case .implementationAcknowledgementTrailer: .implementationAcknowledgementTrailer
        case .claimAcknowledgementHeader: .claimAcknowledgement
        case .acknowledgementSource: .acknowledgementSource
        case .acknowledgementReceiver: .acknowledgementReceiver
        case .acknowledgedProvider: .acknowledgedProvider
        case .patientAcknowledgement: .patientAcknowledgement
        case .claimAcknowledgementTrailer: .claimAcknowledgementTrailer
        case .groupTrailer: .functionalGroupTrailer
        case .interchangeTrailer: .interchangeTrailer
        case .carried: .segments
        }
    }
}

extension LevelTracker.Level {
    /// Writes the level as a field, which shows it.
    ///
    /// Of a part that is shown again, as a billing provider with each of its claims, the bytes are kept.
    fileprivate mutating func write(_ name: StaticString, to writer: inout JSONWriter) {
        writer.key(name)
        if let rendered { return writer.made(rendered) }
        let isMade = part == nil
        if isMade, isShown || !beginsAgain {
            writer.made(object)
        } else {
            let start = writer.count
            writer.beginObject()
            if !isShown, beginsAgain {
                writer.key("beginsAgain")
                writer.bool(true)
            }
            if let part {
                writer.fields(of: part)
            } else {
                object.withUnsafeBufferPointer { writer.fields(made: $0) }
            }
            writer.endObject()
            if isShown { rendered = writer.bytes(from: start) }
        }
        isShown = true
    }
}

extension JSONWriter {
    /// Writes the properties of a part, and what it carries.
    fileprivate mutating func fields<Part: BlockPart>(of part: Part) {
        properties(of: part)
        guard let carried = part.carried else { return }
        key("carried")
        object(carried)
    }
}
