public import X12Text

/// Sums of a group's claims, by provider and fiscal period: TS3.
///
/// Counts are numbers of claims; amounts are in the remittance's currency. nil means the sum was not sent.
public struct ProviderSummary: ModelPart {
    /// The provider (TS301, 1 to 50 characters).
    public var providerIdentifier: String?
    /// Place of service, or kind of facility as in the claims' bill type (TS302, 1 to 2 characters).
    public var facilityType: String?
    /// Last day of the provider's fiscal year (TS303).
    public var fiscalPeriodDate: CalendarDate?
    /// How many claims (TS304).
    public var claimCount: ExactDecimal?
    /// What was charged (TS305).
    public var chargeAmount: ExactDecimal?
    /// What payers before Medicare paid (TS313).
    public var medicareSecondaryPayerAmount: ExactDecimal?
    /// Charges other than laboratory (TS315).
    public var nonLaboratoryChargeAmount: ExactDecimal?
    /// Charges reported by HCPCS code (TS317).
    public var hcpcsReportedChargeAmount: ExactDecimal?
    /// What is payable by HCPCS code (TS318).
    public var hcpcsPayableAmount: ExactDecimal?
    /// Professional components (TS320).
    public var professionalComponentAmount: ExactDecimal?
    /// Patients' liability that payers before Medicare met (TS321).
    public var medicareSecondaryPayerPatientLiabilityAmount: ExactDecimal?
    /// What was paid back to patients (TS322).
    public var patientReimbursementAmount: ExactDecimal?
    /// How many claims were under periodic interim payment (TS323).
    public var periodicInterimPaymentClaimCount: ExactDecimal?
    /// Adjustment of periodic interim payments (TS324).
    public var periodicInterimPaymentAdjustmentAmount: ExactDecimal?

    /// An empty summary.
    public init() {}

    /// Walks TS3.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        guard visitor.enter("TS3") else { return }
        visitor.text(1, "providerIdentifier", &providerIdentifier)
        visitor.text(2, "facilityType", &facilityType)
        visitor.date(3, "fiscalPeriodDate", &fiscalPeriodDate)
        visitor.decimal(4, "claimCount", &claimCount)
        visitor.decimal(5, "chargeAmount", &chargeAmount)
        visitor.decimal(13, "medicareSecondaryPayerAmount", &medicareSecondaryPayerAmount)
        visitor.decimal(15, "nonLaboratoryChargeAmount", &nonLaboratoryChargeAmount)
        visitor.decimal(17, "hcpcsReportedChargeAmount", &hcpcsReportedChargeAmount)
        visitor.decimal(18, "hcpcsPayableAmount", &hcpcsPayableAmount)
        visitor.decimal(20, "professionalComponentAmount", &professionalComponentAmount)
        visitor.decimal(
            21, "medicareSecondaryPayerPatientLiabilityAmount", &medicareSecondaryPayerPatientLiabilityAmount)
        visitor.decimal(22, "patientReimbursementAmount", &patientReimbursementAmount)
        visitor.decimal(23, "periodicInterimPaymentClaimCount", &periodicInterimPaymentClaimCount)
        visitor.decimal(
            24, "periodicInterimPaymentAdjustmentAmount", &periodicInterimPaymentAdjustmentAmount)
        visitor.leave()
    }
}
