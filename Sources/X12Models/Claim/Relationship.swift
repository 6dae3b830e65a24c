/// What a patient is to the subscriber (SBR02, PAT01).
public struct Relationship: CodeValue {
    /// The code as it is sent.
    public let rawValue: String

    /// Wraps the code as it is sent.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Husband or wife (`01`).
    public static let spouse = Self(rawValue: "01")
    /// The subscriber (`18`).
    public static let subscriber = Self(rawValue: "18")
    /// Son or daughter (`19`).
    public static let child = Self(rawValue: "19")
    /// Employed by the subscriber (`20`).
    public static let employee = Self(rawValue: "20")
    /// Not known (`21`).
    public static let unknown = Self(rawValue: "21")
    /// Gave the subscriber an organ (`39`).
    public static let organDonor = Self(rawValue: "39")
    /// Gave the subscriber an organ after death (`40`).
    public static let cadaverDonor = Self(rawValue: "40")
    /// Partner for life (`53`).
    public static let lifePartner = Self(rawValue: "53")
    /// Anything else (`G8`).
    public static let other = Self(rawValue: "G8")
}
