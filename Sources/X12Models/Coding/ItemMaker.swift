internal import X12Parser
internal import X12Text

/// Makes models of blocks, one after the other, each claim and payment under the levels before it.
struct ItemMaker: ~Copyable {
    /// The guide of the block before.
    private var followed: FollowedGuide?
    private var coder: BlockCoder
    private var header = Boxed<RemittanceHeader>()
    private var group = Boxed<RemittanceGroup>()
    private var billingProvider = Boxed<BillingProvider>()
    private var subscriber = Boxed<Subscriber>()
    private var patient = Boxed<Patient>()
    private var source = Boxed<InformationSource>()
    private var receiver = Boxed<InformationReceiver>()
    private var inquirySubscriber = Boxed<InquirySubscriber>()
    private var responseSubscriber = Boxed<ResponseSubscriber>()
    private var acknowledgementSource = Boxed<AcknowledgementSource>()
    private var acknowledgementReceiver = Boxed<AcknowledgementReceiver>()
    private var acknowledgedProvider = Boxed<AcknowledgedProvider>()

    /// A maker before its first block.
    ///
    /// - Parameter compares: Whether what is carried is found by comparing in every block (``BlockCoder``).
    init(compares: Bool = false) { coder = BlockCoder(compares: compares) }

    /// The model of a block; `nil` for the end of an input behind which nothing stands.
    mutating func make(_ block: borrowing Block) -> ModelItem? {
        coder.follow(block)
        switch block.kind {
        case .interchange: return .interchange(coder.decode(Interchange.self, block))
        case .acknowledgement: return .acknowledgement(coder.decode(InterchangeAcknowledgement.self, block))
        case .group: return .group(coder.decode(FunctionalGroup.self, block))
        case .groupEnd: return .groupTrailer(coder.decode(FunctionalGroupTrailer.self, block))
        case .interchangeEnd: return .interchangeTrailer(coder.decode(InterchangeTrailer.self, block))
        case .carried: return .carried(coder.decode(CarriedSegments.self, block))
        case .end:
            // Behind the last segment stands one more line end, or what is carried.
            guard block.trailing != block.lineEnd else { return nil }
            var rest = CarriedSegments()
            var carried = Carried()
            carried.trailing = CarriedText(block.trailing)
            rest.carried = carried
            return .carried(rest)
        case .header, .level, .unit, .trailer: return inSet(block)
        }
    }

    /// What a block of a transaction set is; `nil` where there is no guide.
    mutating func type(of block: borrowing Block) -> ObjectType? {
        follow(block)?.type(of: block.kind)
    }

    /// Writes the properties of a unit or level as fields of the object that is open, without making its model.
    ///
    /// - Returns: `false`, and nothing written, where the model has to be made to see what there is to be written; and for
    ///   everything that is neither unit nor level, or both.
    mutating func transcode(_ type: ObjectType, _ block: borrowing Block, to output: inout JSONWriter) -> Bool
    {
        coder.follow(block)
        switch type {
        case .billingProvider: return coder.transcode(BillingProvider.self, block, to: &output)
        case .subscriber: return coder.transcode(Subscriber.self, block, to: &output)
        case .patient: return coder.transcode(Patient.self, block, to: &output)
        case .claim: return coder.transcode(Claim.self, block, to: &output)
        case .remittanceGroup: return coder.transcode(RemittanceGroup.self, block, to: &output)
        case .claimPayment: return coder.transcode(ClaimPayment.self, block, to: &output)
        case .transactionSetResponse: return coder.transcode(TransactionSetResponse.self, block, to: &output)
        case .acknowledgementSource: return coder.transcode(AcknowledgementSource.self, block, to: &output)
        case .acknowledgementReceiver:
            return coder.transcode(AcknowledgementReceiver.self, block, to: &output)
        case .acknowledgedProvider: return coder.transcode(AcknowledgedProvider.self, block, to: &output)
        case .patientAcknowledgement: return coder.transcode(PatientAcknowledgement.self, block, to: &output)
        default: return false
        }
    }

