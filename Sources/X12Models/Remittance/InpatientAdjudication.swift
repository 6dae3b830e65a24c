public import X12Text

/// How an inpatient claim was priced, and remarks on it: MIA.
///
/// DRG is the diagnosis related group, PPS the prospective payment system. Amounts are in the remittance's
/// currency; nil means that nothing was sent.
public struct InpatientAdjudication: ModelPart {
    /// Covered days, or visits (MIA01).
    public var coveredDaysOrVisits: ExactDecimal?
    /// PPS operating outlier (MIA02).
    public var ppsOperatingOutlierAmount: ExactDecimal?
    /// Psychiatric days of a lifetime's allowance (MIA03).
    public var lifetimePsychiatricDays: ExactDecimal?
    /// DRG amount (MIA04).
    public var drgAmount: ExactDecimal?
    /// First remark on the claim (MIA05): a remittance advice remark code.
    public var remarkCode: String?
    /// Disproportionate share (MIA06).
    public var disproportionateShareAmount: ExactDecimal?
    /// Pass-through with Medicare as a later payer (MIA07).
    public var medicareSecondaryPayerPassThroughAmount: ExactDecimal?
    /// PPS capital (MIA08).
    public var ppsCapitalAmount: ExactDecimal?
    /// PPS capital, federal specific part (MIA09).
    public var ppsCapitalFederalSpecificDrgAmount: ExactDecimal?
    /// PPS capital, hospital specific part (MIA10).
    public var ppsCapitalHospitalSpecificDrgAmount: ExactDecimal?
    /// PPS capital, disproportionate share part (MIA11).
    public var ppsCapitalDisproportionateShareDrgAmount: ExactDecimal?
    /// Capital by the rules before PPS (MIA12).
    public var oldCapitalAmount: ExactDecimal?
    /// PPS capital, indirect medical education part (MIA13).
    public var ppsCapitalIndirectMedicalEducationAmount: ExactDecimal?
    /// PPS operating, hospital specific part (MIA14).
    public var ppsOperatingHospitalSpecificDrgAmount: ExactDecimal?
    /// Days for the cost report (MIA15).
    public var costReportDayCount: ExactDecimal?
    /// PPS operating, federal specific part (MIA16).
    public var ppsOperatingFederalSpecificDrgAmount: ExactDecimal?
    /// PPS capital outlier (MIA17).
    public var ppsCapitalOutlierAmount: ExactDecimal?
    /// Indirect teaching (MIA18).
    public var indirectTeachingAmount: ExactDecimal?
    /// Professional component that was billed but is not payable (MIA19).
    public var nonPayableProfessionalAmount: ExactDecimal?
    /// More remarks on the claim (MIA20 to MIA23); an empty text is a gap.
    public var additionalRemarkCodes: [String] = []
    /// PPS capital exception (MIA24).
    public var ppsCapitalExceptionAmount: ExactDecimal?

    /// An empty adjudication.
    public init() {}

    /// All remark codes in the order sent, without gaps.
    public var remarkCodes: [String] {
        ([remarkCode ?? ""] + additionalRemarkCodes).filter { !$0.isEmpty }
    }

    /// Walks MIA.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        guard visitor.enter("MIA") else { return }
        visitor.decimal(1, "coveredDaysOrVisits", &coveredDaysOrVisits)
        visitor.decimal(2, "ppsOperatingOutlierAmount", &ppsOperatingOutlierAmount)
        visitor.decimal(3, "lifetimePsychiatricDays", &lifetimePsychiatricDays)
        visitor.decimal(4, "drgAmount", &drgAmount)
        visitor.text(5, "remarkCode", &remarkCode)
        visitor.decimal(6, "disproportionateShareAmount", &disproportionateShareAmount)
        visitor.decimal(
            7, "medicareSecondaryPayerPassThroughAmount", &medicareSecondaryPayerPassThroughAmount)
        visitor.decimal(8, "ppsCapitalAmount", &ppsCapitalAmount)
        visitor.decimal(9, "ppsCapitalFederalSpecificDrgAmount", &ppsCapitalFederalSpecificDrgAmount)
        visitor.decimal(10, "ppsCapitalHospitalSpecificDrgAmount", &ppsCapitalHospitalSpecificDrgAmount)
        visitor.decimal(
            11, "ppsCapitalDisproportionateShareDrgAmount", &ppsCapitalDisproportionateShareDrgAmount)
        visitor.decimal(12, "oldCapitalAmount", &oldCapitalAmount)
        visitor.decimal(
            13, "ppsCapitalIndirectMedicalEducationAmount", &ppsCapitalIndirectMedicalEducationAmount)
        visitor.decimal(14, "ppsOperatingHospitalSpecificDrgAmount", &ppsOperatingHospitalSpecificDrgAmount)
        visitor.decimal(15, "costReportDayCount", &costReportDayCount)
        visitor.decimal(16, "ppsOperatingFederalSpecificDrgAmount", &ppsOperatingFederalSpecificDrgAmount)
        visitor.decimal(17, "ppsCapitalOutlierAmount", &ppsCapitalOutlierAmount)
        visitor.decimal(18, "indirectTeachingAmount", &indirectTeachingAmount)
        visitor.decimal(19, "nonPayableProfessionalAmount", &nonPayableProfessionalAmount)
        visitor.texts(20...23, "additionalRemarkCodes", &additionalRemarkCodes)
        visitor.decimal(24, "ppsCapitalExceptionAmount", &ppsCapitalExceptionAmount)
        visitor.leave()
    }
}
