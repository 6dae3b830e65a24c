public import X12Text

/// A patient who is not the subscriber: level 2000C.
public struct Patient: BlockPart {
    /// The level's place in the hierarchy (HL).
    public var hierarchicalLevel: HierarchicalLevel?
    /// What the patient is to the subscriber (PAT01).
    public var relationship: Relationship?
    /// The day of death (PAT06); nil for the living.
    public var deathDate: DateTimePeriod?
    /// The unit of the weight (PAT07: `01` pounds).
    public var weightUnit: String?
    /// The patient's weight (PAT08), for dialysis and medical equipment.
    public var weight: ExactDecimal?
    /// Whether the patient is pregnant (PAT09: `Y`); nil means no or unknown.
    public var pregnancyIndicator: String?
    /// Who the patient is (2010CA).
    public var person: PatientDetails?
    /// What came with it and has no place above; `nil` when everything has.
    @Boxed public var carried: Carried?

    /// An empty level.
    public init() {}

    /// Walks level 2000C.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("HL", "23") {
            visitor.part("hierarchicalLevel", &hierarchicalLevel)
            visitor.leave()
        }
        if visitor.enter("PAT") {
            visitor.code(1, "relationship", &relationship)
            visitor.period(5, 6, "deathDate", &deathDate)
            visitor.text(7, "weightUnit", &weightUnit)
            visitor.decimal(8, "weight", &weight)
            visitor.text(9, "pregnancyIndicator", &pregnancyIndicator)
            visitor.leave()
        }
        visitor.loop("2010CA", "person", &person)
    }
}
