/// What a party is (NM101): who gives information, who asks, who else has to do with a benefit.
public struct EntityRole: CodeValue {
    /// The code as it is sent.
    public let rawValue: String

    /// Wraps the code as it is sent.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Dependent (`03`).
    public static let dependent = Self(rawValue: "03")
    /// Contracted provider (`13`).
    public static let contractedProvider = Self(rawValue: "13")
    /// Employer (`36`).
    public static let employer = Self(rawValue: "36")
    /// Other physician (`73`).
    public static let otherPhysician = Self(rawValue: "73")
    /// Hospital (`80`).
    public static let hospital = Self(rawValue: "80")
    /// Preferred provider organization (`1I`).
    public static let preferredProviderOrganization = Self(rawValue: "1I")
    /// Provider (`1P`).
    public static let provider = Self(rawValue: "1P")
    /// Third-party administrator (`2B`).
    public static let thirdPartyAdministrator = Self(rawValue: "2B")
    /// Facility (`FA`).
    public static let facility = Self(rawValue: "FA")
    /// Gateway provider (`GP`).
    public static let gatewayProvider = Self(rawValue: "GP")
    /// Group (`GW`).
    public static let group = Self(rawValue: "GW")
    /// Independent physicians association (`I3`).
    public static let independentPhysiciansAssociation = Self(rawValue: "I3")
    /// Insured or subscriber (`IL`).
    public static let insured = Self(rawValue: "IL")
    /// Legal representative (`LR`).
    public static let legalRepresentative = Self(rawValue: "LR")
    /// Origin carrier (`OC`).
    public static let originCarrier = Self(rawValue: "OC")
    /// Primary care provider (`P3`).
    public static let primaryCareProvider = Self(rawValue: "P3")
    /// Insurer before (`P4`).
    public static let priorInsurer = Self(rawValue: "P4")
    /// Plan sponsor (`P5`).
    public static let planSponsor = Self(rawValue: "P5")
    /// Payer (`PR`).
    public static let payer = Self(rawValue: "PR")
    /// Primary payer (`PRP`).
    public static let primaryPayer = Self(rawValue: "PRP")
    /// Secondary payer (`SEP`).
    public static let secondaryPayer = Self(rawValue: "SEP")
    /// Tertiary payer (`TTP`).
    public static let tertiaryPayer = Self(rawValue: "TTP")
    /// Who verifies (`VER`).
    public static let verifier = Self(rawValue: "VER")
    /// Vendor (`VN`).
    public static let vendor = Self(rawValue: "VN")
    /// Who changes the configuration (`VY`).
    public static let configurationChanger = Self(rawValue: "VY")
    /// Utilization management organization (`X3`).
    public static let utilizationManagement = Self(rawValue: "X3")
    /// Managed care organization (`Y2`).
    public static let managedCareOrganization = Self(rawValue: "Y2")
}
