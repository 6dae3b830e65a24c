/// The schemas of the objects that documents and lines are made of: what ``ItemObjects`` writes, around what the
/// models' walks say.
struct DocumentSchema {
    let definitions = SchemaDefinitions()

    // MARK: - Pieces

    /// The object of a kind, as a line or among its like.
    func item(_ type: ObjectType) -> SchemaNode {
        switch type {
        case .interchange: piece(type, Interchange.self)
        case .interchangeAcknowledgement: piece(type, InterchangeAcknowledgement.self)
        case .functionalGroup: piece(type, FunctionalGroup.self)
        case .claimTransaction: piece(type, ClaimHeader.self, isHeader: true)
        case .billingProvider: levels(type, claimLevels.prefix(1))
        case .subscriber: levels(type, claimLevels.prefix(2))
        case .patient: levels(type, claimLevels.prefix(3))
        case .claim: piece(type, Claim.self, under: claimLevels)
        case .claimTransactionTrailer: piece(type, TransactionTrailer.self)
        case .remittanceTransaction: piece(type, RemittanceHeader.self, isHeader: true)
        case .remittanceGroup: levels(type, groupLevel[...])
        case .claimPayment: piece(type, ClaimPayment.self, under: groupLevel)
        case .remittanceTransactionTrailer: piece(type, RemittanceTrailer.self)
        case .eligibilityInquiryTransaction: piece(type, EligibilityInquiryHeader.self, isHeader: true)
        case .eligibilityResponseTransaction: piece(type, EligibilityResponseHeader.self, isHeader: true)
        case .informationSource: levels(type, parties.prefix(1))
        case .informationReceiver: levels(type, parties[...])
        case .inquirySubscriber:
            levels(type, (parties + [("subscriber", { level(InquirySubscriber.self) })])[...])
        case .responseSubscriber:
            levels(type, (parties + [("subscriber", { level(ResponseSubscriber.self) })])[...])
        case .eligibilityInquiry:
            piece(
                type, EligibilityInquiry.self, under: parties,
                head: ("subscriber", { level(InquirySubscriber.self) }))
        case .eligibilityResponse:
            piece(
                type, EligibilityResponse.self, under: parties,
                head: ("subscriber", { level(ResponseSubscriber.self) }))
        case .eligibilityTransactionTrailer: piece(type, TransactionTrailer.self)
        case .implementationAcknowledgement:
            piece(type, ImplementationAcknowledgementHeader.self, isHeader: true)
        case .transactionSetResponse: piece(type, TransactionSetResponse.self)
        case .implementationAcknowledgementTrailer:
            piece(type, ImplementationAcknowledgementTrailer.self)
        case .claimAcknowledgement: piece(type, ClaimAcknowledgementHeader.self, isHeader: true)
        case .acknowledgementSource: levels(type, acknowledgementLevels.prefix(1))
        case .acknowledgementReceiver: levels(type, acknowledgementLevels.prefix(2))
        case .acknowledgedProvider: levels(type, acknowledgementLevels.prefix(3))
        case .patientAcknowledgement: piece(type, PatientAcknowledgement.self, under: acknowledgementLevels)
        case .claimAcknowledgementTrailer: piece(type, TransactionTrailer.self)
        case .functionalGroupTrailer: piece(type, FunctionalGroupTrailer.self)
        case .interchangeTrailer: piece(type, InterchangeTrailer.self)
        case .segments: piece(type, CarriedSegments.self)
        }
    }

    private typealias Level = (name: String, node: () -> SchemaNode)

    private var claimLevels: [Level] {
        [
            ("billingProvider", { level(BillingProvider.self) }), ("subscriber", { level(Subscriber.self) }),
            ("patient", { level(Patient.self) }),
        ]
    }

    private var groupLevel: [Level] { [("group", { level(RemittanceGroup.self) })] }

    private var acknowledgementLevels: [Level] {
        [
            ("source", { level(AcknowledgementSource.self) }),
            ("receiver", { level(AcknowledgementReceiver.self) }),
            ("provider", { level(AcknowledgedProvider.self) }),
        ]
    }

    private var parties: [Level] {
        [
            ("informationSource", { level(InformationSource.self) }),
            ("informationReceiver", { level(InformationReceiver.self) }),
        ]
    }

    /// A level that units stand under, by value.
    private func level<Part: BlockPart>(_ type: Part.Type) -> SchemaNode {
        definitions.reference(SchemaDefinitions.name(type) + "Level") {
            .object(
                [SchemaField(name: "beginsAgain", node: .bool)] + definitions.fields(of: type) + [carried])
        }
    }

    /// An object that holds levels alone.
    private func levels(_ type: ObjectType, _ levels: ArraySlice<Level>) -> SchemaNode {
        definitions.reference(type.rawValue) {
            .object(
                head(type) + levels.map { SchemaField(name: $0.name, node: $0.node()) },
                required: ["objectType"])
        }
    }

