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
            return levels.unshown.map { $0.depth >= depth } ?? false
        }
    }

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

    /// Writes an item's fields into the object that is open.
    mutating func fields(_ item: inout ModelItem) {
        switch item {
        case .interchange(var part): fields(&part)
        case .acknowledgement(var part): fields(&part)
        case .group(var part): fields(&part)
        case .claimHeader(var part, _): fields(&part)
        case .claim(var part):
            claimLevels()
            fields(&part)
        case .claimTrailer(var part): fields(&part)
        case .remittanceHeader(var part, _): fields(&part)
        case .claimPayment(var part):
            remittanceLevels()
            fields(&part)
        case .remittanceTrailer(var part): fields(&part)
        case .inquiryHeader(var part, _): fields(&part)
        case .responseHeader(var part, _): fields(&part)
        case .inquiry(var part):
            if part.dependent == nil {
                eligibilityParties()
                levels.open(part.subscriber ?? InquirySubscriber(), isShown: true)
            } else {
                eligibilityLevels()
                dependent(isEmpty: part.dependent == InquiryDependent())
            }
            fields(&part)
        case .response(var part):
            if part.dependent == nil {
                eligibilityParties()
                levels.open(part.subscriber ?? ResponseSubscriber(), isShown: true)
            } else {
                eligibilityLevels()
                dependent(isEmpty: part.dependent == ResponseDependent())
            }
            fields(&part)
        case .eligibilityTrailer(var part): fields(&part)
        case .implementationAcknowledgementHeader(var part, _): fields(&part)
        case .transactionSetResponse(var part): fields(&part)
        case .implementationAcknowledgementTrailer(var part): fields(&part)
        case .claimAcknowledgementHeader(var part, _): fields(&part)
        case .patientAcknowledgement(var part):
            acknowledgementLevels()
            fields(&part)
        case .claimAcknowledgementTrailer(var part): fields(&part)
        case .groupTrailer(var part): fields(&part)
        case .interchangeTrailer(var part): fields(&part)
        case .carried(var part): fields(&part)
        case .billingProvider, .subscriber, .patient, .remittanceGroup, .informationSource,
            .informationReceiver, .inquirySubscriber, .responseSubscriber, .acknowledgementSource,
            .acknowledgementReceiver, .acknowledgedProvider:
            break
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
        guard level != nil else { return }
        writer.key(name)
        writer.beginObject()
        if level?.isShown == false, level?.beginsAgain == true {
            writer.key("beginsAgain")
            writer.bool(true)
        }
        if var part = level?.part { fields(&part, &writer) }
        writer.endObject()
        level?.isShown = true
    }

    private mutating func fields<Part: BlockPart>(_ part: inout Part) { Self.fields(&part, &writer) }

    private static func fields<Part: BlockPart>(_ part: inout Part, _ writer: inout JSONWriter) {
        writer.properties(of: &part)
        guard var carried = part.carried else { return }
        writer.key("carried")
        writer.object(&carried)
    }

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
