internal import X12Diagnostics

/// Turns the JSON objects of a document into pieces of an interchange: the other way of ``ItemObjects``.
struct ObjectItems {
    /// Pieces made and not handed out yet, the next one last.
    private var waiting: [ModelItem] = []
    private var billingProvider: BillingProvider?
    private var subscriber: Subscriber?
    private var patient: Patient?
    private var group: RemittanceGroup?
    private var source: InformationSource?
    private var receiver: InformationReceiver?
    private var inquirySubscriber: InquirySubscriber?
    private var responseSubscriber: ResponseSubscriber?
    private var acknowledgementSource: AcknowledgementSource?
    private var acknowledgementReceiver: AcknowledgementReceiver?
    private var acknowledgedProvider: AcknowledgedProvider?

    /// The next piece made.
    mutating func next() -> ModelItem? { waiting.popLast() }

    /// Begins a transaction set, in which no level is open.
    private mutating func beginSet() {
        billingProvider = nil
        subscriber = nil
        patient = nil
        group = nil
        source = nil
        receiver = nil
        inquirySubscriber = nil
        responseSubscriber = nil
        acknowledgementSource = nil
        acknowledgementReceiver = nil
        acknowledgedProvider = nil
    }

    /// Makes the pieces that an object stands for.
    ///
    /// - Parameters:
    ///   - value: The object.
    ///   - type: What it is, where its place says so; else its `objectType` does.
    ///   - guide: The guide of a transaction set, where its place says so.
    /// - Throws: ``X12Error/Code/malformedModel`` with the place.
    mutating func take(_ value: JSONValue, as type: ObjectType? = nil, guide: String? = nil) throws(X12Error)
    {
        guard var object = value.object else { throw value.error("is not an object") }
        let named = object.value("objectType")?.string
        if let version = object.value("schemaVersion")?.string, version != documentSchemaVersion {
            throw value.error("is of schema version \(version); this program reads \(documentSchemaVersion)")
        }
        guard let type = named.flatMap(ObjectType.init(rawValue:)) ?? type else {
            throw value.error("has no objectType that is known")
        }
        switch type {
        case .interchange:
            let header: Interchange = try part(object)
            try header.check(&object)
            push(.interchange(header))
        case .interchangeAcknowledgement: push(.acknowledgement(try part(object)))
        case .functionalGroup: push(.group(try part(object)))
        case .claimTransaction:
            beginSet()
            let guide = try self.guide(&object, guide, value)
            push(.claimHeader(try part(object, ignoring: ["guide"]), guide: guide))
        case .remittanceTransaction:
            beginSet()
            let guide = try self.guide(&object, guide, value)
            push(.remittanceHeader(try part(object, ignoring: ["guide"]), guide: guide))
        case .billingProvider: try claimLevels(&object, downTo: 1)
        case .subscriber: try claimLevels(&object, downTo: 2)
        case .patient: try claimLevels(&object)
        case .remittanceGroup: try remittanceLevels(&object)
        case .claim:
            try claimLevels(&object)
            push(.claim(try part(object, ignoring: ["billingProvider", "subscriber", "patient"])))
        case .claimPayment:
            try remittanceLevels(&object)
            push(.claimPayment(try part(object, ignoring: ["group"])))
        case .eligibilityInquiryTransaction:
            beginSet()
            let guide = try self.guide(&object, guide, value)
            push(.inquiryHeader(try part(object, ignoring: ["guide"]), guide: guide))
        case .eligibilityResponseTransaction:
            beginSet()
            let guide = try self.guide(&object, guide, value)
            push(.responseHeader(try part(object, ignoring: ["guide"]), guide: guide))
        case .informationSource: try eligibilityParties(&object, downTo: 1)
        case .informationReceiver: try eligibilityParties(&object)
        case .inquirySubscriber: try inquiryLevels(&object)
        case .responseSubscriber: try responseLevels(&object)
        case .eligibilityInquiry: try inquiry(&object)
        case .eligibilityResponse: try response(&object)
        case .implementationAcknowledgement:
            beginSet()
            let guide = try self.guide(&object, guide, value)
            push(
                .implementationAcknowledgementHeader(try part(object, ignoring: ["guide"]), guide: guide))
        case .transactionSetResponse: push(.transactionSetResponse(try part(object)))
        case .implementationAcknowledgementTrailer:
            push(.implementationAcknowledgementTrailer(try part(object)))
        case .claimAcknowledgement:
            beginSet()
            let guide = try self.guide(&object, guide, value)
            push(.claimAcknowledgementHeader(try part(object, ignoring: ["guide"]), guide: guide))
        case .acknowledgementSource: try acknowledgementLevels(&object, downTo: 1)
        case .acknowledgementReceiver: try acknowledgementLevels(&object, downTo: 2)
        case .acknowledgedProvider: try acknowledgementLevels(&object)
        case .patientAcknowledgement:
            try acknowledgementLevels(&object)
            push(.patientAcknowledgement(try part(object, ignoring: ["source", "receiver", "provider"])))
        case .claimAcknowledgementTrailer: push(.claimAcknowledgementTrailer(try part(object)))
        case .eligibilityTransactionTrailer: push(.eligibilityTrailer(try part(object)))
        case .claimTransactionTrailer: push(.claimTrailer(try part(object)))
        case .remittanceTransactionTrailer: push(.remittanceTrailer(try part(object)))
        case .functionalGroupTrailer: push(.groupTrailer(try part(object)))
        case .interchangeTrailer: push(.interchangeTrailer(try part(object)))
        case .segments: push(.carried(try part(object)))
        }
    }

