/// The kind of insurance that a benefit belongs to (EB04).
public struct InsuranceType: CodeValue {
    /// The code as it is sent.
    public let rawValue: String

    /// Wraps the code as it is sent.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Medicare second, working aged (`12`).
    public static let medicareSecondaryWorkingAged = Self(rawValue: "12")
    /// Medicare second, end-stage renal disease (`13`).
    public static let medicareSecondaryRenalDisease = Self(rawValue: "13")
    /// Medicare second, no-fault first (`14`).
    public static let medicareSecondaryNoFault = Self(rawValue: "14")
    /// Medicare second, workers' compensation first (`15`).
    public static let medicareSecondaryWorkersCompensation = Self(rawValue: "15")
    /// Medicare second, federal agency first (`16`).
    public static let medicareSecondaryFederalAgency = Self(rawValue: "16")
    /// Medicare second, black lung (`41`).
    public static let medicareSecondaryBlackLung = Self(rawValue: "41")
    /// Medicare second, veterans affairs (`42`).
    public static let medicareSecondaryVeteransAffairs = Self(rawValue: "42")
    /// Medicare second, disabled below 65 (`43`).
    public static let medicareSecondaryDisabled = Self(rawValue: "43")
    /// Medicare second, other liability first (`47`).
    public static let medicareSecondaryLiability = Self(rawValue: "47")
    /// Auto policy (`AP`).
    public static let autoPolicy = Self(rawValue: "AP")
    /// Commercial (`C1`).
    public static let commercial = Self(rawValue: "C1")
    /// COBRA (`CO`).
    public static let cobra = Self(rawValue: "CO")
    /// Medicare first on condition (`CP`).
    public static let medicareConditionallyPrimary = Self(rawValue: "CP")
    /// Disability (`D`).
    public static let disability = Self(rawValue: "D")
    /// Disability benefits (`DB`).
    public static let disabilityBenefits = Self(rawValue: "DB")
    /// Exclusive provider organization (`EP`).
    public static let exclusiveProviderOrganization = Self(rawValue: "EP")
    /// Family or friends (`FF`).
    public static let familyOrFriends = Self(rawValue: "FF")
    /// Group policy (`GP`).
    public static let groupPolicy = Self(rawValue: "GP")
    /// Health maintenance organization (`HM`).
    public static let healthMaintenanceOrganization = Self(rawValue: "HM")
    /// Health maintenance organization, Medicare risk (`HN`).
    public static let medicareRiskHMO = Self(rawValue: "HN")
    /// Special low income Medicare beneficiary (`HS`).
    public static let specialLowIncomeMedicareBeneficiary = Self(rawValue: "HS")
    /// Indemnity (`IN`).
    public static let indemnity = Self(rawValue: "IN")
    /// Individual policy (`IP`).
    public static let individualPolicy = Self(rawValue: "IP")
    /// Long term care (`LC`).
    public static let longTermCare = Self(rawValue: "LC")
    /// Long term policy (`LD`).
    public static let longTermPolicy = Self(rawValue: "LD")
    /// Life insurance (`LI`).
    public static let lifeInsurance = Self(rawValue: "LI")
    /// Litigation (`LT`).
    public static let litigation = Self(rawValue: "LT")
    /// Medicare Part A (`MA`).
    public static let medicarePartA = Self(rawValue: "MA")
    /// Medicare Part B (`MB`).
    public static let medicarePartB = Self(rawValue: "MB")
    /// Medicaid (`MC`).
    public static let medicaid = Self(rawValue: "MC")
    /// Medigap Part A (`MH`).
    public static let medigapPartA = Self(rawValue: "MH")
    /// Medigap Part B (`MI`).
    public static let medigapPartB = Self(rawValue: "MI")
    /// Medicare first (`MP`).
    public static let medicarePrimary = Self(rawValue: "MP")
    /// Other (`OT`).
    public static let other = Self(rawValue: "OT")
    /// Property, personal (`PE`).
    public static let propertyPersonal = Self(rawValue: "PE")
    /// Personal (`PL`).
    public static let personal = Self(rawValue: "PL")
    /// Paid by the person, no insurance (`PP`).
    public static let selfPay = Self(rawValue: "PP")
    /// Preferred provider organization (`PR`).
    public static let preferredProviderOrganization = Self(rawValue: "PR")
    /// Point of service (`PS`).
    public static let pointOfService = Self(rawValue: "PS")
    /// Qualified Medicare beneficiary (`QM`).
    public static let qualifiedMedicareBeneficiary = Self(rawValue: "QM")
    /// Property, real (`RP`).
    public static let propertyReal = Self(rawValue: "RP")
    /// Supplemental policy (`SP`).
    public static let supplementalPolicy = Self(rawValue: "SP")
    /// TEFRA (`TF`).
    public static let tefra = Self(rawValue: "TF")
    /// Workers' compensation (`WC`).
    public static let workersCompensation = Self(rawValue: "WC")
    /// Wrap-up policy (`WU`).
    public static let wrapUpPolicy = Self(rawValue: "WU")
}
