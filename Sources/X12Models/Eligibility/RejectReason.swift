/// Why an inquiry, or a part of it, could not be answered (AAA03).
public struct RejectReason: CodeValue {
    /// The code as it is sent.
    public let rawValue: String

    /// Wraps the code as it is sent.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// More than was authorized (`04`).
    public static let quantityExceeded = Self(rawValue: "04")
    /// Required data are missing (`15`).
    public static let dataMissing = Self(rawValue: "15")
    /// Input errors (`33`).
    public static let inputErrors = Self(rawValue: "33")
    /// Out of network (`35`).
    public static let outOfNetwork = Self(rawValue: "35")
    /// Not authorized to ask (`41`).
    public static let notAuthorized = Self(rawValue: "41")
    /// Cannot answer now (`42`).
    public static let cannotRespondNow = Self(rawValue: "42")
    /// Provider identifier is wrong or missing (`43`).
    public static let providerIdentifierInvalid = Self(rawValue: "43")
    /// Provider name is wrong or missing (`44`).
    public static let providerNameInvalid = Self(rawValue: "44")
    /// Provider specialty is wrong or missing (`45`).
    public static let providerSpecialtyInvalid = Self(rawValue: "45")
    /// Provider phone number is wrong or missing (`46`).
    public static let providerTelephoneInvalid = Self(rawValue: "46")
    /// Provider state is wrong or missing (`47`).
    public static let providerStateInvalid = Self(rawValue: "47")
    /// Referring provider identifier is wrong or missing (`48`).
    public static let referringProviderIdentifierInvalid = Self(rawValue: "48")
    /// Provider is not the primary care physician (`49`).
    public static let notPrimaryCareProvider = Self(rawValue: "49")
    /// Provider may not inquire (`50`).
    public static let providerIneligible = Self(rawValue: "50")
    /// Provider is not on file (`51`).
    public static let providerNotOnFile = Self(rawValue: "51")
    /// Service outside of the provider's enrollment (`52`).
    public static let serviceOutsideEnrollment = Self(rawValue: "52")
    /// Benefit does not fit the provider type (`53`).
    public static let benefitDoesNotFitProvider = Self(rawValue: "53")
    /// Wrong kind of service code (`54`).
    public static let serviceQualifierInvalid = Self(rawValue: "54")
    /// Wrong service code (`55`).
    public static let serviceCodeInvalid = Self(rawValue: "55")
    /// Wrong date (`56`).
    public static let dateInvalid = Self(rawValue: "56")
    /// Date of service is wrong or missing (`57`).
    public static let serviceDateInvalid = Self(rawValue: "57")
    /// Birth date is wrong or missing (`58`).
    public static let birthDateInvalid = Self(rawValue: "58")
    /// Born after the service (`60`).
    public static let bornAfterService = Self(rawValue: "60")
    /// Died before the service (`61`).
    public static let diedBeforeService = Self(rawValue: "61")
    /// Service outside of the period that may be asked about (`62`).
    public static let serviceOutsideInquiryPeriod = Self(rawValue: "62")
    /// Service in the future (`63`).
    public static let serviceInFuture = Self(rawValue: "63")
    /// Patient identifier is wrong or missing (`64`).
    public static let patientIdentifierInvalid = Self(rawValue: "64")
    /// Patient name is wrong or missing (`65`).
    public static let patientNameInvalid = Self(rawValue: "65")
    /// Patient gender is wrong or missing (`66`).
    public static let patientGenderInvalid = Self(rawValue: "66")
    /// Patient not found (`67`).
    public static let patientNotFound = Self(rawValue: "67")
    /// Patient identifier is not unique (`68`).
    public static let patientIdentifierDuplicate = Self(rawValue: "68")
    /// Does not fit the patient's age (`69`).
    public static let ageDoesNotFit = Self(rawValue: "69")
    /// Does not fit the patient's gender (`70`).
    public static let genderDoesNotFit = Self(rawValue: "70")
    /// Birth date is not the patient's (`71`).
    public static let birthDateDoesNotMatch = Self(rawValue: "71")
    /// Subscriber identifier is wrong or missing (`72`).
    public static let subscriberIdentifierInvalid = Self(rawValue: "72")
    /// Subscriber name is wrong or missing (`73`).
    public static let subscriberNameInvalid = Self(rawValue: "73")
    /// Subscriber gender is wrong or missing (`74`).
    public static let subscriberGenderInvalid = Self(rawValue: "74")
    /// Subscriber not found (`75`).
    public static let subscriberNotFound = Self(rawValue: "75")
    /// Subscriber identifier is not unique (`76`).
    public static let subscriberIdentifierDuplicate = Self(rawValue: "76")
    /// Subscriber found, patient not (`77`).
    public static let patientNotFoundUnderSubscriber = Self(rawValue: "77")
    /// Subscriber is not in this group or plan (`78`).
    public static let subscriberNotInGroup = Self(rawValue: "78")
    /// Participant identifier is wrong (`79`).
    public static let participantIdentifierInvalid = Self(rawValue: "79")
    /// No answer came (`80`).
    public static let noResponse = Self(rawValue: "80")
    /// Provider address is wrong or missing (`97`).
    public static let providerAddressInvalid = Self(rawValue: "97")
    /// Experimental service (`98`).
    public static let experimentalService = Self(rawValue: "98")
    /// Authorization number not found (`AA`).
    public static let authorizationNotFound = Self(rawValue: "AA")
    /// Primary care physician must authorize (`AE`).
    public static let primaryCareAuthorizationRequired = Self(rawValue: "AE")
    /// Diagnosis is wrong or missing (`AF`).
    public static let diagnosisInvalid = Self(rawValue: "AF")
    /// Procedure is wrong or missing (`AG`).
    public static let procedureInvalid = Self(rawValue: "AG")
    /// More on the patient's condition is needed (`AO`).
    public static let moreInformationNeeded = Self(rawValue: "AO")
    /// Certificate does not fit the patient (`CI`).
    public static let certificationDoesNotFit = Self(rawValue: "CI")
    /// Needs medical review (`E8`).
    public static let medicalReviewRequired = Self(rawValue: "E8")
    /// Authorization number is malformed (`IA`).
    public static let authorizationNumberInvalid = Self(rawValue: "IA")
    /// Authorization number is missing (`MA`).
    public static let authorizationMissing = Self(rawValue: "MA")
    /// Payer name or identifier is missing (`T4`).
    public static let payerMissing = Self(rawValue: "T4")
}
