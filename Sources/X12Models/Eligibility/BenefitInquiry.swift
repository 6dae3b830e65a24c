public import X12Text

/// What is asked about a person's coverage: loop 2110C or 2110D of a 270.
public struct BenefitInquiry: ModelPart {
    /// The kinds of service, up to 99 (EQ01).
    public var serviceTypes: [ServiceType] = []
    /// A procedure, in place of or beside kinds of service (EQ02).
    public var procedure: EligibilityProcedure?
    /// Whose coverage is asked about (EQ03: `FAM` of the whole family); of a subscriber alone.
    public var coverageLevel: CoverageLevel?
    /// Up to four positions in the person's list of diagnoses (EQ05).
    public var diagnosisPointers: [String] = []
    /// What the person pays before Medicaid does (AMT02 with `R`); of a subscriber alone.
    public var spendDownAmount: ExactDecimal?
    /// What was billed toward that amount (AMT02 with `PB`); of a subscriber alone.
    public var spendDownTotalBilledAmount: ExactDecimal?
    /// Where the service takes place (III02, a CMS place of service: `11` office).
    public var placeOfService: String?
    /// A referral or authorization (REF01: `9F` referral, `G1` authorization).
    public var authorization: Identifier?
    /// The day or days that are asked about, if others than the person's (DTP03 with `291`).
    public var planDate: DateTimePeriod?

    /// An empty inquiry.
    public init() {}

    /// Walks loop 2110C or 2110D.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("EQ") {
            visitor.codes(1, "serviceTypes", &serviceTypes)
            visitor.composite(2, "procedure", &procedure)
            visitor.code(3, "coverageLevel", &coverageLevel)
            visitor.listed(5, "diagnosisPointers", &diagnosisPointers, as: DiagnosisPointers.self)
            visitor.leave()
        }
        visitor.amount("R", "spendDownAmount", &spendDownAmount)
        visitor.amount("PB", "spendDownTotalBilledAmount", &spendDownTotalBilledAmount)
        if visitor.enter("III") {
            visitor.constant(1, "ZZ")
            visitor.text(2, "placeOfService", &placeOfService)
            visitor.leave()
        }
        if visitor.enter("REF", "9F") {
            visitor.part("authorization", &authorization)
            visitor.leave()
        }
        visitor.dated("291", "planDate", &planDate)
    }
}
