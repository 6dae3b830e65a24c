internal import X12Parser
internal import X12Text

/// Makes models of blocks, one after the other, each claim and payment under the levels before it.
struct ItemMaker: ~Copyable {
    /// The guide of the block before.
    private var followed: FollowedGuide?
    private var coder = BlockCoder()
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
    init() {}

    /// The model of a block; `nil` for the end of an input behind which nothing stands.
    mutating func make(_ block: borrowing Block) -> ModelItem? {
        coder.delimiters = block.delimiters
        coder.lineEnd = block.lineEnd
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

    private mutating func inSet(_ block: borrowing Block) -> ModelItem {
        guard let shared = block.shared else { return .carried(coder.decode(CarriedSegments.self, block)) }
        let guide: FollowedGuide
        if let followed, followed.shared === shared {
            guide = followed
        } else {
            guide = FollowedGuide(shared)
            followed = guide
        }
        switch guide.kind {
        case .claims: return inClaims(block, guide)
        case .remittance: return inRemittance(block, guide)
        case .inquiries, .responses: return inEligibility(block, guide)
        case .implementationAcknowledgement: return inImplementationAcknowledgement(block, guide)
        case .claimAcknowledgement: return inClaimAcknowledgement(block, guide)
        case .none: return .carried(coder.decode(CarriedSegments.self, block))
        }
    }

    private mutating func inClaims(_ block: borrowing Block, _ guide: FollowedGuide) -> ModelItem {
        switch block.kind {
        case .header:
            billingProvider = Boxed()
            subscriber = Boxed()
            patient = Boxed()
            return .claimHeader(coder.decode(ClaimHeader.self, block), guide: guide.identifier)
        case .level(let loop) where guide.isLoop(loop, "2000A"):
            let level = coder.decode(BillingProvider.self, block)
            billingProvider = Boxed(wrappedValue: level)
            subscriber = Boxed()
            patient = Boxed()
            return .billingProvider(level)
        case .level(let loop) where guide.isLoop(loop, "2000B"):
            let level = coder.decode(Subscriber.self, block)
            subscriber = Boxed(wrappedValue: level)
            patient = Boxed()
            return .subscriber(level)
        case .level(let loop) where guide.isLoop(loop, "2000C"):
            let level = coder.decode(Patient.self, block)
            patient = Boxed(wrappedValue: level)
            return .patient(level)
        case .unit:
            var claim = coder.decode(Claim.self, block)
            claim.stand(under: billingProvider, subscriber, patient)
            return .claim(claim)
        case .trailer: return .claimTrailer(coder.decode(TransactionTrailer.self, block))
        default: return .carried(coder.decode(CarriedSegments.self, block))
        }
    }

    private mutating func inRemittance(_ block: borrowing Block, _ guide: FollowedGuide) -> ModelItem {
        switch block.kind {
        case .header:
            let part = coder.decode(RemittanceHeader.self, block)
            header = Boxed(wrappedValue: part)
            group = Boxed()
            return .remittanceHeader(part, guide: guide.identifier)
        case .level:
            let level = coder.decode(RemittanceGroup.self, block)
            group = Boxed(wrappedValue: level)
            return .remittanceGroup(level)
        case .unit:
            var payment = coder.decode(ClaimPayment.self, block)
            payment.stand(under: header, group)
            return .claimPayment(payment)
        case .trailer: return .remittanceTrailer(coder.decode(RemittanceTrailer.self, block))
        default: return .carried(coder.decode(CarriedSegments.self, block))
        }
    }

    private mutating func inEligibility(_ block: borrowing Block, _ guide: FollowedGuide) -> ModelItem {
        switch block.kind {
        case .header:
            source = Boxed()
            stand(under: Boxed())
            return guide.kind == .inquiries
                ? .inquiryHeader(
                    coder.decode(EligibilityInquiryHeader.self, block), guide: guide.identifier)
                : .responseHeader(
                    coder.decode(EligibilityResponseHeader.self, block), guide: guide.identifier)
        case .level(let loop) where guide.isLoop(loop, "2000A"):
            let level = coder.decode(InformationSource.self, block)
            source = Boxed(wrappedValue: level)
            stand(under: Boxed())
            return .informationSource(level)
        case .level(let loop) where guide.isLoop(loop, "2000B"):
            let level = coder.decode(InformationReceiver.self, block)
            stand(under: Boxed(wrappedValue: level))
            return .informationReceiver(level)
        case .unit:
            return guide.kind == .inquiries ? inquiry(block) : response(block)
        case .trailer: return .eligibilityTrailer(coder.decode(TransactionTrailer.self, block))
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

    private mutating func inImplementationAcknowledgement(_ block: borrowing Block, _ guide: FollowedGuide)
        -> ModelItem
    {
        switch block.kind {
        case .header:
            return .implementationAcknowledgementHeader(
                coder.decode(ImplementationAcknowledgementHeader.self, block), guide: guide.identifier)
        case .unit: return .transactionSetResponse(coder.decode(TransactionSetResponse.self, block))
        case .trailer:
            return .implementationAcknowledgementTrailer(
                coder.decode(ImplementationAcknowledgementTrailer.self, block))
        default: return .carried(coder.decode(CarriedSegments.self, block))
        }
    }

    private mutating func inClaimAcknowledgement(_ block: borrowing Block, _ guide: FollowedGuide)
        -> ModelItem
    {
        switch block.kind {
        case .header:
            acknowledgementSource = Boxed()
            acknowledgementReceiver = Boxed()
            acknowledgedProvider = Boxed()
            return .claimAcknowledgementHeader(
                coder.decode(ClaimAcknowledgementHeader.self, block), guide: guide.identifier)
        case .level(let loop) where guide.isLoop(loop, "2000A"):
            let level = coder.decode(AcknowledgementSource.self, block)
            acknowledgementSource = Boxed(wrappedValue: level)
            acknowledgementReceiver = Boxed()
            acknowledgedProvider = Boxed()
            return .acknowledgementSource(level)
        case .level(let loop) where guide.isLoop(loop, "2000B"):
            let level = coder.decode(AcknowledgementReceiver.self, block)
            acknowledgementReceiver = Boxed(wrappedValue: level)
            acknowledgedProvider = Boxed()
            return .acknowledgementReceiver(level)
        case .level(let loop) where guide.isLoop(loop, "2000C"):
            let level = coder.decode(AcknowledgedProvider.self, block)
            acknowledgedProvider = Boxed(wrappedValue: level)
            return .acknowledgedProvider(level)
        case .unit:
            var patient = coder.decode(PatientAcknowledgement.self, block)
            patient.stand(under: acknowledgementSource, acknowledgementReceiver, acknowledgedProvider)
            return .patientAcknowledgement(patient)
        case .trailer: return .claimAcknowledgementTrailer(coder.decode(TransactionTrailer.self, block))
        default: return .carried(coder.decode(CarriedSegments.self, block))
        }
    }
}