    /// Makes the piece that stands behind the last segment.
    mutating func takeTrailing(_ carried: Carried) {
        var rest = CarriedSegments()
        rest.carried = carried
        push(.carried(rest))
    }

    // MARK: - Parts

    private mutating func push(_ item: ModelItem) { waiting.insert(item, at: 0) }

    private func part<Part: BlockPart>(
        _ object: JSONObject, ignoring extra: [StaticString] = [], into empty: Part = Part()
    ) throws(X12Error) -> Part {
        var object = object
        var part = try object.decode(
            into: empty, ignoring: extra + ["objectType", "schemaVersion", "carried", "beginsAgain"])
        if let carried = object.value("carried"), !carried.isNull {
            guard let fields = carried.object else { throw carried.misplaced("an object") }
            part.carried = try fields.decode(Carried.self)
        }
        return part
    }

    private func guide(_ object: inout JSONObject, _ guide: String?, _ value: JSONValue) throws(X12Error)
        -> String
    {
        guard let guide = guide ?? object.value("guide")?.string else { throw value.error("names no guide") }
        return guide
    }

    // What stands above an object is said in it, down to the level that the object itself is.
    private mutating func claimLevels(
        _ object: inout JSONObject, downTo depth: Int = 3
    ) throws(X12Error) {
        if let (level, isNew) = try level(&object, "billingProvider", billingProvider), isNew {
            billingProvider = level
            subscriber = nil
            patient = nil
            push(.billingProvider(level))
        }
        guard depth > 1 else { return }
        if let (level, isNew) = try level(&object, "subscriber", subscriber), isNew {
            subscriber = level
            patient = nil
            push(.subscriber(level))
        }
        guard depth > 2 else { return }
        if let (level, isNew) = try level(&object, "patient", patient, mayBeAbsent: true) {
            guard isNew else { return }
            patient = level
            push(.patient(level))
        } else if patient != nil, let subscriber {
            // The subscriber's own claim behind those of a patient: only a level of its own can hold it.
            patient = nil
            push(.subscriber(subscriber))
        }
    }

    private mutating func remittanceLevels(_ object: inout JSONObject) throws(X12Error) {
        guard let (level, isNew) = try level(&object, "group", group), isNew else { return }
        group = level
        push(.remittanceGroup(level))
    }

    private mutating func acknowledgementLevels(
        _ object: inout JSONObject, downTo depth: Int = 3
    ) throws(X12Error) {
        if let (level, isNew) = try level(&object, "source", acknowledgementSource), isNew {
            acknowledgementSource = level
            acknowledgementReceiver = nil
            acknowledgedProvider = nil
            push(.acknowledgementSource(level))
        }
        guard depth > 1 else { return }
        if let (level, isNew) = try level(&object, "receiver", acknowledgementReceiver), isNew {
            acknowledgementReceiver = level
            acknowledgedProvider = nil
            push(.acknowledgementReceiver(level))
        }
        guard depth > 2 else { return }
        if let (level, isNew) = try level(&object, "provider", acknowledgedProvider), isNew {
            acknowledgedProvider = level
            push(.acknowledgedProvider(level))
        }
    }

