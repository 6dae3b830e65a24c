/// The kinds of objects in our JSON documents, as `objectType` names them.
enum ObjectType: String, CaseIterable {
    case interchange
    case interchangeAcknowledgement
    case functionalGroup
    case claimTransaction
    case billingProvider
    case subscriber
    case patient
    case claim
    case claimTransactionTrailer
    case remittanceTransaction
    case remittanceGroup
    case claimPayment
    case remittanceTransactionTrailer
    case eligibilityInquiryTransaction
    case eligibilityResponseTransaction
    case informationSource
    case informationReceiver
    case inquirySubscriber
    case eligibilityInquiry
    case responseSubscriber
    case eligibilityResponse
    case eligibilityTransactionTrailer
    case implementationAcknowledgement
    case transactionSetResponse
    case implementationAcknowledgementTrailer
    case claimAcknowledgement
    case acknowledgementSource
    case acknowledgementReceiver
    case acknowledgedProvider
    case patientAcknowledgement
    case claimAcknowledgementTrailer
    case functionalGroupTrailer
    case interchangeTrailer
    case segments

    /// Whether the fields of such an object, those of the levels that it stands under left out, depend on nothing that came
    /// before it.
    var standsAlone: Bool {
        switch self {
        case .billingProvider, .subscriber, .patient, .claim, .remittanceGroup, .claimPayment,
            .transactionSetResponse, .acknowledgementSource, .acknowledgementReceiver, .acknowledgedProvider,
            .patientAcknowledgement:
            true
        default: false
        }
    }

    /// How deep in the hierarchy of its transaction set a level stands, from 0 for the top; `nil` for what is none, or none
    /// for certain.
    var depth: Int? {
        switch self {
        case .billingProvider, .remittanceGroup, .informationSource, .acknowledgementSource: 0
        case .subscriber, .informationReceiver, .acknowledgementReceiver: 1
        case .patient, .inquirySubscriber, .responseSubscriber, .acknowledgedProvider: 2
        default: nil
        }
    }
}

/// The version of the documents' layout; it changes when a program that reads them has to.
let documentSchemaVersion = "1.0"
