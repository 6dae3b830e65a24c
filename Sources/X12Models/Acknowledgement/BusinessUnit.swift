/// The number by which people find what an error is about: composite C998 of the 999 (CTX01).
public struct BusinessUnit: ModelPart {
    /// Where the number stands in the answered transaction set (C998-1: `CLM01` claim, `TRN02` trace,
    /// `SUBSCRIBER NAME NM109` member).
    public var name: String?
    /// The number (C998-2, 1 to 35 characters).
    public var reference: String?

    /// An empty reference.
    public init() {}

    /// Walks the components.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "name", &name)
        visitor.text(2, "reference", &reference)
    }
}
