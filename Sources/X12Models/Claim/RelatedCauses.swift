/// What an illness or injury is related to: CLM11.
public struct RelatedCauses: ModelPart {
    /// One or two causes (CLM11-1, CLM11-2: `AA` car accident, `EM` employment, `OA` other accident).
    public var causes: [String] = []
    /// The state of a car accident (CLM11-4, two letters).
    public var state: String?
    /// The country of a car accident outside the United States (CLM11-5).
    public var country: String?

    /// An empty part.
    public init() {}

    /// Walks the components of CLM11.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.texts(1...2, "causes", &causes)
        visitor.text(4, "state", &state)
        visitor.text(5, "country", &country)
    }
}
