public import X12Models
public import X12Text

/// A subscriber or patient as an encounter has them.
public struct EncounterPerson: ModelPart {
    /// Last name (NM103, 1 to 60 characters).
    public var lastName: String?
    /// First name (NM104).
    public var firstName: String?
    /// Middle name or initial (NM105).
    public var middleName: String?
    /// What follows the name, such as `JR` (NM107).
    public var suffix: String?
    /// Date of birth (DMG02).
    public var birthDate: CalendarDate?
    /// Gender (DMG03: `F`, `M`, `U` unknown).
    public var gender: String?
    /// Where the person lives (N3, N4).
    public var address: Address?

    /// An empty person.
    public init() {}

    /// Walks the properties.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(0, "lastName", &lastName)
        visitor.text(0, "firstName", &firstName)
        visitor.text(0, "middleName", &middleName)
        visitor.text(0, "suffix", &suffix)
        visitor.date(0, "birthDate", &birthDate)
        visitor.text(0, "gender", &gender)
        visitor.part("address", &address)
    }
}
