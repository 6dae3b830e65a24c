/// What kind of plan a claim is filed with (SBR09, CLP06).
public struct ClaimFilingIndicator: CodeValue {
    /// The code as it is sent.
    public let rawValue: String

    /// Wraps the code as it is sent.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Another program that is not federal (`11`).
    public static let otherNonFederal = Self(rawValue: "11")
    /// Preferred provider organization, PPO (`12`).
    public static let preferredProvider = Self(rawValue: "12")
    /// Point of service plan, POS (`13`).
    public static let pointOfService = Self(rawValue: "13")
    /// Exclusive provider organization, EPO (`14`).
    public static let exclusiveProvider = Self(rawValue: "14")
    /// Indemnity insurance (`15`).
    public static let indemnity = Self(rawValue: "15")
    /// Health maintenance organization under Medicare risk (`16`).
    public static let medicareRiskHMO = Self(rawValue: "16")
    /// Dental maintenance organization (`17`).
    public static let dentalMaintenance = Self(rawValue: "17")
    /// Medical part of a car insurance (`AM`).
    public static let automobile = Self(rawValue: "AM")
    /// Blue Cross or Blue Shield (`BL`).
    public static let blueCrossBlueShield = Self(rawValue: "BL")
    /// CHAMPUS, today TRICARE (`CH`).
    public static let champus = Self(rawValue: "CH")
    /// Commercial insurance (`CI`).
    public static let commercial = Self(rawValue: "CI")
    /// Disability insurance (`DS`).
    public static let disability = Self(rawValue: "DS")
    /// Program for federal employees (`FI`).
    public static let federalEmployees = Self(rawValue: "FI")
    /// Health maintenance organization, HMO (`HM`).
    public static let healthMaintenance = Self(rawValue: "HM")
    /// Medical part of a liability insurance (`LM`).
    public static let liability = Self(rawValue: "LM")
    /// Medicare, part A (`MA`).
    public static let medicarePartA = Self(rawValue: "MA")
    /// Medicare, part B (`MB`).
    public static let medicarePartB = Self(rawValue: "MB")
    /// Medicaid (`MC`).
    public static let medicaid = Self(rawValue: "MC")
    /// Another federal program (`OF`).
    public static let otherFederal = Self(rawValue: "OF")
    /// Title V (`TV`).
    public static let titleV = Self(rawValue: "TV")
    /// Plan of Veterans Affairs (`VA`).
    public static let veteransAffairs = Self(rawValue: "VA")
    /// Workers' compensation (`WC`).
    public static let workersCompensation = Self(rawValue: "WC")
    /// What the partners agreed on (`ZZ`).
    public static let mutuallyDefined = Self(rawValue: "ZZ")
}