    private mutating func eligibilityParties(
        _ object: inout JSONObject, downTo depth: Int = 2
    ) throws(X12Error) {
        if let (level, isNew) = try level(&object, "informationSource", source), isNew {
            source = level
            receiver = nil
            inquirySubscriber = nil
            responseSubscriber = nil
            push(.informationSource(level))
        }
        guard depth > 1 else { return }
        if let (level, isNew) = try level(&object, "informationReceiver", receiver), isNew {
            receiver = level
            inquirySubscriber = nil
            responseSubscriber = nil
            push(.informationReceiver(level))
        }
    }

    private mutating func inquiryLevels(_ object: inout JSONObject) throws(X12Error) {
        try eligibilityParties(&object)
        guard let (level, isNew) = try level(&object, "subscriber", inquirySubscriber), isNew else { return }
        inquirySubscriber = level
        push(.inquirySubscriber(level))
    }

    private mutating func responseLevels(_ object: inout JSONObject) throws(X12Error) {
        try eligibilityParties(&object)
        guard let (level, isNew) = try level(&object, "subscriber", responseSubscriber), isNew else { return }
        responseSubscriber = level
        push(.responseSubscriber(level))
    }

    private static let parties: [StaticString] = ["informationSource", "informationReceiver"]

    private mutating func inquiry(_ object: inout JSONObject) throws(X12Error) {
        if object.value("dependent")?.object != nil {
            try inquiryLevels(&object)
            push(
                .inquiry(
                    try part(
                        object, ignoring: Self.parties + ["subscriber"], into: .init(standingFor: "2000D"))))
        } else {
            try eligibilityParties(&object)
            if let inquirySubscriber { try demand("subscriber", besides: inquirySubscriber, in: &object) }
            let inquiry: EligibilityInquiry = try part(object, ignoring: Self.parties)
            inquirySubscriber = inquiry.subscriber ?? InquirySubscriber()
            push(.inquiry(inquiry))
        }
    }

    private mutating func response(_ object: inout JSONObject) throws(X12Error) {
        if object.value("dependent")?.object != nil {
            try responseLevels(&object)
            push(
                .response(
                    try part(
                        object, ignoring: Self.parties + ["subscriber"], into: .init(standingFor: "2000D"))))
        } else {
            try eligibilityParties(&object)
            if let responseSubscriber { try demand("subscriber", besides: responseSubscriber, in: &object) }
            let response: EligibilityResponse = try part(object, ignoring: Self.parties)
            responseSubscriber = response.subscriber ?? ResponseSubscriber()
            push(.response(response))
        }
    }

    /// Sees to it that an object says what it stands under: the level that is open, which the object before stood under, is
    /// not meant unless nothing is said of it.
    private func demand<Part: BlockPart>(
        _ name: StaticString, besides open: Part, in object: inout JSONObject
    ) throws(X12Error) {
        guard object.value(name) == nil, open != Part() else { return }
        throw object.error(
            "'\(name)' is missing: every object says itself what it stands under, and does not inherit it")
    }

    /// A level that a unit stands under, and whether it is another than the one that is open.
    ///
    /// - Throws: ``X12Error/Code/malformedModel`` where it is no such level, and where it is absent although one is open.
    private func level<Part: BlockPart>(
        _ object: inout JSONObject, _ name: StaticString, _ open: Part?, mayBeAbsent: Bool = false
    ) throws(X12Error) -> (Part, Bool)? {
        if let open, !mayBeAbsent { try demand(name, besides: open, in: &object) }
        guard let value = object.value(name) else { return nil }
        guard var fields = value.object else { throw value.error("is not an object") }
        var beginsAgain = false
        if let mark = fields.value("beginsAgain"), !mark.isNull {
            guard let isSet = mark.bool else { throw mark.misplaced("true or false") }
            beginsAgain = isSet
        }
        let level: Part = try part(fields)
        return (level, beginsAgain || level != open)
    }
}
