/// Why an ambulance was needed: CRC with category `07`, of a claim or a line.
public struct AmbulanceCertification: ModelPart {
    /// Whether the conditions apply (CRC02: `Y`, `N`).
    public var indicator: String?
    /// One to five conditions (CRC03 to CRC07: `01` admitted to a hospital, `04` moved by stretcher, `05`
    /// unconscious or in shock).
    public var conditions: [String] = []

    /// An empty certification.
    public init() {}

    /// Walks the elements of a CRC that has been entered.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(2, "indicator", &indicator)
        visitor.texts(3...7, "conditions", &conditions)
    }
}
