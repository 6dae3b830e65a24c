/// A diagnosis, procedure or condition with the list it comes from: composite C022 of HI.
public struct HealthCareCode: ModelPart {
    /// The list (C022-1: `ABK` principal ICD-10 diagnosis, `ABF` further one, `BG` condition).
    public var qualifier: String?
    /// The code, without a point (C022-2, 1 to 30 characters: `E119`).
    public var code: String?

    /// An empty code.
    public init() {}

    /// Walks the components of an HI composite.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "qualifier", &qualifier)
        visitor.text(2, "code", &code)
    }
}
