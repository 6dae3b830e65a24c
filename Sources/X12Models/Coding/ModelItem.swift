/// One piece of an interchange as a model: what ``ModelReader`` hands out, in the order received, and
/// ``ModelWriter`` takes.
public enum ModelItem: Sendable, Equatable {
    /// ISA.
    case interchange(Interchange)
    /// TA1.
    case acknowledgement(InterchangeAcknowledgement)
    /// GS.
    case group(FunctionalGroup)
    /// The head of a transaction set of professional claims, and the guide it is read by.
    case claimHeader(ClaimHeader, guide: String)
    /// A billing provider; the claims under it follow.
    case billingProvider(BillingProvider)
    /// A subscriber; claims or patients under it follow.
    case subscriber(Subscriber)
    /// A patient who is not the subscriber; claims follow.
    case patient(Patient)
    /// A claim.
    case claim(Claim)
    /// The end of a transaction set of claims.
    case claimTrailer(TransactionTrailer)
    /// The head of a remittance, and the guide it is read by.
    case remittanceHeader(RemittanceHeader, guide: String)
    /// A header number with its provider summary; claim payments follow.
    case remittanceGroup(RemittanceGroup)
    /// A claim's payment.
    case claimPayment(ClaimPayment)
    /// Provider-level adjustments and the end of a remittance.
    case remittanceTrailer(RemittanceTrailer)
    /// The head of a transaction set of eligibility inquiries, and the guide it is read by.
    case inquiryHeader(EligibilityInquiryHeader, guide: String)
    /// The head of a transaction set of eligibility responses, and the guide it is read by.
    case responseHeader(EligibilityResponseHeader, guide: String)
    /// Who knows about coverage; who asks follows.
    case informationSource(InformationSource)
    /// Who asks about coverage; inquiries or responses follow.
    case informationReceiver(InformationReceiver)
    /// A subscriber of whom nothing is asked; inquiries for dependents follow.
    case inquirySubscriber(InquirySubscriber)
    /// An inquiry for a subscriber or a dependent.
    case inquiry(EligibilityInquiry)
    /// A subscriber of whom nothing is told; responses about dependents follow.
    case responseSubscriber(ResponseSubscriber)
    /// A response about a subscriber or a dependent.
    case response(EligibilityResponse)
    /// The end of a transaction set of eligibility inquiries or responses.
    case eligibilityTrailer(TransactionTrailer)
    /// The head of an answer to a functional group, and the guide it is read by (999).
    case implementationAcknowledgementHeader(ImplementationAcknowledgementHeader, guide: String)
    /// What became of one transaction set of the answered group.
    case transactionSetResponse(TransactionSetResponse)
    /// What became of the answered group.
    case implementationAcknowledgementTrailer(ImplementationAcknowledgementTrailer)
    /// The head of an answer to a batch of claims, and the guide it is read by (277CA).
    case claimAcknowledgementHeader(ClaimAcknowledgementHeader, guide: String)
    /// Who answers claims.
    case acknowledgementSource(AcknowledgementSource)
    /// Who sent them, and what became of them all.
    case acknowledgementReceiver(AcknowledgementReceiver)
    /// A billing provider whose claims are answered.
    case acknowledgedProvider(AcknowledgedProvider)
    /// A patient whose claims are answered.
    case patientAcknowledgement(PatientAcknowledgement)
    /// The end of an answer to a batch of claims.
    case claimAcknowledgementTrailer(TransactionTrailer)
    /// GE.
    case groupTrailer(FunctionalGroupTrailer)
    /// IEA.
    case interchangeTrailer(InterchangeTrailer)
    /// Segments that no model speaks of.
    case carried(CarriedSegments)
}

extension ModelItem {
    /// The guide that a transaction set is read by, of its header; `nil` for everything else.
    var guide: String? {
        switch self {
        case .claimHeader(_, let guide), .remittanceHeader(_, let guide), .inquiryHeader(_, let guide),
            .responseHeader(_, let guide), .implementationAcknowledgementHeader(_, let guide),
            .claimAcknowledgementHeader(_, let guide):
            guide
        default: nil
        }
    }
}
