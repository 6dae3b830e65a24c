/// A place of service or kind of injury that a benefit is for: III of loop 2115C or 2115D of a 271.
public struct BenefitCircumstance: ModelPart {
    /// What the code is (III01: `ZZ` place of service, `NI` nature of injury, `GR` NCCI nature of injury).
    public var qualifier: String?
    /// The code (III02, 1 to 30 characters: `11` office).
    public var code: String?
    /// That a body part follows (III03: `44` nature of injury).
    public var category: String?
    /// The injured part of the body, and which side (III04, 1 to 264 characters).
    public var injuredBodyPart: String?

    /// An empty circumstance.
    public init() {}

    /// Walks loop 2115C or 2115D.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        guard visitor.enter("III") else { return }
        visitor.text(1, "qualifier", &qualifier)
        visitor.text(2, "code", &code)
        visitor.text(3, "category", &category)
        visitor.text(4, "injuredBodyPart", &injuredBodyPart)
        visitor.leave()
    }
}
