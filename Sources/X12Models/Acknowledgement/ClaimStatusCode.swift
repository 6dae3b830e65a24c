/// A claim's status: composite C043 of the 277CA (STC01, STC10, STC11).
public struct ClaimStatusCode: ModelPart {
    /// What kind of answer it is (C043-1, X12 source 507: `A2` accepted, `A3` returned, `A7` invalid values).
    public var category: String?
    /// What about (C043-2, X12 source 508: `562` provider's NPI).
    public var code: String?
    /// Whose (C043-3: `85` billing provider, `IL` insured, `QC` patient); nil where the code needs none.
    public var entity: String?

    /// An empty status.
    public init() {}

    /// Walks the components.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "category", &category)
        visitor.text(2, "code", &code)
        visitor.text(3, "entity", &entity)
    }
}

extension ClaimStatusCode {
    /// Whether the category (C043-1) says that what was sent was taken: received, forwarded, accepted, split.
    public var isAccepting: Bool { ["A0", "A1", "A2", "A5"].contains(category) }

    /// Whether the category (C043-1) says that what was sent was refused: returned, not found, rejected for what it lacks or
    /// holds.
    public var isRejecting: Bool { ["A3", "A4", "A6", "A7", "A8"].contains(category) }
}
