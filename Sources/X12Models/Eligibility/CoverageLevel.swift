/// Who the benefit is for (EB02, EQ03).
public struct CoverageLevel: CodeValue {
    /// The code as it is sent.
    public let rawValue: String

    /// Wraps the code as it is sent.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Children only (`CHD`).
    public static let childrenOnly = Self(rawValue: "CHD")
    /// Dependents only (`DEP`).
    public static let dependentsOnly = Self(rawValue: "DEP")
    /// Employee and children (`ECH`).
    public static let employeeAndChildren = Self(rawValue: "ECH")
    /// Employee only (`EMP`).
    public static let employeeOnly = Self(rawValue: "EMP")
    /// Employee and spouse (`ESP`).
    public static let employeeAndSpouse = Self(rawValue: "ESP")
    /// Family (`FAM`).
    public static let family = Self(rawValue: "FAM")
    /// One person (`IND`).
    public static let individual = Self(rawValue: "IND")
    /// Spouse and children (`SPC`).
    public static let spouseAndChildren = Self(rawValue: "SPC")
    /// Spouse only (`SPO`).
    public static let spouseOnly = Self(rawValue: "SPO")
}
