/// What the certificate for medical equipment says: CRC with category `09`.
public struct EquipmentCondition: ModelPart {
    /// Whether the conditions apply (CRC02: `Y`, `N`).
    public var indicator: String?
    /// One or two conditions (CRC03, CRC04: `38` certificate on file at the supplier, `ZV` replacement item).
    public var conditions: [String] = []

    /// An empty condition.
    public init() {}

    /// Walks CRC with `09`.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("CRC", "09") {
            visitor.constant(1, "09")
            visitor.text(2, "indicator", &indicator)
            visitor.texts(3...4, "conditions", &conditions)
            visitor.leave()
        }
    }
}
