/// A medical policy that a payer used to decide on a service: REF of `0K` in loop 2110.
public struct HealthCarePolicy: ModelPart {
    /// The policy's number (REF02, 1 to 50 characters), to be looked up at ``RemittancePayer/webSite``.
    public var identifier: String?

    /// An empty policy.
    public init() {}

    /// Walks REF02.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(2, "identifier", &identifier)
    }
}
