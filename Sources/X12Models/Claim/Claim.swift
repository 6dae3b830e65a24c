public import X12Text

/// A professional claim: loop 2300 of the 837P with everything inside.
///
/// The order of the properties is the guide's. What several claims share stands in the levels above:
/// ``BillingProvider``, ``Subscriber``, ``Patient``.
public struct Claim: BlockPart {
    /// The biller's own number for the claim, returned on the remittance (CLM01, up to 38 characters; payers
    /// must keep 20).
    public var patientControlNumber: String?
    /// The total charge, the sum of the lines' charges (CLM02).
    public var chargeAmount: ExactDecimal?
    /// Where the service took place (CLM05-1, a CMS place of service: `11` office).
    public var placeOfService: String?
    /// Which list the place comes from (CLM05-2: `B` place of service).
    public var facilityQualifier: String?
    /// Original, replacement or void (CLM05-3).
    public var claimFrequency: ClaimFrequency?
    /// Whether the provider's signature is on file (CLM06: `Y`, `N`).
    public var providerSignatureIndicator: String?
    /// Whether the provider accepts assignment (CLM07: `A` assigned, `B` for laboratory services only, `C`
    /// not assigned).
    public var planParticipation: String?
    /// Whether the insured lets the payer pay the provider (CLM08: `Y`, `N`, `W` not applicable).
    public var benefitsAssignment: String?
    /// Whether medical data may be released (CLM09: `Y` signed, `I` informed consent).
    public var releaseOfInformation: String?
    /// How the patient's signature was given (CLM10: `P` the provider signed for the patient).
    public var patientSignatureSource: String?
    /// What the illness or injury is related to (CLM11); nil when to no accident and no work.
    @Boxed public var relatedCauses: RelatedCauses?
    /// The program under which services were given (CLM12: `02` physically handicapped children's program,
    /// `03` special federal funding, `05` disability, `09` second opinion or surgery).
    public var specialProgram: String?
    /// Why the claim is late (CLM20: `1` to `11`, `15`).
    public var delayReason: String?
    /// Dates of the illness, of care and of work (2300 DTP); nil when none is sent.
    @Boxed public var dates: ClaimDates?
    /// Papers and files that support the claim, up to ten (2300 PWK).
    public var attachments: [Attachment] = []
    /// The contract that sets the price (2300 CN1).
    @Boxed public var contract: Contract?
    /// What the patient has paid already (AMT02 with `F5`).
    public var patientAmountPaid: ExactDecimal?
    /// Numbers of authorizations, earlier claims and records (2300 REF); nil when none is sent.
    @Boxed public var references: ClaimReferences?
    /// Fixed-format text that a regulation asks for, up to ten (2300 K3).
    public var fileInformation: [FixedFormatInformation] = []
    /// A note (NTE01: `ADD` additional, `CER` certification, `DCP` goals, `DGN` diagnosis, `TPO` third
    /// party).
    public var note: Note?
    /// The ambulance transport (2300 CR1).
    @Boxed public var ambulanceTransport: AmbulanceTransport?
    /// Chiropractic treatment (2300 CR2).
    @Boxed public var spinalManipulation: SpinalManipulation?
    /// Why an ambulance was needed, up to three (CRC with `07`).
    public var ambulanceCertifications: [AmbulanceCertification] = []
    /// Why lenses or frames were needed, up to three (CRC with `E1`, `E2`, `E3`).
    public var visionConditions: [VisionCondition] = []
    /// Whether the patient cannot leave home (CRC02 with `75`: `Y`); nil means no.
    public var homeboundIndicator: String?
    /// The referral after a child's screening, EPSDT (CRC with `ZZ`).
    @Boxed public var screeningReferral: ScreeningReferral?
    /// Diagnoses, the principal one first, up to twelve (HI01 to HI12: `ABK` and `ABF` ICD-10, `BK` and `BF`
    /// ICD-9). Lines point at them by position from 1.
    public var diagnoses: [HealthCareCode] = []
    /// The surgery an anesthesia belongs to, one or two codes (HI01, HI02: `BP`, `BO`).
    public var anesthesiaProcedures: [HealthCareCode] = []
    /// Condition codes, up to two segments of twelve (HI with `BG`).
    public var conditionInformation: [ConditionInformation] = []
    /// What a repricer made of the claim (2300 HCP).
    @Boxed public var pricing: ClaimPricing?
    /// Who referred the patient, and the primary care provider, up to two (2310A).
    public var referringProviders: [ReferringProvider] = []
    /// Who treated the patient (2310B); nil when the billing provider did.
    public var renderingProvider: RenderingProvider?
    /// Where the service took place (2310C); nil when at the billing provider's address.
    @Boxed public var serviceFacility: ServiceFacility?
    /// Who supervised the rendering provider (2310D).
    @Boxed public var supervisingProvider: SupervisingProvider?
    /// Where the ambulance fetched the patient (2310E).
    @Boxed public var ambulancePickUp: AmbulancePickUp?
    /// Where the ambulance took the patient (2310F).
    @Boxed public var ambulanceDropOff: AmbulanceDropOff?
    /// The patient's other insurances and what they paid, up to ten (2320).
    public var otherSubscribers: [OtherSubscriber] = []
    /// The services, 1 to 50 (2400).
    public var serviceLines: [ServiceLine] = []
    /// What came with it and has no place above; `nil` when everything has.
    @Boxed public var carried: Carried?
    /// The provider that bills the claim (2000A); shared with its other claims until it is changed.
    @Boxed public var billingProvider: BillingProvider?
    /// Whose insurance the claim is on (2000B); shared with the subscriber's other claims until it is changed.
    @Boxed public var subscriber: Subscriber?
    /// The patient, where that is not the subscriber (2000C); shared with the patient's other claims.
    @Boxed public var patient: Patient?

