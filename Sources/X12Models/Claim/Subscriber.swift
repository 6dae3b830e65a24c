/// The person whose insurance is billed, and the payer: level 2000B.
///
/// When the subscriber is the patient, no ``Patient`` follows.
public struct Subscriber: BlockPart {
    /// The level's place in the hierarchy (HL).
    public var hierarchicalLevel: HierarchicalLevel?
    /// Which payer this is in the order of payment (SBR01).
    public var payerResponsibility: PayerResponsibility?
    /// The patient's relationship (SBR02: `18` self); nil when the patient is a dependent.
    public var relationship: Relationship?
    /// Group or policy number (SBR03, 1 to 50 characters).
    public var groupNumber: String?
    /// The group's name (SBR04); sent when there is no number.
    public var groupName: String?
    /// Why Medicare pays second (SBR05: `12` working aged, `13` kidney disease, `47` liability).
    public var insuranceType: String?
    /// What kind of plan pays (SBR09).
    public var claimFilingIndicator: ClaimFilingIndicator?
    /// Death, weight and pregnancy when the subscriber is the patient (2000B PAT).
    public var patientHealth: PatientHealth?
    /// Who the subscriber is (2010BA).
    public var person: SubscriberDetails?
    /// Who is asked to pay (2010BB).
    public var payer: Payer?
    /// What came with it and has no place above; `nil` when everything has.
    @Boxed public var carried: Carried?

    /// An empty level.
    public init() {}

    /// Walks level 2000B.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("HL", "22") {
            visitor.part("hierarchicalLevel", &hierarchicalLevel)
            visitor.leave()
        }
        if visitor.enter("SBR") {
            visitor.code(1, "payerResponsibility", &payerResponsibility)
            visitor.code(2, "relationship", &relationship)
            visitor.text(3, "groupNumber", &groupNumber)
            visitor.text(4, "groupName", &groupName)
            visitor.text(5, "insuranceType", &insuranceType)
            visitor.code(9, "claimFilingIndicator", &claimFilingIndicator)
            visitor.leave()
        }
        visitor.part("patientHealth", &patientHealth)
        visitor.loop("2010BA", "person", &person)
        visitor.loop("2010BB", "payer", &payer)
    }
}
