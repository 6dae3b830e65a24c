public import X12Models
public import X12Text

/// A claim in about ten words: what happened to whom; the rest stands in the practice file.
public struct Encounter: ModelPart, ToldOfMalformed {
    /// The practice's number for the claim (CLM01, up to 20 characters).
    public var claimNumber: String?
    /// The key of the payer.
    public var payer: String?
    /// The key of the billing provider; nil is the practice's first.
    public var billingProvider: String?
    /// The key of the treating provider; nil is the practice's default, if it has one.
    public var renderingProvider: String?
    /// The key of the place where services were given; nil is the billing provider's address.
    public var serviceFacility: String?
    /// Whose insurance it is.
    public var subscriber: EncounterPerson?
    /// The patient, when that is not the subscriber.
    public var patient: EncounterPerson?
    /// What the patient is to the subscriber (PAT01); only with a patient, as a subscriber is always `18`.
    public var relationship: Relationship?
    /// The number on the insurance card (2010BA NM109).
    public var memberIdentifier: String?
    /// Group or policy number (SBR03).
    public var groupNumber: String?
    /// Where the services took place (CLM05-1); nil is the practice's default.
    public var placeOfService: String?
    /// ICD-10 codes, the principal one first; a point is taken out.
    public var diagnoses: [String] = []
    /// The services.
    public var services: [EncounterService] = []
    /// The sum of the charges, where the practice wants it checked (CLM02).
    public var chargeAmount: ExactDecimal?
    /// What the patient paid (AMT02 with `F5`).
    public var patientAmountPaid: ExactDecimal?
    /// The payer's number of a prior authorization (REF02 with `G1`).
    public var priorAuthorizationNumber: String?
    /// The payer's number of a referral (REF02 with `9F`).
    public var referralNumber: String?
    /// Who referred the patient (2310A).
    public var referringProvider: ReferringProvider?
    /// Whether the claim is new, replaces or voids an earlier one (CLM05-3); nil is new.
    public var claimFrequency: ClaimFrequency?
    /// The payer's number of the claim that is replaced or voided (REF02 with `F8`).
    public var payerClaimControlNumber: String?
    /// A laboratory's certificate (REF02 with `X4`); nil is the practice's, on claims with laboratory services.
    public var laboratoryCertificationNumber: String?
    /// What the illness or injury is related to (CLM11).
    public var relatedCauses: RelatedCauses?
    /// When the accident was (DTP03 with `439`).
    public var accidentDate: DateTimePeriod?
    /// A note to the payer (NTE02 with `ADD`).
    public var note: String?
    /// Values for the fields of the notes that the payer's profile words (``X12Grammar/ProfileTemplate``).
    public var noteFields: [NamedText] = []
    /// Papers and files that support the claim (PWK), up to ten.
    public var attachments: [Attachment] = []

    /// Texts of its rows that are not in their columns' form.
    package var malformed: [MalformedText] = []
    /// The line of the input at which it begins, from 1; 0 where it comes from no input.
    package var line = 0

    /// An empty encounter.
    public init() {}

    /// Walks the properties; an encounter has no segments of its own.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(0, "claimNumber", &claimNumber)
        visitor.text(0, "payer", &payer)
        visitor.text(0, "billingProvider", &billingProvider)
        visitor.text(0, "renderingProvider", &renderingProvider)
        visitor.text(0, "serviceFacility", &serviceFacility)
        visitor.part("subscriber", &subscriber)
        visitor.part("patient", &patient)
        visitor.code(0, "relationship", &relationship)
        visitor.text(0, "memberIdentifier", &memberIdentifier)
        visitor.text(0, "groupNumber", &groupNumber)
        visitor.text(0, "placeOfService", &placeOfService)
        visitor.texts(1...12, "diagnoses", &diagnoses)
        visitor.loops("", "services", &services)
        visitor.decimal(0, "chargeAmount", &chargeAmount)
        visitor.decimal(0, "patientAmountPaid", &patientAmountPaid)
        visitor.text(0, "priorAuthorizationNumber", &priorAuthorizationNumber)
        visitor.text(0, "referralNumber", &referralNumber)
        visitor.part("referringProvider", &referringProvider)
        visitor.code(0, "claimFrequency", &claimFrequency)
        visitor.text(0, "payerClaimControlNumber", &payerClaimControlNumber)
        visitor.text(0, "laboratoryCertificationNumber", &laboratoryCertificationNumber)
        visitor.part("relatedCauses", &relatedCauses)
        visitor.period(0, 0, "accidentDate", &accidentDate)
        visitor.text(0, "note", &note)
        visitor.loops("", "noteFields", &noteFields)
        visitor.loops("", "attachments", &attachments)
    }
}
