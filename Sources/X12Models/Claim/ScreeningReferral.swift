/// Whether a child was referred after a screening (EPSDT): CRC with category `ZZ`.
public struct ScreeningReferral: ModelPart {
    /// Whether the child was referred (CRC02: `Y`, `N`).
    public var indicator: String?
    /// One to three conditions (CRC03 to CRC05: `AV` available but refused, `NU` not used, `S2` under
    /// treatment, `ST` new services requested).
    public var conditions: [String] = []

    /// An empty referral.
    public init() {}

    /// Walks CRC with `ZZ`.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("CRC", "ZZ") {
            visitor.constant(1, "ZZ")
            visitor.text(2, "indicator", &indicator)
            visitor.texts(3...5, "conditions", &conditions)
            visitor.leave()
        }
    }
}