    /// An empty claim.
    public init() {}

    /// Puts the claim under levels that it shares with others.
    mutating func stand(
        under billingProvider: Boxed<BillingProvider>, _ subscriber: Boxed<Subscriber>,
        _ patient: Boxed<Patient>
    ) {
        _billingProvider = billingProvider
        _subscriber = subscriber
        _patient = patient
    }

    /// Walks loop 2300 with all loops inside.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("CLM") {
            visitor.text(1, "patientControlNumber", &patientControlNumber)
            visitor.decimal(2, "chargeAmount", &chargeAmount)
            visitor.text(5, 1, "placeOfService", &placeOfService)
            visitor.text(5, 2, "facilityQualifier", &facilityQualifier)
            visitor.code(5, 3, "claimFrequency", &claimFrequency)
            visitor.text(6, "providerSignatureIndicator", &providerSignatureIndicator)
            visitor.text(7, "planParticipation", &planParticipation)
            visitor.text(8, "benefitsAssignment", &benefitsAssignment)
            visitor.text(9, "releaseOfInformation", &releaseOfInformation)
            visitor.text(10, "patientSignatureSource", &patientSignatureSource)
            visitor.composite(11, "relatedCauses", &$relatedCauses)
            visitor.text(12, "specialProgram", &specialProgram)
            visitor.text(20, "delayReason", &delayReason)
            visitor.leave()
        }
        visitor.part("dates", &$dates)
        walkAmountsAndReferences(&visitor)
        walkCertifications(&visitor)
        walkCodes(&visitor)
        walkProviders(&visitor)
        walkCoverageAndLines(&visitor)
    }

    /// Walks PWK to NTE.
    private mutating func walkAmountsAndReferences<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.segments(SegmentKey("PWK", "AA"), "attachments", &attachments)
        visitor.part("contract", &$contract)
        visitor.amount("F5", "patientAmountPaid", &patientAmountPaid)
        visitor.part("references", &$references)
        visitor.segments(SegmentKey("K3"), "fileInformation", &fileInformation)
        if visitor.enter("NTE", "ADD", if: note != nil) {
            visitor.part("note", &note)
            visitor.leave()
        }
    }

    /// Walks CR1 to HCP.
    private mutating func walkCertifications<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.part("ambulanceTransport", &$ambulanceTransport)
        visitor.part("spinalManipulation", &$spinalManipulation)
        visitor.segments(SegmentKey("CRC", "07"), "ambulanceCertifications", &ambulanceCertifications)
        visitor.segments(SegmentKey("CRC", "E1"), "visionConditions", &visionConditions)
        if visitor.enter("CRC", "75", if: homeboundIndicator != nil) {
            visitor.constant(1, "75")
            visitor.text(2, "homeboundIndicator", &homeboundIndicator)
            visitor.constant(3, "IH")
            visitor.leave()
        }
        visitor.part("screeningReferral", &$screeningReferral)
    }

    /// Walks HI and HCP.
    private mutating func walkCodes<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("HI", "ABK", if: !diagnoses.isEmpty) {
            visitor.composites(1...12, "diagnoses", &diagnoses)
            visitor.leave()
        }
        if visitor.enter("HI", "BP", if: !anesthesiaProcedures.isEmpty) {
            visitor.composites(1...2, "anesthesiaProcedures", &anesthesiaProcedures)
            visitor.leave()
        }
        visitor.segments(SegmentKey("HI", "BG"), "conditionInformation", &conditionInformation)
        visitor.part("pricing", &$pricing)
    }

    /// Walks the loops 2310A to 2310F.
    private mutating func walkProviders<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.loops("2310A", "referringProviders", &referringProviders)
        visitor.loop("2310B", "renderingProvider", &renderingProvider)
        visitor.loop("2310C", "serviceFacility", &$serviceFacility)
        visitor.loop("2310D", "supervisingProvider", &$supervisingProvider)
        visitor.loop("2310E", "ambulancePickUp", &$ambulancePickUp)
        visitor.loop("2310F", "ambulanceDropOff", &$ambulanceDropOff)
    }

    /// Walks the loops 2320 and 2400.
    private mutating func walkCoverageAndLines<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.loops("2320", "otherSubscribers", &otherSubscribers)
        visitor.loops("2400", "serviceLines", &serviceLines)
    }
}
