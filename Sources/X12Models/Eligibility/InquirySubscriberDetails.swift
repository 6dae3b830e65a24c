public import X12Text

/// Who the person whose insurance it is is: loop 2100C of an inquiry (270).
public struct InquirySubscriberDetails: ModelPart {
    /// A person or an organization (NM102).
    public var entityType: EntityType?
    /// A person's last name, or an organization's name (NM103, 1 to 60 characters).
    public var lastOrOrganizationName: String?
    /// First name (NM104, 1 to 35 characters).
    public var firstName: String?
    /// Middle name or initial (NM105, 1 to 25 characters).
    public var middleName: String?
    /// What follows the name, such as `JR` (NM107, 1 to 10 characters).
    public var suffix: String?
    /// What the identifier is (NM108: `MI` member number, `II` unique health identifier).
    public var identifierQualifier: String?
    /// The number on the insurance card (NM109, 2 to 80 characters).
    public var memberIdentifier: String?
    /// More identifiers, up to nine (REF01: `18` plan, `1L` policy, `1W` member, `6P` group, `EJ` the provider's own
    /// number, `F6` Medicare, `HJ` card, `SY` social security number and more).
    public var identifiers: [Identifier] = []
    /// The address (N3, N4).
    public var address: Address?
    /// A provider of the person (2100C PRV).
    public var provider: EligibilityProvider?
    /// Date of birth (DMG02).
    public var birthDate: DateTimePeriod?
    /// Gender (DMG03: `F`, `M`).
    public var gender: String?
    /// What the person is to the subscriber (INS02: `18` self).
    public var relationship: Relationship?
    /// The place among siblings of the same birth (INS17, from 1).
    public var birthSequenceNumber: Int?
    /// Diagnoses, the principal one first, up to eight (HI01 to HI08). Benefits point at them by position from 1.
    public var diagnoses: [HealthCareCode] = []
    /// The days that are asked about, up to two (DTP01: `291` plan, `102` issue of the card).
    public var dates: [QualifiedPeriod] = []

    /// An empty subscriber.
    public init() {}

    /// Walks loop 2100C without its loops.
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
        if visitor.enter("INS", "Y") {
            visitor.constant(1, "Y")
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
        guard visitor.enter("NM1", "IL") else { return }
        visitor.constant(1, "IL")
        visitor.code(2, "entityType", &entityType)
        visitor.text(3, "lastOrOrganizationName", &lastOrOrganizationName)
        visitor.text(4, "firstName", &firstName)
        visitor.text(5, "middleName", &middleName)
        visitor.text(7, "suffix", &suffix)
        visitor.text(8, "identifierQualifier", &identifierQualifier)
        visitor.text(9, "memberIdentifier", &memberIdentifier)
        visitor.leave()
    }
}
