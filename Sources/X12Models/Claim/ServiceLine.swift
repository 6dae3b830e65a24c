public import X12Text

/// One service of a claim: loop 2400 with everything inside.
public struct ServiceLine: ModelPart {
    /// The line's number, counted from 1 (LX01).
    public var number: Int?
    /// What was done (SV101).
    public var procedure: Procedure?
    /// The charge for the line (SV102).
    public var chargeAmount: ExactDecimal?
    /// What is counted (SV103: `UN` units, `MJ` minutes).
    public var unit: String?
    /// How many units (SV104).
    public var unitCount: ExactDecimal?
    /// Where the service took place (SV105); nil when where the claim says.
    public var placeOfService: String?
    /// Which of the claim's diagnoses the service is for, one to four positions from `1`, the main one first
    /// (SV107-1 to SV107-4).
    public var diagnosisPointers: [String] = []
    /// Whether it was an emergency (SV109: `Y`); nil means no.
    public var emergencyIndicator: String?
    /// Whether a child's screening, EPSDT, led to it (SV111: `Y`); nil means no.
    public var screeningIndicator: String?
    /// Whether it was for family planning (SV112: `Y`); nil means no.
    public var familyPlanningIndicator: String?
    /// Whether the patient is free of copayment (SV115: `0`); nil means no.
    public var copayStatus: String?
    /// Rent or purchase of medical equipment (2400 SV5).
    @Boxed public var equipment: EquipmentService?
    /// Papers and files that support the line, up to ten (2400 PWK).
    public var attachments: [Attachment] = []
    /// How the certificate of medical necessity for equipment is sent (PWK02 with `CT`: `AB`, `AD`, `AF`,
    /// `AG`, `NS` not specified).
    public var equipmentCertificationTransmission: String?
    /// The ambulance transport (2400 CR1).
    @Boxed public var ambulanceTransport: AmbulanceTransport?
    /// The certificate for medical equipment (2400 CR3).
    @Boxed public var equipmentCertification: EquipmentCertification?
    /// Why an ambulance was needed, up to three (CRC with `07`).
    public var ambulanceCertifications: [AmbulanceCertification] = []
    /// Whether the rendering provider works for the patient's hospice (CRC02 with `70`: `Y`, `N`).
    public var hospiceEmployeeIndicator: String?
    /// What the certificate for medical equipment says (CRC with `09`).
    @Boxed public var equipmentCondition: EquipmentCondition?
    /// When the service took place (`472`), a day or from a day to a day.
    public var serviceDate: DateTimePeriod?
    /// Other dates (2400 DTP); nil when none is sent.
    @Boxed public var dates: ServiceLineDates?
    /// How many patients were in the ambulance, when more than one (QTY02 with `PT`).
    public var ambulancePatientCount: ExactDecimal?
    /// Units beyond the usual of an obstetric anesthesia (QTY02 with `FL`).
    public var obstetricAnesthesiaUnits: ExactDecimal?
    /// Results of tests, up to five (2400 MEA).
    public var testResults: [TestResult] = []
    /// The contract that sets the line's price (2400 CN1).
    @Boxed public var contract: Contract?
    /// Numbers of authorizations, laboratories and the line itself (2400 REF); nil when none is sent.
    @Boxed public var references: ServiceLineReferences?
    /// Sales tax, part of the charge (AMT02 with `T`).
    public var salesTaxAmount: ExactDecimal?
    /// Postage, part of the charge (AMT02 with `F4`).
    public var postageAmount: ExactDecimal?
    /// Fixed-format text that a regulation asks for, up to ten (2400 K3).
    public var fileInformation: [FixedFormatInformation] = []
    /// A note (NTE01: `ADD` additional information, `DCP` goals of rehabilitation).
    public var note: Note?
    /// A note from a repricer or another third party (NTE02 with `TPO`, 1 to 80 characters).
    public var thirdPartyNote: String?
    /// The price of a service bought from another provider (2400 PS1).
    @Boxed public var purchasedService: PurchasedService?
    /// What a repricer made of the line (2400 HCP).
    @Boxed public var pricing: LinePricing?
    /// The drug that was given (2410).
    @Boxed public var drug: Drug?
    /// Who treated the patient (2420A); nil when whom the claim names.
    @Boxed public var renderingProvider: RenderingProvider?
    /// Whom the service was bought from (2420B).
    @Boxed public var purchasedServiceProvider: PurchasedServiceProvider?
    /// Where the service took place (2420C); nil when where the claim says.
    @Boxed public var serviceFacility: LineServiceFacility?
    /// Who supervised (2420D); nil when whom the claim names.
    @Boxed public var supervisingProvider: SupervisingProvider?
    /// Who ordered the service or item (2420E).
    @Boxed public var orderingProvider: OrderingProvider?
    /// Who referred the patient for this line, up to two (2420F); none when whom the claim names.
    public var referringProviders: [ReferringProvider] = []
    /// Where the ambulance fetched the patient (2420G); nil when where the claim says.
    @Boxed public var ambulancePickUp: AmbulancePickUp?
    /// Where the ambulance took the patient (2420H); nil when where the claim says.
    @Boxed public var ambulanceDropOff: AmbulanceDropOff?
    /// What other payers decided on the line, up to 15 (2430).
    public var adjudications: [LineAdjudication] = []
    /// Answers to the questions of forms (2440).
    public var forms: [SupportingForm] = []

