/// Condition codes: one HI with `BG`.
public struct ConditionInformation: ModelPart {
    /// One to twelve codes (HI01 to HI12, each with `BG`).
    public var codes: [HealthCareCode] = []

    /// An empty set of codes.
    public init() {}

    /// Walks the elements of an HI that has been entered.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.composites(1...12, "codes", &codes)
    }
}
