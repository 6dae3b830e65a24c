public import X12Text

/// Sums by which a group's inpatient claims were priced: TS2.
///
/// DRG is the diagnosis related group, PPS the prospective payment system. Amounts are in the remittance's
/// currency, counts in days or claims as each says. nil means the sum was not sent.
public struct ProviderSupplementalSummary: ModelPart {
    /// Sum of DRG amounts (TS201).
    public var drgAmount: ExactDecimal?
    /// Sum of federal specific amounts (TS202).
    public var federalSpecificAmount: ExactDecimal?
    /// Sum of hospital specific amounts (TS203).
    public var hospitalSpecificAmount: ExactDecimal?
    /// Sum of disproportionate share amounts (TS204).
    public var disproportionateShareAmount: ExactDecimal?
    /// Sum of capital amounts (TS205).
    public var capitalAmount: ExactDecimal?
    /// Sum of indirect medical education amounts (TS206).
    public var indirectMedicalEducationAmount: ExactDecimal?
    /// Days beyond the usual stay (TS207).
    public var outlierDayCount: ExactDecimal?
    /// Sum of day outlier amounts (TS208).
    public var dayOutlierAmount: ExactDecimal?
    /// Sum of cost outlier amounts (TS209).
    public var costOutlierAmount: ExactDecimal?
    /// Average stay of the claims' DRGs, in days (TS210).
    public var averageDrgLengthOfStay: ExactDecimal?
    /// Discharges (TS211): a quantity, though the guide's name for it says amount.
    public var dischargeCount: ExactDecimal?
    /// Days for the cost report (TS212).
    public var costReportDayCount: ExactDecimal?
    /// Covered days (TS213).
    public var coveredDayCount: ExactDecimal?
    /// Noncovered days (TS214).
    public var noncoveredDayCount: ExactDecimal?
    /// Pass-through that payers before Medicare met (TS215): money, though its name in the guide says count.
    public var medicareSecondaryPayerPassThroughAmount: ExactDecimal?
    /// Average weight of the claims' DRGs (TS216).
    public var averageDrgWeight: ExactDecimal?
    /// PPS capital, federal specific part (TS217).
    public var ppsCapitalFederalSpecificDrgAmount: ExactDecimal?
    /// PPS capital, hospital specific part (TS218).
    public var ppsCapitalHospitalSpecificDrgAmount: ExactDecimal?
    /// PPS disproportionate share, DRG part (TS219).
    public var ppsDisproportionateShareDrgAmount: ExactDecimal?

    /// An empty summary.
    public init() {}

    /// Walks TS2.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        guard visitor.enter("TS2") else { return }
        visitor.decimal(1, "drgAmount", &drgAmount)
        visitor.decimal(2, "federalSpecificAmount", &federalSpecificAmount)
        visitor.decimal(3, "hospitalSpecificAmount", &hospitalSpecificAmount)
        visitor.decimal(4, "disproportionateShareAmount", &disproportionateShareAmount)
        visitor.decimal(5, "capitalAmount", &capitalAmount)
        visitor.decimal(6, "indirectMedicalEducationAmount", &indirectMedicalEducationAmount)
        visitor.decimal(7, "outlierDayCount", &outlierDayCount)
        visitor.decimal(8, "dayOutlierAmount", &dayOutlierAmount)
        visitor.decimal(9, "costOutlierAmount", &costOutlierAmount)
        visitor.decimal(10, "averageDrgLengthOfStay", &averageDrgLengthOfStay)
        visitor.decimal(11, "dischargeCount", &dischargeCount)
        visitor.decimal(12, "costReportDayCount", &costReportDayCount)
        visitor.decimal(13, "coveredDayCount", &coveredDayCount)
        visitor.decimal(14, "noncoveredDayCount", &noncoveredDayCount)
        visitor.decimal(
            15, "medicareSecondaryPayerPassThroughAmount", &medicareSecondaryPayerPassThroughAmount)
        visitor.decimal(16, "averageDrgWeight", &averageDrgWeight)
        visitor.decimal(17, "ppsCapitalFederalSpecificDrgAmount", &ppsCapitalFederalSpecificDrgAmount)
        visitor.decimal(18, "ppsCapitalHospitalSpecificDrgAmount", &ppsCapitalHospitalSpecificDrgAmount)
        visitor.decimal(19, "ppsDisproportionateShareDrgAmount", &ppsDisproportionateShareDrgAmount)
        visitor.leave()
    }
}
