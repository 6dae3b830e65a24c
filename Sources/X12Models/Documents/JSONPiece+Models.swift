extension Claim: JSONPiece {
    /// The claim as readers hand it out and writers take it.
    public var item: ModelItem { .claim(self) }

    /// Billing provider, subscriber, and patient where that is another.
    public var levels: [ModelItem] {
        [
            billingProvider.map { .billingProvider($0) }, subscriber.map { .subscriber($0) },
            patient.map { .patient($0) },
        ].compactMap(\.self)
    }

    /// The claim that an item holds.
    public init?(_ item: ModelItem) {
        guard case .claim(let claim) = item else { return nil }
        self = claim
    }

    /// Stands under a billing provider, subscriber or patient.
    public mutating func stand(under level: ModelItem) {
        switch level {
        case .billingProvider(let part): billingProvider = part
        case .subscriber(let part): subscriber = part
        case .patient(let part): patient = part
        default: break
        }
    }
}

extension RemittanceHeader: JSONPiece {
    /// The header as readers hand it out and writers take it.
    public var item: ModelItem { .remittanceHeader(self, guide: "005010X221A1") }

    /// The header that an item holds.
    public init?(_ item: ModelItem) {
        guard case .remittanceHeader(let header, _) = item else { return nil }
        self = header
    }
}

extension ClaimPayment: JSONPiece {
    /// The payment as readers hand it out and writers take it.
    public var item: ModelItem { .claimPayment(self) }

    /// The group that it stands in, where one was sent.
    public var levels: [ModelItem] { group.map { [.remittanceGroup($0)] } ?? [] }

    /// The payment that an item holds.
    public init?(_ item: ModelItem) {
        guard case .claimPayment(let payment) = item else { return nil }
        self = payment
    }

    /// Stands in a group.
    public mutating func stand(under level: ModelItem) {
        if case .remittanceGroup(let part) = level { group = part }
    }
}

extension RemittanceTrailer: JSONPiece {
    /// The trailer as readers hand it out and writers take it.
    public var item: ModelItem { .remittanceTrailer(self) }

    /// The trailer that an item holds.
    public init?(_ item: ModelItem) {
        guard case .remittanceTrailer(let trailer) = item else { return nil }
        self = trailer
    }
}

extension EligibilityInquiry: JSONPiece {
    /// The inquiry as readers hand it out and writers take it.
    public var item: ModelItem { .inquiry(self) }

    /// Who is asked, who asks, and a dependent's subscriber.
    public var levels: [ModelItem] {
        [
            informationSource.map { .informationSource($0) },
            informationReceiver.map { .informationReceiver($0) },
            dependent == nil ? nil : subscriber.map { .inquirySubscriber($0) },
        ].compactMap(\.self)
    }

    /// The inquiry that an item holds.
    public init?(_ item: ModelItem) {
        guard case .inquiry(let inquiry) = item else { return nil }
        self = inquiry
    }

    /// Stands under who is asked, who asks, or a dependent's subscriber.
    public mutating func stand(under level: ModelItem) {
        switch level {
        case .informationSource(let part): informationSource = part
        case .informationReceiver(let part): informationReceiver = part
        case .inquirySubscriber(let part): subscriber = part
        default: break
        }
    }
}

extension EligibilityResponse: JSONPiece {
    /// The response as readers hand it out and writers take it.
    public var item: ModelItem { .response(self) }

    /// Who tells, who asked, and a dependent's subscriber.
    public var levels: [ModelItem] {
        [
            informationSource.map { .informationSource($0) },
            informationReceiver.map { .informationReceiver($0) },
            dependent == nil ? nil : subscriber.map { .responseSubscriber($0) },
        ].compactMap(\.self)
    }

    /// The response that an item holds.
    public init?(_ item: ModelItem) {
        guard case .response(let response) = item else { return nil }
        self = response
    }

    /// Stands under who tells, who asked, or a dependent's subscriber.
    public mutating func stand(under level: ModelItem) {
        switch level {
        case .informationSource(let part): informationSource = part
        case .informationReceiver(let part): informationReceiver = part
        case .responseSubscriber(let part): subscriber = part
        default: break
        }
    }
}

extension TransactionSetResponse: JSONPiece {
    /// The response as readers hand it out and writers take it.
    public var item: ModelItem { .transactionSetResponse(self) }

    /// The response that an item holds.
    public init?(_ item: ModelItem) {
        guard case .transactionSetResponse(let response) = item else { return nil }
        self = response
    }
}

extension PatientAcknowledgement: JSONPiece {
    /// The patient as readers hand it out and writers take it.
    public var item: ModelItem { .patientAcknowledgement(self) }

    /// Who answers, who sent the claims, and who billed.
    public var levels: [ModelItem] {
        [
            source.map { .acknowledgementSource($0) }, receiver.map { .acknowledgementReceiver($0) },
            provider.map { .acknowledgedProvider($0) },
        ].compactMap(\.self)
    }

    /// The patient that an item holds.
    public init?(_ item: ModelItem) {
        guard case .patientAcknowledgement(let patient) = item else { return nil }
        self = patient
    }

    /// Stands under who answers, who sent the claims, or who billed.
    public mutating func stand(under level: ModelItem) {
        switch level {
        case .acknowledgementSource(let part): source = part
        case .acknowledgementReceiver(let part): receiver = part
        case .acknowledgedProvider(let part): provider = part
        default: break
        }
    }
}
