/// The procedure, product or drug that is asked about or told of: composite C003 of EQ02 and EB13.
public struct EligibilityProcedure: ModelPart {
    /// What kind of code it is (C003-1: `HC` CPT or HCPCS, `AD` dental, `CJ` CPT, `ID` ICD, `IV`, `N4` NDC, `ZZ`).
    public var qualifier: String?
    /// The code (C003-2, 1 to 48 characters).
    public var code: String?
    /// Up to four modifiers (C003-3 to C003-6, two characters each).
    public var modifiers: [String] = []
    /// The last code of a range that begins with `code` (C003-8); in responses alone.
    public var lastCode: String?

    /// An empty procedure.
    public init() {}

    /// Walks the components.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "qualifier", &qualifier)
        visitor.text(2, "code", &code)
        visitor.texts(3...6, "modifiers", &modifiers)
        visitor.text(8, "lastCode", &lastCode)
    }
}
