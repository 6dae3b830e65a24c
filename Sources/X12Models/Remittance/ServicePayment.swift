public import X12Text

/// What a payer paid for one service: loop 2110.
public struct ServicePayment: ModelPart {
    /// The service that was paid (SVC01).
    public var procedure = Procedure()
    /// What was charged (SVC02), in the remittance's currency.
    public var chargeAmount: ExactDecimal?
    /// What was paid (SVC03): the charge less the adjustments.
    public var paymentAmount: ExactDecimal?
    /// Revenue code of a facility (SVC04), beside another code in ``procedure``.
    public var revenueCode: String?
    /// Units paid (SVC05); nil means one.
    public var paidUnitCount: ExactDecimal?
    /// The service that was billed (SVC06); nil means the same as ``procedure``.
    @Boxed public var submittedProcedure: Procedure?
    /// Units billed (SVC07); nil means as many as were paid.
    public var submittedUnitCount: ExactDecimal?
    /// When the service was given (DTM01 `472`, or `150` and `151`), up to two dates.
    public var serviceDates: [QualifiedDate] = []
    /// Why the payment differs from the charge (CAS).
    public var adjustments: [Adjustment] = []
    /// Up to eight identifiers of the service (REF01: `1S` ambulatory patient group, `APC` ambulatory payment
    /// class, `BB` authorization, `E9` attachment, `G1` prior authorization, `G3` predetermination, `LU`
    /// location, `RB` rate).
    public var identifiers: [Identifier] = []
    /// The provider's own number of the line (REF02 of `6R`); nil when the claim had none.
    public var lineItemControlNumber: String?
    /// Up to ten identifiers of who gave the service (REF01: `HPI` NPI, `TJ` tax number, `0B`, `1A` to `1J`,
    /// `D3`, `G2`, `SY`), where that differs from the claim.
    public var renderingProviderIdentifiers: [Identifier] = []
    /// Up to five policies that were applied (REF of `0K`).
    public var healthCarePolicies: [HealthCarePolicy] = []
    /// More amounts that do not take part in balancing (AMT), up to nine; `B6` is what the payer allowed.
    public var supplementalAmounts: [QualifiedAmount] = []
    /// More quantities (QTY), up to six.
    public var supplementalQuantities: [QualifiedQuantity] = []
    /// Remarks on the service (LQ), up to 99.
    public var remarks: [ServiceRemark] = []

    /// An empty line.
    public init() {}

    /// The day, or first day, of the service (DTM02 of `472`, else of `150`); nil when none was sent.
    public var serviceDate: CalendarDate? { serviceDates.first(of: "472", "150") }

    /// The last day of the service (DTM02 of `151`, else of `472`); nil when none was sent.
    public var serviceEndDate: CalendarDate? { serviceDates.first(of: "151", "472") }

    /// What the payer allowed (AMT02 of `B6`); nil when it was not sent.
    public var allowedAmount: ExactDecimal? { supplementalAmounts.first { $0.qualifier == "B6" }?.amount }

    /// Walks loop 2110.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("SVC") {
            visitor.composite(1, "procedure", &procedure)
            visitor.decimal(2, "chargeAmount", &chargeAmount)
            visitor.decimal(3, "paymentAmount", &paymentAmount)
            visitor.text(4, "revenueCode", &revenueCode)
            visitor.decimal(5, "paidUnitCount", &paidUnitCount)
            visitor.composite(6, "submittedProcedure", &$submittedProcedure)
            visitor.decimal(7, "submittedUnitCount", &submittedUnitCount)
            visitor.leave()
        }
        visitor.segments(SegmentKey("DTM", "150"), "serviceDates", &serviceDates)
        visitor.adjustments("adjustments", &adjustments)
        visitor.segments(SegmentKey("REF", "1S"), "identifiers", &identifiers)
        visitor.reference("6R", "lineItemControlNumber", &lineItemControlNumber)
        visitor.segments(
            SegmentKey("REF", "0B"), "renderingProviderIdentifiers", &renderingProviderIdentifiers)
        visitor.segments(SegmentKey("REF", "0K"), "healthCarePolicies", &healthCarePolicies)
        visitor.segments(SegmentKey("AMT", "B6"), "supplementalAmounts", &supplementalAmounts)
        visitor.segments(SegmentKey("QTY", "ZK"), "supplementalQuantities", &supplementalQuantities)
        visitor.segments(SegmentKey("LQ", "HE"), "remarks", &remarks)
    }
}
