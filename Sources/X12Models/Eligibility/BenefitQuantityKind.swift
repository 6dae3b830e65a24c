/// What a number of a benefit counts (EB09, HSD01).
public struct BenefitQuantityKind: CodeValue {
    /// The code as it is sent.
    public let rawValue: String

    /// Wraps the code as it is sent.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Used (`99`).
    public static let used = Self(rawValue: "99")
    /// Minimum (`8H`).
    public static let minimum = Self(rawValue: "8H")
    /// Covered, actual (`CA`).
    public static let coveredActual = Self(rawValue: "CA")
    /// Covered, estimated (`CE`).
    public static let coveredEstimated = Self(rawValue: "CE")
    /// Coinsurance days (`D3`).
    public static let coinsuranceDays = Self(rawValue: "D3")
    /// Deductible blood units (`DB`).
    public static let deductibleBloodUnits = Self(rawValue: "DB")
    /// Days (`DY`).
    public static let days = Self(rawValue: "DY")
    /// Units (`FL`).
    public static let units = Self(rawValue: "FL")
    /// Hours (`HS`).
    public static let hours = Self(rawValue: "HS")
    /// Lifetime reserve, actual (`LA`).
    public static let lifetimeReserveActual = Self(rawValue: "LA")
    /// Lifetime reserve, estimated (`LE`).
    public static let lifetimeReserveEstimated = Self(rawValue: "LE")
    /// Maximum (`M2`).
    public static let maximum = Self(rawValue: "M2")
    /// Months (`MN`).
    public static let months = Self(rawValue: "MN")
    /// Services or procedures (`P6`).
    public static let servicesOrProcedures = Self(rawValue: "P6")
    /// Approved (`QA`).
    public static let approved = Self(rawValue: "QA")
    /// Highest age (`S7`).
    public static let highestAge = Self(rawValue: "S7")
    /// Lowest age (`S8`).
    public static let lowestAge = Self(rawValue: "S8")
    /// Visits (`VS`).
    public static let visits = Self(rawValue: "VS")
    /// Years (`YY`).
    public static let years = Self(rawValue: "YY")
}
