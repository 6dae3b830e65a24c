public import X12Text

/// Who the dependent is: loop 2100D of a response (271).
public struct ResponseDependentDetails: ModelPart {
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
    /// More identifiers, up to nine (2100D REF).
    public var identifiers: [DescribedIdentifier] = []
    /// The address (N3, N4).
    public var address: Address?
    /// Why the person was not found or could not be answered for, up to nine (2100D AAA).
    public var requestValidations: [RequestValidation] = []
    /// A provider of the person (2100D PRV).
    public var provider: EligibilityProvider?
    /// Date of birth (DMG02).
    public var birthDate: DateTimePeriod?
    /// Gender (DMG03: `F`, `M`, `U` unknown).
    public var gender: String?
    /// What the person is to the subscriber (INS02: `01` spouse, `19` child and more).
    public var relationship: Relationship?
    /// That what was sent in the inquiry was corrected (INS03: `001` changed).
    public var maintenanceType: String?
    /// Why (INS04: `25` identifying elements changed).
    public var maintenanceReason: String?
    /// The place among siblings of the same birth (INS17, from 1).
    public var birthSequenceNumber: Int?
    /// Diagnoses, the principal one first, up to eight (HI01 to HI08). Benefits point at them by position from 1.
    public var diagnoses: [HealthCareCode] = []
    /// Dates of the person's coverage, up to nine (DTP01: `346` plan begins, `347` plan ends, `291` plan, `307`
    /// eligibility, `356` eligibility begins, `442` death and more).
    public var dates: [QualifiedPeriod] = []
    /// Service in the armed forces (MPI).
    @Boxed public var militaryService: MilitaryService?

    /// An empty dependent.
    public init() {}

    /// Walks loop 2100D without its loops.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        walkName(&visitor)
        visitor.segments(SegmentKey("REF", "18"), "identifiers", &identifiers)
        visitor.part("address", &address)
        visitor.segments(SegmentKey("AAA"), "requestValidations", &requestValidations)
        visitor.provider(&provider)
        if visitor.enter("DMG") {
            visitor.period(1, 2, "birthDate", &birthDate)
            visitor.text(3, "gender", &gender)
            visitor.leave()
        }
        if visitor.enter("INS", "N") {
            visitor.constant(1, "N")
            visitor.code(2, "relationship", &relationship)
            visitor.text(3, "maintenanceType", &maintenanceType)
            visitor.text(4, "maintenanceReason", &maintenanceReason)
            visitor.integer(17, "birthSequenceNumber", &birthSequenceNumber)
            visitor.leave()
        }
        if visitor.enter("HI", "ABK") {
            visitor.composites(1...8, "diagnoses", &diagnoses)
            visitor.leave()
        }
        visitor.segments(SegmentKey("DTP", "096"), "dates", &dates)
        visitor.part("militaryService", &_militaryService)
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
