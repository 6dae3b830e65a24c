/// What a provider does in the care that is asked about (PRV01).
public struct ProviderRole: CodeValue {
    /// The code as it is sent.
    public let rawValue: String

    /// Wraps the code as it is sent.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Admitting (`AD`).
    public static let admitting = Self(rawValue: "AD")
    /// Attending (`AT`).
    public static let attending = Self(rawValue: "AT")
    /// Billing (`BI`).
    public static let billing = Self(rawValue: "BI")
    /// Consulting (`CO`).
    public static let consulting = Self(rawValue: "CO")
    /// Covering (`CV`).
    public static let covering = Self(rawValue: "CV")
    /// Hospital (`H`).
    public static let hospital = Self(rawValue: "H")
    /// Home health care (`HH`).
    public static let homeHealthCare = Self(rawValue: "HH")
    /// Laboratory (`LA`).
    public static let laboratory = Self(rawValue: "LA")
    /// Other physician (`OT`).
    public static let otherPhysician = Self(rawValue: "OT")
    /// Pharmacist (`P1`).
    public static let pharmacist = Self(rawValue: "P1")
    /// Pharmacy (`P2`).
    public static let pharmacy = Self(rawValue: "P2")
    /// Primary care physician (`PC`).
    public static let primaryCarePhysician = Self(rawValue: "PC")
    /// Performing (`PE`).
    public static let performing = Self(rawValue: "PE")
    /// Rural health clinic (`R`).
    public static let ruralHealthClinic = Self(rawValue: "R")
    /// Referring (`RF`).
    public static let referring = Self(rawValue: "RF")
    /// Submitting (`SB`).
    public static let submitting = Self(rawValue: "SB")
    /// Skilled nursing facility (`SK`).
    public static let skilledNursingFacility = Self(rawValue: "SK")
    /// Supervising (`SU`).
    public static let supervising = Self(rawValue: "SU")
}
