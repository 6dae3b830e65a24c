/// Why the payment as a whole was adjusted: PLB03-1, 05-1, 07-1, 09-1, 11-1 and 13-1.
///
/// A positive amount takes from the payment, a negative one adds to it.
public struct ProviderAdjustmentReason: CodeValue {
    /// The code as it is sent.
    public let rawValue: String

    /// Wraps the code as it is sent.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Charge for late filing (`50`).
    public static let lateCharge = Self(rawValue: "50")
    /// Interest penalty for late filing (`51`).
    public static let interestPenalty = Self(rawValue: "51")
    /// Refund that the payee sent of its own accord (`72`).
    public static let authorizedReturn = Self(rawValue: "72")
    /// Allowance for early payment (`90`).
    public static let earlyPaymentAllowance = Self(rawValue: "90")
    /// Fee for starting or handling (`AH`).
    public static let originationFee = Self(rawValue: "AH")
    /// Applied to a loan, as with advance payments (`AM`).
    public static let appliedToBorrowersAccount = Self(rawValue: "AM")
    /// Payment made in advance of claims (`AP`).
    public static let accelerationOfBenefits = Self(rawValue: "AP")
    /// Rebate (`B2`).
    public static let rebate = Self(rawValue: "B2")
    /// Allowance for recoveries (`B3`).
    public static let recoveryAllowance = Self(rawValue: "B3")
    /// Bad debt, as hospitals settle it with Medicare (`BD`).
    public static let badDebt = Self(rawValue: "BD")
    /// Bonus (`BN`).
    public static let bonus = Self(rawValue: "BN")
    /// Tentative allowance (`C5`).
    public static let temporaryAllowance = Self(rawValue: "C5")
    /// Interest on capitation (`CR`).
    public static let capitationInterest = Self(rawValue: "CR")
    /// Adjustment of a kind that has no code of its own (`CS`).
    public static let adjustment = Self(rawValue: "CS")
    /// Capitation payment (`CT`).
    public static let capitationPayment = Self(rawValue: "CT")
    /// Capital costs passed through (`CV`).
    public static let capitalPassthrough = Self(rawValue: "CV")
    /// Nurse anesthetists' costs passed through (`CW`).
    public static let nurseAnesthetistPassthrough = Self(rawValue: "CW")
    /// Direct medical education costs passed through (`DM`).
    public static let directMedicalEducationPassthrough = Self(rawValue: "DM")
    /// Amount withheld (`E3`).
    public static let withholding = Self(rawValue: "E3")
    /// Balance carried to or from another remittance (`FB`).
    public static let forwardingBalance = Self(rawValue: "FB")
    /// Allocation from a fund (`FC`).
    public static let fundAllocation = Self(rawValue: "FC")
    /// Graduate medical education costs passed through (`GO`).
    public static let graduateMedicalEducationPassthrough = Self(rawValue: "GO")
    /// Supplement for hemophilia clotting factor (`HM`).
    public static let hemophiliaClottingFactor = Self(rawValue: "HM")
    /// Incentive or premium payment (`IP`).
    public static let incentivePremium = Self(rawValue: "IP")
    /// Withheld for the tax authority (`IR`).
    public static let internalRevenueWithholding = Self(rawValue: "IR")
    /// Interim settlement of a cost report (`IS`).
    public static let interimSettlement = Self(rawValue: "IS")
    /// Offset of claims that were paid for what is not reimbursable (`J1`).
    public static let nonreimbursable = Self(rawValue: "J1")
    /// Penalty (`L3`).
    public static let penalty = Self(rawValue: "L3")
    /// Interest that the payer owes on claims of this remittance (`L6`).
    public static let interestOwed = Self(rawValue: "L6")
    /// Levy that an authority ordered (`LE`).
    public static let levy = Self(rawValue: "LE")
    /// Lump sum (`LS`).
    public static let lumpSum = Self(rawValue: "LS")
    /// Organ acquisition costs passed through (`OA`).
    public static let organAcquisitionPassthrough = Self(rawValue: "OA")
    /// Offset for a provider of the same owner (`OB`).
    public static let offsetForAffiliatedProviders = Self(rawValue: "OB")
    /// Periodic interim payment (`PI`).
    public static let periodicInterimPayment = Self(rawValue: "PI")
    /// Final settlement (`PL`).
    public static let paymentFinal = Self(rawValue: "PL")
    /// Adjustment of an earlier period (`RA`).
    public static let retroactivityAdjustment = Self(rawValue: "RA")
    /// Return on equity (`RE`).
    public static let returnOnEquity = Self(rawValue: "RE")
    /// Repayment of a student loan (`SL`).
    public static let studentLoanRepayment = Self(rawValue: "SL")
    /// Liability of a third party (`TL`).
    public static let thirdPartyLiability = Self(rawValue: "TL")
    /// Recovery of what was overpaid (`WO`).
    public static let overpaymentRecovery = Self(rawValue: "WO")
    /// Recovery without a reason given (`WU`).
    public static let unspecifiedRecovery = Self(rawValue: "WU")
}
