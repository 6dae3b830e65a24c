public import X12Text

/// Who the dependent is: loop 2100D of an inquiry (270).
public struct InquiryDependentDetails: ModelPart {
    /// A dependent is always a person (NM102: `1`).
    public var entityType: EntityType?
    /// Last name (NM103, 1 to 60 characters).
    public var lastName: String?
    /// First name (NM104, 1 to 35 characters).
    public var firstName: String?
    /// Middle name or initial (NM105, 1 to 25 characters).
    public var middleName: String?
    /// What follows the name, such as `JR` (NM107, 1 to 10 characters).
    public var suffix: String?
    /// More identifiers, up to nine (REF01: `18` plan, `1L` policy, `1W` member, `6P` group, `EJ` the provider's own
    /// number, `F6` Medicare, `HJ` card, `SY` social security number and more).
    public var identifiers: [Identifier] = []
    /// The address (N3, N4).
    public var address: Address?
    /// A provider of the person (2100D PRV).
    public var provider: EligibilityProvider?
    /// Date of birth (DMG02).
    public var birthDate: DateTimePeriod?
    /// Gender (DMG03: `F`, `M`).
    public var gender: String?
    /// What the person is to the subscriber (INS02: `01` spouse, `19` child, `34` other adult).
    public var relationship: Relationship?
    /// The place among siblings of the same birth (INS17, from 1).
    public var birthSequenceNumber: Int?
    /// Diagnoses, the principal one first, up to eight (HI01 to HI08). Benefits point at them by position from 1.
    public var diagnoses: [HealthCareCode] = []
    /// The days that are asked about, up to two (DTP01: `291` plan, `102` issue of the card).
    public var dates: [QualifiedPeriod] = []

    /// An empty dependent.
    public init() {}

    /// Walks loop 2100D without its loops.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        walkName(&visitor)
        visitor.segments(SegmentKey("REF", "18"), "identifiers", &identifiers)
        visitor.part("address", &address)
        visitor.provider(&provider)
        if visitor.enter("DMG") {
            visitor.period(1, 2, "birthDate", &birthDate)
            visitor.text(3, "gender", &gender)
            visitor.leave()
        }
        if visitor.enter("INS", "N") {
            visitor.constant(1, "N")
            visitor.code(2, "relationship", &relationship)
            visitor.integer(17, "birthSequenceNumber", &birthSequenceNumber)
            visitor.leave()
        }
        if visitor.enter("HI", "ABK") {
            visitor.composites(1...8, "diagnoses", &diagnoses)
            visitor.leave()
        }
        visitor.segments(SegmentKey("DTP", "102"), "dates", &dates)
    }

    /// NM1.
    private mutating func walkName<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        guard visitor.enter("NM1", "03") else { return }
        visitor.constant(1, "03")
        visitor.code(2, "entityType", &entityType)
        visitor.text(3, "lastName", &lastName)
        visitor.text(4, "firstName", &firstName)
        visitor.text(5, "middleName", &middleName)
        visitor.text(7, "suffix", &suffix)
        visitor.leave()
    }
}
