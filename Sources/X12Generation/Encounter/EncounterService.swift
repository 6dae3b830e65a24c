public import X12Models
public import X12Text

/// A service as an encounter has it.
public struct EncounterService: ModelPart {
    /// The day, or the first and last day (DTP03 with `472`).
    public var serviceDate: DateTimePeriod?
    /// The CPT or HCPCS code (SV101-2).
    public var procedureCode: String?
    /// Up to four modifiers (SV101-3 to SV101-6).
    public var modifiers: [String] = []
    /// The charge for all units together (SV102).
    public var chargeAmount: ExactDecimal?
    /// How many units (SV104).
    public var unitCount: ExactDecimal?
    /// What is counted (SV103: `UN` units, `MJ` minutes); nil is units.
    public var unit: String?
    /// Which diagnoses it is for, by position from 1, the main one first (SV107); empty with a single diagnosis.
    public var diagnosisPointers: [String] = []
    /// Where it took place, when not where the claim says (SV105).
    public var placeOfService: String?
    /// The practice's number for the line (REF02 with `6R`).
    public var lineItemControlNumber: String?
    /// What a code without a description of its own stands for (SV101-7).
    public var description: String?
    /// The national drug code of a drug that was given (LIN03 with `N4`), with its amount.
    public var drugCode: String?
    /// How much of the drug (CTP04).
    public var drugQuantity: ExactDecimal?
    /// What the drug is counted in (CTP05-1: `ML`, `UN`, `GR`, `F2`, `ME`).
    public var drugUnit: String?

    /// An empty service.
    public init() {}

    /// Walks the properties.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.period(0, 0, "serviceDate", &serviceDate)
        visitor.text(0, "procedureCode", &procedureCode)
        visitor.texts(1...4, "modifiers", &modifiers)
        visitor.decimal(0, "chargeAmount", &chargeAmount)
        visitor.decimal(0, "unitCount", &unitCount)
        visitor.text(0, "unit", &unit)
        visitor.texts(1...4, "diagnosisPointers", &diagnosisPointers)
        visitor.text(0, "placeOfService", &placeOfService)
        visitor.text(0, "lineItemControlNumber", &lineItemControlNumber)
        visitor.text(0, "description", &description)
        visitor.text(0, "drugCode", &drugCode)
        visitor.decimal(0, "drugQuantity", &drugQuantity)
        visitor.text(0, "drugUnit", &drugUnit)
    }
}
