/// The period that an amount or a number counts for (EB06, HSD05).
public struct BenefitPeriod: CodeValue {
    /// The code as it is sent.
    public let rawValue: String

    /// Wraps the code as it is sent.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Hour (`6`).
    public static let hour = Self(rawValue: "6")
    /// Day (`7`).
    public static let day = Self(rawValue: "7")
    /// 24 hours (`13`).
    public static let twentyFourHours = Self(rawValue: "13")
    /// Years (`21`).
    public static let years = Self(rawValue: "21")
    /// Service year (`22`).
    public static let serviceYear = Self(rawValue: "22")
    /// Calendar year (`23`).
    public static let calendarYear = Self(rawValue: "23")
    /// Year to date (`24`).
    public static let yearToDate = Self(rawValue: "24")
    /// Contract (`25`).
    public static let contract = Self(rawValue: "25")
    /// Episode (`26`).
    public static let episode = Self(rawValue: "26")
    /// Visit (`27`).
    public static let visit = Self(rawValue: "27")
    /// Outlier (`28`).
    public static let outlier = Self(rawValue: "28")
    /// Remaining (`29`).
    public static let remaining = Self(rawValue: "29")
    /// Exceeded (`30`).
    public static let exceeded = Self(rawValue: "30")
    /// Not exceeded (`31`).
    public static let notExceeded = Self(rawValue: "31")
    /// Lifetime (`32`).
    public static let lifetime = Self(rawValue: "32")
    /// Rest of the lifetime (`33`).
    public static let lifetimeRemaining = Self(rawValue: "33")
    /// Month (`34`).
    public static let month = Self(rawValue: "34")
    /// Week (`35`).
    public static let week = Self(rawValue: "35")
    /// Admission (`36`).
    public static let admission = Self(rawValue: "36")
}
