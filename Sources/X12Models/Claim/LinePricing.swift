public import X12Text

/// What a repricer made of a line: HCP of loop 2400.
public struct LinePricing: ModelPart {
    /// How the price was found (HCP01: `00` to `14`).
    public var methodology: String?
    /// The allowed amount (HCP02).
    public var allowedAmount: ExactDecimal?
    /// What was saved (HCP03).
    public var savingAmount: ExactDecimal?
    /// The repricer (HCP04, 1 to 50 characters).
    public var organizationIdentifier: String?
    /// The rate per day or the flat rate (HCP05).
    public var perDiemRate: ExactDecimal?
    /// The approved ambulatory patient group (HCP06).
    public var ambulatoryPatientGroup: String?
    /// The group's amount (HCP07).
    public var ambulatoryPatientGroupAmount: ExactDecimal?
    /// What kind of code the approved one is (HCP09: `HC`, `ER`, `IV`, `WK`).
    public var procedureQualifier: String?
    /// The approved code (HCP10, 1 to 48 characters).
    public var procedureCode: String?
    /// What is counted (HCP11: `UN` units, `MJ` minutes).
    public var unit: String?
    /// How many units are approved (HCP12).
    public var unitCount: ExactDecimal?
    /// Why repricing was refused (HCP13: `T1` to `T6`).
    public var rejectReason: String?
    /// Whether procedures were followed (HCP14: `1` to `5`).
    public var policyCompliance: String?
    /// Why a service outside the network was accepted (HCP15: `1` to `6`).
    public var exception: String?

    /// An empty pricing.
    public init() {}

    /// Walks HCP of loop 2400.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("HCP") {
            visitor.text(1, "methodology", &methodology)
            visitor.decimal(2, "allowedAmount", &allowedAmount)
            visitor.decimal(3, "savingAmount", &savingAmount)
            visitor.text(4, "organizationIdentifier", &organizationIdentifier)
            visitor.decimal(5, "perDiemRate", &perDiemRate)
            visitor.text(6, "ambulatoryPatientGroup", &ambulatoryPatientGroup)
            visitor.decimal(7, "ambulatoryPatientGroupAmount", &ambulatoryPatientGroupAmount)
            visitor.text(9, "procedureQualifier", &procedureQualifier)
            visitor.text(10, "procedureCode", &procedureCode)
            visitor.text(11, "unit", &unit)
            visitor.decimal(12, "unitCount", &unitCount)
            visitor.text(13, "rejectReason", &rejectReason)
            visitor.text(14, "policyCompliance", &policyCompliance)
            visitor.text(15, "exception", &exception)
            visitor.leave()
        }
    }
}