    /// An empty line.
    public init() {}

    /// Walks loop 2400 with the loops inside.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("LX") {
            visitor.ordinal(1, "number", &number)
            visitor.leave()
        }
        if visitor.enter("SV1") {
            visitor.composite(1, "procedure", &procedure)
            visitor.decimal(2, "chargeAmount", &chargeAmount)
            visitor.text(3, "unit", &unit)
            visitor.decimal(4, "unitCount", &unitCount)
            visitor.text(5, "placeOfService", &placeOfService)
            visitor.listed(7, "diagnosisPointers", &diagnosisPointers, as: DiagnosisPointers.self)
            visitor.text(9, "emergencyIndicator", &emergencyIndicator)
            visitor.text(11, "screeningIndicator", &screeningIndicator)
            visitor.text(12, "familyPlanningIndicator", &familyPlanningIndicator)
            visitor.text(15, "copayStatus", &copayStatus)
            visitor.leave()
        }
        walkCertifications(&visitor)
        walkDatesAndAmounts(&visitor)
        walkLoops(&visitor)
    }

    /// Walks SV5 to CRC.
    private mutating func walkCertifications<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.part("equipment", &$equipment)
        visitor.segments(SegmentKey("PWK", "AA"), "attachments", &attachments)
        if visitor.enter("PWK", "AB", if: equipmentCertificationTransmission != nil) {
            visitor.constant(1, "CT")
            visitor.text(2, "equipmentCertificationTransmission", &equipmentCertificationTransmission)
            visitor.leave()
        }
        visitor.part("ambulanceTransport", &$ambulanceTransport)
        visitor.part("equipmentCertification", &$equipmentCertification)
        visitor.segments(SegmentKey("CRC", "07"), "ambulanceCertifications", &ambulanceCertifications)
        if visitor.enter("CRC", "70", if: hospiceEmployeeIndicator != nil) {
            visitor.constant(1, "70")
            visitor.text(2, "hospiceEmployeeIndicator", &hospiceEmployeeIndicator)
            visitor.constant(3, "65")
            visitor.leave()
        }
        visitor.part("equipmentCondition", &$equipmentCondition)
    }

    /// Walks DTP to HCP.
    private mutating func walkDatesAndAmounts<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.dated("472", "serviceDate", &serviceDate)
        visitor.part("dates", &$dates)
        visitor.quantity("PT", "ambulancePatientCount", &ambulancePatientCount)
        visitor.quantity("FL", "obstetricAnesthesiaUnits", &obstetricAnesthesiaUnits)
        visitor.segments(SegmentKey("MEA"), "testResults", &testResults)
        visitor.part("contract", &$contract)
        visitor.part("references", &$references)
        visitor.amount("T", "salesTaxAmount", &salesTaxAmount)
        visitor.amount("F4", "postageAmount", &postageAmount)
        visitor.segments(SegmentKey("K3"), "fileInformation", &fileInformation)
        if visitor.enter("NTE", "ADD", if: note != nil) {
            visitor.part("note", &note)
            visitor.leave()
        }
        if visitor.enter("NTE", "TPO", if: thirdPartyNote != nil) {
            visitor.constant(1, "TPO")
            visitor.text(2, "thirdPartyNote", &thirdPartyNote)
            visitor.leave()
        }
        visitor.part("purchasedService", &$purchasedService)
        visitor.part("pricing", &$pricing)
    }

    /// Walks the loops 2410 to 2440.
    private mutating func walkLoops<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.loop("2410", "drug", &$drug)
        visitor.loop("2420A", "renderingProvider", &$renderingProvider)
        visitor.loop("2420B", "purchasedServiceProvider", &$purchasedServiceProvider)
        visitor.loop("2420C", "serviceFacility", &$serviceFacility)
        visitor.loop("2420D", "supervisingProvider", &$supervisingProvider)
        visitor.loop("2420E", "orderingProvider", &$orderingProvider)
        visitor.loops("2420F", "referringProviders", &referringProviders)
        visitor.loop("2420G", "ambulancePickUp", &$ambulancePickUp)
        visitor.loop("2420H", "ambulanceDropOff", &$ambulanceDropOff)
        visitor.loops("2430", "adjudications", &adjudications)
        visitor.loops("2440", "forms", &forms)
    }
}
