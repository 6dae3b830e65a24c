public import X12Text

/// What the payer must know of a subscriber who is the patient: PAT of level 2000B.
public struct PatientHealth: ModelPart {
    /// The day of death (PAT06); nil for the living.
    public var deathDate: DateTimePeriod?
    /// The unit of the weight (PAT07: `01` pounds).
    public var weightUnit: String?
    /// The patient's weight (PAT08), for dialysis and medical equipment.
    public var weight: ExactDecimal?
    /// Whether the patient is pregnant (PAT09: `Y`); nil means no or unknown.
    public var pregnancyIndicator: String?

    /// An empty part.
    public init() {}

    /// Walks PAT of level 2000B.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("PAT") {
            visitor.period(5, 6, "deathDate", &deathDate)
            visitor.text(7, "weightUnit", &weightUnit)
            visitor.decimal(8, "weight", &weight)
            visitor.text(9, "pregnancyIndicator", &pregnancyIndicator)
            visitor.leave()
        }
    }
}
