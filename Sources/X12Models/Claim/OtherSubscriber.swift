public import X12Text

/// Another insurance of the patient, and what it paid: loop 2320.
public struct OtherSubscriber: ModelPart {
    /// Which payer this is in the order of payment (SBR01).
    public var payerResponsibility: PayerResponsibility?
    /// What the patient is to this insurance's subscriber (SBR02).
    public var relationship: Relationship?
    /// Group or policy number (SBR03, 1 to 50 characters).
    public var groupNumber: String?
    /// The group's name (SBR04).
    public var groupName: String?
    /// Why Medicare pays second (SBR05).
    public var insuranceType: String?
    /// What kind of plan it is (SBR09).
    public var claimFilingIndicator: ClaimFilingIndicator?
    /// Why this payer paid less than was charged, for the claim as a whole (2320 CAS, up to five).
    public var adjustments: [Adjustment] = []
    /// What this payer paid (AMT02 with `D`); 0 when it denied the claim, nil when it has not decided.
    public var payerPaidAmount: ExactDecimal?
    /// What this payer does not cover, known without its decision (AMT02 with `A8`).
    public var nonCoveredAmount: ExactDecimal?
    /// What the patient still owes (AMT02 with `EAF`).
    public var remainingPatientLiability: ExactDecimal?
    /// Whether the insured lets this payer pay the provider (OI03: `Y`, `N`, `W` not applicable).
    public var benefitsAssignment: String?
    /// How the patient's signature was given (OI04: `P` the provider signed for the patient).
    public var patientSignatureSource: String?
    /// Whether medical data may be released (OI06: `Y` signed, `I` informed consent).
    public var releaseOfInformation: String?
    /// How Medicare decided (2320 MOA).
    @Boxed public var outpatientAdjudication: OutpatientAdjudication?
    /// Who the subscriber is (2330A).
    public var person: OtherSubscriberDetails?
    /// Who this payer is (2330B).
    public var payer: OtherPayer?
    /// This payer's numbers for the referring providers, up to two (2330C).
    public var referringProviders: [OtherPayerReferringProvider] = []
    /// This payer's numbers for the rendering provider (2330D).
    @Boxed public var renderingProvider: OtherPayerRenderingProvider?
    /// This payer's numbers for the service facility (2330E).
    @Boxed public var serviceFacility: OtherPayerServiceFacility?
    /// This payer's numbers for the supervising provider (2330F).
    @Boxed public var supervisingProvider: OtherPayerSupervisingProvider?
    /// This payer's numbers for the billing provider (2330G).
    @Boxed public var billingProvider: OtherPayerBillingProvider?

    /// An empty coverage.
    public init() {}

    /// Walks loop 2320 with the loops inside.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("SBR") {
            visitor.code(1, "payerResponsibility", &payerResponsibility)
            visitor.code(2, "relationship", &relationship)
            visitor.text(3, "groupNumber", &groupNumber)
            visitor.text(4, "groupName", &groupName)
            visitor.text(5, "insuranceType", &insuranceType)
            visitor.code(9, "claimFilingIndicator", &claimFilingIndicator)
            visitor.leave()
        }
        visitor.adjustments("adjustments", &adjustments)
        visitor.amount("D", "payerPaidAmount", &payerPaidAmount)
        visitor.amount("A8", "nonCoveredAmount", &nonCoveredAmount)
        visitor.amount("EAF", "remainingPatientLiability", &remainingPatientLiability)
        if visitor.enter("OI") {
            visitor.text(3, "benefitsAssignment", &benefitsAssignment)
            visitor.text(4, "patientSignatureSource", &patientSignatureSource)
            visitor.text(6, "releaseOfInformation", &releaseOfInformation)
            visitor.leave()
        }
        visitor.part("outpatientAdjudication", &$outpatientAdjudication)
        visitor.loop("2330A", "person", &person)
        visitor.loop("2330B", "payer", &payer)
        visitor.loops("2330C", "referringProviders", &referringProviders)
        visitor.loop("2330D", "renderingProvider", &$renderingProvider)
        visitor.loop("2330E", "serviceFacility", &$serviceFacility)
        visitor.loop("2330F", "supervisingProvider", &$supervisingProvider)
        visitor.loop("2330G", "billingProvider", &$billingProvider)
    }
}
