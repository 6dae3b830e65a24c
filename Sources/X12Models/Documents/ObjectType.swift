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
}

/// The version of the documents' layout; it changes when a program that reads them has to.
let documentSchemaVersion = "1.0"
