/// Whether a party is a person or an organization (NM102).
public struct EntityType: CodeValue {
    /// The code as it is sent.
    public let rawValue: String

    /// Wraps the code as it is sent.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A person, who has a first name (`1`).
    public static let person = Self(rawValue: "1")
    /// An organization (`2`).
    public static let organization = Self(rawValue: "2")
}
