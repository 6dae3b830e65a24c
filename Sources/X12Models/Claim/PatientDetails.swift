public import X12Text

/// Who the patient is: loop 2010CA.
public struct PatientDetails: ModelPart {
    /// Last name (NM103, 1 to 60 characters).
    public var lastName: String?
    /// First name (NM104).
    public var firstName: String?
    /// Middle name or initial (NM105).
    public var middleName: String?
    /// What follows the name, such as `JR` (NM107).
    public var suffix: String?
    /// The patient's address (N3, N4).
    public var address: Address?
    /// Date of birth (DMG02).
    public var birthDate: DateTimePeriod?
    /// Gender (DMG03: `F`, `M`, `U` unknown).
    public var gender: String?
    /// The number of a property and casualty claim (REF02 with `Y4`, up to 50 characters).
    public var propertyCasualtyClaimNumber: String?
    /// The patient's own number in a property and casualty claim (REF01: `1W` member number, `SY` social
    /// security number).
    public var propertyCasualtyIdentifier: Identifier?
    /// Telephone of a property and casualty patient (PER).
    public var contact: Contact?

    /// An empty patient.
    public init() {}

    /// Walks loop 2010CA.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "QC") {
            visitor.constant(1, "QC")
            visitor.constant(2, "1")
            visitor.text(3, "lastName", &lastName)
            visitor.text(4, "firstName", &firstName)
            visitor.text(5, "middleName", &middleName)
            visitor.text(7, "suffix", &suffix)
            visitor.leave()
        }
        visitor.part("address", &address)
        if visitor.enter("DMG") {
            visitor.period(1, 2, "birthDate", &birthDate)
            visitor.text(3, "gender", &gender)
            visitor.leave()
        }
        visitor.reference("Y4", "propertyCasualtyClaimNumber", &propertyCasualtyClaimNumber)
        if visitor.enter("REF", "1W", if: propertyCasualtyIdentifier != nil) {
            visitor.part("propertyCasualtyIdentifier", &propertyCasualtyIdentifier)
            visitor.leave()
        }
        if visitor.enter("PER", "IC", if: contact != nil) {
            visitor.constant(1, "IC")
            visitor.part("contact", &contact)
            visitor.leave()
        }
    }
}