    /// An object of a part, with the levels that it stands under.
    ///
    /// - Parameters:
    ///   - type: What it is.
    ///   - part: The part.
    ///   - levels: The levels.
    ///   - head: What takes the place of a field that is a level where the part does not hold it itself.
    ///   - isHeader: Whether it begins a transaction set, and so may name the guide.
    /// - Returns: A reference to its definition.
    private func piece<Part: BlockPart>(
        _ type: ObjectType, _ part: Part.Type, under levels: [Level] = [], head: Level? = nil,
        isHeader: Bool = false
    ) -> SchemaNode {
        definitions.reference(type.rawValue) {
            var fields = self.head(type)
            if isHeader { fields.append(SchemaField(name: "guide", node: .text())) }
            fields += levels.map { SchemaField(name: $0.name, node: $0.node()) }
            fields += definitions.fields(of: part).map { field in
                field.name == head?.name
                    ? SchemaField(name: field.name, node: head?.node() ?? field.node) : field
            }
            return .object(fields + [carried])
        }
    }

    private func head(_ type: ObjectType) -> [SchemaField] {
        [
            SchemaField(name: "objectType", node: .constant(type.rawValue)),
            SchemaField(name: "schemaVersion", node: .constant(documentSchemaVersion)),
        ]
    }

    private var carried: SchemaField {
        SchemaField(name: "carried", node: definitions.part(Carried.self, inside: .init()))
    }

    // MARK: - Documents

    /// One line of NDJSON.
    var line: SchemaNode {
        definitions.reference("line") { .oneKind(ObjectType.allCases.map(item)) }
    }

    /// What stands where the envelope has no place for it.
    private var stray: SchemaNode {
        definitions.reference("stray") {
            .object([SchemaField(name: "item", node: line)], required: ["item"])
        }
    }

    /// A whole file.
    var document: SchemaNode {
        definitions.reference("document") {
            .object(
                [
                    SchemaField(name: "schemaVersion", node: .constant(documentSchemaVersion)),
                    SchemaField(name: "interchanges", node: .list(.anyOf([interchange, stray]))),
                    SchemaField(name: "trailing", node: definitions.part(CarriedText.self, inside: .init())),
                ], required: ["schemaVersion", "interchanges"])
        }
    }

    private var interchange: SchemaNode {
        definitions.reference("interchangeWithGroups") {
            .object([
                SchemaField(name: "header", node: item(.interchange)),
                SchemaField(name: "acknowledgements", node: .list(item(.interchangeAcknowledgement))),
                SchemaField(name: "functionalGroups", node: .list(.anyOf([group, stray]))),
                SchemaField(name: "trailer", node: item(.interchangeTrailer)),
            ])
        }
    }

    private var group: SchemaNode {
        definitions.reference("functionalGroupWithSets") {
            let sets = [
                claimSet, remittanceSet, inquirySet, responseSet, acknowledgementSet, claimAcknowledgementSet,
                stray,
            ]
            return .object([
                SchemaField(name: "header", node: item(.functionalGroup)),
                SchemaField(name: "transactionSets", node: .list(.anyOf(sets))),
                SchemaField(name: "trailer", node: item(.functionalGroupTrailer)),
            ])
        }
    }

    // MARK: - Transaction sets

    /// A transaction set of claims.
    private var claimSet: SchemaNode {
        transactionSet("837", .claimTransaction, "claims", .claim, .claimTransactionTrailer)
    }

    /// A remittance.
    var remittanceSet: SchemaNode {
        transactionSet(
            "835", .remittanceTransaction, "claimPayments", .claimPayment, .remittanceTransactionTrailer)
    }

    private var inquirySet: SchemaNode {
        transactionSet(
            "270", .eligibilityInquiryTransaction, "eligibilityInquiries", .eligibilityInquiry,
            .eligibilityTransactionTrailer)
    }

    private var responseSet: SchemaNode {
        transactionSet(
            "271", .eligibilityResponseTransaction, "eligibilityResponses", .eligibilityResponse,
            .eligibilityTransactionTrailer)
    }

    private var acknowledgementSet: SchemaNode {
        transactionSet(
            "999", .implementationAcknowledgement, "responses", .transactionSetResponse,
            .implementationAcknowledgementTrailer)
    }

    private var claimAcknowledgementSet: SchemaNode {
        transactionSet(
            "277", .claimAcknowledgement, "patients", .patientAcknowledgement, .claimAcknowledgementTrailer)
    }

    private func transactionSet(
        _ identifier: String, _ header: ObjectType, _ content: String, _ unit: ObjectType,
        _ trailer: ObjectType
    ) -> SchemaNode {
        definitions.reference("transactionSet\(identifier)") {
            .object(
                [
                    SchemaField(name: "transactionSet", node: .constant(identifier)),
                    SchemaField(name: "guide", node: .text()),
                    SchemaField(name: "header", node: item(header)),
                    SchemaField(name: content, node: .list(.anyOf([item(unit), line]))),
                    SchemaField(name: "trailer", node: item(trailer)),
                ], required: ["transactionSet"])
        }
    }
}
