internal import X12Diagnostics

/// Writes one piece of an interchange as a JSON object, units with the levels they stand under.
struct ItemObjects: ~Copyable {
    var writer: JSONWriter
    var levels = LevelTracker()

    init(_ form: JSONWriter.Form) { writer = JSONWriter(form) }

    /// Whether this item shows that no unit comes any more for levels that are open.
    func endsLevels(_ item: ModelItem) -> Bool {
        switch item {
        case .billingProvider, .remittanceGroup: true
        case .subscriber: levels.subscriber != nil
        case .patient: levels.patient != nil
        case .claim, .claimPayment, .carried: false
        default: true
        }
    }

    /// Notes a level; false when the item is none.
    mutating func open(_ item: ModelItem) -> Bool {
        switch item {
        case .billingProvider(let part): levels.open(part)
        case .subscriber(let part): levels.open(part)
        case .patient(let part): levels.open(part)
        case .remittanceGroup(let part): levels.open(part)
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
        case .groupTrailer(var part): fields(&part)
        case .interchangeTrailer(var part): fields(&part)
        case .carried(var part): fields(&part)
        case .billingProvider, .subscriber, .patient, .remittanceGroup: break
        }
    }

    /// Writes the levels that a claim stands under.
    mutating func claimLevels() {
        Self.level("billingProvider", &levels.billingProvider, &writer)
        Self.level("subscriber", &levels.subscriber, &writer)
        Self.level("patient", &levels.patient, &writer)
    }

    /// Writes the group that a claim payment stands under.
    mutating func remittanceLevels() { Self.level("group", &levels.remittanceGroup, &writer) }

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
        case .groupTrailer: .functionalGroupTrailer
        case .interchangeTrailer: .interchangeTrailer
        case .carried: .segments
        }
    }
}
