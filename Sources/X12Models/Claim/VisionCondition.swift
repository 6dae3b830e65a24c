/// Why lenses or frames were needed: CRC with category `E1`, `E2` or `E3`.
public struct VisionCondition: ModelPart {
    /// What was supplied (CRC01: `E1` spectacle lenses, `E2` contact lenses, `E3` spectacle frames).
    public var category: String?
    /// Whether the conditions apply (CRC02: `Y`, `N`).
    public var indicator: String?
    /// One to five conditions (CRC03 to CRC07: `L1` the usual change of sight, `L2` lost or stolen, `L3`
    /// broken, `L4` wished by the patient, `L5` medical reason).
    public var conditions: [String] = []

    /// An empty condition.
    public init() {}

    /// Walks the elements of a CRC that has been entered.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "category", &category)
        visitor.text(2, "indicator", &indicator)
        visitor.texts(3...7, "conditions", &conditions)
    }
}
