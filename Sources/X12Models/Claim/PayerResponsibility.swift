/// The place of a payer in the order of payment (SBR01).
public struct PayerResponsibility: CodeValue {
    /// The code as it is sent.
    public let rawValue: String

    /// Wraps the code as it is sent.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Pays first (`P`).
    public static let primary = Self(rawValue: "P")
    /// Pays second (`S`).
    public static let secondary = Self(rawValue: "S")
    /// Pays third (`T`).
    public static let tertiary = Self(rawValue: "T")
    /// Pays fourth (`A`).
    public static let fourth = Self(rawValue: "A")
    /// Pays fifth (`B`).
    public static let fifth = Self(rawValue: "B")
    /// Pays sixth (`C`).
    public static let sixth = Self(rawValue: "C")
    /// Pays seventh (`D`).
    public static let seventh = Self(rawValue: "D")
    /// Pays eighth (`E`).
    public static let eighth = Self(rawValue: "E")
    /// Pays ninth (`F`).
    public static let ninth = Self(rawValue: "F")
    /// Pays tenth (`G`).
    public static let tenth = Self(rawValue: "G")
    /// Pays eleventh (`H`).
    public static let eleventh = Self(rawValue: "H")
    /// The order is not known (`U`).
    public static let unknown = Self(rawValue: "U")
}