    private mutating func inSet(_ block: borrowing Block) -> ModelItem {
        guard let guide = follow(block) else { return .carried(coder.decode(CarriedSegments.self, block)) }
        let type = guide.type(of: block.kind)
        switch guide.kind {
        case .claims: return inClaims(block, type, guide)
        case .remittance: return inRemittance(block, type, guide)
        case .inquiries, .responses: return inEligibility(block, type, guide)
        case .implementationAcknowledgement: return inImplementationAcknowledgement(block, type, guide)
        case .claimAcknowledgement: return inClaimAcknowledgement(block, type, guide)
        case .none: return .carried(coder.decode(CarriedSegments.self, block))
        }
    }

    /// The guide that a block follows.
    private mutating func follow(_ block: borrowing Block) -> FollowedGuide? {
        guard let shared = block.shared else { return nil }
        if let followed, followed.shared === shared { return followed }
        let guide = FollowedGuide(shared)
        followed = guide
        return guide
    }

    private mutating func inClaims(_ block: borrowing Block, _ type: ObjectType, _ guide: FollowedGuide)
        -> ModelItem
    {
        switch type {
        case .claimTransaction:
            billingProvider = Boxed()
            subscriber = Boxed()
            patient = Boxed()
            return .claimHeader(coder.decode(ClaimHeader.self, block), guide: guide.identifier)
        case .billingProvider:
            let level = coder.decode(BillingProvider.self, block)
            billingProvider = Boxed(wrappedValue: level)
            subscriber = Boxed()
            patient = Boxed()
            return .billingProvider(level)
        case .subscriber:
            let level = coder.decode(Subscriber.self, block)
            subscriber = Boxed(wrappedValue: level)
            patient = Boxed()
            return .subscriber(level)
        case .patient:
            let level = coder.decode(Patient.self, block)
            patient = Boxed(wrappedValue: level)
            return .patient(level)
        case .claim:
            var claim = coder.decode(Claim.self, block)
            claim.stand(under: billingProvider, subscriber, patient)
            return .claim(claim)
        case .claimTransactionTrailer: return .claimTrailer(coder.decode(TransactionTrailer.self, block))
        default: return .carried(coder.decode(CarriedSegments.self, block))
        }
    }

    private mutating func inRemittance(_ block: borrowing Block, _ type: ObjectType, _ guide: FollowedGuide)
        -> ModelItem
    {
        switch type {
        case .remittanceTransaction:
            let part = coder.decode(RemittanceHeader.self, block)
            header = Boxed(wrappedValue: part)
            group = Boxed()
            return .remittanceHeader(part, guide: guide.identifier)
        case .remittanceGroup:
            let level = coder.decode(RemittanceGroup.self, block)
            group = Boxed(wrappedValue: level)
            return .remittanceGroup(level)
        case .claimPayment:
            var payment = coder.decode(ClaimPayment.self, block)
            payment.stand(under: header, group)
            return .claimPayment(payment)
        case .remittanceTransactionTrailer:
            return .remittanceTrailer(coder.decode(RemittanceTrailer.self, block))
        default: return .carried(coder.decode(CarriedSegments.self, block))
        }
    }

    private mutating func inEligibility(_ block: borrowing Block, _ type: ObjectType, _ guide: FollowedGuide)
        -> ModelItem
    {
        switch type {
        case .eligibilityInquiryTransaction, .eligibilityResponseTransaction:
            source = Boxed()
            stand(under: Boxed())
            return guide.kind == .inquiries
                ? .inquiryHeader(
                    coder.decode(EligibilityInquiryHeader.self, block), guide: guide.identifier)
                : .responseHeader(
                    coder.decode(EligibilityResponseHeader.self, block), guide: guide.identifier)
        case .informationSource:
            let level = coder.decode(InformationSource.self, block)
            source = Boxed(wrappedValue: level)
            stand(under: Boxed())
            return .informationSource(level)
        case .informationReceiver:
            let level = coder.decode(InformationReceiver.self, block)
            stand(under: Boxed(wrappedValue: level))
            return .informationReceiver(level)
        case .eligibilityInquiry, .eligibilityResponse:
            return guide.kind == .inquiries ? inquiry(block) : response(block)
        case .eligibilityTransactionTrailer:
            return .eligibilityTrailer(coder.decode(TransactionTrailer.self, block))
        default: return .carried(coder.decode(CarriedSegments.self, block))
        }
    }

