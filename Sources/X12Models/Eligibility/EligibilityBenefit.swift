public import X12Text

/// One thing that a response says of a person's coverage: loop 2110C or 2110D of a 271.
///
/// What `amount`, `fraction` and `quantity` mean follows from `kind`: a copayment of 30, a coinsurance of `.2`, a
/// limit of 20 visits.
public struct EligibilityBenefit: ModelPart {
    /// What it says (EB01).
    public var kind: BenefitKind?
    /// Who it is for (EB02).
    public var coverageLevel: CoverageLevel?
    /// The kinds of service it is about, up to 99 (EB03).
    public var serviceTypes: [ServiceType] = []
    /// The kind of insurance (EB04).
    public var insuranceType: InsuranceType?
    /// The plan's name or description (EB05, 1 to 50 characters).
    public var planDescription: String?
    /// The period that amount and quantity count for (EB06).
    public var period: BenefitPeriod?
    /// The amount, in US dollars (EB07).
    public var amount: ExactDecimal?
    /// The part that the patient pays, a fraction of 1: `.2` is 20 % (EB08).
    public var fraction: ExactDecimal?
    /// What the quantity counts (EB09).
    public var quantityKind: BenefitQuantityKind?
    /// The quantity (EB10).
    public var quantity: ExactDecimal?
    /// Whether an authorization or certification is needed (EB11: `Y`, `N`, `U` unknown).
    public var authorizationIndicator: String?
    /// Whether it is for care inside of the plan's network (EB12: `Y`, `N`, `W` for both, `U` unknown).
    public var inPlanNetworkIndicator: String?
    /// The procedure it is about (EB13).
    public var procedure: EligibilityProcedure?
    /// Up to four positions in the person's list of diagnoses (EB14).
    public var diagnosisPointers: [String] = []
    /// How much is allowed, how often and when, up to nine (HSD).
    public var serviceDeliveries: [ServiceDelivery] = []
    /// Numbers of plans, groups, lists and authorizations, up to nine (REF).
    public var identifiers: [DescribedIdentifier] = []
    /// Dates of the benefit, up to 20 (DTP).
    public var dates: [QualifiedPeriod] = []
    /// Why this could not be answered, up to nine (AAA).
    public var requestValidations: [RequestValidation] = []
    /// Words of the payer, up to ten (MSG01, 1 to 264 characters).
    public var messages: [String] = []
    /// Places of service and kinds of injury that it is for, up to ten (2115C, 2115D).
    public var circumstances: [BenefitCircumstance] = []
    /// Other parties that have to do with it, up to 23 (2120C, 2120D).
    public var relatedEntities: [RelatedEntity] = []

    /// An empty benefit.
    public init() {}

    /// Walks loop 2110C or 2110D.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        walkBenefit(&visitor)
        visitor.segments(SegmentKey("HSD"), "serviceDeliveries", &serviceDeliveries)
        visitor.segments(SegmentKey("REF", "18"), "identifiers", &identifiers)
        visitor.segments(SegmentKey("DTP", "096"), "dates", &dates)
        visitor.segments(SegmentKey("AAA"), "requestValidations", &requestValidations)
        visitor.messages("messages", &messages)
        visitor.loops("2115*", "circumstances", &circumstances)
        visitor.bracketedLoops("2120", "2120*", "relatedEntities", &relatedEntities)
    }

    /// EB.
    private mutating func walkBenefit<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        guard visitor.enter("EB") else { return }
        visitor.code(1, "kind", &kind)
        visitor.code(2, "coverageLevel", &coverageLevel)
        visitor.codes(3, "serviceTypes", &serviceTypes)
        visitor.code(4, "insuranceType", &insuranceType)
        visitor.text(5, "planDescription", &planDescription)
        visitor.code(6, "period", &period)
        visitor.decimal(7, "amount", &amount)
        visitor.decimal(8, "fraction", &fraction)
        visitor.code(9, "quantityKind", &quantityKind)
        visitor.decimal(10, "quantity", &quantity)
        visitor.text(11, "authorizationIndicator", &authorizationIndicator)
        visitor.text(12, "inPlanNetworkIndicator", &inPlanNetworkIndicator)
        visitor.composite(13, "procedure", &procedure)
        visitor.listed(14, "diagnosisPointers", &diagnosisPointers, as: DiagnosisPointers.self)
        visitor.leave()
    }
}
