/// A procedure, service or product with its modifiers: composite C003 (SV101, SVD03, SVC01, SVC06).
public struct Procedure: ModelPart {
    /// What kind of code it is (C003-1: `HC` CPT or HCPCS, `ER`, `IV`, `WK`, `N4` NDC, `NU` revenue code).
    public var qualifier: String?
    /// The code (C003-2, 1 to 48 characters).
    public var code: String?
    /// Up to four modifiers (C003-3 to C003-6, two characters each).
    public var modifiers: [String] = []
    /// What a code without a description of its own stands for (C003-7, 1 to 80 characters).
    public var description: String?

    /// An empty procedure.
    public init() {}

    /// Walks the components.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "qualifier", &qualifier)
        visitor.text(2, "code", &code)
        visitor.texts(3...6, "modifiers", &modifiers)
        visitor.text(7, "description", &description)
    }
}