    /// Begins another receiver's inquiries or responses.
    private mutating func stand(under receiver: Boxed<InformationReceiver>) {
        self.receiver = receiver
        inquirySubscriber = Boxed()
        responseSubscriber = Boxed()
    }

    private mutating func inquiry(_ block: borrowing Block) -> ModelItem {
        var inquiry = coder.decode(EligibilityInquiry.self, block)
        inquiry.stand(under: source, receiver, inquirySubscriber)
        guard inquiry.dependent == nil else { return .inquiry(inquiry) }
        let level = inquiry.level
        inquirySubscriber = Boxed(wrappedValue: level ?? inquiry.subscriber)
        return level.map { .inquirySubscriber($0) } ?? .inquiry(inquiry)
    }

    private mutating func response(_ block: borrowing Block) -> ModelItem {
        var response = coder.decode(EligibilityResponse.self, block)
        response.stand(under: source, receiver, responseSubscriber)
        guard response.dependent == nil else { return .response(response) }
        let level = response.level
        responseSubscriber = Boxed(wrappedValue: level ?? response.subscriber)
        return level.map { .responseSubscriber($0) } ?? .response(response)
    }

    private mutating func inImplementationAcknowledgement(
        _ block: borrowing Block, _ type: ObjectType, _ guide: FollowedGuide
    )
        -> ModelItem
    {
        switch type {
        case .implementationAcknowledgement:
            return .implementationAcknowledgementHeader(
                coder.decode(ImplementationAcknowledgementHeader.self, block), guide: guide.identifier)
        case .transactionSetResponse:
            return .transactionSetResponse(coder.decode(TransactionSetResponse.self, block))
        case .implementationAcknowledgementTrailer:
            return .implementationAcknowledgementTrailer(
                coder.decode(ImplementationAcknowledgementTrailer.self, block))
        default: return .carried(coder.decode(CarriedSegments.self, block))
        }
    }

    private mutating func inClaimAcknowledgement(
        _ block: borrowing Block, _ type: ObjectType, _ guide: FollowedGuide
    )
        -> ModelItem
    {
        switch type {
        case .claimAcknowledgement:
            acknowledgementSource = Boxed()
            acknowledgementReceiver = Boxed()
            acknowledgedProvider = Boxed()
            return .claimAcknowledgementHeader(
                coder.decode(ClaimAcknowledgementHeader.self, block), guide: guide.identifier)
        case .acknowledgementSource:
            let level = coder.decode(AcknowledgementSource.self, block)
            acknowledgementSource = Boxed(wrappedValue: level)
            acknowledgementReceiver = Boxed()
            acknowledgedProvider = Boxed()
            return .acknowledgementSource(level)
        case .acknowledgementReceiver:
            let level = coder.decode(AcknowledgementReceiver.self, block)
            acknowledgementReceiver = Boxed(wrappedValue: level)
            acknowledgedProvider = Boxed()
            return .acknowledgementReceiver(level)
        case .acknowledgedProvider:
            let level = coder.decode(AcknowledgedProvider.self, block)
            acknowledgedProvider = Boxed(wrappedValue: level)
            return .acknowledgedProvider(level)
        case .patientAcknowledgement:
            var patient = coder.decode(PatientAcknowledgement.self, block)
            patient.stand(under: acknowledgementSource, acknowledgementReceiver, acknowledgedProvider)
            return .patientAcknowledgement(patient)
        case .claimAcknowledgementTrailer:
            return .claimAcknowledgementTrailer(coder.decode(TransactionTrailer.self, block))
        default: return .carried(coder.decode(CarriedSegments.self, block))
        }
    }
}
